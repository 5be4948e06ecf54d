"""What a check yields, and what the person sees.

A rule's check yields `Hit`s: a raw span and, where an edit can mend it, fixes. The checker turns each hit into a
`Finding` by adding the rule's code, severity and page. Every position in this module counts **code points** of the
raw field (the text or the subject), half-open: ``raw[start:end]`` is the marked part.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from guide_engine.sources import Citation


class Severity(StrEnum):
    """How much a finding weighs. Which rule has which severity is decided by the table in the design document."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Status(StrEnum):
    """How well a rule is supported by its sources."""

    DOCUMENTED = "documented"
    RESTATED = "restated"
    CONTESTED = "contested"
    RETIRED = "retired"


class Verdict(StrEnum):
    """What to do with the draft, from worst to best: see `guide_engine.checker.verdict_of`."""

    STOP = "stop"
    UNDELIVERABLE = "undeliverable"
    REVIEW = "review"
    SEND = "send"


class Applicability(StrEnum):
    """Whether a fix may be applied without asking.

    `SAFE` fixes take away only what is barred and leave the rest as it stood. A `SUGGESTED` fix changes what the
    message says, so a person has to choose it.
    """

    SAFE = "safe"
    SUGGESTED = "suggested"


class Where(StrEnum):
    """The part of the draft that a finding is about. Positions exist only in `TEXT` and `SUBJECT`."""

    TEXT = "text"
    SUBJECT = "subject"
    ATTACHMENTS = "attachments"
    CONTEXT = "context"


class _Range(NamedTuple):
    start: int
    end: int


class Span(_Range):
    """A half-open range of code points. Raises ValueError where it would run backwards or start before 0.

    A pair of its own kind: a text with many findings has hundreds, and pairs are made and compared in no time.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:  # noqa: D102  # what the class says
        if not 0 <= start <= end:
            message = f"a span cannot run from {start} to {end}"
            raise ValueError(message)
        return tuple.__new__(cls, (start, end))

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """The range `by` so many code points further on."""
        return Span(self.start + by, self.end + by) if by else self

    def hull(self, other: Span) -> Span:
        """The smallest range that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points of `span` by `replacement`; an empty replacement deletes."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding. Its edits belong to the field named by the finding's `where`."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SUGGESTED


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields.

    `message` replaces the rule's summary where the check can say something more exact; `severity` replaces the
    rule's default where the design document's table grades one rule in two ways.
    """

    span: Span | None = None
    where: Where = Where.TEXT
    message: str = ""
    severity: Severity | None = None
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the person sees: a hit with everything that its rule says about it."""

    rule: str
    code: str
    title: str
    severity: Severity
    status: Status
    where: Where
    span: Span | None
    message: str
    citations: tuple[Citation, ...]
    fixes: tuple[Fix, ...]
    page: str


class EditSet:
    """Edits of one text of which no two touch the same place, so that all can be made at once."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []

    def add(self, edits: tuple[Edit, ...]) -> bool:
        """Take up all of `edits` and answer True, or none where one of them touches what is there already."""
        if any(self._touches(edit.span) for edit in edits):
            return False
        for edit in edits:
            insort(self._edits, edit, key=_start)
        return True

    def apply(self, text: str) -> str:
        """`text` with all the edits made."""
        return apply_edits(text, tuple(self._edits))

    def _touches(self, span: Span) -> bool:
        """Only the edits next to `span` can touch it: the others lie before and behind those."""
        first = max(0, bisect_left(self._edits, span.start, key=_start) - 1)
        last = bisect_right(self._edits, span.end, key=_start)
        return any(span.overlaps(near.span) or span == near.span for near in self._edits[first:last])


def _start(edit: Edit) -> int:
    return edit.span.start


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """Return `text` with all `edits` made; positions refer to `text` as given. Raises ValueError on overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start < at:
            message = f"two edits overlap at position {edit.span.start}"
            raise ValueError(message)
        pieces += (text[at : edit.span.start], edit.replacement)
        at = edit.span.end
    pieces.append(text[at:])
    return "".join(pieces)
