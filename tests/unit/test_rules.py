"""Every rule does what its examples, its texts and the table of severities say."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from guide_engine import Draft, Finding, Severity, Span, Status, Where, check, fix
from guide_engine.draft import Kind
from guide_engine.registry import rules
from guide_engine.rule import FAMILIES, Example, Rule
from guide_engine.sources import SOURCES

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  # three letters keep the table a table

SEVERITIES: dict[str, tuple[Severity, ...]] = {
    # The specification. The first is the rule's own severity; further ones may be given to single findings.
    "external-link": (E,),
    "insecure-link": (W,),
    "shortened-link": (E,),
    "lookalike-link": (E,),
    "carrier-link": (W,),
    "opt-out-link": (E,),
    "listing-link": (W,),
    "email-address": (E,),
    "phone-number": (E, W),  # a carrier's, maker's or warranty line
    "messenger-contact": (E,),
    "social-profile": (E,),
    "off-amazon-contact": (E,),
    "off-amazon-payment": (E,),
    "off-amazon-sale": (E,),
    "qr-code": (E,),
    "personal-data-request": (E,),
    "review-request": (W,),
    "biased-review-request": (E,),
    "repeat-review-request": (E,),
    "conditional-review-request": (E,),
    "review-diversion": (E,),
    "review-incentive": (E,),
    "review-change-request": (E,),
    "feedback-removal-request": (W, E),  # with pressure or a reward
    "review-dictation": (E,),
    "discount-offer": (E,),
    "product-promotion": (E,),
    "shipping-confirmation": (W,),
    "thank-you-only": (W,),
    "cancellation-request": (E,),
    "outside-30-days": (E,),
    "missing-order-id": (I,),
    "language-mismatch": (W,),
    "important-misuse": (E,),
    "important-retired": (W, I),  # a note in a reply
    "opted-out": (I,),
    "emoji": (W, I),  # text emoticons
    "html-markup": (W,),
    "excess-line-breaks": (W,),
    "over-length": (W, I),  # a note where no limit is documented
    "unfilled-placeholder": (E,),
    "near-identical-message": (W,),
    "attachment-too-large": (E,),
    "attachment-type": (W, E),  # programs and scripts
    "attachment-purpose": (W,),
    "pressure": (E,),
}

NOT_YET: frozenset[str] = frozenset()
"""Rules that the specification names and nobody has written yet. This list only shrinks."""

PROACTIVE_ONLY = {"shipping-confirmation", "thank-you-only", "outside-30-days", "opted-out"}

STILTED = re.compile(
    r"\b(?:utili[sz]e\w*|in order to|prior to|leverage|facilitate\w*|commence\w*|terminate\w*|aforementioned|hereby"
    r"|pursuant|ascertain|endeavou?r\w*|notwithstanding|with regard to|in the event that|non-complian\w+)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 25

RULES = {rule.name: rule for rule in rules()}
FLAGGED = [(rule, shown) for rule in rules() for shown in rule.flagged]
ALLOWED = [(rule, shown) for rule in rules() for shown in rule.allowed]


def _id(value: object) -> str | None:
    """A test's id is the rule and the sentence itself."""
    if isinstance(value, Rule):
        return value.name
    return value.marked[:60] if isinstance(value, Example) else None


def _findings(rule: Rule, draft: Draft) -> list[Finding]:
    return [finding for finding in check(draft).findings if finding.rule == rule.name]


@pytest.mark.parametrize(("rule", "shown"), FLAGGED, ids=_id)
def test_a_flagged_example_is_found_exactly_where_it_is_marked(rule: Rule, shown: Example) -> None:
    found = _findings(rule, shown.draft())
    in_text = [finding.span for finding in found if finding.where is Where.TEXT and finding.span]
    assert [_cut(shown, span) for span in in_text] == [_cut(shown, span) for span in shown.spans]
    assert in_text == list(shown.spans)
    assert found, "the rule finds nothing in its own example"


def _cut(shown: Example, span: Span) -> str:
    return shown.text[span.start : span.end]


@pytest.mark.parametrize(("rule", "shown"), ALLOWED, ids=_id)
def test_an_allowed_example_is_let_through(rule: Rule, shown: Example) -> None:
    assert shown.spans == (), "an allowed example marks nothing"
    counted = (W, E) if rule.severity is not I else (I, W, E)
    found = [finding for finding in _findings(rule, shown.draft()) if finding.severity in counted]
    assert [(finding.message, finding.span and _cut(shown, finding.span)) for finding in found] == []


@pytest.mark.parametrize(
    ("rule", "shown"), [(rule, shown) for rule, shown in FLAGGED + ALLOWED if shown.fixed is not None], ids=_id
)
def test_the_safe_fixes_make_the_text_that_the_example_shows(rule: Rule, shown: Example) -> None:
    assert fix(shown.draft()).text == shown.fixed
    again = Draft.from_json({**shown.context, "text": shown.fixed})
    assert [f for f in _findings(rule, again) if f.severity is not I] == []


def test_every_rule_of_the_specification_exists_once_or_is_listed_as_missing() -> None:
    assert set(SEVERITIES) - set(RULES) == NOT_YET
    assert len(RULES) == len(rules())


@pytest.mark.parametrize("name", sorted(set(SEVERITIES) & set(RULES)))
def test_a_rule_has_the_severity_of_the_specification(name: str) -> None:
    assert RULES[name].severity is SEVERITIES[name][0]


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_a_finding_has_a_severity_that_the_specification_gives_its_rule(rule: Rule) -> None:
    given = {finding.severity for shown in rule.flagged + rule.allowed for finding in _findings(rule, shown.draft())}
    allowed = SEVERITIES.get(rule.name, (rule.severity,))
    # A rule that is graded in two ways shows both, so that nobody loses one unnoticed. A note weighs nothing.
    assert given | {I} == {*allowed, I}
    assert rule.severity in given


@pytest.mark.parametrize("name", sorted(PROACTIVE_ONLY & set(RULES)))
def test_these_rules_are_about_first_messages_only(name: str) -> None:
    rule = RULES[name]
    replies = [Draft.from_json({**shown.context, "text": shown.text, "kind": "reply"}) for shown in rule.flagged]
    assert [finding for draft in replies for finding in _findings(rule, draft)] == []
    assert rule.applies_to == (Kind.PROACTIVE,)


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_a_rule_cites_sources_that_exist_and_says_where_in_them(rule: Rule) -> None:
    assert [citation.source for citation in rule.citations if citation.source not in SOURCES] == []
    assert all(citation.where for citation in rule.citations), "say where in the source it stands"
    assert all(re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", citation.read) for citation in rule.citations)
    pairs = [(citation.source, citation.where) for citation in rule.citations]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_the_status_fits_the_sources(rule: Rule) -> None:
    kinds = {SOURCES[citation.source].kind for citation in rule.citations}
    if rule.status is Status.DOCUMENTED:
        assert kinds & {"amazon", "moderator"}, "documented means Amazon's own text"
    if rule.status is Status.RESTATED:
        assert kinds & {"third-party", "article"}
    if rule.status is Status.CONTESTED:
        assert len(rule.positions) >= 2
        sides = [set(position.sources) for position in rule.positions]
        assert all(a != b for a, b in pairwise(sides)), "each side has its own sources"


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_the_module_is_called_as_the_rule_is(rule: Rule) -> None:
    assert rule.check.__module__.startswith("guide_engine.")
    assert rule.module == f"guide_engine/rules/{rule.name.replace('-', '_')}.py"
    assert f"{rule.name.replace('-', '_')}" in _modules()


def _modules() -> set[str]:
    from importlib import import_module
    from pkgutil import iter_modules

    return {
        module.name
        for module in iter_modules(import_module("guide_engine.rules").__path__)
        if import_module(f"guide_engine.rules.{module.name}").RULE.name.replace("-", "_") == module.name
    }


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_the_texts_are_plain(rule: Rule) -> None:
    texts = {
        "summary": rule.summary,
        "why": rule.why,
        "fix": rule.fix,
        "exceptions": rule.exceptions,
        "also": rule.also,
        **{f"position {n}": position.says for n, position in enumerate(rule.positions, 1)},
        **{
            f"message {finding.message[:30]!r}": finding.message
            for shown in rule.flagged
            for finding in _findings(rule, shown.draft())
        },
    }
    assert {name: STILTED.findall(text) for name, text in texts.items() if STILTED.search(text)} == {}
    long = {name: sentence for name, text in texts.items() for sentence in _sentences(text) if _words(sentence) > 25}
    assert long == {}, f"no sentence has more than {LONGEST_SENTENCE} words"
    unfinished = {name: text for name, text in texts.items() if text and not text.rstrip().endswith((".", "!", "?"))}
    assert unfinished == {}, "texts are whole sentences"
    assert rule.title == rule.title.strip().rstrip(".")
    assert len(rule.summary) <= 200


def _sentences(text: str) -> list[str]:
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return [part for part in re.split(r"(?<=[.!?:;])[\"”)]?\s+|\n\s*(?:[-*]|\d+\.)?\s*", plain) if part]


def _words(sentence: str) -> int:
    return len(re.findall(r"[\w'’-]+", sentence))


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_examples_are_used_once_and_allowed_ones_say_why(rule: Rule) -> None:
    shown = [(example.marked, repr(example.context)) for example in rule.flagged + rule.allowed]
    assert len(shown) == len(set(shown))
    assert [example.text for example in rule.allowed if not example.note] == [], "say why each allowed example is fine"


def test_codes_run_on_inside_each_family_and_are_never_doubled() -> None:
    codes = [rule.code for rule in rules()]
    assert len(codes) == len(set(codes))
    assert {code[:3] for code in codes} <= set(FAMILIES)


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_superseded_rules_exist(rule: Rule) -> None:
    assert set(rule.supersedes) <= set(SEVERITIES) | set(RULES)
    assert rule.name not in rule.supersedes
