"""Concept tagging: what each clause of a draft is about, in every language at once.

The lexicons say which phrases express a concept (*ask*, *review*, *reward*, *not* …). This module finds them in one
pass and hands rules sentences with their clauses and tags. Rules judge concepts, never words.

Token ranges are half-open indexes into `Prose.tokens`; `Span`s are raw code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from guide_engine.findings import Span
from guide_engine.language import evidence, plausible
from guide_engine.store import vocabularies
from guide_engine.text import NormalizedText
from guide_engine.tokens import Stretch, Token, clauses, count_words, is_sign, sentences, tokenize
from guide_engine.vocabulary import NOT, SHIELD, Match, Vocabularies

QUESTION = "question"
"""The concept of asking by a question mark: the last clause of every question has it, in any language."""


class Tag(NamedTuple):
    """A concept found at a token range, in the words of one language."""

    concept: str
    start: int
    end: int
    language: str


class Clause:
    """A stretch of tokens between commas and the like, with the tags that begin in it, and their concepts."""

    __slots__ = ("concepts", "first", "last", "tags")

    def __init__(self, first: int, last: int, tags: tuple[Tag, ...]) -> None:
        self.first = first
        self.last = last
        self.tags = tags
        self.concepts = frozenset([tag[0] for tag in tags])


class Sentence:
    """A sentence of the draft: its place among the sentences, its clauses, its tags in order and its raw span.

    `concepts` are those of all its tags; `mask` is the same as bits of `bits`, for questions that are asked often.
    """

    __slots__ = ("clauses", "concepts", "first", "index", "last", "mask", "span", "tags")

    def __init__(self, index: int, stretch: Stretch, clauses: tuple[Clause, ...], span: Span) -> None:
        self.index = index
        self.first, self.last = stretch
        self.clauses = clauses
        self.span = span
        self.tags: tuple[Tag, ...] = clauses[0].tags if len(clauses) == 1 else _joined(clauses)
        self.concepts = frozenset([tag[0] for tag in self.tags])
        self.mask = bits(self.concepts)

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


@dataclass(frozen=True)
class Prose:
    """A text as sentences with concept tags."""

    text: NormalizedText
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def span(self, first: int, last: int) -> Span:
        """The raw span of the tokens `first:last`."""
        return self.text.span(self.tokens[first].start, self.tokens[last - 1].end)

    @cached_property
    def found(self) -> dict[object, tuple[Span, ...]]:
        """What detectors have found in this text, by what they looked for; see `guide_engine.detectors.phrases`."""
        return {}

    @cached_property
    def mask(self) -> int:
        """The bits of all concepts in the text."""
        return bits(self.tagged)

    @cached_property
    def _signs(self) -> list[int] | None:
        """How many single signs of Japanese or Chinese stand before each token; None where there are none at all."""
        if not any(map(is_sign, self.tokens)):
            return None
        return [0, *accumulate(map(is_sign, self.tokens))]

    def words(self, first: int, last: int) -> int:
        """About how many words the tokens `first:last` are, so that distances mean the same in every script."""
        if self._signs is None:
            return last - first
        return last - first - (self._signs[last] - self._signs[first]) // 2

    @cached_property
    def tagged(self) -> Mapping[str, list[tuple[int, int]]]:
        """For each concept in the text its tags, in order: the sentence's index, and the tag's among the sentence's."""
        found: dict[str, list[tuple[int, int]]] = {}
        for sentence in self.sentences:
            for number, tag in enumerate(sentence.tags):
                found.setdefault(tag[0], []).append((sentence.index, number))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers the raw `position`, or None between sentences."""
        found = self.sentences_in(Span(position, position + 1))
        return found[0] if found else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a code point with the raw `span`, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabularies:
    """The vocabularies of all languages, made ready once per run."""
    return vocabularies()


def tag(text: NormalizedText) -> Prose:
    """Tag the whole of `text`: each sentence with the concepts of the languages that it may be in."""
    tokens = tokenize(text)
    titles = _titles(tokens)
    stretches = sentences(tokens)
    known = vocabulary()
    found = []
    for index, (stretch, spoken) in enumerate(zip(stretches, _languages(text, tokens, stretches), strict=True)):
        matches = known.find(tokens, stretch.first, stretch.last, spoken)
        if any(first < stretch.last and stretch.first <= last for first, last in titles):
            matches = [match for match in matches if not _in_title(match, titles)]
        found.append(_sentence(text, tokens, index, stretch, _settle(matches)))
    return Prose(text, tuple(tokens), tuple(found))


def _languages(text: NormalizedText, tokens: list[Token], stretches: list[Stretch]) -> list[frozenset[str] | None]:
    """The languages that each sentence may be in; None for any."""
    scores = []
    for stretch in stretches:
        words = [word for word, _, _, kind, _ in tokens[stretch.first : stretch.last] if not kind]
        span = text.span(tokens[stretch.first].start, tokens[stretch.last - 1].end)
        scores.append(evidence(words, text.raw[span.start : span.end]))
    whole: dict[str, float] = {}
    for score in scores:
        for language, value in score.items():
            whole[language] = whole.get(language, 0.0) + value
    return [plausible(score, whole) for score in scores]


TITLE_WORDS = 10
"""Longer passages in quotation marks are taken as the seller's own words."""


_OPENING = "「『"
_BRACKETS = _OPENING + "」』"


def _titles(tokens: list[Token]) -> list[tuple[int, int]]:
    """The token ranges of short passages in quotation marks: titles, inscriptions, the buyer's words."""
    marks = [index for index, token in enumerate(tokens) if token.kind == "quote"]
    pairs = [
        (first, last)
        for first, last in pairwise(marks)
        if last - first > 1
        and count_words(tokens[first + 1 : last]) <= TITLE_WORDS
        and _opens(tokens, first)
        and not _opens(tokens, last)
    ]
    outside = sum(not token.kind for token in tokens) - sum(last - first - 1 for first, last in pairs)
    return pairs if outside > 1 else []


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a quotation mark opens a passage: by its shape, or right before the next word and apart from the last."""
    if tokens[index].text in _BRACKETS:
        return tokens[index].text in _OPENING
    after = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
    before = index > 0 and tokens[index - 1].end == tokens[index].start
    if after and before and tokens[index].text == "“":
        return is_sign(tokens[index + 1])  # Chinese leaves no spaces; in German the same mark closes
    return after and not before


def _in_title(match: Match, titles: list[tuple[int, int]]) -> bool:
    return any(first < match.start and match.end <= last for first, last in titles)


def _settle(matches: list[Match]) -> list[Match]:
    """Drop what a shield covers, and negations that a longer phrase has taken up."""
    concepts = {m.concept for m in matches}
    if SHIELD in concepts:
        shields = _by_token(m for m in matches if m.concept == SHIELD)
        kept = [m for m in matches if m.concept != SHIELD and not _shielded(m, shields)]
    else:
        kept = matches
    if NOT not in concepts:
        return kept
    longer = _by_token(m for m in matches if m.end - m.start > 1 and m.concept not in (NOT, SHIELD))
    return [m for m in kept if m.concept != NOT or not _taken_up(m, longer)]


def _by_token(matches: Iterable[Match]) -> dict[int, list[Match]]:
    """The matches over each token."""
    found: dict[int, list[Match]] = {}
    for match in matches:
        for token in range(match.start, match.end):
            found.setdefault(token, []).append(match)
    return found


def _shielded(match: Match, shields: dict[int, list[Match]]) -> bool:
    """Whether a shield touches the match and is at least as long, unless both are the very same words."""
    size = match.end - match.start
    return any(
        shield.end - shield.start >= size and (shield.start, shield.end) != (match.start, match.end)
        for token in range(match.start, match.end)
        for shield in shields.get(token, ())
    )


def _taken_up(match: Match, longer: dict[int, list[Match]]) -> bool:
    return any(other.start <= match.start and match.end <= other.end for other in longer.get(match.start, ()))


_new = tuple.__new__  # see guide_engine.tokens


def _sentence(
    text: NormalizedText, tokens: list[Token], index: int, stretch: Stretch, matches: Iterable[Match]
) -> Sentence:
    tags = [_new(Tag, (concept, start, end, language)) for start, end, concept, language in matches]
    parts = clauses(tokens, stretch)
    if parts and "<?>" in tokens[stretch.last - 1].keys:
        tags.append(Tag(QUESTION, parts[-1].first, parts[-1].last, ""))
    own = tuple([Clause(first, last, tuple([t for t in tags if first <= t[1] < last])) for first, last in parts])
    span = text.span(tokens[stretch.first].start, tokens[stretch.last - 1].end)
    return Sentence(index, stretch, own, span)
