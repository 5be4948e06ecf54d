"""The vocabulary: the compiled lexicons, and finding their phrases in the tokens of a draft.

Each language has a trie of its own, taken up when a draft first needs it. How the tries are made from the lexicons is
`guide_engine.lexicons`' business; nothing of that is needed to check a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from guide_engine.tokens import Spelling, Token, spelled, unleet

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


_new = tuple.__new__  # see guide_engine.tokens
_Known = tuple[tuple[str, ...], list[Node], bool, bool, list[AbstractSet[str]], tuple[str, ...]]
"""What a token can be in one language.

Its keys in the trie; the places of the trie to which it leads from the root; whether it is a negation; whether a phrase
ends with a gap after it; the keys of the words by which phrases go on, at once and after each longer gap; and the
concepts that it has all by itself.
"""

_NOTHING: _Known = ((), [], True, False, [], ())
"""Stands behind the last token: no phrase goes on there, and no gap steps over it."""

KEPT = 5000
"""So many words a vocabulary remembers; then it begins anew, so that a long life does not fill the memory."""


class Vocabulary:
    """Finds every phrase of one language in the tokens of a draft."""

    def __init__(self, language: str, state: State) -> None:
        self.language = language
        self._concepts, self._root, (prefixes, suffixes, self._infixes), words = state
        self._prefixes, self._suffixes = frozenset(prefixes), frozenset(suffixes)
        self._words = frozenset(words.split(" "))
        self._known: dict[object, _Known] = {}
        self._prefix_sizes = sorted({len(p) for p in self._prefixes})
        self._suffix_sizes = sorted({len(s) for s in self._suffixes})
        negation = self._concepts.index(NOT) if NOT in self._concepts else -1
        self._negations = frozenset(word for word, node in self._root.items() if negation in node.get(ENDS, ()))

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Every phrase in `tokens`, in order of its start; the longest one per concept and start."""
        return self.matches(spelled(tokens))

    def matches(self, words: Sequence[Spelling]) -> list[Match]:
        """The same for tokens of which only the spelling is known."""
        known, language = self._known, self.language
        if len(known) > KEPT:
            known.clear()
        part = [known.get(word) or self._know(word) for word in words]
        part.append(_NOTHING)
        found: list[Match] = []
        add = found.append
        for start, (_, begun, _, open_end, onward, alone) in enumerate(part):
            # Most words begin some phrase, and hardly any of those phrases goes on.
            if onward and (open_end or _goes_on(onward, part, start + 1)):
                for concept, end in _follow(begun, part, start + 1).items():
                    add(_new(Match, (start, end, self._concepts[concept], language)))
            else:
                for name in alone:
                    add(_new(Match, (start, start + 1, name, language)))
        return found

    def _know(self, word: Spelling) -> _Known:
        """Look up what a token can be, and keep the answer for the next time it is met."""
        text, kind, classes = (word, "", ()) if isinstance(word, str) else word
        keys = classes if kind else self._word_keys(text, classes)
        begun = [self._root[key] for key in keys if key in self._root]
        ends = dict.fromkeys(number for node in begun for number in node.get(ENDS, ()))
        alone = tuple([self._concepts[number] for number in ends])
        onward = _onward(begun)
        open_end = any(ENDS in keys for keys in onward[1:])
        negates = not self._negations.isdisjoint(keys)
        about = self._known[word] = (keys, begun, negates, open_end, onward, alone)
        return about

    def _word_keys(self, word: str, classes: tuple[str, ...]) -> tuple[str, ...]:
        """The trie keys of a word token: those of its word, its classes, and those of another word it may stand for."""
        keys = self._keys_of(word)
        for other in classes:
            keys += (other,) if other.startswith("<") else self._keys_of(other)
        return keys

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """The trie keys that a word answers to: itself, every wildcard that fits it, and the word it is leet for."""
        found = [word, *self._wild(word)]
        for plain in unleet(word):
            wild = self._wild(plain)
            if plain in self._words or wild:
                found += (plain, *wild)
        return tuple(found)

    def _wild(self, word: str) -> list[str]:
        size = len(word)
        found = [word[:n] + "*" for n in self._prefix_sizes if n <= size and word[:n] in self._prefixes]
        found += ["*" + word[-n:] for n in self._suffix_sizes if n <= size and word[-n:] in self._suffixes]
        found += [f"*{part}*" for part in self._infixes if part in word]
        return found


def _onward(nodes: list[Node]) -> list[AbstractSet[str]]:
    """The keys of the words by which phrases go on from `nodes`: at once, and after each longer gap."""
    found: list[AbstractSet[str]] = []
    while nodes:
        found.append(nodes[0].keys() if len(nodes) == 1 else frozenset(key for node in nodes for key in node))
        nodes = [node[GAP] for node in nodes if GAP in node]
    return found


def _goes_on(onward: list[AbstractSet[str]], part: list[_Known], at: int) -> bool:
    """Whether a phrase goes on with the word at `at`, or with a later one that a gap leads to."""
    for keys in onward:
        here, _, negates, _, _, _ = part[at]
        if not keys.isdisjoint(here):
            return True
        if negates:
            return False
        at += 1
    return False


def _follow(nodes: list[Node], part: list[_Known], at: int) -> dict[int, int]:
    """For each concept whose phrase goes on from `nodes`, the largest index at which it ends.

    No gap of a phrase steps over a negation.
    """
    best: dict[int, int] = {}
    while nodes:
        keys, _, negates, _, _, _ = part[at]
        following: list[Node] = []
        for node in nodes:
            if ENDS in node:
                for concept in node[ENDS]:
                    best[concept] = at
            for key in keys:
                if key in node:
                    following.append(node[key])  # noqa: PERF401  # a comprehension costs more than these few steps
            if not negates and GAP in node:
                following.append(node[GAP])
        nodes = following
        at += 1
    return best


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

    @property
    def taken_up(self) -> int:
        """How many languages have been asked for so far."""
        return len(self._taken_up)

    def of(self, language: str) -> Vocabulary:
        """One language's vocabulary. Raises KeyError where there is no lexicon for it."""
        if language not in self._taken_up:
            self._taken_up[language] = Vocabulary(language, self._load(language))
        return self._taken_up[language]

    def matches(self, words: Sequence[Spelling], spoken: Iterable[str] | None) -> list[Match]:
        """Every phrase of the languages `spoken` (None: of all) in tokens of this spelling, in order of its start."""
        languages = self.languages if spoken is None else [one for one in self.languages if one in spoken]
        matches = [match for language in languages for match in self.of(language).matches(words)]
        return sorted(matches) if len(languages) > 1 else matches

    def words_in(self, language: str, name: str) -> tuple[str, ...]:
        """One language's folded single words of a word list, or of a concept that is made of single words only."""
        return tuple(self._lists.get(language, {}).get(name, ()))

    def words_of(self, name: str) -> frozenset[str]:
        """The same over all languages."""
        return frozenset(word for lists in self._lists.values() for word in lists.get(name, ()))
