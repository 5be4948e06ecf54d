"""Patterns over concepts: "a reward and a review close together, not negated", in every language at once.

A rule names what has to come together; this module finds it and answers with raw spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from guide_engine.clauses import Clause, Prose, Sentence, Tag, bits
from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.underline import Mark, lead_in, mark_of
from guide_engine.findings import Hit, Severity, Span, Where
from guide_engine.prose import Placed
from guide_engine.reading import Reading
from guide_engine.vocabulary import NOT


class Scope(Enum):
    """How close together the concepts have to stand."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    NEARBY = "nearby"
    """In one sentence, or in two that follow each other (three in a list of short lines)."""
    PARAGRAPH = "paragraph"
    """The same, but no empty line may stand between them."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """Concepts that together make a violation.

    A need is a set of concepts of which one has to be there. `key` is the first need; its clause must not be negated
    (unless `negatable`), and `others` are the further needs. None of `unless` may stand in the same sentence as the
    key, and none of `unless_clause` in the key's clause. `ordered` asks that the concepts follow each other as
    written. A `fallback` counts only where no other pattern is met: it looks further, so it may take in too much.
    `within` is the largest number of words between the first and the last concept, 0 for any; `brief` is the largest
    number of words and signs of the key's sentence, for the style of telegrams: "Happy? Rate."
    """

    key: frozenset[str]
    others: tuple[frozenset[str], ...]
    scope: Scope = Scope.SENTENCE
    mark: Mark = Mark.CLAUSES
    unless: frozenset[str] = frozenset()
    unless_clause: frozenset[str] = frozenset()
    negatable: bool = False
    ordered: bool = False
    within: int = 0
    fallback: bool = False
    brief: int = 0

    @cached_property
    def in_one_sentence(self) -> bool:
        """Whether all concepts have to stand in one sentence."""
        return self.scope in (Scope.CLAUSE, Scope.SENTENCE)

    @cached_property
    def masks(self) -> tuple[int, tuple[int, ...], int]:
        """The bits of the key, of each further need, and of `unless`."""
        return bits(self.key), tuple(map(bits, self.others)), bits(self.unless)


def pattern(  # noqa: PLR0913  # each is one word of the pattern, always given by name
    *needs: str,
    scope: Scope = Scope.SENTENCE,
    mark: Mark = Mark.CLAUSES,
    unless: str = "",
    unless_clause: str = "",
    negatable: bool = False,
    ordered: bool = False,
    within: int = 0,
    fallback: bool = False,
    brief: int = 0,
) -> Pattern:
    """Write a pattern in one line; each need, `unless` and `unless_clause` are concepts apart by ``|``."""
    key, *others = map(_set, needs)
    return Pattern(
        key, tuple(others), scope, mark, _set(unless), _set(unless_clause), negatable, ordered, within, fallback, brief
    )


def _set(concepts: str) -> frozenset[str]:
    return frozenset(filter(None, concepts.split("|")))


def find(prose: Prose, patterns: Iterable[Pattern]) -> list[Span]:
    """The raw spans of all patterns, merged where they overlap, in order."""
    spans, further = _met(prose, _asked(tuple(patterns)))
    spans |= {span for span in further if not any(span.overlaps(other) for other in spans)}
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.overlaps(merged[-1]):
            merged[-1] = merged[-1].hull(span)
        else:
            merged.append(span)
    return merged


class Asked:
    """Patterns that are looked for together, each with the bits of its needs."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        self.needs = [one.masks[:2] for one in patterns]


_asked = lru_cache(maxsize=500)(Asked)

_Ranges = tuple[tuple[int, int], ...]
"""Raw ranges that count from the start of a line, and may lie before or after it."""


def _met(prose: Prose, asked: Asked) -> tuple[set[Span], set[Span]]:
    """Where the patterns are met, and where those are that count only as a fallback."""
    spans: set[Span] = set()
    further: set[Span] = set()
    keys, here = 0, prose.mask
    for key, others in asked.needs:
        if key & here and _all_in(others, here):
            keys |= key
    for number, mask in prose.marked if keys else ():
        if keys & mask:
            line = prose.lines[number]
            kept = prose.among(number)
            found: tuple[_Ranges, _Ranges] | None = kept.get(asked)
            if found is None:
                found = kept[asked] = _ranges(prose, line, asked)
            sure, perhaps = found
            at = line.raw
            if sure:
                spans.update([Span(at + start, at + end) for start, end in sure])
            if perhaps:
                further.update([Span(at + start, at + end) for start, end in perhaps])
    return spans, further


def _ranges(prose: Prose, line: Placed, asked: Asked) -> tuple[_Ranges, _Ranges]:
    """The same for the patterns whose key stands in one line."""
    mask = line.prose.mask
    near = _near_mask(prose, line)
    sure: set[tuple[int, int]] = set()
    further: set[tuple[int, int]] = set()
    for one, (key, others) in zip(asked.patterns, asked.needs, strict=True):
        if key & mask and _all_in(others, mask if one.in_one_sentence else near):
            (further if one.fallback else sure).update(_ranges_of(prose, line, one))
    return tuple(sure), tuple(further)


def _near_mask(prose: Prose, line: Placed) -> int:
    """The bits of all concepts in a line, in the two sentences before it and in the two after it."""
    mask = 0
    for near in prose.near[line.sentences : line.sentences + len(line.prose.sentences)]:
        mask |= near
    return mask


def _ranges_of(prose: Prose, line: Placed, wanted: Pattern) -> _Ranges:
    """The same for one pattern; where it asks for one sentence, other lines change nothing about it."""
    found: _Ranges | None = line.prose.found.get(wanted)
    if found is None:
        spans = _search(prose, prose.sentences_of(line), wanted)
        found = tuple([(span.start - line.raw, span.end - line.raw) for span in spans])
        if wanted.in_one_sentence:
            line.prose.found[wanted] = found
    return found


def _search(prose: Prose, sentences: Iterable[Sentence], wanted: Pattern) -> Iterator[Span]:
    """Where a pattern is met whose key stands in one of the sentences."""
    key, others, unless = wanted.masks
    wide = not wanted.in_one_sentence
    for sentence in sentences:
        here = sentence.mask
        if not key & here or unless & here or not _all_in(others, prose.near[sentence.index] if wide else here):
            continue
        if wanted.brief and prose.words(sentence.first, sentence.last) > wanted.brief:
            continue
        window = _window(prose, sentence, wanted.scope)
        if wanted.scope is Scope.PARAGRAPH and not _all_in(others, _present(window)):
            continue
        for tag in sentence.tags:
            if tag.concept in wanted.key and _key_counts(sentence, tag, wanted):
                chosen = _choose(prose, window, tag, wanted)
                if chosen:
                    yield from mark_of(prose, window, chosen, wanted.mark)


def _present(sentences: Iterable[Sentence]) -> int:
    """The bits of all concepts in the sentences."""
    present = 0
    for sentence in sentences:
        present |= sentence.mask
    return present


def _all_in(needs: tuple[int, ...], present: int) -> bool:
    """Whether each need has a concept among those `present`. A loop of its own: it is asked some hundred times a draft."""
    for need in needs:  # noqa: SIM110  # all() over a generator takes three times as long
        if not need & present:
            return False
    return True


def _key_counts(sentence: Sentence, tag: Tag, wanted: Pattern) -> bool:
    clause = sentence.clause_of(tag)
    if wanted.unless_clause & clause.concepts:
        return False
    return wanted.negatable or NOT not in clause.concepts or not _negated(clause, tag)


def _negated(clause: Clause, key: Tag) -> bool:
    """Whether a clause holds a negation of a language in which the key's words mean something.

    "ne" is a negation in French, but an article in spoken German: it says nothing about a "Bewertung".
    """
    languages = {tag.language for tag in clause.tags if tag.start < key.end and key.start < tag.end}
    return any(tag.concept == NOT and tag.language in languages for tag in clause.tags)


def _window(prose: Prose, sentence: Sentence, scope: Scope) -> list[Sentence]:
    if scope not in (Scope.NEARBY, Scope.PARAGRAPH):
        return [sentence]
    near = prose.sentences[max(0, sentence.index - 2) : sentence.index + 3]
    return [other for other in near if scope is Scope.NEARBY or not _parted(prose, sentence, other)]


def _parted(prose: Prose, one: Sentence, other: Sentence) -> bool:
    """Whether an empty line stands between two sentences."""
    first, last = sorted((one, other), key=lambda sentence: sentence.first)
    between = prose.text.raw[first.span.end : last.span.start]
    return _EMPTY_LINE.search(between) is not None


_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def _choose(prose: Prose, window: list[Sentence], key: Tag, wanted: Pattern) -> list[Tag] | None:
    """The tag nearest to the key for each further need, or None where one is missing or the order is wrong."""
    chosen = [key]
    for need, mask in zip(wanted.others, wanted.masks[1], strict=True):
        candidates = [
            tag
            for sentence in window
            if mask & sentence.mask
            for tag in sentence.tags
            if tag.concept in need
            and not _same_words(tag, chosen)
            and _near(window, key, tag, wanted)
            and (wanted.negatable or not _refused(sentence, tag))
        ]
        if not candidates:
            return None
        chosen.append(min(candidates, key=lambda tag: abs(tag.start - key.start)))
    if wanted.within and prose.words(min(t.start for t in chosen), max(t.end for t in chosen)) > wanted.within:
        return None
    return chosen


_CLOSE = 3


def _refused(sentence: Sentence, tag: Tag) -> bool:
    """Whether a negation stands right before a concept in its clause: "only for Bluetooth, not for your number"."""
    return NOT in sentence.concepts and any(
        other.concept == NOT and other.language == tag.language and 0 <= tag.start - other.end <= _CLOSE
        for other in sentence.clause_of(tag).tags
    )


def _same_words(tag: Tag, chosen: list[Tag]) -> bool:
    """One word cannot be two things at once, but a deed may hold its object, and a question its words."""
    size = tag.end - tag.start
    for other in chosen:
        if not (tag.language and other.language):
            continue  # a question is no word: "Want $20?" asks and offers
        shared = min(tag.end, other.end) - max(tag.start, other.start)
        other_size = other.end - other.start
        if 2 * shared > min(size, other_size) and abs(size - other_size) < 2:
            return True
    return False


def _near(window: list[Sentence], key: Tag, tag: Tag, wanted: Pattern) -> bool:
    if wanted.ordered and tag.start < key.start:
        return False
    if wanted.scope is Scope.CLAUSE:
        return _clause_number(window[0], key) == _clause_number(window[0], tag)
    return True


def _clause_number(sentence: Sentence, tag: Tag) -> int:
    return sentence.clauses.index(sentence.clause_of(tag))


def phrases(
    *patterns: Pattern, message: str = "", severity: Severity | None = None
) -> Callable[[Reading], Iterator[Hit]]:
    """A check that yields a hit for each place in the text where one of `patterns` is met."""

    def check(reading: Reading) -> Iterator[Hit]:
        for span in find(reading.prose, patterns):
            yield Hit(span, Where.TEXT, message, severity, remove_sentence(reading, span))

    return check


__all__ = ["Asked", "Mark", "Pattern", "Scope", "find", "lead_in", "pattern", "phrases"]
