"""Words, numbers, sentences and clauses."""

from __future__ import annotations

import pytest

from guide_engine.text import normalize
from guide_engine.tokens import LONGEST, Stretch, Token, clauses, sentences, tokenize, unleet


def _tokens(raw: str) -> list[Token]:
    return tokenize(normalize(raw))


def _kinds(raw: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in _tokens(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("20% off", [("20%", "pct"), ("off", "")]),
        ("20 percent", [("20 percent", "pct")]),
        ("$15.50", [("$15.50", "money")]),
        ("10 €", [("10 €", "money")]),
        ("R$ 30", [("r", ""), ("$ 30", "money")]),
        ("5 stars", [("5", "num"), ("stars", "")]),
        ("5★", [("5★", "stars")]),
        ("★★★★★", [("★★★★★", "stars")]),
        ("12:30", [("12:30", "num")]),
        ("Hi, Ann!", [("hi", ""), (",", "pause"), ("ann", ""), ("!", "end")]),
        ("星5", [("星", ""), ("5", "num")]),
    ],
)
def test_a_text_is_cut_into_tokens(raw: str, expected: list[tuple[str, str]]) -> None:
    assert _kinds(raw) == expected


def test_a_word_in_capitals_may_be_a_voucher_code() -> None:
    assert ["<code>" in token.keys for token in _tokens("use SAVE NOW save")] == [False, True, False, False]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("wh4ts4pp", ("whatsapp",)),
        ("rev1ew", ("review", "revlew")),
        ("te1egram", ("teiegram", "telegram")),
        ("review", ()),
        ("2024", ()),
    ],
)
def test_digits_in_place_of_letters_are_read_as_letters(word: str, plain: tuple[str, ...]) -> None:
    assert unleet(word) == plain


def _cut(raw: str) -> list[str]:
    tokens = _tokens(raw)
    return [" ".join(t.text for t in tokens[s.first : s.last]) for s in sentences(tokens)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One. Two! Three? Four", ["one .", "two !", "three ?", "four"]),
        ("One\nTwo\n\nThree", ["one", "two", "three"]),
        ("See lamp.com now. Bye", ["see lamp . com now .", "bye"]),
        ("ご確認ください。星です。", ["ご 確 認 く だ さ い 。", "星 で す 。"]),
        ("...", []),
    ],
)
def test_sentences_end_at_marks_and_line_ends(raw: str, expected: list[str]) -> None:
    assert _cut(raw) == expected


def test_no_sentence_is_endless() -> None:
    tokens = _tokens("word " * (3 * LONGEST + 5))
    assert [s.last - s.first for s in sentences(tokens)] == [LONGEST, LONGEST, LONGEST, 5]


def test_clauses_are_what_stands_between_commas_and_the_like() -> None:
    tokens = _tokens("If you like it, tell us (please): now")
    parts = clauses(tokens, Stretch(0, len(tokens)))
    assert [" ".join(t.text for t in tokens[c.first : c.last]) for c in parts] == [
        "if you like it",
        "tell us",
        "please",
        "now",
    ]
