"""The vocabulary: the compiled lexicons, and finding their phrases in the tokens of a draft.

Each language has a trie of its own, taken up when a draft first needs it. How the tries are made from the lexicons is
`guide_engine.lexicons`' business; nothing of that is needed to check a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from guide_engine.tokens import Token, unleet

SHIELD = "plain"
"""The concept of phrases that only look like another concept ("energy rating"): it switches off what it covers."""

NOT = "not"
"""The concept of negations. A longer phrase that contains one ("don't forget to", "not happy") takes it up."""

Node = dict[str, Any]
"""A place in the trie: where each next word leads; under `ENDS` the numbers of the concepts of phrases that end here.

Plain dictionaries, strings and integers, so that a build can store the whole trie and a start need not make it again.
"""

ENDS = ""
GAP = "_"

State = tuple[list[str], Node, tuple[list[str], list[str], list[str]], str]
"""One language's compiled lexicon as plain data: concepts, trie, wildcards (prefix, suffix, infix), words by spaces."""


class Match(NamedTuple):
    """A phrase found: a half-open range of token indexes, its concept and its language."""

    start: int
    end: int
    concept: str
    language: str


class Vocabulary:
    """Finds every phrase of one language in the tokens of a draft."""

    def __init__(self, language: str, state: State) -> None:
        self.language = language
        self._concepts, self._root, (prefixes, suffixes, self._infixes), words = state
        self._prefixes, self._suffixes = frozenset(prefixes), frozenset(suffixes)
        self._words = frozenset(words.split(" "))
        self._keys: dict[str, tuple[str, ...]] = {}
        self._prefix_sizes = sorted({len(p) for p in self._prefixes})
        self._suffix_sizes = sorted({len(s) for s in self._suffixes})
        negation = self._concepts.index(NOT) if NOT in self._concepts else -1
        self._negations = frozenset(word for word, node in self._root.items() if negation in node.get(ENDS, ()))

    def find(self, tokens: list[Token], first: int = 0, last: int | None = None) -> list[Match]:
        """Every phrase in `tokens[first:last]`, in order of its start; the longest one per concept and start."""
        part = tokens[first:last]
        keys = [token.keys if token.kind else self._token_keys(token) for token in part]
        negated = frozenset(i for i, options in enumerate(keys) if not self._negations.isdisjoint(options))
        found: list[Match] = []
        root = self._root
        for start, first_keys in enumerate(keys):
            begun = [root[key] for key in first_keys if key in root]
            if begun:
                best: dict[int, int] = {}
                self._follow(begun, keys, start + 1, negated, best)
                found += (
                    Match(first + start, first + end, self._concepts[concept], self.language)
                    for concept, end in best.items()
                )
        return found

    def _follow(
        self,
        nodes: list[Node],
        keys: list[tuple[str, ...]],
        at: int,
        negated: frozenset[int],
        best: dict[int, int],
    ) -> None:
        """Note in `best`, for each concept whose phrase goes on from `nodes`, the largest index at which it ends.

        No gap of a phrase steps over a negation.
        """
        while nodes:
            here = keys[at] if at < len(keys) else ()
            may_skip = at < len(keys) and at not in negated
            following: list[Node] = []
            for node in nodes:
                for concept in node.get(ENDS, ()):
                    best[concept] = at
                for key in here:
                    reached = node.get(key)
                    if reached is not None:
                        following.append(reached)
                if may_skip and GAP in node:
                    following.append(node[GAP])
            nodes = following
            at += 1

    def _token_keys(self, token: Token) -> tuple[str, ...]:
        """The trie keys of a word token: those of its word, its classes, and those of another word it may stand for."""
        keys = self._keys_of(token.text)
        for other in token.keys:
            keys += (other,) if other.startswith("<") else self._keys_of(other)
        return keys

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """The trie keys that a word answers to: itself, every wildcard that fits it, and the word it is leet for."""
        keys = self._keys.get(word)
        if keys is None:
            found = [word, *self._wild(word)]
            for plain in unleet(word):
                wild = self._wild(plain)
                if plain in self._words or wild:
                    found += (plain, *wild)
            keys = self._keys[word] = tuple(found)
        return keys

    def _wild(self, word: str) -> list[str]:
        size = len(word)
        found = [word[:n] + "*" for n in self._prefix_sizes if n <= size and word[:n] in self._prefixes]
        found += ("*" + word[-n:] for n in self._suffix_sizes if n <= size and word[-n:] in self._suffixes)
        found += (f"*{part}*" for part in self._infixes if part in word)
        return found


class Vocabularies:
    """The vocabularies of all languages, each taken up when it is first asked for.

    `lists` holds each language's folded word lists; `load` brings the compiled lexicon of a language.
    """

    def __init__(self, lists: Mapping[str, Mapping[str, list[str]]], load: Callable[[str], State]) -> None:
        self._lists = lists
        self._load = load
        self._taken_up: dict[str, Vocabulary] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the lexicons, in their order."""
        return tuple(self._lists)

    def of(self, language: str) -> Vocabulary:
        """One language's vocabulary. Raises KeyError where there is no lexicon for it."""
        if language not in self._taken_up:
            self._taken_up[language] = Vocabulary(language, self._load(language))
        return self._taken_up[language]

    def find(self, tokens: list[Token], first: int, last: int, spoken: Iterable[str] | None) -> list[Match]:
        """Every phrase in `tokens[first:last]` of the languages `spoken` (None: of all), in order of its start."""
        languages = self.languages if spoken is None else [one for one in self.languages if one in spoken]
        matches = [match for language in languages for match in self.of(language).find(tokens, first, last)]
        return sorted(matches) if len(languages) > 1 else matches

    def words_in(self, language: str, name: str) -> tuple[str, ...]:
        """One language's folded single words of a word list, or of a concept that is made of single words only."""
        return tuple(self._lists.get(language, {}).get(name, ()))

    def words_of(self, name: str) -> frozenset[str]:
        """The same over all languages."""
        return frozenset(word for lists in self._lists.values() for word in lists.get(name, ()))
