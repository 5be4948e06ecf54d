"""Every walkthrough: all ways lead to an outcome with steps and sources, and nothing is out of reach."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guide_engine.checker import check
from guide_engine.draft import Draft
from guide_engine.flow import Flow, Outcome, Question, paths, walk
from guide_engine.registry import flows, templates
from guide_engine.sources import SOURCES

ROOT = Path(__file__).parents[2]
ALL = flows()
BY_NAME = {flow.name: flow for flow in ALL}
TEMPLATES = {template.name: template for template in templates()}

#: The addresses promised to readers, each with what stands below it.
SELLERS = [
    "turn-on-messages",
    "open-on-desktop",
    "open-on-mobile",
    "reply",
    "attachments",
    "write-first",
    "opted-out-buyers",
    "answer-in-24-hours",
    "message-not-delivered",
    "mistakes",
    "write-well",
    "business-accounts",
]
BUYERS = ["find-on-desktop", "find-on-mobile", "contact-a-seller", "opt-out", "is-this-message-ok"]
FIXED = {
    *("", "faq/", "sellers/", "buyers/", "tools/check/", "tools/reply-clock/"),
    *("rules/", "message-templates/", "walkthroughs/"),
    *(f"about/{page}/" for page in ["how-it-works", "what-amazon-sees", "sources", "privacy", "glossary"]),
    *(f"sellers/{page}/" for page in SELLERS),
    *(f"buyers/{page}/" for page in BUYERS),
}

OUTCOMES = [(flow, outcome) for flow in ALL for outcome in flow.outcomes]
QUESTIONS = [(flow, question) for flow in ALL for question in flow.questions]
each_outcome = pytest.mark.parametrize(("flow", "outcome"), OUTCOMES, ids=[f"{f.name}:{o.name}" for f, o in OUTCOMES])
each_question = pytest.mark.parametrize(
    ("flow", "question"), QUESTIONS, ids=[f"{f.name}:{q.name}" for f, q in QUESTIONS]
)
each_flow = pytest.mark.parametrize("flow", ALL, ids=lambda flow: flow.name)


def test_the_three_walkthroughs_are_there() -> None:
    assert list(BY_NAME) == ["important-and-opt-out", "may-i-send", "where-are-my-messages"]


@each_flow
def test_every_way_ends_in_an_outcome_and_every_node_lies_on_a_way(flow: Flow) -> None:
    ways = list(paths(flow))
    assert all(isinstance(outcome, Outcome) for _, outcome in ways)
    assert {outcome.name for _, outcome in ways} == {outcome.name for outcome in flow.outcomes}
    asked = {step.question.name for steps, _ in ways for step in steps}
    assert asked == {question.name for question in flow.questions}


@each_flow
def test_every_answer_to_every_question_is_part_of_a_way(flow: Flow) -> None:
    taken = {(step.question.name, step.answer.value) for steps, _ in paths(flow) for step in steps}
    assert taken == {(question.name, answer.value) for question in flow.questions for answer in question.answers}


@each_flow
def test_no_way_asks_a_question_twice_or_asks_too_much(flow: Flow) -> None:
    for steps, _ in paths(flow):
        names = [step.question.name for step in steps]
        assert max(Counter(names).values()) == 1
        assert len(names) <= 7


@each_flow
def test_each_way_can_be_replayed_from_its_answers_in_any_order(flow: Flow) -> None:
    for steps, outcome in paths(flow):
        answers: dict[str, object] = {step.question.name: step.answer.value for step in reversed(steps)}
        state = walk(flow, answers)
        assert (state.path, state.at, state.dropped) == (steps, outcome, ())


@each_flow
def test_the_module_named_in_the_catalog_is_its_own(flow: Flow) -> None:
    assert f'name="{flow.name}"' in (ROOT / flow.module).read_text(encoding="utf-8")


#: What a person knows without looking it up. Every other question offers "Not sure".
KNOWN = {
    *("blocked", "true-content", "warranty-tag", "tag", "about", "purpose", "open-order", "return-reason", "papers"),
    *("how-to-ask", "buyer-device", "seller-device"),
}


@each_question
def test_who_may_be_unsure_can_say_so(flow: Flow, question: Question) -> None:
    values = {answer.value for answer in question.answers}
    assert "not-sure" in values or question.name in KNOWN, flow.name


@each_question
def test_a_question_is_plain_and_says_why(flow: Flow, question: Question) -> None:
    assert question.title.endswith("?"), flow.name
    assert question.why.endswith("."), flow.name
    assert len(question.title) <= 90
    assert len(question.answers) <= 11
    assert all(answer.label for answer in question.answers)


@each_outcome
def test_an_outcome_cites_sources_and_says_what_to_do(flow: Flow, outcome: Outcome) -> None:
    assert outcome.citations, flow.name
    for citation in outcome.citations:
        assert citation.source in SOURCES
        assert citation.read
    assert outcome.summary.endswith(".")
    assert all(step.endswith((".", "!")) for step in outcome.steps)


@each_outcome
def test_contested_outcomes_show_more_than_one_side_from_different_sources(flow: Flow, outcome: Outcome) -> None:
    sides = [set(position.sources) for position in outcome.positions]
    assert len(sides) != 1
    for number, side in enumerate(sides):
        assert not any(side & other for other in sides[:number]), flow.name


@each_outcome
def test_templates_links_and_drafts_lead_somewhere(flow: Flow, outcome: Outcome) -> None:
    assert outcome.template is None or outcome.template in TEMPLATES, flow.name
    assert {link.page for link in outcome.links} <= FIXED
    assert outcome.links
    if outcome.draft is not None:
        draft = Draft.from_json({"text": "Hello", **outcome.draft})
        assert draft.assumed == ()


@each_outcome
def test_a_message_that_may_be_sent_offers_a_template_for_the_same_kind(flow: Flow, outcome: Outcome) -> None:
    if outcome.verdict == "send" and outcome.template and outcome.draft:
        context = TEMPLATES[outcome.template].context
        assert context["kind"] == outcome.draft["kind"], flow.name
        assert context.get("reason") == outcome.draft.get("reason")


@each_outcome
def test_the_checker_agrees_where_a_template_may_be_sent(flow: Flow, outcome: Outcome) -> None:
    if outcome.verdict == "send" and outcome.template and outcome.draft:
        text = TEMPLATES[outcome.template].example_text
        report = check(Draft.from_json({**outcome.draft, "text": text}))
        assert report.verdict == "send", (flow.name, report.findings)


def test_the_checker_agrees_that_it_will_not_arrive() -> None:
    outcome = BY_NAME["important-and-opt-out"].outcome("will-not-arrive")
    assert outcome is not None
    text = "Which colour should we send for order 112-1234567-1234567?"
    assert check(Draft.from_json({**(outcome.draft or {}), "text": text})).verdict == outcome.verdict


@pytest.mark.parametrize("flow", [BY_NAME["important-and-opt-out"], BY_NAME["may-i-send"]], ids=lambda flow: flow.name)
def test_where_a_message_is_judged_every_outcome_has_a_verdict(flow: Flow) -> None:
    assert all(outcome.verdict for outcome in flow.outcomes)
    assert {outcome.verdict for outcome in flow.outcomes} >= {"send", "review", "stop"}


#: Each branch of the notes on opt-out, with the answers that lead to it and the outcome and verdict it must have.
FIRST = {"who-wrote-first": "me-first"}
CLEAN = {**FIRST, "broken-rules": "no"}
CUSTOM = {**CLEAN, "purpose": "custom"}
OTHER = {**CLEAN, "purpose": "other"}
PROGRAM = {**CUSTOM, "route-custom": "program"}
BRANCHES: dict[str, tuple[dict[str, str], str, str]] = {
    "1a": ({"who-wrote-first": "answer", "blocked": "no"}, "answer-arrives", "send"),
    "1b": ({"who-wrote-first": "answer", "blocked": "yes"}, "answer-again", "send"),
    "1c": ({**CLEAN, "who-wrote-first": "new-message", "purpose": "review"}, "review-request", "review"),
    "2a": ({**FIRST, "broken-rules": "yes"}, "fix-first", "stop"),
    "3a": ({**OTHER, "tag": "yes"}, "tag-misused", "stop"),
    "3b": ({**OTHER, "tag": "no", "opted-out": "yes", "made-to-order": "no"}, "will-not-arrive", "undeliverable"),
    "3c": ({**OTHER, "tag": "no", "opted-out": "not-sure", "permitted": "yes"}, "may-send", "send"),
    "4a": ({**CUSTOM, "route-custom": "matching-reason"}, "custom-arrives", "send"),
    "4b": ({**CUSTOM, "route-custom": "other-reason"}, "wrong-reason", "review"),
    "4c": ({**CUSTOM, "route-custom": "mail"}, "typed-tag", "review"),
    "4d": ({**PROGRAM, "message-type": "unexpected-problem", "true-content": "yes"}, "critical-type", "send"),
    "4d misused": ({**PROGRAM, "message-type": "unexpected-problem", "true-content": "no"}, "type-misused", "stop"),
    "4e": ({**PROGRAM, "message-type": "other-type"}, "other-type", "review"),
    "5a": ({**CLEAN, "purpose": "review"}, "review-request", "review"),
    "5b": ({**CLEAN, "purpose": "low-rating", "brand-owner": "yes"}, "courtesy-refund", "send"),
    "5c": ({**OTHER, "tag": "no", "opted-out": "yes", "made-to-order": "yes"}, "handmade", "review"),
    "5d": ({**CLEAN, "purpose": "safety", "law": "not-sure"}, "safety-unlisted", "review"),
    "5d by law": ({**CLEAN, "purpose": "safety", "law": "yes"}, "legal-document", "send"),
    "5e": ({**CLEAN, "purpose": "warranty", "warranty-tag": "yes"}, "warranty-tagged", "review"),
}


@pytest.mark.parametrize(("answers", "outcome", "verdict"), BRANCHES.values(), ids=list(BRANCHES))
def test_each_branch_on_opt_out_ends_where_the_notes_say(answers: dict[str, str], outcome: str, verdict: str) -> None:
    state = walk(BY_NAME["important-and-opt-out"], answers)
    assert isinstance(state.at, Outcome)
    assert (state.at.name, state.at.verdict, state.dropped) == (outcome, verdict, ())


@pytest.mark.parametrize("name", ["typed-tag", "tag-misused", "safety-unlisted", "custom-arrives", "warranty-tagged"])
def test_where_the_tag_matters_todays_rule_stands_beside_the_articles(name: str) -> None:
    outcome = BY_NAME["important-and-opt-out"].outcome(name)
    assert outcome is not None
    todays, articles = outcome.positions
    assert {"A4", "T8"} <= set(todays.sources)
    assert articles.sources == ("S",)


SEND = {
    "a reply to a damage report": (
        "answer-damage",
        {"who-writes": "answer", "about": "damage", "shipper-damage": "me"},
    ),
    "a delay": ("delay", {"who-writes": "first", "purpose": "open-order", "open-order": "delay"}),
    "an invoice": ("send-invoice", {"who-writes": "first", "purpose": "papers", "papers": "invoice", "business": "no"}),
    "a shipping notice": ("amazon-sends-it", {"who-writes": "first", "purpose": "shipping"}),
    "thanks": ("only-thanks", {"who-writes": "first", "purpose": "thanks"}),
    "an offer": ("marketing", {"who-writes": "first", "purpose": "marketing"}),
    "an old order": (
        "too-old",
        {"who-writes": "first", "purpose": "return", "return-reason": "partial", "age-partial": "older"},
    ),
    "a review request by the button": (
        "press-the-button",
        {
            "who-writes": "first",
            "purpose": "review",
            "asked-before": "no",
            "how-to-ask": "button",
            "delivered": "5-to-30",
        },
    ),
    "out of stock, not refunded": (
        "refund-first",
        {"who-writes": "first", "purpose": "cannot-deliver", "refunded": "no"},
    ),
}


@pytest.mark.parametrize(("outcome", "answers"), SEND.values(), ids=list(SEND))
def test_may_i_send_answers_the_everyday_cases(outcome: str, answers: dict[str, str]) -> None:
    at = walk(BY_NAME["may-i-send"], answers).at
    assert isinstance(at, Outcome)
    assert at.name == outcome


def test_every_template_is_offered_by_a_walkthrough() -> None:
    assert {outcome.template for _, outcome in OUTCOMES} - {None} == set(TEMPLATES)
