"""Reports as JSON. The caller says in which units positions are to be given; see `Positions`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from operator import index
from typing import Any

from guide_engine.checker import Report
from guide_engine.draft import Draft
from guide_engine.findings import Finding, Fix, Severity, Where
from guide_engine.headline import headline
from guide_engine.sources import Citation

Positions = Callable[[Where, int], int]
"""Turns a code-point position in a field into the unit that the reader of the answer counts in."""


def code_points(_where: Where, position: int) -> int:
    """Positions as the engine counts them."""
    return position


def report_json(draft: Draft, report: Report, positions: Positions = code_points) -> dict[str, Any]:
    """The answer to a check."""
    return {**_summary(draft, report), "findings": [finding_json(finding, positions) for finding in report.findings]}


def report_text(draft: Draft, report: Report, positions: Positions = code_points) -> str:
    """The answer to a check as `compact` spells it, in a third of the time: what a rule always says is spelled once."""
    findings = ",".join([_finding_text(finding, positions) for finding in report.findings])
    return f'{compact(_summary(draft, report))[:-1]},"findings":[{findings}]}}'


compact = json.JSONEncoder(separators=(",", ":")).encode
"""JSON without spaces."""


def _summary(draft: Draft, report: Report) -> dict[str, Any]:
    counts = {severity.value: 0 for severity in Severity}
    for finding in report.findings:
        counts[finding.severity] += 1
    return {
        "verdict": report.verdict.value,
        "headline": headline(report),
        "assumed": list(report.assumed),
        "characters": len(draft.text),
        "counts": counts,
    }


def finding_json(finding: Finding, positions: Positions = code_points) -> dict[str, Any]:
    """One finding, its sources spelled out."""
    span = finding.span
    return {
        "rule": finding.rule,
        "code": finding.code,
        "title": finding.title,
        "severity": finding.severity.value,
        "status": finding.status.value,
        "where": finding.where.value,
        "start": positions(finding.where, span.start) if span else None,
        "end": positions(finding.where, span.end) if span else None,
        "message": finding.message,
        "sources": [citation.spelled_out() for citation in finding.citations],
        "fixes": [_fix_json(finding.where, fix, positions) for fix in finding.fixes],
        "page": finding.page,
    }


def _fix_json(where: Where, fix: Fix, positions: Positions) -> dict[str, Any]:
    edits = [
        {
            "start": positions(where, edit.span.start),
            "end": positions(where, edit.span.end),
            "replacement": edit.replacement,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "applicability": fix.applicability.value, "edits": edits}


def _finding_text(finding: Finding, positions: Positions) -> str:
    """`finding_json`, spelled."""
    where, span = finding.where, finding.span
    at = index if positions is code_points else partial(positions, where)
    start, end = (at(span.start), at(span.end)) if span else ("null", "null")
    head = _head(finding.rule, finding.code, finding.title, finding.severity, finding.status, where)
    fixes = ",".join([_fix_text(fix, at) for fix in finding.fixes])
    return (
        f'{head},"start":{start},"end":{end},"message":{_spelled(finding.message)},"sources":{_sources(finding)},'
        f'"fixes":[{fixes}],"page":{_spelled(finding.page)}}}'
    )


@lru_cache(maxsize=400)
def _head(*said: str) -> str:
    """What comes before a finding's place, without the closing bracket."""
    return compact(dict(zip(("rule", "code", "title", "severity", "status", "where"), said, strict=True)))[:-1]


def _sources(finding: Finding) -> str:
    """The sources, spelled once for each rule."""
    kept = _SOURCES.get(finding.rule)
    if kept is None or kept[0] is not finding.citations:
        text = compact([citation.spelled_out() for citation in finding.citations])
        kept = _SOURCES[finding.rule] = (finding.citations, text)
    return kept[1]


_SOURCES: dict[str, tuple[Iterable[Citation], str]] = {}
_spelled = lru_cache(maxsize=400)(compact)


def _fix_text(fix: Fix, at: Callable[[int], int]) -> str:
    edits = ",".join(
        [
            f'{{"start":{at(edit.span.start)},"end":{at(edit.span.end)},"replacement":{_spelled(edit.replacement)}}}'
            for edit in fix.edits
        ]
    )
    return f'{{"title":{_spelled(fix.title)},"applicability":{_spelled(fix.applicability)},"edits":[{edits}]}}'
