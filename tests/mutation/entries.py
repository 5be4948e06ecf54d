"""Dropping lexicon entries one by one, and what then fails.

An entry is *needed* where a case fails without it; it only *changes* something where findings differ and no test minds;
it is *idle* where cases hold its words and nothing differs; and *unseen* where no case holds its words. `redundant` are
those of which every word sequence is found by another entry of the same concept as well: they can go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from tests.mutation.cases import Case, Found
from tests.mutation.muted import Entry, MutedVocabulary

STATES = ("needed", "changes", "idle", "unseen")


@dataclass(slots=True)
class Coverage:
    """What was found out about one language's entries, and how many of the word sequences any case holds."""

    entries: dict[Entry, str] = field(default_factory=dict)
    sequences: int = 0
    sequences_seen: int = 0

    def count(self, state: str) -> int:
        """How many entries are in this state."""
        return sum(found == state for found in self.entries.values())

    @property
    def covered(self) -> float:
        """The share of entries that some case holds."""
        return 1 - self.count("unseen") / len(self.entries) if self.entries else 1.0


class Uses:
    """Which cases hold the words of which entry, from one run over all cases."""

    def __init__(self, cases: Iterable[Case], vocabularies: Mapping[str, MutedVocabulary]) -> None:
        self.before: dict[Case, Found] = {}
        self.of: dict[Entry, list[Case]] = {}
        self.sequences: dict[str, set[int]] = {language: set() for language in vocabularies}
        for case in cases:
            for vocabulary in vocabularies.values():
                vocabulary.seen.clear()
            self.before[case] = case.found()
            for language, vocabulary in vocabularies.items():
                self.sequences[language] |= vocabulary.seen
                for entry in {vocabulary.sequences[number][0] for number in vocabulary.seen}:
                    self.of.setdefault(entry, []).append(case)


def drop_each(vocabulary: MutedVocabulary, uses: Uses) -> Iterator[tuple[Entry, str]]:
    """Drop each entry of a language in turn; the state of each."""
    for entry in vocabulary.entries:
        held = uses.of.get(entry, [])
        if not held:
            yield entry, "unseen"
            continue
        vocabulary.mute(entry)
        yield entry, _state(held, uses.before)
    vocabulary.mute(None)


def _state(held: Iterable[Case], before: Mapping[Case, Found]) -> str:
    changes = False
    for case in held:
        now = case.found()
        if case.fails(before[case], now):
            return "needed"
        changes = changes or now != before[case]
    return "changes" if changes else "idle"


def redundant(vocabulary: MutedVocabulary) -> list[Entry]:
    """The entries that another entry of the same concept makes superfluous: it matches all of their plain words.

    Entries with wildcards, classes or gaps are left alone: what they match cannot be tried out.
    """
    plain: dict[Entry, list[tuple[str, ...]]] = {}
    for entry, words in vocabulary.sequences:
        plain.setdefault(entry, []).append(words)
    found = []
    for entry, sequences in plain.items():
        if any(set("*<_") & set(word) for words in sequences for word in words):
            continue
        vocabulary.mute(entry)
        if all(_matched(vocabulary, entry.concept, words) for words in sequences):
            found.append(entry)
    vocabulary.mute(None)
    return found


def _matched(vocabulary: MutedVocabulary, concept: str, words: tuple[str, ...]) -> bool:
    """Whether the words as a whole are a match of the concept."""
    tokens = tokenize(normalize(" ".join(words)))
    whole = (0, len(tokens), concept)
    return any((match.start, match.end, match.concept) == whole for match in vocabulary.find(tokens))
