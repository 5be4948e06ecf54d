"""Every template: complete, sourced, in our own words, and without an error where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide_engine.by_name import render as render_by_name
from guide_engine.checker import Report, check
from guide_engine.draft import Draft, DraftError
from guide_engine.findings import Severity
from guide_engine.registry import rules, templates
from guide_engine.template import GROUPS, Problem, Segment, Template, TemplateJson, render

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
ALL = templates()
BY_NAME = {template.name: template for template in ALL}
NAMES = [
    "address-question",
    "customization-question",
    "damage-report",
    "delay-notice",
    "delivery-appointment",
    "missing-part",
    "out-of-stock-refunded",
    "partial-refund-offer",
    "post-delivery-follow-up",
    "product-answer",
    "refund-done",
    "replacement-sent",
    "return-steps",
    "safety-notice",
    "shipping-update",
    "warranty-papers",
]

#: The article's four messages, quoted from "Amazon Message Center: How to Check and Manage Buyer Seller Messages"
#: (Aura blog, 2026-02-18) as test data, filled in; the product itself has words of its own.
ARTICLE = {
    "shipping-update": (
        "Hi Anna, your order 112-1234567-1234567 has shipped. You can track your package using the tracking information "
        "in your order details. If you have any questions about your shipment, feel free to send a message through the "
        "Amazon message center and we'll respond within 24 hours. Thank you for your order."
    ),
    "product-answer": (
        "Hi Anna, thanks for reaching out. The mug holds 350 ml and is safe in the dishwasher. If you need any "
        "additional details or have other questions about the product, just reply to this message. We're happy to help."
    ),
    "damage-report": (
        "Hi Anna, we're sorry to hear the item arrived damaged. To help resolve this quickly, could you send photos of "
        "the damage through the Amazon message center? We can arrange a replacement or assist you with a return. We "
        "want to make sure you're taken care of."
    ),
    "post-delivery-follow-up": (
        "Hi Anna, we wanted to check in and make sure everything arrived in good condition. If anything isn't right or "
        "you need product support, reply to this message and our team will help. We appreciate your business."
    ),
}
each_template = pytest.mark.parametrize("template", ALL, ids=lambda template: template.name)


def judge(text: str, context: dict[str, object]) -> Report:
    return check(Draft.from_json({"today": TODAY.isoformat(), **context, "text": text}))


def in_own_context(template: Template) -> Report:
    return judge(template.example_text, render(template, template.example, TODAY).to_json()["context"])


def errors(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.severity is Severity.ERROR]


def test_all_sixteen_are_there() -> None:
    assert [template.name for template in ALL] == NAMES


def test_every_group_has_a_template() -> None:
    assert {template.group for template in ALL} == set(GROUPS)


@each_template
def test_the_example_gets_the_verdict_it_promises_where_it_belongs(template: Template) -> None:
    report = in_own_context(template)
    assert errors(report) == []
    assert report.verdict == template.verdict


@each_template
def test_every_choice_is_without_error_where_it_belongs(template: Template) -> None:
    for blank in template.fields:
        for choice in blank.choices:
            done = render(template, {**template.example, blank.name: choice}, TODAY)
            assert done.complete
            assert errors(judge(done.text, dict(done.context))) == [], choice


@each_template
def test_a_first_message_carries_the_order_number(template: Template) -> None:
    if template.context["kind"] == "proactive":
        assert "112-1234567-1234567" in template.example_text
        assert render(template, template.example, TODAY).context["order_id"] == "112-1234567-1234567"


@each_template
def test_a_template_says_when_it_fits_and_when_it_does_not(template: Template) -> None:
    for words in (template.title, template.purpose, template.use_when, template.not_when, template.notes):
        assert len(words) > 8
    for blank in template.fields:
        assert blank.help.endswith("."), blank.name


@each_template
def test_the_module_named_in_the_catalog_is_its_own(template: Template) -> None:
    assert f'name="{template.name}"' in (ROOT / template.module).read_text(encoding="utf-8")


@each_template
def test_one_required_field_left_out_gives_no_message(template: Template) -> None:
    for blank in template.fields:
        given = {name: value for name, value in template.example.items() if name != blank.name}
        done = render(template, given, TODAY)
        if blank.required:
            assert (done.complete, done.text) == (False, "")
            assert done.missing == (Problem(blank.name, f"{blank.label}: please fill this in."),)
            assert Segment(f"[{blank.label}]", blank.name, filled=False) in done.segments
        else:
            assert done.complete
            assert "\n\n\n" not in done.text
            assert f"{template.example[blank.name]}" not in done.text


@each_template
def test_a_template_says_nothing_about_reviews_to_the_buyer(template: Template) -> None:
    assert not re.search(r"review|feedback|rating|star\b|https?:|www\.", template.body, re.IGNORECASE)


@pytest.mark.parametrize("name", ARTICLE)
@pytest.mark.parametrize("kind", ["reply", "proactive"])
def test_our_words_get_the_verdict_of_the_articles_words(name: str, kind: str) -> None:
    context: dict[str, object] = {"kind": kind}
    ours, theirs = judge(BY_NAME[name].example_text, context), judge(ARTICLE[name], context)
    assert errors(ours) == errors(theirs) == []
    assert ours.verdict == theirs.verdict


@pytest.mark.parametrize("name", ARTICLE)
def test_our_words_are_not_the_articles(name: str) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}

    ours = f"{BY_NAME[name].body} {BY_NAME[name].notes} {BY_NAME[name].use_when}"
    assert runs(ours) & runs(ARTICLE[name]) == set()


@pytest.mark.parametrize(
    ("name", "rule"), [("shipping-update", "shipping-confirmation"), ("post-delivery-follow-up", "thank-you-only")]
)
def test_sent_unasked_the_contested_ones_are_warned_about_and_say_when_they_are_fine(name: str, rule: str) -> None:
    if rule not in {known.name for known in rules()}:
        pytest.skip(f"the rule {rule} is not written yet; this test wakes up with it")
    template = BY_NAME[name]
    report = judge(template.example_text, {"kind": "proactive"})
    assert [(f.rule, f.severity) for f in report.findings if f.severity is not Severity.INFO] == [
        (rule, Severity.WARNING)
    ]
    assert report.verdict == "review"
    assert "**When it is fine:**" in template.notes
    assert "Sources disagree" in template.notes
    assert "S" in {citation.source for citation in template.citations}
    assert judge(template.example_text, {"kind": "reply"}).verdict == "send"


def test_an_unknown_field_is_named_and_nothing_is_ready() -> None:
    template = BY_NAME["delay-notice"]
    done = render(template, {**template.example, "colour": "red"}, TODAY)
    assert (done.complete, done.text) == (False, "")
    assert done.malformed == (Problem("colour", "This template has no field called “colour”."),)


def test_a_value_that_is_no_text_is_refused_by_name() -> None:
    template = BY_NAME["delay-notice"]
    done = render(template, {**template.example, "cause": 7}, TODAY)
    assert done.malformed == (Problem("cause", "Cause: write it as text."),)


def test_an_unknown_template_is_answered_with_those_there_are() -> None:
    with pytest.raises(DraftError, match="delay-notice"):
        render_by_name("late-notice", {})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": "Delay Notice"}, "no template name"),
        ({"group": "Elsewhere"}, "no group"),
        ({"citations": ()}, "no source"),
        ({"body": "Hello {buyer_name}"}, "not its fields"),
        ({"example": {}}, "please fill this in"),
    ],
)
def test_a_template_that_contradicts_itself_cannot_be_made(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(BY_NAME["delay-notice"], **change)  # type: ignore[arg-type]  # wrong on purpose


def test_an_optional_blank_needs_its_own_line() -> None:
    template = BY_NAME["replacement-sent"]
    body = template.body.replace("Tracking number: {tracking}", "{item}: {tracking}")
    with pytest.raises(ValueError, match="shares the line"):
        replace(template, body=body)


def test_a_template_in_the_catalog_has_the_parts_the_pages_read() -> None:
    shown = BY_NAME["delay-notice"].to_json()
    assert set(shown) == TemplateJson.__required_keys__
    assert shown["page"] == "message-templates/delay-notice/"
    assert shown["context"] == {"kind": "proactive", "reason": "order-problem"}
    assert "8 October 2026" in shown["example_text"]
