"""Reports as JSON. The caller says in which units positions are to be given; see `Positions`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide_engine.checker import Report
from guide_engine.draft import Draft
from guide_engine.findings import Finding, Fix, Severity, Where
from guide_engine.headline import headline

Positions = Callable[[Where, int], int]
"""Turns a code-point position in a field into the unit that the reader of the answer counts in."""


def code_points(_where: Where, position: int) -> int:
    """Positions as the engine counts them."""
    return position


def report_json(draft: Draft, report: Report, positions: Positions = code_points) -> dict[str, Any]:
    """The answer to a check."""
    counts = {severity.value: 0 for severity in Severity}
    for finding in report.findings:
        counts[finding.severity.value] += 1
    return {
        "verdict": report.verdict.value,
        "headline": headline(report),
        "assumed": list(report.assumed),
        "characters": len(draft.text),
        "counts": counts,
        "findings": [finding_json(finding, positions) for finding in report.findings],
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
