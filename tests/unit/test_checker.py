"""Verdicts, fixes, and how the context decides."""

from __future__ import annotations

from typing import Any

import pytest

from guide_engine import Draft, Severity, Verdict, check, fix

ORDER = "112-1234567-1234567"
CLEAN = f"Which colour shall we send for order {ORDER}?"


def _verdict(text: str, **context: Any) -> Verdict:
    return check(Draft.from_json({"text": text, **context})).verdict


@pytest.mark.parametrize(
    ("text", "context", "verdict"),
    [
        ("The strap is 22 mm.", {}, "send"),
        ("The strap is 22 mm 🎉.", {}, "review"),
        ("Leave a review and get a $20 gift card.", {}, "stop"),
        ("Leave a review and get a $20 gift card 🎉.", {}, "stop"),
        (CLEAN, {"kind": "proactive", "opted_out": "no"}, "send"),
        (CLEAN, {"kind": "proactive", "opted_out": "unknown"}, "send"),
        (CLEAN, {"kind": "proactive", "opted_out": "yes"}, "undeliverable"),
        (CLEAN, {"kind": "proactive", "opted_out": "yes", "reason": "customization"}, "send"),
        (CLEAN, {"kind": "proactive", "opted_out": "yes", "reason": "safety"}, "undeliverable"),
        (CLEAN, {"kind": "reply", "opted_out": "yes"}, "send"),
        (f"{CLEAN} 🎉", {"kind": "proactive", "opted_out": "yes"}, "undeliverable"),
        (f"{CLEAN} Leave us a 5-star review.", {"kind": "proactive", "opted_out": "yes"}, "stop"),
        (CLEAN, {"kind": "proactive", "completed_on": "2026-01-01", "today": "2026-11-23"}, "stop"),
        (CLEAN, {"kind": "reply", "completed_on": "2026-01-01", "today": "2026-11-23"}, "send"),
    ],
)
def test_the_verdict_follows_from_the_findings_and_the_context(
    text: str, context: dict[str, Any], verdict: str
) -> None:
    assert _verdict(text, **context) == verdict


def test_a_more_exact_rule_speaks_alone_in_its_sentence() -> None:
    report = check(Draft(text="Leave a review and get a $20 gift card. Please also rate us."))
    assert [finding.rule for finding in report.findings][:1] == ["review-incentive"]
    assert (
        "review-request" in {f.rule for f in report.findings if f.span and f.span.start > 39}
        or len(report.findings) == 1
    )


def test_what_a_buyer_wrote_counts_only_in_a_first_message() -> None:
    text = "The strap is 22 mm.\n> write me at ann@mailhouse.com"
    assert _verdict(text, kind="reply") == Verdict.SEND
    assert _verdict(text, kind="proactive") == Verdict.STOP


def test_fixing_goes_on_until_nothing_safe_is_left() -> None:
    fixed = fix(Draft(text="Hello 🎉\n\n\n\nThe strap is 22 mm 🎉.", subject="News 🎉"))
    assert (fixed.text, fixed.subject) == ("Hello\n\nThe strap is 22 mm.", "News")
    assert len(fixed.applied) == 4


def test_a_message_is_never_mended_into_nothing() -> None:
    draft = Draft(text="Visit www.lampya.net now")
    assert check(draft).verdict is Verdict.STOP
    assert fix(draft).text.strip() != ""


def test_the_default_kind_is_told_as_assumed() -> None:
    assert check(Draft.from_json({"text": "Yes."})).assumed == ("kind",)
    assert check(Draft.from_json({"text": "Yes.", "kind": "reply"})).assumed == ()


def test_findings_are_counted_by_severity() -> None:
    report = check(Draft(text="Nice 🎉 and :-) and 🎉"))
    assert (report.count(Severity.ERROR), report.count(Severity.WARNING), report.count(Severity.INFO)) == (0, 2, 1)
