"""Notices: the red text and the returned mail that sellers see when a message did not arrive.

Each case is one module in `notices/`; the words by which it is told stand in the lexicons as the concept that the case
names, so a further language is a lexicon's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from guide_engine.clauses import Prose, tag
from guide_engine.findings import Span
from guide_engine.sources import Citation, CitationJson, Position, PositionJson
from guide_engine.text import normalize

PAGE = "sellers/message-not-delivered/"
"""The page that explains every case; each has a heading of its name there."""


class NoticeJson(TypedDict):
    """A case as the page shows it; `often_reads` is the notice as it is shown in English."""

    name: str
    title: str
    fault: str
    means: str
    today: list[str]
    lasts: list[PositionJson]
    citations: list[CitationJson]
    page: str
    often_reads: str


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One reason why a message did not arrive.

    `order` is its place in lists, the cases that sellers meet most often first. `concept` names the lexicons' phrases
    for it. `fault` says in a few words whether the seller did anything wrong.
    `today` are the steps to take now, in Markdown. `lasts` says how long it holds, according to whom. `shown` are
    notices as sellers see them, one per language that is told, which are the tests. ValueError where any is missing.
    """

    name: str
    order: int
    title: str
    concept: str
    fault: str
    means: str
    today: tuple[str, ...]
    lasts: tuple[Position, ...]
    citations: tuple[Citation, ...]
    shown: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not all((self.today, self.lasts, self.citations, self.shown, self.means, self.fault)):
            message = f"the notice {self.name!r} leaves a question open"
            raise ValueError(message)

    def to_json(self) -> NoticeJson:
        """The case in the catalog's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "fault": self.fault,
            "means": self.means,
            "today": list(self.today),
            "lasts": [position.to_json() for position in self.lasts],
            "citations": [citation.to_json() for citation in self.citations],
            "page": f"{PAGE}#{self.name}",
            "often_reads": next(text for language, text in self.shown if language == "en"),
        }


@dataclass(frozen=True, slots=True)
class Recognised:
    """A case found in a pasted notice.

    `spans` are the raw stretches (code points) of the words that tell it, none over another; `telling` counts the
    phrases in them, and the more there are the surer the case.
    """

    notice: Notice
    spans: tuple[Span, ...]
    telling: int


def recognise(text: str, notices: Iterable[Notice]) -> tuple[Recognised, ...]:
    """The cases that `text` speaks of, the surest first; empty where it is none that we know.

    A case with more telling phrases is surer; of two with as many, the one that is told first.
    """
    prose = tag(normalize(text))
    found = [
        Recognised(notice, _joined(spans), len(spans))
        for notice in notices
        if (spans := _telling(prose, notice.concept))
    ]
    return tuple(sorted(found, key=lambda one: (-one.telling, one.spans[0].start)))


def _telling(prose: Prose, concept: str) -> tuple[Span, ...]:
    tags = (one for sentence in prose.sentences for one in sentence.tags if one.concept == concept)
    return tuple(dict.fromkeys(prose.span(one.start, one.end) for one in tags))


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in order, with those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.overlaps(joined[-1]):
            joined[-1] = joined[-1].hull(span)
        else:
            joined.append(span)
    return tuple(joined)
