"""Prose: a text as sentences with their clauses and the concepts that were found in them.

How the concepts are found is `guide_engine.clauses`' business. The prose of a text is that of its lines, one after the
other: no sentence goes over a line end, so a line that stood in the last text as well is taken over from there.

Token ranges are half-open indexes into `Prose.tokens`; `Span`s are raw code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, count
from typing import Any, NamedTuple

from guide_engine.findings import Span
from guide_engine.text import NormalizedText
from guide_engine.tokens import Stretch, Token, Tokens, is_sign


class Tag(NamedTuple):
    """A concept found at a token range, in the words of one language."""

    concept: str
    start: int
    end: int
    language: str


_new = tuple.__new__  # see guide_engine.tokens


class Clause:
    """A stretch of tokens between commas and the like, with the tags that begin in it, and their concepts."""

    __slots__ = ("concepts", "first", "last", "tags")

    def __init__(self, first: int, last: int, tags: tuple[Tag, ...], concepts: frozenset[str] | None = None) -> None:
        self.first = first
        self.last = last
        self.tags = tags
        self.concepts = frozenset([tag[0] for tag in tags]) if concepts is None else concepts

    def moved(self, by: int) -> Clause:
        """The clause `by` so many tokens further on."""
        tags = [_new(Tag, (concept, start + by, end + by, language)) for concept, start, end, language in self.tags]
        return Clause(self.first + by, self.last + by, tuple(tags), self.concepts)


class Sentence:
    """A sentence of the draft: its place among the sentences, its clauses, its tags in order and its raw span.

    `concepts` are those of all its tags; `mask` is the same as bits of `bits`, for questions that are asked often.
    """

    __slots__ = ("_clauses", "_origin", "_tags", "concepts", "first", "index", "last", "mask", "span")

    def __init__(
        self, index: int, stretch: Stretch, span: Span, clauses: tuple[Clause, ...] = (), origin: Sentence | None = None
    ) -> None:
        self.index = index
        self.first, self.last = stretch
        self.span = span
        self._origin = origin
        self._clauses = clauses
        if origin is None:
            self._tags = clauses[0].tags if len(clauses) == 1 else _joined(clauses)
            self.concepts = frozenset([tag[0] for tag in self._tags])
            self.mask = bits(self.concepts)
        else:
            self._tags = ()
            self.concepts, self.mask = origin.concepts, origin.mask

    def moved(self, index: int, tokens: int, raw: int) -> Sentence:
        """The sentence as the text's `index`th, so many `tokens` and `raw` code points further on.

        Its clauses are moved when somebody asks for them: most sentences of a text are of no interest.
        """
        return Sentence(index, Stretch(self.first + tokens, self.last + tokens), self.span.moved(raw), (), self)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order."""
        if not self._clauses and self._origin is not None:
            by = self.first - self._origin.first
            self._clauses = tuple([clause.moved(by) for clause in self._origin.clauses])
        return self._clauses

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of all clauses, in order."""
        if not self._tags and self.concepts:
            self._tags = _joined(self.clauses)
        return self._tags

    def clause_of(self, tag: Tag) -> Clause:
        """The clause in which a tag of this sentence begins. Raises ValueError for a tag of another sentence."""
        for clause in self.clauses:
            if clause.first <= tag.start < clause.last:
                return clause
        message = f"the tag {tag.concept!r} is not in this sentence"
        raise ValueError(message)


def _joined(clauses: tuple[Clause, ...]) -> tuple[Tag, ...]:
    return tuple([tag for clause in clauses for tag in clause.tags])


_BITS: dict[str, int] = {}


def bits(concepts: Iterable[str]) -> int:
    """A number with one bit set for each concept; a concept has the same bit as long as the program runs."""
    mask = 0
    for concept in concepts:
        mask |= _BITS.get(concept) or _BITS.setdefault(concept, 1 << len(_BITS))
    return mask


_wanted = lru_cache(maxsize=1_000)(bits)
"""The same for a set that is asked for again and again."""


class Placed(NamedTuple):
    """The prose of one line, and how many sentences, tokens, raw code points and folded characters stand before it."""

    prose: Prose
    sentences: int
    tokens: int
    raw: int
    folded: int


class Prose:
    """A text as sentences with concept tags. `lines` is empty where the text is itself one line of another."""

    def __init__(self, text: NormalizedText, lines: Iterable[Prose]) -> None:
        self.text = text
        self.lines: tuple[Placed, ...] = tuple(_placed(lines))
        self.serial = next(_SERIALS)
        """Tells this prose from all others."""
        self.found: dict[object, Any] = {}
        """What patterns have found in this line, by what they looked for; see `guide_engine.detectors.phrases`."""
        self.kept: dict[object, Any] = {}
        """What else was worked out from this text alone, by who did."""
        self._here: dict[int, dict[object, Any]] = {}
        """What `among` answers, by the number of the line."""

    @classmethod
    def of_line(cls, line: NormalizedText, tokens: tuple[Token, ...], sentences: Sequence[Sentence]) -> Prose:
        """The prose of one line."""
        prose = cls(line, ())
        prose.tokens, prose.sentences = tokens, tuple(sentences)
        return prose

    @cached_property
    def sizes(self) -> tuple[int, int, int, int]:
        """How many sentences, tokens, raw code points and folded characters the text has."""
        return len(self.sentences), len(self.tokens), len(self.text.raw), len(self.text.folded)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """All tokens, in order."""
        return Tokens(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple([sentence for line in self.lines for sentence in _moved(line)])

    def span(self, first: int, last: int) -> Span:
        """The raw span of the tokens `first:last`."""
        if self.lines:
            line = self.lines[bisect_right(self._columns.tokens, first) - 1]
            if last - line.tokens <= len(line.prose.tokens):
                return line.prose.span(first - line.tokens, last - line.tokens).moved(line.raw)
        return self.text.span(self.tokens[first].start, self.tokens[last - 1].end)

    @cached_property
    def mask(self) -> int:
        """The bits of all concepts in the text."""
        mask = 0
        for part in self.sentences if not self.lines else [line.prose for line in self.lines]:
            mask |= part.mask
        return mask

    @cached_property
    def marked(self) -> list[tuple[int, int]]:
        """The numbers of the lines that hold concepts, each with the bits of those."""
        return [(number, mask) for number, line in enumerate(self.lines) if (mask := line.prose.mask)]

    @cached_property
    def signs(self) -> list[int] | None:
        """How many single signs of Japanese or Chinese stand before each token of a line, or before each line of a text.

        None where there are none at all.
        """
        if not self.lines:
            return [0, *accumulate(map(is_sign, self.tokens))] if any(map(is_sign, self.tokens)) else None
        counts = [line.prose.signs for line in self.lines]
        return [0, *accumulate([one[-1] if one else 0 for one in counts])] if any(counts) else None

    def words(self, first: int, last: int) -> int:
        """About how many words the tokens `first:last` are, so that distances mean the same in every script."""
        if self.signs is None:
            return last - first
        return last - first - (self._signs_before(last) - self._signs_before(first)) // 2

    def _signs_before(self, token: int) -> int:
        signs = self.signs or [0]
        if not self.lines:
            return signs[token]
        number = bisect_right(self._columns.tokens, token) - 1
        line = self.lines[number]
        inside = line.prose.signs
        return signs[number] + (inside[token - line.tokens] if inside else 0)

    def line_of(self, sentence: Sentence) -> Placed:
        """The line that a sentence of this text stands in."""
        return self.lines[bisect_right(self._columns.sentences, sentence.index) - 1]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """All concepts in the text."""
        return frozenset().union(*[sentence.concepts for sentence in self.sentences])

    @cached_property
    def near(self) -> list[int]:
        """For each sentence the bits of the concepts in it, in the two before it and in the two after it."""
        masks = [0, 0, *(sentence.mask for sentence in self.sentences), 0, 0]
        return [
            a | b | c | d | e for a, b, c, d, e in zip(masks, masks[1:], masks[2:], masks[3:], masks[4:], strict=False)
        ]

    @cached_property
    def _columns(self) -> Any:
        """The fields of the lines, each as a tuple over all of them; only where there are lines."""
        return Placed._make(zip(*self.lines, strict=True))

    def among(self, number: int) -> dict[object, Any]:
        """What was worked out from a line and its neighbours, as far as two sentences before it and two after it.

        It stays with the line, for as many different neighbours as `_KEPT`.
        """
        found = self._here.get(number)
        if found is None:
            line = self.lines[number]
            kept: dict[tuple[int, ...], dict[object, Any]] = line.prose.kept.setdefault(Prose.among, {})
            around = self._around(number, line)
            if around not in kept and len(kept) >= _KEPT:
                kept.clear()
            found = self._here[number] = kept.setdefault(around, {})
        return found

    def _around(self, number: int, line: Placed) -> tuple[int, ...]:
        """What tells a line with its neighbours from all others: where it stands among them, and who they are."""
        before = self._columns.sentences
        first = bisect_right(before, max(0, line.sentences - 2)) - 1
        last = bisect_right(before, min(len(self.sentences), line.sentences + len(line.prose.sentences) + 2) - 1)
        return (number - first, *self._serials[first:last])

    @cached_property
    def _serials(self) -> list[int]:
        return [line.prose.serial for line in self.lines]

    def line_at(self, raw: int) -> Placed:
        """The line that holds a raw position of this text."""
        return self.lines[bisect_right(self._columns.raw, raw) - 1]

    def sentences_of(self, line: Placed) -> tuple[Sentence, ...]:
        """The sentences of one of the lines, in their place in the text."""
        return self.sentences[line.sentences : line.sentences + len(line.prose.sentences)]

    def lines_with(self, concepts: frozenset[str]) -> Iterator[Placed]:
        """The lines that hold one of `concepts`, in order."""
        wanted = _wanted(concepts)
        return iter([line for line in self.lines if line.prose.mask & wanted])

    def sentences_with(self, concepts: frozenset[str]) -> Iterator[Sentence]:
        """The sentences that hold one of `concepts`, in order."""
        wanted = _wanted(concepts)
        if not wanted & self.mask:
            return
        parts = [range(len(self.sentences))] if not self.lines else map(_numbers, self.lines_with(concepts))
        for part in parts:
            for number in part:
                if wanted & self.sentences[number].mask:
                    yield self.sentences[number]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers the raw `position`, or None between sentences."""
        found = self.sentences_in(Span(position, position + 1))
        return found[0] if found else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a code point with the raw `span`, in order."""
        return tuple([self.sentences[number] for number in self.numbers_in(span)])

    def numbers_in(self, span: Span) -> range:
        """The numbers of the sentences that share a code point with the raw `span`, of which one after the other begins."""
        start, end = span.start, span.end
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        if first < last and self.sentences[first].span.end <= start:
            first += 1
        return range(first, last)


_SERIALS = count()
_KEPT = 4
"""A line that is met again keeps what was worked out for so many different neighbours."""


def _numbers(line: Placed) -> range:
    """The numbers that the sentences of a line have in the text."""
    return range(line.sentences, line.sentences + len(line.prose.sentences))


def _placed(lines: Iterable[Prose]) -> Iterator[Placed]:
    sentences = tokens = raw = folded = 0
    for prose in lines:
        yield _new(Placed, (prose, sentences, tokens, raw, folded))
        own = prose.sizes
        sentences += own[0]
        tokens += own[1]
        raw += own[2]
        folded += own[3]


def _moved(line: Placed) -> list[Sentence]:
    """The sentences of a line as those of the text. Where the line stood there before, they are still at hand."""
    place = line[1:]
    kept = line.prose.kept.get(_moved)
    if kept is not None and kept[0] == place:
        return list(kept[1])
    found = [
        sentence.moved(line.sentences + number, line.tokens, line.raw)
        for number, sentence in enumerate(line.prose.sentences)
    ]
    line.prose.kept[_moved] = (place, found)
    return found
