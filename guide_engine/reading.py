"""Reading: a draft as the rules see it, with everything that several rules need worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from guide_engine.clauses import Prose, tag
from guide_engine.draft import Draft
from guide_engine.findings import Span, Where
from guide_engine.quoting import quoted_spans
from guide_engine.text import NormalizedText, normalize

_T = TypeVar("_T")


class Reading:
    """One draft being read. Detectors are plain functions of a reading; `once` keeps their results."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text: NormalizedText = normalize(draft.text)
        self.subject: NormalizedText = normalize(draft.subject)
        self._kept: dict[Callable[[Reading], Any], Any] = {}

    def once(self, detector: Callable[[Reading], _T]) -> _T:
        """What `detector` finds in this draft; asked a second time, the same answer without the work."""
        if detector not in self._kept:
            self._kept[detector] = detector(self)
        found: _T = self._kept[detector]
        return found

    @property
    def prose(self) -> Prose:
        """The text as sentences with concept tags."""
        return self.once(_prose)

    @property
    def subject_prose(self) -> Prose:
        """The subject as sentences with concept tags."""
        return self.once(_subject_prose)

    def field(self, where: Where) -> NormalizedText:
        """The text or the subject. Raises ValueError for the parts that hold no text."""
        if where not in (Where.TEXT, Where.SUBJECT):
            message = f"{where} holds no text"
            raise ValueError(message)
        return self.text if where is Where.TEXT else self.subject

    @property
    def quoted(self) -> tuple[Span, ...]:
        """The passages of the text that are quoted from the buyer."""
        return self.once(_quoted)

    def quotes_buyer(self, span: Span) -> bool:
        """Whether `span` of the text lies in a passage quoted from the buyer, which is not judged in a reply."""
        return any(quoted.covers(span) for quoted in self.quoted)


def _prose(reading: Reading) -> Prose:
    return tag(reading.text)


def _subject_prose(reading: Reading) -> Prose:
    return tag(reading.subject)


def _quoted(reading: Reading) -> tuple[Span, ...]:
    return () if reading.draft.proactive else quoted_spans(reading.draft.text)
