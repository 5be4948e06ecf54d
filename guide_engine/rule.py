"""Rule: what one rule is, says, cites and checks. Its page, its tests and its JSON all come from this object."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide_engine.draft import Draft, Kind
from guide_engine.findings import Hit, Severity, Span, Status
from guide_engine.reading import Reading
from guide_engine.sources import Citation, Position

FAMILIES: Mapping[str, str] = {
    "LNK": "Links",
    "CON": "Contact details",
    "PAY": "Payment",
    "REV": "Reviews and feedback",
    "PRO": "Promotion",
    "ORD": "Orders and purpose",
    "OPT": "Opt-out and [Important]",
    "FMT": "Form and style",
    "ATT": "Attachments",
    "TON": "Tone",
}
"""The families of rules, by the letters of their codes, in the order in which the site lists them."""

Check = Callable[[Reading], Iterable[Hit]]

_CODE = re.compile(r"[A-Z]{3}\d{2}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARK = re.compile(r"[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Example:
    """A message that shows a rule, written with ⟦marks⟧ around what the rule is to find.

    `context` holds further draft fields as the JSON spells them; `fixed` is the text after all safe fixes, where the
    example shows one; `note` says why an allowed example is fine. Raises ValueError where the marks do not pair up.
    """

    marked: str
    context: Mapping[str, Any] = field(default_factory=dict)
    fixed: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        marks = "".join(_MARK.findall(self.marked))
        if marks != "⟦⟧" * (len(marks) // 2):
            message = f"the marks of the example {self.marked!r} do not pair up"
            raise ValueError(message)

    @property
    def text(self) -> str:
        """The message without the marks."""
        return _MARK.sub("", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The marked ranges, in code points of `text`."""
        pieces = _MARK.split(self.marked)
        spans, at = [], 0
        for number, piece in enumerate(pieces):
            if number % 2:
                spans.append(Span(at, at + len(piece)))
            at += len(piece)
        return tuple(spans)

    def draft(self) -> Draft:
        """The example as a draft. Raises DraftError where its context cannot be used."""
        return Draft.from_json({"text": self.text, **self.context})


def example(marked: str, *, fixed: str | None = None, note: str = "", **context: Any) -> Example:
    """Write an example in one line: the marked text, then draft fields by name."""
    return Example(marked, context, fixed, note)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule.

    `name` completes "this message contains a(n) …"; `code` is family letters and a number that is never used again.
    `summary` is what the finding says unless the check says something more exact. `why`, `fix` and `exceptions` are
    Markdown for the rule's page. `positions` are the sides of a contested rule, each with its sources.
    `supersedes` names rules whose findings in the same sentence this rule's finding makes superfluous.

    Raises ValueError where something a reader would miss is missing.
    """

    name: str
    code: str
    title: str
    severity: Severity
    status: Status
    summary: str
    why: str
    fix: str
    exceptions: str
    citations: tuple[Citation, ...]
    check: Check
    flagged: tuple[Example, ...]
    allowed: tuple[Example, ...]
    also: str = ""
    positions: tuple[Position, ...] = ()
    applies_to: tuple[Kind, ...] = (Kind.REPLY, Kind.PROACTIVE)
    supersedes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problems = [
            (not _NAME.fullmatch(self.name), "a name in small letters and hyphens"),
            (not _CODE.fullmatch(self.code) or self.code[:3] not in FAMILIES, "a code of a known family"),
            (not self.citations, "at least one citation"),
            (len(self.flagged) < 3 or len(self.allowed) < 3, "three flagged and three allowed examples"),
            (
                (self.status is Status.CONTESTED) != (len(self.positions) > 1),
                "positions of both sides exactly if contested",
            ),
            (not all((self.summary, self.why, self.fix, self.exceptions)), "summary, why, fix and exceptions"),
        ]
        missing = [what for wrong, what in problems if wrong]
        if missing:
            message = f"rule {self.name!r} needs {missing[0]}"
            raise ValueError(message)

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code[:3]

    @property
    def page(self) -> str:
        """The rule's page, relative to the site."""
        return f"rules/{self.name}/"

    @property
    def module(self) -> str:
        """The file that holds the rule, relative to the project."""
        return f"guide_engine/rules/{self.name.replace('-', '_')}.py"

    def to_json(self) -> dict[str, Any]:
        """The rule as the catalog lists it; spans in code points."""
        return {
            "name": self.name,
            "code": self.code,
            "family": self.family,
            "family_title": FAMILIES[self.family],
            "title": self.title,
            "severity": self.severity,
            "status": self.status,
            "applies_to": list(self.applies_to),
            "summary": self.summary,
            "why": self.why,
            "fix": self.fix,
            "exceptions": self.exceptions,
            "also": self.also,
            "positions": [position.to_json() for position in self.positions],
            "citations": [citation.to_json() for citation in self.citations],
            "page": self.page,
            "module": self.module,
            "examples": {
                "flagged": [self._example_json("flagged", i, e) for i, e in enumerate(self.flagged, 1)],
                "allowed": [self._example_json("allowed", i, e) for i, e in enumerate(self.allowed, 1)],
            },
        }

    def _example_json(self, group: str, number: int, shown: Example) -> dict[str, Any]:
        return {
            "id": f"{self.name}.{group}.{number}",
            "text": shown.text,
            "spans": [[span.start, span.end] for span in shown.spans],
            "context": dict(shown.context),
            "fixed": shown.fixed,
            "note": shown.note,
        }
