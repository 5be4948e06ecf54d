"""Mending: the edits that take a passage out of a message and leave the rest as it stood.

Positions are raw code points.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide_engine.clauses import Prose, Sentence
from guide_engine.findings import Applicability, Edit, Fix, Span
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
    concerned = list({s.index: s for span in spans for s in prose.sentences_in(span)}.values())
    if not concerned:
        return ()
    rest = sum(_rest(prose, sentence, spans) for sentence in concerned)
    safe = rest <= REST_WORDS and len(concerned) <= len(spans)
    edits = tuple(Edit(span, "") for span in _places(reading.draft.text, concerned))
    title = "Remove this sentence" if len(edits) == 1 else "Remove these sentences"
    return (Fix(title, edits, Applicability.SAFE if safe else Applicability.SUGGESTED),)


def _places(raw: str, concerned: list[Sentence]) -> Iterator[Span]:
    """What to take out for each sentence; a mark between two of them goes with the first."""
    at = 0
    for sentence in sorted(concerned, key=lambda s: s.index):
        span = whole_sentence(raw, sentence.span)
        yield Span(max(at, span.start), max(at, span.end))
        at = max(at, span.end)


def _rest(prose: Prose, sentence: Sentence, spans: tuple[Span, ...]) -> int:
    """How many words of a sentence lie outside all `spans`."""
    line = prose.line_of(sentence)
    words = _words(line.prose)[sentence.index - line.sentences]
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
