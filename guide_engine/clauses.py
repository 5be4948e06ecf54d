"""Concept tagging: what each clause of a draft is about, in every language at once.

The lexicons say which phrases express a concept (*ask*, *review*, *reward*, *not* …). This module finds them in one
pass and hands rules sentences with their clauses and tags. Rules judge concepts, never words.

A line is tagged once for all texts that it stands in, and again only where the text around it changes what language
it may be in, or what of it is a title in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from guide_engine.language import evidence, leading, scripts
from guide_engine.memory import Memory
from guide_engine.prose import Clause, Prose, Sentence, Tag, bits
from guide_engine.store import vocabularies
from guide_engine.text import NormalizedText
from guide_engine.tokens import (
    Spelling,
    Stretch,
    Token,
    Tokens,
    clauses,
    count_words,
    is_sign,
    line_tokens,
    sentences,
    spelled,
)
from guide_engine.vocabulary import NOT, SHIELD, Match, Vocabularies

QUESTION = "question"
"""The concept of asking by a question mark: the last clause of every question has it, in any language."""


ASK, LIKED, IF_HAPPY = "ask", "liked", "if-happy"
"""Asking for something, being happy with it, and asking only those who are: to ask whether somebody is happy makes the one into the other."""


@lru_cache(maxsize=1)
def vocabulary() -> Vocabularies:
    """The vocabularies of all languages, made ready once per run."""
    return vocabularies()


_new = tuple.__new__  # see guide_engine.tokens
_Spoken = frozenset[str] | None
"""The languages that a sentence may be in; None for any."""
_Titles = tuple[tuple[int, int], ...]
"""Token ranges of titles in quotation marks, their first and last token being the marks."""


def tag(text: NormalizedText) -> Prose:
    """Tag the whole of `text`: each sentence with the concepts of the languages that it may be in."""
    cut = [_cut(line) for line in text.lines]
    titles = _titles(text, cut) if sum([len(one.marks) for one in cut]) > 1 else ()
    found = []
    at = 0
    for line, one, spoken in zip(text.lines, cut, _languages(cut), strict=True):
        found.append(_tagged(line, one, spoken, _touching(titles, at, at + len(one.tokens)) if titles else ()))
        at += len(one.tokens)
    return Prose(text, found)


class _Cut:
    """A line cut into sentences, and what it shows of the languages they are in."""

    __slots__ = ("marks", "own", "scores", "spoken", "stretches", "tokens", "total", "words")

    def __init__(self, line: NormalizedText) -> None:
        self.tokens = line_tokens(line)
        self.stretches = sentences(self.tokens)
        self.scores = [self._score(line, stretch) for stretch in self.stretches]
        self.total = _summed(self.scores)
        self.own = [leading(score) for score in self.scores]
        self.spoken: dict[tuple[_Spoken, frozenset[str]], tuple[_Spoken, ...]] = {}
        """The languages that each sentence may be in, by what the other lines speak."""
        kinds = [token[3] for token in self.tokens]
        self.marks = [index for index, kind in enumerate(kinds) if kind == "quote"] if "quote" in kinds else []
        self.words = kinds.count("")

    def _score(self, line: NormalizedText, stretch: Stretch) -> dict[str, float]:
        inside = self.tokens[stretch.first : stretch.last]
        span = line.span(inside[0].start, inside[-1].end)
        return evidence([word for word, _, _, kind, _ in inside if not kind], line.raw[span.start : span.end])


def _cut(line: NormalizedText) -> _Cut:
    found: _Cut | None = line.kept.get(_cut)
    if found is None:
        found = line.kept[_cut] = _Cut(line)
    return found


def _languages(cut: Sequence[_Cut]) -> Iterator[tuple[_Spoken, ...]]:
    """The languages that the sentences of each line may be in: see `guide_engine.language.plausible`."""
    whole = _summed([line.total for line in cut])
    most, far = leading(whole), scripts({}, whole)
    for line in cut:
        spoken = line.spoken.get((most, far))
        if spoken is None:
            if len(line.spoken) > 1:
                line.spoken.clear()
            sentences = zip(line.own, line.scores, strict=True)
            spoken = line.spoken[most, far] = tuple([_spoken(own or most, score, far) for own, score in sentences])
        yield spoken


def _summed(scores: Iterable[Mapping[str, float]]) -> dict[str, float]:
    whole: dict[str, float] = {}
    for score in scores:
        for language, value in score.items():
            whole[language] = whole.get(language, 0.0) + value
    return whole


def _spoken(found: _Spoken, here: Mapping[str, float], far: frozenset[str]) -> _Spoken:
    if not far or found is None:
        return found
    return found | scripts(here, dict.fromkeys(far, 0.0))


def _touching(titles: _Titles, first: int, last: int) -> _Titles:
    """The titles that reach into the tokens `first:last`, as that line counts its tokens."""
    return tuple([(start - first, end - first) for start, end in titles if start < last and first <= end])


def _tagged(line: NormalizedText, cut: _Cut, spoken: tuple[_Spoken, ...], titles: _Titles) -> Prose:
    """A line tagged, or as it was tagged before for the same languages and titles. It keeps the last two."""
    kept: dict[object, Prose] = line.kept.setdefault(_tagged, {})
    prose = kept.get((spoken, titles))
    if prose is None:
        if len(kept) > 1:
            kept.clear()
        prose = kept[spoken, titles] = _tag_line(line, cut, spoken, titles)
    return prose


def _tag_line(line: NormalizedText, cut: _Cut, spoken: tuple[_Spoken, ...], titles: _Titles) -> Prose:
    text = NormalizedText(
        line.raw, line.folded, line.starts, line.ends
    )  # without what is kept with the line, the prose is: a ring would outlive both
    quoted = list(titles)
    found = []
    for index, (stretch, languages) in enumerate(zip(cut.stretches, spoken, strict=True)):
        matches = _matches(cut.tokens, stretch, languages)
        if len(cut.marks) > 1:
            _add(quoted, _buyers(cut, matches))
            quoted = [title for title in quoted if not _is_button(title, matches)]
        if quoted:
            matches = [match for match in matches if not _in_title(match, quoted)]
        found.append(_sentence(text, cut.tokens, index, stretch, _settle(matches)))
    return Prose.of_line(text, cut.tokens, found)


def _matches(tokens: Sequence[Token], stretch: Stretch, languages: _Spoken) -> Sequence[Match]:
    """The phrases in a sentence. Another one in the same line may be under the keys, while this one stays as it is."""
    first, last = stretch
    size = tokens[last - 1].end - tokens[first].start
    found = _PHRASES.get((spelled(tokens[first:last]), languages), size)
    if not first:
        return found
    return [_new(Match, (first + start, first + end, concept, language)) for start, end, concept, language in found]


def _phrases(asked: tuple[tuple[Spelling, ...], _Spoken]) -> tuple[Match, ...]:
    """The phrases in the tokens of a sentence, wherever that stands."""
    return tuple(vocabulary().matches(*asked))


_PHRASES = Memory(_phrases)


def _add(titles: list[tuple[int, int]], more: Iterable[tuple[int, int]]) -> None:
    """Take up further titles, in order. Titles run from one mark to the next, so no two of them overlap."""
    for title in more:
        at = bisect_left(titles, title)
        if titles[at : at + 1] != [title]:
            titles.insert(at, title)


TITLE_WORDS = 10
"""Longer passages in quotation marks are taken as the seller's own words, unless they are said to be the buyer's."""

QUOTE_WORDS = 60
"""No quotation is looked for that is longer than this."""

BUYERS = "buyer-asked"
"""The concept of naming the buyer's words: 'you asked: "If I change my review …"'."""

_INTRODUCED = 4
"""A quotation begins at most so many tokens after the words that say whose it is."""


BUTTON = "button-cue"
"""The concept of what stands before the name of a button: 'press "Write a review"' is the seller's own asking."""


def _is_button(title: tuple[int, int], matches: Iterable[Match]) -> bool:
    """Whether the words right before or after a quotation name a button, a link or the like."""
    return any(match.concept == BUTTON and (match.end == title[0] or match.start == title[1] + 1) for match in matches)


_OPENING = "「『"
_BRACKETS = _OPENING + "」』"


def _titles(text: NormalizedText, cut: Sequence[_Cut]) -> _Titles:
    """The token ranges of short passages in quotation marks: titles, inscriptions, the buyer's words."""
    tokens = Tokens(text)
    starts = accumulate((len(one.tokens) for one in cut), initial=0)
    marks = [start + mark for one, start in zip(cut, starts, strict=False) for mark in one.marks]
    pairs = [
        (first, last)
        for first, last in pairwise(marks)
        if 1 < last - first <= 2 * TITLE_WORDS + 1
        and count_words(tokens[first + 1 : last]) <= TITLE_WORDS
        and _opens(tokens, first)
        and not _opens(tokens, last)
    ]
    outside = sum(one.words for one in cut) - sum(last - first - 1 for first, last in pairs)
    return tuple(pairs) if outside > 1 else ()


def _buyers(cut: _Cut, matches: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """The quotations in a line that one of its sentences introduces as the buyer's words."""
    for match in matches:
        if match.concept == BUYERS:
            at = bisect_left(cut.marks, match.end)
            for first, last in pairwise(cut.marks[at : at + _INTRODUCED + 2]):
                if (
                    first - match.end <= _INTRODUCED
                    and last - first <= QUOTE_WORDS
                    and _opens(cut.tokens, first)
                    and not _opens(cut.tokens, last)
                ):
                    yield first, last


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation mark opens a passage: by its shape, or right before the next word and apart from the last."""
    if tokens[index].text in _BRACKETS:
        return tokens[index].text in _OPENING
    after = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
    before = index > 0 and tokens[index - 1].end == tokens[index].start
    if after and before and tokens[index].text == "“":
        return is_sign(tokens[index + 1])  # Chinese leaves no spaces; in German the same mark closes
    return after and not before


def _in_title(match: Match, titles: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase stands in one of the titles, which are in order: that can only be the last that begins before it."""
    at = bisect_left(titles, (match.start, 0))
    return at > 0 and match.end <= titles[at - 1][1]


def _settle(matches: Sequence[Match]) -> Sequence[Match]:
    """Drop what a shield covers, and negations that a longer phrase has taken up."""
    concepts = {m.concept for m in matches}
    kept = matches
    if SHIELD in concepts:
        shields = _by_token(m for m in matches if m.concept == SHIELD)
        kept = [m for m in matches if m.concept != SHIELD and not _shielded(m, shields)]
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


def _sentence(
    text: NormalizedText, tokens: Sequence[Token], index: int, stretch: Stretch, matches: Iterable[Match]
) -> Sentence:
    tags = [_new(Tag, (concept, start, end, language)) for start, end, concept, language in matches]
    parts = clauses(tokens, stretch)
    if parts and "<?>" in tokens[stretch.last - 1].keys:
        tags.append(Tag(QUESTION, parts[-1].first, parts[-1].last, ""))
        tags += _conditions([tag for tag in tags if tag.start >= parts[-1].first])
    own = tuple([Clause(first, last, tuple([t for t in tags if first <= t[1] < last])) for first, last in parts])
    span = text.span(tokens[stretch.first].start, tokens[stretch.last - 1].end)
    return Sentence(index, stretch, span, own)


def _conditions(asked: Sequence[Tag]) -> list[Tag]:
    """The conditions in a question: where it asks whether somebody is happy, and for nothing."""
    if any(tag.concept == ASK for tag in asked):
        return []
    return [tag._replace(concept=IF_HAPPY) for tag in asked if tag.concept == LIKED]


__all__ = ["QUESTION", "Clause", "Prose", "Sentence", "Tag", "bits", "tag", "vocabulary"]
