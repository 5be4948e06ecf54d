"""A vocabulary that knows which phrase each match comes from and can leave any of them out.

The real one stores only concepts. This one is compiled from the same lexicons with every word sequence as a concept of
its own, so that a phrase is dropped in no time and nothing is compiled anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

from guide_engine import clauses
from guide_engine.lexicons import NOT, Lexicon, compile_lexicon, expand, languages, load, word_lists
from guide_engine.tokens import Spelling
from guide_engine.vocabulary import Match, Vocabularies, Vocabulary
from tests.fresh import without_memory


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a lexicon, as it is written there."""

    language: str
    concept: str
    phrase: str


class MutedVocabulary(Vocabulary):
    """Finds what the real vocabulary finds, but for the entry in `muted`; notes in `seen` what it came across."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._order = {concept: number for number, concept in enumerate(lexicon.concepts)}
        self.entries = [Entry(lexicon.language, c, p) for c, phrases in lexicon.concepts.items() for p in phrases]
        self.sequences = [(entry, words) for entry in self.entries for words in expand(entry.phrase)]
        concepts = {str(number): (" ".join(words),) for number, (_, words) in enumerate(self.sequences)}
        state = compile_lexicon(Lexicon(lexicon.language, lexicon.name, "", concepts, {}))
        super().__init__(lexicon.language, state)
        self.seen: set[int] = set()
        self.muted: Entry | None = None
        self.mute(None)

    def mute(self, entry: Entry | None) -> None:
        """Leave out one entry, or none."""
        touches_negations = NOT in {e.concept for e in (entry, self.muted) if e}
        self.muted = entry
        negations = (words for one, words in self.sequences if one.concept == NOT and one is not entry)
        if touches_negations or entry is None:
            self._negations = frozenset(words[0] for words in negations if len(words) == 1)
            self._known.clear()

    def matches(self, words: Sequence[Spelling]) -> list[Match]:
        """The matches of all entries but the muted one: the longest per concept and start."""
        best: dict[tuple[int, str], int] = {}
        for start, end, number, _ in super().matches(words):
            self.seen.add(int(number))
            entry = self.sequences[int(number)][0]
            if entry is not self.muted:
                key = (start, entry.concept)
                best[key] = max(end, best.get(key, 0))
        found = [Match(start, end, concept, self.language) for (start, concept), end in best.items()]
        return sorted(found, key=lambda match: (match.start, self._order[match.concept]))


@contextmanager
def muted_vocabularies() -> Iterator[dict[str, MutedVocabulary]]:
    """Let the checker use vocabularies that can be muted, by language."""
    lexicons = [load(language) for language in languages()]
    mutable = {lexicon.language: MutedVocabulary(lexicon) for lexicon in lexicons}
    known = Vocabularies({lexicon.language: word_lists(lexicon) for lexicon in lexicons}, _no_load)
    known._taken_up.update(mutable)
    with mock.patch.object(clauses, "vocabulary", return_value=known), without_memory():
        yield mutable


def _no_load(language: str) -> tuple[list[str], dict[str, object], tuple[list[str], list[str], list[str]], str]:
    raise KeyError(language)
