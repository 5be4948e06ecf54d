"""The checker and its fixes: what holds for every text and every context."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide_engine import Applicability, Draft, Finding, Report, Severity, Verdict, Where, check, fix
from guide_engine.bridge import handle
from guide_engine.findings import apply_edits
from guide_engine.headline import headline
from guide_engine.reading import Reading
from tests.property.messages import CLEAN_SENTENCES, contexts, messages, texts

TODAY = "2026-11-23"
JOINTS = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", "  "])


def _draft(text: str, context: dict[str, Any] | None = None) -> Draft:
    return Draft.from_json({"today": TODAY, **(context or {}), "text": text})


@given(texts, contexts)
def test_any_draft_is_judged(text: str, context: dict[str, Any]) -> None:
    draft = _draft(text, context)
    report = check(draft)
    assert headline(report).endswith(".")
    assert report == check(draft), "the same draft gets the same answer"
    _assert_in_order(draft, report)
    _assert_verdict(draft, report)


def _assert_in_order(draft: Draft, report: Report) -> None:
    fields = {Where.TEXT: draft.text, Where.SUBJECT: draft.subject}
    for finding in report.findings:
        if finding.where in fields:
            field = fields[finding.where]
            assert finding.span is None or 0 <= finding.span.start < finding.span.end <= len(field)
            for offer in finding.fixes:
                assert all(edit.span.end <= len(field) for edit in offer.edits)
                assert apply_edits(field, offer.edits) != field, "a fix changes something"
        else:
            assert finding.span is None
            assert not any(offer.applicability is Applicability.SAFE for offer in finding.fixes)
            assert all(apply_edits(draft.text, offer.edits) != draft.text for offer in finding.fixes)
    assert list(report.findings) == sorted(report.findings, key=_place)


def _place(finding: Finding) -> tuple[int, int, int]:
    return (
        list(Where).index(finding.where),
        finding.span.start if finding.span else 0,
        finding.span.end if finding.span else 0,
    )


def _assert_verdict(draft: Draft, report: Report) -> None:
    unreachable = draft.proactive and draft.opted_out == "yes" and not draft.critical
    if report.count(Severity.ERROR):
        expected = Verdict.STOP
    elif unreachable:
        expected = Verdict.UNDELIVERABLE
    else:
        expected = Verdict.REVIEW if report.count(Severity.WARNING) else Verdict.SEND
    assert report.verdict is expected


@given(texts, contexts)
def test_no_finding_is_told_twice(text: str, context: dict[str, Any]) -> None:
    told = [(f.rule, f.where, f.span, f.message) for f in check(_draft(text, context)).findings]
    assert len(told) == len(set(told))


def _offers(finding: Finding) -> bool:
    return any(offer.applicability is Applicability.SAFE for offer in finding.fixes)


@given(texts, contexts)
def test_fixing_twice_is_fixing_once_and_no_safe_fix_is_left_over(text: str, context: dict[str, Any]) -> None:
    draft = _draft(text, context)
    fixed = fix(draft)
    after = _draft(fixed.text, {**context, "subject": fixed.subject})
    again = fix(after)
    assert (again.text, again.subject, again.applied) == (fixed.text, fixed.subject, ())
    assert [finding.rule for finding in check(after).findings if _offers(finding)] == []


@given(texts, contexts)
def test_a_fix_touches_only_the_sentences_concerned(text: str, context: dict[str, Any]) -> None:
    draft = _draft(text, context)
    prose = Reading(draft).prose
    for finding in check(draft).findings:
        if finding.where is not Where.TEXT or finding.span is None:
            continue
        first, last = finding.span.start, finding.span.end
        for sentence in prose.sentences:
            if sentence.span.overlaps(finding.span):
                first, last = min(first, sentence.span.start), max(last, sentence.span.end)
        while first > 0 and not text[first - 1].isalnum():
            first -= 1
        while last < len(text) and not text[last].isalnum():
            last += 1
        for offer in finding.fixes:
            assert all(first <= edit.span.start and edit.span.end <= last for edit in offer.edits), offer


@given(messages, JOINTS)
def test_clean_sentences_survive_every_safe_fix_unchanged_and_in_order(parts: list[str], joint: str) -> None:
    fixed = fix(_draft(joint.join(parts))).text
    at = 0
    for sentence in parts:
        if sentence in CLEAN_SENTENCES:
            found = fixed.find(sentence, at)
            assert found >= 0, (sentence, fixed)
            at = found + len(sentence)


@given(st.lists(st.sampled_from(CLEAN_SENTENCES), min_size=1, max_size=8), JOINTS)
def test_clean_sentences_stay_clean_together(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    assert [(f.rule, f.message) for f in check(_draft(text)).findings] == []
    assert fix(_draft(text)).text == text


@given(messages, JOINTS)
def test_a_violation_is_found_wherever_it_stands(parts: list[str], joint: str) -> None:
    violations = [part for part in parts if part not in CLEAN_SENTENCES]
    report = check(_draft(joint.join(parts)))
    assert (report.verdict is Verdict.STOP) == bool(violations)


@given(messages)
def test_what_the_buyer_wrote_is_not_judged_in_a_reply(parts: list[str]) -> None:
    quoted = "\n".join(f"> {part}" for part in parts)
    findings = check(_draft(f"The strap is 22 mm wide.\n{quoted}", {"kind": "reply"})).findings
    assert [f.rule for f in findings if f.where is Where.TEXT and f.span] == []


@settings(max_examples=40)
@given(texts, contexts)
def test_the_bridge_answers_every_draft(text: str, context: dict[str, Any]) -> None:
    import json

    for method in ("check", "fix"):
        answer = json.loads(
            handle(json.dumps({"v": 1, "id": 1, "method": method, "params": {**context, "text": text}}))
        )
        assert answer["ok"], answer
