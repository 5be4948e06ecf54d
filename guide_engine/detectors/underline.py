"""What a finding underlines, once the concepts that make it are found. Spans are raw code points."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from guide_engine.clauses import Prose, Sentence, Tag
from guide_engine.findings import Span


class Mark(Enum):
    """What the finding underlines."""

    CLAUSES = "clauses"
    KEY = "key"
    """Only the clause of the first concept: the demand, not the reason given for it."""
    SENTENCE = "sentence"
    TAGS = "tags"
    LEAD = "lead"
    """From the start of the first concept's clause to the end of the last concept: "please give us your e-mail"."""


def mark_of(prose: Prose, window: list[Sentence], chosen: list[Tag], mark: Mark) -> list[Span]:
    """The spans to underline: one per line of the message, so that a list of demands is marked item by item."""
    if mark is Mark.TAGS:
        return [prose.span(min(t.start for t in chosen), max(t.end for t in chosen))]
    if mark is Mark.LEAD:
        return [lead_in(prose, window, min(t.start for t in chosen), max(t.end for t in chosen))]
    if mark is Mark.KEY:
        chosen = chosen[:1]
    owners = [next(s for s in window if s.first <= tag.start < s.last) for tag in chosen]
    if mark is Mark.SENTENCE:
        parts = [owner.span for owner in owners]
    else:
        clauses = [(owner.clause_of(tag), tag) for owner, tag in zip(owners, chosen, strict=True)]
        parts = [
            prose.span(clause.first, _with_question_mark(prose, max(clause.last, tag.end))) for clause, tag in clauses
        ]
    return _by_line(prose.text.raw, sorted(set(parts)))


LEAD_WORDS = 7
"""A clause that begins further ahead of the concept than this says something else first."""


def lead_in(prose: Prose, sentences: Iterable[Sentence], first: int, last: int) -> Span:
    """The raw span of the tokens `first:last`, from the start of their clause where that is near."""
    for sentence in sentences:
        for clause in sentence.clauses:
            if clause.first <= first < clause.last and prose.words(clause.first, first) <= LEAD_WORDS:
                first = clause.first
                break
    return prose.span(first, last)


def _with_question_mark(prose: Prose, last: int) -> int:
    """A question is underlined with its mark."""
    return last + (last < len(prose.tokens) and "<?>" in prose.tokens[last].keys)


def _by_line(raw: str, parts: list[Span]) -> list[Span]:
    """Join the parts that stand on one line."""
    joined = [parts[0]]
    for part in parts[1:]:
        last = joined[-1]
        if "\n" in raw[last.end : part.start]:
            joined.append(part)
        else:
            joined[-1] = last.hull(part)
    return joined
