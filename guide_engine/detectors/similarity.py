"""How much two messages are alike, apart from names, numbers and what stands in the greeting."""

from __future__ import annotations

import re
from collections import Counter

from guide_engine.reading import Reading
from guide_engine.text import NormalizedText, normalize
from guide_engine.tokens import tokenize

RUN = 3
"""Words are compared in runs of this many (CJK signs count as words)."""

LEAST = 15
"""Shorter messages are alike by nature: "Yes, the lid fits." says nothing about copying."""

_GREETING = re.compile(r"[^\n.!?]{0,60}?[,:!\n、，：]")


def likeness(reading: Reading) -> list[float]:
    """For each earlier message of the draft, the share of word runs that it has in common with the text, 0 to 1."""
    own = _runs(reading.text)
    return [_share(own, _runs(normalize(other))) for other in reading.draft.previous]


def _runs(text: NormalizedText) -> Counter[tuple[str, ...]]:
    """The runs of words in `text`, counted; none where it is too short to compare."""
    tokens = tokenize(text)
    greeting = _GREETING.match(text.folded)
    start = greeting.end() if greeting else 0
    words = [t.text for t in tokens if not t.kind and t.start >= start and not _is_name(text, t.start, t.end)]
    if len(words) < LEAST:
        return Counter()
    return Counter(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _is_name(text: NormalizedText, start: int, end: int) -> bool:
    """A word with a capital inside a sentence: a person, a town, a product."""
    if not text.raw_of(start, end)[:1].isupper():
        return False
    before = text.folded[:start].rstrip()[-1:]
    return bool(before) and before not in ".!?\n:"


def _share(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if one and other else 0.0
