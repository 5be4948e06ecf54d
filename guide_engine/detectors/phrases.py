"""Patterns over concepts: "a reward and a review close together, not negated", in every language at once.

A rule names what has to come together; this module finds it and answers with raw spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from guide_engine.clauses import Clause, Prose, Sentence, Tag, bits
from guide_engine.detectors.mend import remove_sentence
from guide_engine.findings import Hit, Severity, Span, Where
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


class Mark(Enum):
    """What the finding underlines."""

    CLAUSES = "clauses"
    KEY = "key"
    """Only the clause of the first concept: the demand, not the reason given for it."""
    SENTENCE = "sentence"
    TAGS = "tags"
    LEAD = "lead"
    """From the start of the first concept's clause to the end of the last concept: "please give us your e-mail"."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """Concepts that together make a violation.

    A need is a set of concepts of which one has to be there. `key` is the first need; its clause must not be negated
    (unless `negatable`), and `others` are the further needs. None of `unless` may stand in the same sentence as the
    key, and none of `unless_clause` in the key's clause. `ordered` asks that the concepts follow each other as
    written. A `fallback` counts only where no other pattern is met: it looks further, so it may take in too much.
    `within` is the largest number of words between the first and the last concept, 0 for any.
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
) -> Pattern:
    """Write a pattern in one line; each need, `unless` and `unless_clause` are concepts apart by ``|``."""
    key, *others = map(_set, needs)
    return Pattern(
        key, tuple(others), scope, mark, _set(unless), _set(unless_clause), negatable, ordered, within, fallback
    )


def _set(concepts: str) -> frozenset[str]:
    return frozenset(filter(None, concepts.split("|")))


def find(prose: Prose, patterns: Iterable[Pattern]) -> list[Span]:
    """The raw spans of all patterns, merged where they overlap, in order."""
    asked = tuple(patterns)
    spans = {span for one in asked if not one.fallback for span in _spans(prose, one)}
    further = {span for one in asked if one.fallback for span in _spans(prose, one)}
    spans |= {span for span in further if not any(span.overlaps(other) for other in spans)}
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.overlaps(merged[-1]):
            merged[-1] = merged[-1].hull(span)
        else:
            merged.append(span)
    return merged


def _spans(prose: Prose, wanted: Pattern) -> tuple[Span, ...]:
    """Where one pattern is met. Several rules may ask, so the answer is kept with the text."""
    spans = prose.found.get(wanted)
    if spans is None:
        spans = prose.found[wanted] = tuple(_spans_of(prose, wanted))
    return spans


def _spans_of(prose: Prose, wanted: Pattern) -> Iterator[Span]:
    return _search_lines(prose, wanted) if prose.lines and wanted.scope in _ONE_SENTENCE else _search(prose, wanted)


_ONE_SENTENCE = frozenset({Scope.CLAUSE, Scope.SENTENCE})


def _search_lines(prose: Prose, wanted: Pattern) -> Iterator[Span]:
    """The same as `_search` for a pattern that asks for one sentence: each line has its answer, perhaps from before."""
    key, others, _ = wanted.masks
    if key & prose.mask and _all_in(others, prose.mask):
        for line in prose.lines_with(wanted.key):
            if _all_in(others, line.prose.mask):
                for span in _spans(line.prose, wanted):
                    yield span.moved(line.raw)


def _search(prose: Prose, wanted: Pattern) -> Iterator[Span]:
    key, others, unless = wanted.masks
    if not key & prose.mask or not _all_in(others, prose.mask):
        return
    wide = wanted.scope not in _ONE_SENTENCE
    for sentence in prose.sentences_with(wanted.key):
        if unless & sentence.mask or (wide and not _all_in(others, prose.near[sentence.index])):
            continue
        window = _window(prose, sentence, wanted.scope)
        present = sentence.mask
        for other in window:
            present |= other.mask
        if not _all_in(others, present):
            continue
        for tag in sentence.tags:
            if tag.concept in wanted.key and _key_counts(sentence, tag, wanted):
                chosen = _choose(prose, window, tag, wanted)
                if chosen:
                    yield from _mark(prose, window, chosen, wanted.mark)


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
    """One word cannot be two things at once, but a deed may hold its object: "take your review down"."""
    size = tag.end - tag.start
    for other in chosen:
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


def _mark(prose: Prose, window: list[Sentence], chosen: list[Tag], mark: Mark) -> list[Span]:
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


def phrases(
    *patterns: Pattern, message: str = "", severity: Severity | None = None
) -> Callable[[Reading], Iterator[Hit]]:
    """A check that yields a hit for each place in the text where one of `patterns` is met."""

    def check(reading: Reading) -> Iterator[Hit]:
        for span in find(reading.prose, patterns):
            yield Hit(span, Where.TEXT, message, severity, remove_sentence(reading, span))

    return check


__all__ = ["Mark", "Pattern", "Scope", "find", "lead_in", "pattern", "phrases"]
