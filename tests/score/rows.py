"""Rows: the labelled messages of tests/corpora, and the drafts that the checker gets for them.

Positions are code points of the row's text.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide_engine import Draft, Span

CORPORA = Path(__file__).parents[1] / "corpora"
TODAY = dt.date(2026, 11, 23)
"""The day on which every row is checked, so that a score does not change with the calendar."""

CLEAN = "none"
"""The label of a message in which nothing may be reported."""

LABELS = (
    "external_link",
    "email_address",
    "phone_number",
    "off_amazon_contact",
    "review_request",
    "conditional_review_request",
    "review_incentive",
    "review_change_request",
    "marketing",
    "important_misuse",
)

_KEYS = {"id", "lang", "text", "context", "labels", "spans", "also_ok", "note"}
_CONTEXT_KEYS = {"kind", "important", "days_since_completion"}


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message. `labels` is empty for a clean one; `also_ok` may be reported but need not be."""

    id: str
    corpus: str
    lang: str
    text: str
    kind: str
    important: bool
    days_since_completion: int | None
    labels: frozenset[str]
    spans: tuple[tuple[Span, str], ...]
    also_ok: frozenset[str]
    note: str

    @property
    def clean(self) -> bool:
        """Whether nothing may be reported in this message."""
        return not self.labels

    def draft(self) -> Draft:
        """The message as the checker gets it, as tests/corpora/README.md says."""
        context: dict[str, Any] = {"kind": self.kind, "today": TODAY.isoformat()}
        if self.days_since_completion is not None:
            context["completed_on"] = (TODAY - dt.timedelta(days=self.days_since_completion)).isoformat()
        if self.important:
            context["subject"] = "[Important] Your order"
        return Draft.from_json({"text": self.text, **context})


def row_of(data: dict[str, Any], corpus: str) -> Row:
    """Read one row. Raises ValueError with the row's id where it is not as the README says."""
    problems = list(_problems(data))
    if problems:
        message = f"{corpus}: row {data.get('id')!r}: {problems[0]}"
        raise ValueError(message)
    context = data["context"]
    return Row(
        id=data["id"],
        corpus=corpus,
        lang=data["lang"],
        text=data["text"],
        kind=context["kind"],
        important=context["important"],
        days_since_completion=context["days_since_completion"],
        labels=frozenset(data["labels"]) - {CLEAN},
        spans=tuple((Span(start, end), label) for start, end, label in data["spans"]),
        also_ok=frozenset(data.get("also_ok", ())),
        note=data.get("note", ""),
    )


def _problems(data: dict[str, Any]) -> Iterator[str]:
    if set(data) - _KEYS or not _KEYS - {"also_ok", "note"} <= set(data):
        yield f"the fields are {sorted(data)}"
        return
    if set(data["context"]) != _CONTEXT_KEYS or data["context"]["kind"] not in ("reply", "proactive"):
        yield f"the context is {data['context']}"
    labels = set(data["labels"])
    if not labels or not labels <= {CLEAN, *LABELS} or (CLEAN in labels and len(labels) > 1):
        yield f"the labels are {data['labels']}"
    if not set(data.get("also_ok", ())) <= set(LABELS) - labels:
        yield f"also_ok is {data['also_ok']}"
    for start, end, label in data["spans"]:
        if not 0 <= start < end <= len(data["text"]) or label not in labels:
            yield f"the span {[start, end, label]} is not in the text or not of its labels"
    spanned = {label for _, _, label in data["spans"]}
    for label in labels - spanned - {CLEAN, "important_misuse"}:
        yield f"no span shows where {label} is"


def read(path: Path) -> list[Row]:
    """All rows of one file. Raises ValueError for a row that is not as the README says."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row_of(json.loads(line), path.stem) for line in lines if line.strip()]


def corpora() -> list[Path]:
    """The files with labelled messages, by name."""
    return sorted(CORPORA.glob("*.jsonl"))


def rows(names: Iterable[str] = (), langs: Iterable[str] = ()) -> list[Row]:
    """The rows of the named corpora (all if none is named) in the given languages (all if none is given)."""
    wanted, spoken = set(names), set(langs)
    unknown = wanted - {path.stem for path in corpora()}
    if unknown:
        message = f"there is no corpus called {min(unknown)!r}; there are {', '.join(p.stem for p in corpora())}"
        raise ValueError(message)
    found = [row for path in corpora() if not wanted or path.stem in wanted for row in read(path)]
    return [row for row in found if not spoken or row.lang in spoken]
