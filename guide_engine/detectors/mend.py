"""Mending: the edits that take a passage out of a message and leave the rest as it stood.

Positions are raw code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from guide_engine.clauses import Prose, Sentence
from guide_engine.findings import Applicability, Edit, Fix, Span
from guide_engine.prose import Placed
from guide_engine.reading import Reading

REST_WORDS = 4
"""A sentence with no more words than this beside what is barred ("Go to … now") says nothing else worth keeping."""

_SIGNS = frozenset({"end", "pause", "quote"})
_BLANK = " \t\u00a0\u3000"
_CLOSING = "\"'”’»)]」』"


def remove_sentence(reading: Reading, *spans: Span) -> tuple[Fix, ...]:
    """Offer to take out the sentence or sentences that hold `spans`.

    The fix is safe where little else stands in them, and suggested where a person has to see what else goes. Nothing
    is offered for spans outside any sentence.
    """
    prose = reading.prose
    if len(spans) == 1:
        return _removal_of_one(prose, spans[0])
    return _removal(prose, list({s.index: s for span in spans for s in prose.sentences_in(span)}.values()), spans)


def _removal_of_one(prose: Prose, span: Span) -> tuple[Fix, ...]:
    """The same for one span. What was offered before is still right where the line and the blanks after it stay."""
    line = prose.line_at(span.start)
    asked = (span.start - line.raw, span.end - line.raw)
    kept: dict[object, tuple[int, int, tuple[Fix, ...]]] = line.prose.kept.setdefault(_removal_of_one, {})
    found = kept.get(asked)
    after = line.raw + line.prose.sizes[2]
    if found and found[0] == line.raw and _goes_as_far(prose.text.raw, after, found[1]):
        return found[2]
    fixes = _removal(prose, prose.sentences_in(span), (span,))
    last = fixes[0].edits[-1].span.end if fixes and span.end <= after else len(prose.text.raw)
    if last < len(prose.text.raw):
        if len(kept) >= _KEPT:
            kept.clear()
        kept[asked] = (line.raw, last, fixes)
    return fixes


def _goes_as_far(raw: str, line_end: int, last: int) -> bool:
    """Whether what is taken out, with all the blanks after its line, still ends at `last`, or inside its line."""
    return last < line_end or (not raw[line_end:last].strip() and raw[last : last + 1].strip() != "")


def _removal(prose: Prose, concerned: Sequence[Sentence], spans: tuple[Span, ...]) -> tuple[Fix, ...]:
    if not concerned:
        return ()
    if len(concerned) == 1:
        line = prose.line_of(concerned[0])
        edits: tuple[Edit, ...] = (Edit(_place(prose, line, concerned[0]), ""),)
        rest = _rest(prose, line, concerned[0], spans)
    else:
        edits = tuple([Edit(span, "") for span in _places(prose, concerned)])
        rest = sum([_rest(prose, prose.line_of(sentence), sentence, spans) for sentence in concerned])
    safe = rest <= REST_WORDS and len(concerned) <= len(spans)
    title = "Remove this sentence" if len(concerned) == 1 else "Remove these sentences"
    return (Fix(title, edits, Applicability.SAFE if safe else Applicability.SUGGESTED),)


def _places(prose: Prose, concerned: Sequence[Sentence]) -> Iterator[Span]:
    """What to take out for each sentence; a mark between two of them goes with the first."""
    at = 0
    for sentence in sorted(concerned, key=_index):
        span = _place(prose, prose.line_of(sentence), sentence)
        yield Span(at, max(at, span.end)) if span.start < at else span
        at = max(at, span.end)


def _place(prose: Prose, line: Placed, sentence: Sentence) -> Span:
    """A sentence with what belongs to it. Where it is not alone in its line, nothing outside of that matters."""
    number = sentence.index - line.sentences
    kept: dict[int, Span | None] = line.prose.kept.setdefault(_place, {})
    if number not in kept:
        raw, span = line.prose.text.raw, line.prose.sentences[number].span
        place = None if _is_alone(raw, span) else whole_sentence(raw, span)
        kept[number] = place
    inside = kept[number]
    return whole_sentence(prose.text.raw, sentence.span) if inside is None else inside.moved(line.raw)


def _is_alone(line: str, span: Span) -> bool:
    """Whether a sentence is all that its line holds."""
    return not line[: span.start].strip() and not line[span.end :].lstrip(_CLOSING).strip()


_index = attrgetter("index")


def _rest(prose: Prose, line: Placed, sentence: Sentence, spans: tuple[Span, ...]) -> int:
    """How many words of a sentence lie outside all `spans`."""
    number = sentence.index - line.sentences
    asked = (number, *[(span.start - line.raw, span.end - line.raw) for span in spans])
    kept: dict[object, int] = line.prose.kept.setdefault(_rest, {})
    found = kept.get(asked)
    if found is None:
        if len(kept) >= _KEPT:
            kept.clear()
        found = kept[asked] = _count_rest(prose, line, number, spans)
    return found


_KEPT = 64
"""So many answers are kept with a line: the same places are asked about with each key."""


def _count_rest(prose: Prose, line: Placed, number: int, spans: tuple[Span, ...]) -> int:
    words = _words(line.prose)[number]
    for span in spans:
        start, end = prose.text.folded_range(span)
        words = [word for word in words if word[1] + line.folded <= start or word[0] + line.folded >= end]
    return len(words)


def _words(line: Prose) -> list[list[tuple[int, int]]]:
    """For each sentence of a line the folded ranges of its words."""
    if _words not in line.kept:
        line.kept[_words] = [
            [(t.start, t.end) for t in line.tokens[sentence.first : sentence.last] if t.kind not in _SIGNS]
            for sentence in line.sentences
        ]
    found: list[list[tuple[int, int]]] = line.kept[_words]
    return found


def whole_sentence(raw: str, span: Span) -> Span:
    """`span` with the marks and the space that belong to it, so that what is left needs no mending."""
    start, end = span.start, span.end
    while end < len(raw) and raw[end] in _CLOSING:
        end += 1
    before = start
    while before > 0 and raw[before - 1] in _BLANK:
        before -= 1
    opens_line = before == 0 or raw[before - 1] == "\n"
    after = end
    while after < len(raw) and raw[after] in _BLANK:
        after += 1
    closes_line = after == len(raw) or raw[after] in "\r\n"
    if opens_line and closes_line:
        return _whole_lines(raw, start, after)
    if closes_line:
        return Span(before, end)
    return Span(start, after)


def _whole_lines(raw: str, start: int, end: int) -> Span:
    """A sentence that is a paragraph of its own goes with the line ends after it, or at the end with those before."""
    while start > 0 and raw[start - 1] in _BLANK:
        start -= 1
    after = end
    while after < len(raw) and raw[after].isspace():
        after += 1
    if after < len(raw):
        return Span(start, after)
    while start > 0 and raw[start - 1].isspace():
        start -= 1
    return Span(start, after)
