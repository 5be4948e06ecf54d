"""The vocabulary: phrases of the lexicons, compiled into one trie over words.

A lexicon (`lexicon/<lang>.toml`) lists phrases per concept. A phrase is words apart by spaces; besides plain words it
may use

- ``review*``, ``*rabatt``, ``*bewertung*``: words that begin with, end with or contain these letters;
- ``{leave,write} a review``: either word; ``{,a}`` makes a word optional;
- ``leave _ review`` / ``leave __ review``: up to one / up to two words of any kind between;
- ``<num> <pct> <money> <stars> <code> <link> <?>``: a number, a percentage, a sum of money, star signs, a word in capitals,
  a web address, a question mark.

Phrases are folded exactly as drafts are, so a native reader writes them with accents, as they are spelt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import product

from guide_engine.text import normalize
from guide_engine.tokens import Token, tokenize

SHIELD = "plain"
"""The concept of phrases that only look like another concept ("energy rating"): it switches off what it covers."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's phrases per concept, as its file says. `reviewed` names who vouches for it, or is empty."""

    language: str
    name: str
    reviewed: str
    concepts: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class _Node:
    """A place in the trie: where each next word leads, and the (language, concept) pairs of phrases ending here."""

    next: dict[str, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    ends: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: a half-open range of token indexes, its concept and its language."""

    start: int
    end: int
    concept: str
    language: str


class Vocabulary:
    """Finds every phrase of a set of lexicons in one pass over the tokens of a draft."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self.lexicons = tuple(lexicons)
        self._root = _Node()
        self._prefixes: dict[str, str] = {}
        self._suffixes: dict[str, str] = {}
        self._infixes: dict[str, str] = {}
        self._words: set[str] = set()
        self._keys: dict[str, tuple[str, ...]] = {}
        for lexicon in self.lexicons:
            for concept, phrases in lexicon.concepts.items():
                for phrase in phrases:
                    self._add(phrase, (lexicon.language, concept))
        self._prefix_sizes = sorted({len(p) for p in self._prefixes})
        self._suffix_sizes = sorted({len(s) for s in self._suffixes})

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any phrase, as itself or by a wildcard."""
        return word in self._words or len(self._keys_of(word)) > 1

    def find(self, tokens: list[Token]) -> list[Match]:
        """Every phrase in `tokens`, in order of its start; the longest one per concept, language and start."""
        keys = [token.keys if token.kind else (*self._keys_of(token.text), *token.keys) for token in tokens]
        found: list[Match] = []
        for start in range(len(tokens)):
            best: dict[tuple[str, str], int] = {}
            for end, node in self._walk(self._root, keys, start):
                for pair in node.ends:
                    best[pair] = max(end, best.get(pair, 0))
            found += (Match(start, end, concept, language) for (language, concept), end in best.items())
        return found

    def _walk(self, node: _Node, keys: list[tuple[str, ...]], at: int) -> Iterator[tuple[int, _Node]]:
        if at == len(keys):
            return
        for key in keys[at]:
            following = node.next.get(key)
            if following is not None:
                if following.ends:
                    yield at + 1, following
                yield from self._walk(following, keys, at + 1)
        if node.gap is not None:
            yield from self._walk(node.gap, keys, at + 1)

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """The trie keys that a word answers to: itself and every wildcard that fits it."""
        keys = self._keys.get(word)
        if keys is None:
            size = len(word)
            found = [word]
            found += (self._prefixes[word[:n]] for n in self._prefix_sizes if n <= size and word[:n] in self._prefixes)
            found += (
                self._suffixes[word[-n:]] for n in self._suffix_sizes if n <= size and word[-n:] in self._suffixes
            )
            found += (key for part, key in self._infixes.items() if part in word)
            keys = self._keys[word] = tuple(found)
        return keys

    def _add(self, phrase: str, end: tuple[str, str]) -> None:
        for words in expand(phrase):
            nodes = [self._root]
            for word in words:
                nodes = self._step(nodes, word)
            for node in nodes:
                node.ends.add(end)

    def _step(self, nodes: list[_Node], word: str) -> list[_Node]:
        if set(word) == {"_"}:
            reached = list(nodes)
            for _ in word:
                nodes = [self._gap(node) for node in nodes]
                reached += nodes
            return reached
        self._note(word)
        return [node.next.setdefault(word, _Node()) for node in nodes]

    @staticmethod
    def _gap(node: _Node) -> _Node:
        if node.gap is None:
            node.gap = _Node()
        return node.gap

    def _note(self, word: str) -> None:
        if word.startswith("*") and word.endswith("*"):
            self._infixes[word[1:-1]] = word
        elif word.endswith("*"):
            self._prefixes[word[:-1]] = word
        elif word.startswith("*"):
            self._suffixes[word[1:]] = word
        else:
            self._words.add(word)


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
        folded = [token.text for token in tokenize(normalize(core)) if not token.kind]
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
    return Lexicon(data["language"], data["name"], data.get("reviewed", ""), concepts)


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    folder = files("guide_engine").joinpath("lexicon")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))
