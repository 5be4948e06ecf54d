"""Which language a text is written in: by its script and by its small words.

It answers for twelve languages (en de fr es it nl pl sv pt tr ja zh) and says nothing rather than guess: short texts,
lists of sizes and other languages get no answer. No probabilities, no model: a table a native reader can check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from guide_engine.function_words import LETTERS, WORDS
from guide_engine.text import NormalizedText, normalize

NAMES: Mapping[str, str] = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "sv": "Swedish",
    "pt": "Portuguese",
    "tr": "Turkish",
    "ja": "Japanese",
    "zh": "Chinese",
}
"""The languages that can be told apart, by their two-letter codes."""

ENOUGH = 2.0
"""The least score: two small words of this language alone, or more that it shares with others."""

LEAD = 1.5
"""How many times the runner-up's score the winner needs."""

_WORD = re.compile(r"(?<![\w.@/])[^\W\d_]+(?![\w@]|[./:]\w)")
"""A word of its own: no part of an address, a file name or a part number."""
_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9f]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_OTHER = re.compile("[\u0370-\u1cff\uac00-\ud7af]")
_LETTER_CAP = 2.0
_SCRIPTS = frozenset({"ja", "zh"})
_KANA_ALONE = frozenset({"ja"})
_NO_SCRIPT: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """For each small word its languages, each with the share of a point that the word is worth there."""
    owners: dict[str, list[str]] = {}
    for language, words in WORDS.items():
        for word in {normalize(word).folded for word in words.split()}:
            owners.setdefault(word, []).append(language)
    return {word: tuple((language, 1 / len(known)) for language in known) for word, known in owners.items()}


def scores(words: Iterable[str]) -> dict[str, float]:
    """How much folded `words` speak for each language that is written in Latin letters."""
    weights = _weights()
    found: dict[str, float] = {}
    for known in filter(None, map(weights.get, words)):
        for language, weight in known:
            found[language] = found.get(language, 0.0) + weight
    return found


def language_of(text: NormalizedText) -> str | None:
    """The two-letter code of the language of `text`, or None where that is not clear."""
    found = by_language(text)
    if not found:
        return None
    ranked = sorted(found.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return best if score >= ENOUGH and score >= LEAD * second else None


def by_language(text: NormalizedText) -> dict[str, float]:
    """The score of each language in `text`; empty where it is written in another script."""
    if len(_OTHER.findall(text.folded)) > len(text.folded) // 3:
        return {}
    return evidence(_WORD.findall(text.folded), text.raw)


def evidence(words: Iterable[str], raw: str) -> dict[str, float]:
    """The score of each language, from folded words and from the letters of the raw text they stand in."""
    found = scores(words)
    if raw.isascii():
        return found
    for language, letters in LETTERS.items():
        seen = sum(map(raw.count, letters))
        if seen:
            found[language] = found.get(language, 0.0) + min(seen / 2, _LETTER_CAP)
    kana, han = len(_KANA.findall(raw)), len(_HAN.findall(raw))
    if kana + han:
        # One sign of these scripts says about as much as a third of a word.
        found["ja" if kana * 10 > han else "zh"] = (kana + han) / 3
    return found


def plausible(here: Mapping[str, float], whole: Mapping[str, float]) -> frozenset[str] | None:
    """The languages that a sentence may be in, by its own score and that of the whole text; None for any.

    A sentence that speaks for itself decides; one that does not ("Danke!", "5 stars?") goes with the text; and where
    neither says anything, every language may be meant. Chinese and Japanese are told by their script alone.
    """
    found = leading(here) or leading(whole)
    return None if found is None else found | scripts(here, whole)


def leading(score: Mapping[str, float]) -> frozenset[str] | None:
    """The languages that are not far behind the first; None where no score is enough to say."""
    best = max(score.values(), default=0.0)
    return frozenset([language for language, value in score.items() if value >= best / 2]) if best >= 1 else None


def scripts(here: Mapping[str, float], whole: Mapping[str, float]) -> frozenset[str]:
    """The languages to be told by their script that a sentence may hold words of."""
    if "ja" in here:
        return _KANA_ALONE  # single signs mean one thing in Japanese and another in Chinese; kana tell which is meant
    return _SCRIPTS if not _SCRIPTS.isdisjoint(whole) else _NO_SCRIPT
