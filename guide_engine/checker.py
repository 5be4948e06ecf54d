"""The checker: draft in, verdict and findings out.

`check` runs every rule over one reading of the draft. `fix` applies all safe fixes until none is left. Positions in
both are raw code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guide_engine.draft import Draft, DraftError, OptedOut
from guide_engine.findings import (
    Applicability,
    EditSet,
    Finding,
    Fix,
    Hit,
    Severity,
    Verdict,
    Where,
)
from guide_engine.reading import Reading
from guide_engine.registry import rules
from guide_engine.rule import Rule

MAX_ROUNDS = 8
"""How often `fix` looks again. Each round removes findings, so real drafts need two or three."""

_PLACES = {where: number for number, where in enumerate(Where)}


@dataclass(frozen=True, slots=True)
class Report:
    """What the checker says about one draft: the verdict, the findings in order of position, what was assumed."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    assumed: tuple[str, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The draft's text and subject after all safe fixes, and the titles of the fixes made, in order."""

    text: str
    subject: str
    applied: tuple[str, ...]


def check(draft: Draft) -> Report:
    """Judge a draft by the written policy."""
    reading = Reading(draft)
    found = [(rule, hit) for rule in rules() if draft.kind in rule.applies_to for hit in rule.check(reading)]
    if reading.quoted:
        found = [(rule, hit) for rule, hit in found if not _is_the_buyers(reading, hit)]
    findings = _leaving_a_message(draft, sorted(_without_superseded(reading, found), key=_position))
    return Report(verdict_of(draft, findings), findings, draft.assumed)


def _is_the_buyers(reading: Reading, hit: Hit) -> bool:
    return hit.span is not None and hit.where is Where.TEXT and reading.quotes_buyer(hit.span)


def verdict_of(draft: Draft, findings: Iterable[Finding]) -> Verdict:
    """Stop on an error; undeliverable where the buyer opted out of such a message; review on a warning; else send."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.STOP
    if draft.proactive and draft.opted_out is OptedOut.YES and not draft.critical:
        return Verdict.UNDELIVERABLE
    return Verdict.REVIEW if Severity.WARNING in severities else Verdict.SEND


def fix(draft: Draft) -> Fixed:
    """Apply every safe fix, again and again until a check offers no more.

    A fix that would leave no message at all is not made: an empty message helps nobody.
    """
    applied: list[str] = []
    for _ in range(MAX_ROUNDS):
        changed, titles = _fix_once(draft)
        if changed is None:
            break
        draft = changed
        applied += titles
    return Fixed(draft.text, draft.subject, tuple(applied))


def _fix_once(draft: Draft) -> tuple[Draft | None, list[str]]:
    """One round of safe fixes: the changed draft and the titles, or None where there is nothing to do."""
    chosen, titles = _safe_edits(check(draft).findings)
    if not titles:
        return None, []
    text, subject = chosen[Where.TEXT].apply(draft.text), chosen[Where.SUBJECT].apply(draft.subject)
    return replace(draft, text=text, subject=subject), titles


def _safe_edits(findings: Iterable[Finding]) -> tuple[dict[Where, EditSet], list[str]]:
    """The safe fixes that can be made together, as edits per field, and their titles; the earlier finding goes first."""
    chosen = {Where.TEXT: EditSet(), Where.SUBJECT: EditSet()}
    titles: list[str] = []
    for finding in findings:
        offer = next((f for f in finding.fixes if f.applicability is Applicability.SAFE), None)
        if offer and chosen[finding.where].add(offer.edits):
            titles.append(offer.title)
    return chosen, titles


def _leaving_a_message(draft: Draft, findings: list[Finding]) -> tuple[Finding, ...]:
    """Where all safe fixes together would leave an empty message, let the person choose what to remove."""
    if _removed_at_most(findings) < len("".join(draft.text.split())):
        return tuple(findings)  # something is left, whichever of them go together
    if _safe_edits(findings)[0][Where.TEXT].apply(draft.text).strip():
        return tuple(findings)
    return tuple(replace(f, fixes=tuple(map(_suggested, f.fixes))) if f.where is Where.TEXT else f for f in findings)


def _removed_at_most(findings: Iterable[Finding]) -> int:
    """How many characters of the text all safe fixes together can take out, were all of them made."""
    return sum(
        edit.span.end - edit.span.start
        for finding in findings
        if finding.where is Where.TEXT
        for fix in finding.fixes
        if fix.applicability is Applicability.SAFE
        for edit in fix.edits
    )


def _suggested(fix_to_show: Fix) -> Fix:
    return replace(fix_to_show, applicability=Applicability.SUGGESTED)


def _without_superseded(reading: Reading, found: list[tuple[Rule, Hit]]) -> list[Finding]:
    """Make findings of hits, leaving out those that a more exact rule makes superfluous in the same sentence."""
    present = {rule.name for rule, _ in found}
    gone = {rule.name: present.intersection(rule.supersedes) for rule, _ in found if rule.supersedes}
    either = set().union(*gone.values())
    if not either:
        return [finding_of(rule, hit) for rule, hit in found]
    taken: dict[str, set[tuple[Where, int]]] = {name: set() for name in either}
    touched = []
    for rule, hit in found:
        names = gone.get(rule.name)
        places = _places(reading, hit) if names or rule.name in either else ()
        touched.append(places)
        for name in names or ():
            taken[name].update(places)
    return [
        finding_of(rule, hit)
        for (rule, hit), places in zip(found, touched, strict=True)
        if rule.name not in either or taken[rule.name].isdisjoint(places)
    ]


def _places(reading: Reading, hit: Hit) -> Sequence[tuple[Where, int]]:
    """The sentences that a hit touches, by field and number."""
    if hit.span is None or hit.where not in (Where.TEXT, Where.SUBJECT):
        return ()
    prose = reading.prose if hit.where is Where.TEXT else reading.subject_prose
    return [(hit.where, number) for number in prose.numbers_in(hit.span)]


def finding_of(rule: Rule, hit: Hit) -> Finding:
    """Add to a hit what its rule says."""
    return Finding(
        rule=rule.name,
        code=rule.code,
        title=rule.title,
        severity=hit.severity or rule.severity,
        status=rule.status,
        where=hit.where,
        span=hit.span,
        message=hit.message or rule.summary,
        citations=rule.citations,
        fixes=hit.fixes,
        page=rule.page,
    )


def _position(finding: Finding) -> tuple[int, int, int, str]:
    start, end = (finding.span.start, finding.span.end) if finding.span else (0, 0)
    return (_PLACES[finding.where], start, end, finding.code)


__all__ = ["DraftError", "Fixed", "Report", "check", "finding_of", "fix", "verdict_of"]
