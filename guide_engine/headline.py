"""The verdict in one sentence, for the banner, the command line and screen readers."""

from __future__ import annotations

from guide_engine.checker import Report
from guide_engine.findings import Severity, Verdict


def headline(report: Report) -> str:
    """One plain sentence that says what to do with the draft and why."""
    errors, warnings, notes = (report.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    if report.verdict is Verdict.STOP:
        return f"Do not send this yet: {_things(errors)} {_are(errors)} against the written rules."
    if report.verdict is Verdict.UNDELIVERABLE:
        return "This will not arrive: the buyer has opted out, and this purpose does not reach them."
    if report.verdict is Verdict.REVIEW:
        return f"Look again before you send: {_things(warnings)} may get this message blocked."
    if notes:
        return f"Nothing here breaks the written rules. There {_are(notes)} {_notes(notes)} to read."
    return "Nothing here breaks the written rules."


def _things(number: int) -> str:
    return "one thing" if number == 1 else f"{number} things"


def _notes(number: int) -> str:
    return "one note" if number == 1 else f"{number} notes"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
