"""The guide engine: what Amazon's written rules for messages between sellers and buyers say about a draft.

The public names are on this screen. The engine is pure Python, reads no files but its own lexicons, asks no network,
and runs the same in CPython and in a reader's browser.

It predicts the written policy, not Amazon's own scanner, whose rules nobody has published.
"""

from guide_engine.by_name import render, walk
from guide_engine.catalog import catalog
from guide_engine.checker import Fixed, Report, check, fix
from guide_engine.draft import Attachment, Draft, DraftError, Kind, OptedOut, Reason
from guide_engine.findings import Applicability, Edit, Finding, Fix, Severity, Span, Status, Verdict, Where

__all__ = [
    "Applicability",
    "Attachment",
    "Draft",
    "DraftError",
    "Edit",
    "Finding",
    "Fix",
    "Fixed",
    "Kind",
    "OptedOut",
    "Reason",
    "Report",
    "Severity",
    "Span",
    "Status",
    "Verdict",
    "Where",
    "catalog",
    "check",
    "fix",
    "render",
    "walk",
]
