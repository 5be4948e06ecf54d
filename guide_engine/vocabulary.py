"""The vocabulary: phrases of the lexicons, compiled into one trie over words.

A lexicon (`lexicon/<lang>.toml`) lists phrases per concept. A phrase is words apart by spaces; besides plain words it
may use

- ``review*``, ``*rabatt``, ``*bewertung*``: words that begin with, end with or contain these letters;
- ``{leave,write} a review``: either word; ``{,a}`` makes a word optional;
- ``leave _ review`` / ``leave __ review``: up to one / up to two words of any kind between, but no negation;
- ``<num> <pct> <money> <stars> <code> <link> <?>``: a number, a percentage, a sum of money, star signs, a word in capitals,
  a web address, a question mark.

Phrases are folded exactly as drafts are, so a native reader writes them with accents, as they are spelt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from guide_engine.text import normalize
from guide_engine.tokens import Token, tokenize, unleet

SHIELD = "plain"
"""The concept of phrases that only look like another concept ("energy rating"): it switches off what it covers."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's phrases per concept, as its file says. `reviewed` names who vouches for it, or is empty."""

    language: str
    name: str
    reviewed: str
    concepts: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    """Plain word lists beside the concepts, such as the function words by which a language is told."""


NOT = "not"
"""The concept of negations. A longer phrase that contains one ("don't forget to", "not happy") takes it up."""

Node = dict[str, Any]
"""A place in the trie: where each next word leads; under `ENDS` the numbers of the labels of phrases that end here.

Plain dictionaries, strings and integers, so that a build can store the whole trie and a start need not make it again.
"""

ENDS = ""
GAP = "_"


class Match(NamedTuple):
    """A phrase found: a half-open range of token indexes, its concept and its language."""

    start: int
    end: int
    concept: str
    language: str


class Vocabulary:
    """Finds every phrase of a set of lexicons in one pass over the tokens of a draft."""

    def __init__(
        self,
        labels: list[tuple[str, str]],
        root: Node,
        wildcards: tuple[list[str], ...],
        words: set[str],
        lists: Mapping[str, Mapping[str, list[str]]],
    ) -> None:
        self._lists = lists
        self._labels = labels
        self._root = root
        prefixes, suffixes, self._infixes = wildcards
        self._prefixes, self._suffixes = frozenset(prefixes), frozenset(suffixes)
        self._words = words
        self._keys: dict[str, tuple[str, ...]] = {}
        self._prefix_sizes = sorted({len(p) for p in self._prefixes})
        self._suffix_sizes = sorted({len(s) for s in self._suffixes})
        self._negations = self._single_negations()

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> Vocabulary:
        """Compile lexicons. Raises ValueError where a phrase is malformed."""
        return cls.from_state(compile_state(lexicons))

    @classmethod
    def from_state(cls, state: State) -> Vocabulary:
        """Take up a vocabulary that `compile_state` has made, now or when the site was built."""
        labels, root, wildcards, words, lists = state
        return cls([(language, concept) for language, concept in labels], root, wildcards, set(words), lists)

    def _single_negations(self) -> dict[str, frozenset[str]]:
        """The words that are negations by themselves, each with its languages."""
        own = {number: language for number, (language, concept) in enumerate(self._labels) if concept == NOT}
        found = {}
        for word, node in self._root.items():
            languages = frozenset(own[label] for label in node.get(ENDS, ()) if label in own)
            if languages:
                found[word] = languages
        return found

    def words_in(self, language: str, name: str) -> tuple[str, ...]:
        """One language's folded single words of a word list, or of a concept that is made of single words only."""
        return tuple(self._lists.get(language, {}).get(name, ()))

    def words_of(self, name: str) -> frozenset[str]:
        """The same over all languages."""
        return frozenset(word for lists in self._lists.values() for word in lists.get(name, ()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the lexicons, in their order."""
        return tuple(self._lists)

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any phrase, as itself or by a wildcard."""
        return word in self._words or len(self._keys_of(word)) > 1

    def find(self, tokens: list[Token]) -> list[Match]:
        """Every phrase in `tokens`, in order of its start; the longest one per concept, language and start."""
        keys = [token.keys if token.kind else self._token_keys(token) for token in tokens]
        found: list[Match] = []
        root = self._root
        negated = self._negated(keys)
        for start, first_keys in enumerate(keys):
            begun = [root[key] for key in first_keys if key in root]
            if begun:
                for label, end in self._longest(begun, keys, start + 1, negated).items():
                    language, concept = self._labels[label]
                    found.append(Match(start, end, concept, language))
        return found

    def _negated(self, keys: list[tuple[str, ...]]) -> dict[int, frozenset[str]]:
        """The token indexes of negations, with the languages in which they are. No gap of a phrase steps over one."""
        found = {}
        for index, options in enumerate(keys):
            for key in options:
                languages = self._negations.get(key)
                if languages:
                    found[index] = languages
        return found

    def _longest(
        self, nodes: list[Node], keys: list[tuple[str, ...]], at: int, negated: Mapping[int, frozenset[str]]
    ) -> dict[int, int]:
        """For each label of a phrase that goes on from `nodes`, the largest token index at which it ends."""
        best: dict[int, int] = {}
        while nodes:
            following: list[Node] = []
            here = keys[at] if at < len(keys) else ()
            for node in nodes:
                for label in node.get(ENDS, ()):
                    best[label] = max(at, best.get(label, 0))
                following += (node[key] for key in here if key in node)
                if here and GAP in node:
                    if at not in negated:
                        following.append(node[GAP])
                        continue
                    for label, end in self._longest([node[GAP]], keys, at + 1, negated).items():
                        if self._labels[label][0] not in negated[at]:
                            best[label] = max(end, best.get(label, 0))
            nodes = following
            at += 1
        return best

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
            plain = unleet(word)
            if plain != word:
                found += [plain, *self._wild(plain)] if plain in self._words or any(self._wild(plain)) else []
            keys = self._keys[word] = tuple(found)
        return keys

    def _wild(self, word: str) -> list[str]:
        size = len(word)
        found = [word[:n] + "*" for n in self._prefix_sizes if n <= size and word[:n] in self._prefixes]
        found += ("*" + word[-n:] for n in self._suffix_sizes if n <= size and word[-n:] in self._suffixes)
        found += (f"*{part}*" for part in self._infixes if part in word)
        return found


State = tuple[list[list[str]], Node, tuple[list[str], list[str], list[str]], list[str], dict[str, dict[str, list[str]]]]
"""A compiled vocabulary as plain data.

Labels (language and concept), trie, wildcards (prefix, suffix, infix), words, and word lists per language.
"""


def compile_state(lexicons: Iterable[Lexicon]) -> State:
    """Compile lexicons into plain data that can be stored. Raises ValueError where a phrase is malformed."""
    labels: list[list[str]] = []
    root: Node = {}
    words: set[str] = set()
    lists: dict[str, dict[str, list[str]]] = {}
    once: dict[str, str] = {}  # one object for each word, so that a stored trie holds it once
    for lexicon in lexicons:
        lists[lexicon.language] = _word_lists(lexicon)
        for concept, phrases in lexicon.concepts.items():
            labels.append([lexicon.language, concept])
            for phrase in phrases:
                for parts in expand(phrase):
                    sequence = tuple(once.setdefault(part, part) for part in parts)
                    words.update(sequence)
                    _insert(root, sequence, len(labels) - 1)
    wild = sorted(word for word in words if "*" in word)
    infixes = [word[1:-1] for word in wild if word.startswith("*") and word.endswith("*")]
    prefixes = [word[:-1] for word in wild if word.endswith("*") and not word.startswith("*")]
    suffixes = [word[1:] for word in wild if word.startswith("*") and not word.endswith("*")]
    return labels, _shared(root, {}), (prefixes, suffixes, infixes), sorted(words.difference(wild)), lists


def _word_lists(lexicon: Lexicon) -> dict[str, list[str]]:
    """The lexicon's lists, and those of its concepts that are single words without wildcards or classes."""
    found = {name: [normalize(word).folded for word in words] for name, words in lexicon.lists.items()}
    for concept, phrases in lexicon.concepts.items():
        if not any(set("*<_{ ") & set(phrase) for phrase in phrases):
            found[concept] = [normalize(phrase).folded for phrase in phrases]
    return found


def _shared(node: Node, seen: dict[object, Node]) -> Node:
    """Let equal branches of the trie be one object: stored and loaded once instead of hundreds of times."""
    for key, value in node.items():
        if key != ENDS:
            node[key] = _shared(value, seen)
    identity = tuple((key, tuple(value) if key == ENDS else id(value)) for key, value in sorted(node.items()))
    return seen.setdefault(identity, node)


def _insert(root: Node, sequence: tuple[str, ...], label: int) -> None:
    nodes = [root]
    for word in sequence:
        if set(word) == {GAP}:
            reached = nodes
            for _ in word:
                reached = [node.setdefault(GAP, {}) for node in reached]
                nodes = nodes + reached
        else:
            nodes = [node.setdefault(word, {}) for node in nodes]
    for node in nodes:
        ends = node.setdefault(ENDS, [])
        if label not in ends:
            ends.append(label)


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """The plain word sequences that a lexicon phrase stands for. Raises ValueError where its braces do not close."""
    parts: list[list[tuple[str, ...]]] = []
    for part in _parts(phrase):
        if part.startswith("{"):
            parts.append([_words(option) for option in part[1:-1].split(",")])
        else:
            parts.append([_words(part)])
    for chosen in product(*parts):
        words = tuple(word for option in chosen for word in option)
        if words:
            yield words


def _parts(phrase: str) -> Iterator[str]:
    rest = phrase.strip()
    while rest:
        if rest.startswith("{"):
            end = rest.find("}")
            if end < 0:
                message = f"the brace in {phrase!r} does not close"
                raise ValueError(message)
            yield rest[: end + 1]
            rest = rest[end + 1 :].lstrip()
        else:
            before, brace, after = rest.partition("{")
            yield before
            rest = brace + after


def _words(text: str) -> tuple[str, ...]:
    """Fold and split a piece of a phrase, keeping its wildcards and classes."""
    words: list[str] = []
    for piece in text.split():
        if (piece.startswith("<") and piece.endswith(">")) or set(piece) == {"_"}:
            words.append(piece)
            continue
        core = piece.strip("*")
        folded = [token.text for token in tokenize(normalize(core)) if token.kind in ("", "num")]
        if not folded:
            message = f"{piece!r} holds no word"
            raise ValueError(message)
        folded[0] = "*" + folded[0] if piece.startswith("*") else folded[0]
        folded[-1] = folded[-1] + "*" if piece.endswith("*") else folded[-1]
        words += folded
    return tuple(words)


def load(language: str) -> Lexicon:
    """Read one language's lexicon. Raises FileNotFoundError where there is none for it."""
    source = files("guide_engine").joinpath("lexicon", f"{language}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    concepts = {name: tuple(phrases) for name, phrases in data["concepts"].items()}
    lists = {name: tuple(words) for name, words in data.get("lists", {}).items()}
    return Lexicon(data["language"], data["name"], data.get("reviewed", ""), concepts, lists)


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    folder = files("guide_engine").joinpath("lexicon")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))
