"""The lexicons: what each language says per concept, read and compiled into a trie over words.

A lexicon (`lexicon/<lang>.toml`) lists phrases per concept. A phrase is words apart by spaces; besides plain words it
may use

- ``review*``, ``*rabatt``, ``*bewertung*``: words that begin with, end with or contain these letters;
- ``{leave,write} a review``: either word; ``{,a}`` makes a word optional;
- ``leave _ review`` / ``leave __ review``: up to one / up to two words of any kind between, but no negation;
- ``<num> <pct> <money> <stars> <code> <coupon> <link> <?>``: a number, a percentage, a sum of money, star signs, a word in capitals,
  a web address, a question mark.

Phrases are folded exactly as drafts are, so a native reader writes them with accents, as they are spelt.

Below the concepts each lexicon shows what it does: `[[flagged]]` messages with the rule that finds what stands between
their ⟦marks⟧, and `[[allowed]]` ones. They are tests (tests/unit/test_lexicon_examples.py); nothing of them is compiled.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import product

from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from guide_engine.vocabulary import ENDS, GAP, Node, State


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows what a lexicon does: `rule` finds just what stands between the ⟦marks⟧ of `text`.

    An allowed message has neither a rule nor marks: no rule may warn about it.
    """

    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's phrases per concept, as its file says. `reviewed` names who vouches for it, or is empty."""

    language: str
    name: str
    reviewed: str
    concepts: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    """Plain word lists beside the concepts, such as the function words by which a language is told."""
    flagged: tuple[Shown, ...] = ()
    allowed: tuple[Shown, ...] = ()
    """The language's own examples, which are tests: what has to be found, and what may not be."""


NOT = "not"
"""The concept of negations. A longer phrase that contains one ("don't forget to", "not happy") takes it up."""


def compile_lexicon(lexicon: Lexicon) -> State:
    """Compile one lexicon into plain data that can be stored. Raises ValueError where a phrase is malformed."""
    root: Node = {}
    words: set[str] = set()
    once: dict[str, str] = {}  # one object for each word, so that a stored trie holds it once
    for number, phrases in enumerate(lexicon.concepts.values()):
        for phrase in phrases:
            for parts in expand(phrase):
                sequence = tuple(once.setdefault(part, part) for part in parts)
                words.update(sequence)
                _insert(root, sequence, number)
    wild = sorted(word for word in words if "*" in word)
    infixes = [word[1:-1] for word in wild if word.startswith("*") and word.endswith("*")]
    prefixes = [word[:-1] for word in wild if word.endswith("*") and not word.startswith("*")]
    suffixes = [word[1:] for word in wild if word.startswith("*") and not word.endswith("*")]
    plain = " ".join(sorted(words.difference(wild)))
    return list(lexicon.concepts), _shared(root, {}), (prefixes, suffixes, infixes), plain


def word_lists(lexicon: Lexicon) -> dict[str, list[str]]:
    """A lexicon's folded lists, and those of its concepts that are single words without wildcards or classes."""
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


_PIECE = re.compile(r"<[^\s<>]+>|_+|[^\s<_]+")
"""A class, a gap or a word: in Japanese and Chinese they stand side by side without spaces."""


def _words(text: str) -> tuple[str, ...]:
    """Fold and split a part of a phrase, keeping its wildcards, gaps and classes."""
    words: list[str] = []
    for piece in text.split():
        found = [word for part in _PIECE.findall(piece) for word in _folded(part)]
        if not found:
            message = f"{piece!r} holds no word"
            raise ValueError(message)
        words += found
    return tuple(words)


def _folded(piece: str) -> list[str]:
    """The words of a piece without spaces, gaps and classes; a gap or a class itself."""
    if piece[0] in "<_":
        return [piece]
    folded = [token.text for token in tokenize(normalize(piece.strip("*"))) if token.kind in ("", "num")]
    if folded:
        folded[0] = "*" + folded[0] if piece.startswith("*") else folded[0]
        folded[-1] = folded[-1] + "*" if piece.endswith("*") else folded[-1]
    return folded


def load(language: str) -> Lexicon:
    """Read one language's lexicon. Raises FileNotFoundError where there is none for it."""
    source = files("guide_engine").joinpath("lexicon", f"{language}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    concepts = {name: tuple(phrases) for name, phrases in data["concepts"].items()}
    lists = {name: tuple(words) for name, words in data.get("lists", {}).items()}
    flagged, allowed = (tuple(Shown(**one) for one in data.get(name, ())) for name in ("flagged", "allowed"))
    return Lexicon(data["language"], data["name"], data.get("reviewed", ""), concepts, lists, flagged, allowed)


def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, in alphabetical order."""
    folder = files("guide_engine").joinpath("lexicon")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))
