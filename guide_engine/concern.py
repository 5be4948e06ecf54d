"""Concerns: what a buyer should know about a message that a seller sent.

The same rules read the message; this module says what their findings mean for the buyer, in the buyer's words. Each
concern is one module in `concerns/`. Nothing here blames the buyer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from guide_engine.checker import check
from guide_engine.detectors.phrases import Pattern, find
from guide_engine.draft import Draft, Kind
from guide_engine.findings import Finding, Span, Where
from guide_engine.reading import Reading
from guide_engine.sources import Citation, CitationJson


class Level(StrEnum):
    """How careful the buyer should be, from worst to best."""

    DANGER = "danger"
    """Money or data may be at risk: do not answer, do not click."""
    BARRED = "barred"
    """The seller may not do this; the buyer need not do what it says."""
    ODD = "odd"
    """Against the rules for sellers, harmless to the buyer."""
    NORMAL = "normal"


ADVICE = {
    Level.DANGER: "Do not answer and do not click anything in it. Report it to Amazon.",
    Level.BARRED: "You need not do what it says. You can report it to Amazon.",
    Level.ODD: "It breaks Amazon's rules for sellers, but it does you no harm. You can leave it unanswered.",
    Level.NORMAL: "It asks for nothing that a seller may not ask. You can answer it in your messages on Amazon.",
}
"""What to do, in one sentence, for each level."""

SAFE_ANSWER = (
    "Please keep to Amazon's messages for this order. I will not share other contact or payment details. "
    "Please tell me here how you will solve it."
)
"""An answer that gives nothing away and asks for what the buyer is owed; used where no concern has one of its own."""


class ConcernJson(TypedDict):
    """A concern as the page shows it."""

    name: str
    title: str
    level: Level
    means: str
    do: list[str]
    citations: list[CitationJson]


@dataclass(frozen=True, kw_only=True)
class Concern:
    """One thing that a buyer should know.

    `rules` are the names of the rules whose findings raise it; `heard` are patterns that raise it by themselves, for
    what no seller writes by mistake and the rules for sellers therefore do not name. `instead_of` are concerns that say
    the same less exactly and are left out where this one has their words. `answer` is what the buyer can write back,
    where SAFE_ANSWER does not fit. `means` and `do` are Markdown, in the buyer's
    words. `raised_by` are messages that raise it, which are the tests. ValueError where any of these is missing.
    """

    name: str
    title: str
    level: Level
    rules: tuple[str, ...] = ()
    heard: tuple[Pattern, ...] = ()
    instead_of: tuple[str, ...] = ()
    answer: str = ""
    means: str
    do: tuple[str, ...]
    citations: tuple[Citation, ...]
    raised_by: tuple[str, ...]

    def __post_init__(self) -> None:
        if not all((self.rules or self.heard, self.means, self.do, self.citations, self.raised_by)):
            message = f"the concern {self.name!r} leaves a question open"
            raise ValueError(message)

    def to_json(self) -> ConcernJson:
        """The concern in the page's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "level": self.level,
            "means": self.means,
            "do": list(self.do),
            "citations": [citation.to_json() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class Raised:
    """A concern that a message raises, and the raw spans (code points) that raise it."""

    concern: Concern
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What we think of a message that a seller sent: the worst level, and every concern, the worst first."""

    level: Level
    raised: tuple[Raised, ...]

    @property
    def advice(self) -> str:
        """What to do, in one sentence."""
        return ADVICE[self.level]

    @property
    def safe_answer(self) -> str:
        """What the buyer can write back: the worst concern's own answer, or the one that fits all."""
        return (self.raised and self.raised[0].concern.answer) or SAFE_ANSWER


def assess(text: str, concerns: Iterable[Concern]) -> Assessment:
    """Read a seller's message for a buyer. Raises DraftError where `text` cannot be read."""
    draft = Draft.from_json({"text": text, "kind": Kind.REPLY.value})
    findings = [finding for finding in check(draft).findings if finding.where is Where.TEXT and finding.span]
    reading = Reading(draft)
    raised = [Raised(one, spans) for one in concerns if (spans := _spans(one, findings, reading))]
    order = list(Level)
    raised = [one for one in raised if not _said_better(one, raised)]
    raised.sort(key=lambda one: (order.index(one.concern.level), one.spans[0]))
    return Assessment(raised[0].concern.level if raised else Level.NORMAL, tuple(raised))


def _spans(concern: Concern, findings: list[Finding], reading: Reading) -> tuple[Span, ...]:
    ruled = [finding.span for finding in findings if finding.rule in concern.rules and finding.span]
    apart = [span for span in find(reading.prose, concern.heard) if not any(span.overlaps(other) for other in ruled)]
    spans = sorted((*ruled, *(span for span in apart if not reading.quotes_buyer(span))))
    # A passage that holds a shorter one says nothing that the shorter one does not say better.
    return tuple(span for span in spans if not any(span != other and span.covers(other) for other in spans))


def _said_better(one: Raised, raised: list[Raised]) -> bool:
    """Whether other concerns that stand in its place have all of its words."""
    better = [span for other in raised if one.concern.name in other.concern.instead_of for span in other.spans]
    return all(any(span.overlaps(other) for other in better) for span in one.spans)
