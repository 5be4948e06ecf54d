"""A disguise changes nothing: what is found in a plain message is found in the same message disguised."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_engine import Draft, Severity, check
from tests.property.messages import CLEAN_SENTENCES, VIOLATIONS

Disguise = Callable[[str], str]


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _bold(text: str) -> str:
    """Mathematical bold letters and digits, as fonts for social networks make them."""
    return "".join(
        chr(0x1D400 + ord(c) - ord("A")) if "A" <= c <= "Z"
        else chr(0x1D41A + ord(c) - ord("a")) if "a" <= c <= "z"
        else chr(0x1D7CE + int(c)) if c.isdigit()
        else c
        for c in text
    )  # fmt: skip


def _cyrillic(text: str) -> str:
    return text.translate(str.maketrans("aceopxy", "асеорху"))


def _sprinkled(sign: str) -> Disguise:
    return lambda text: "".join(char + sign if char.isalpha() else char for char in text)


DISGUISES: dict[str, Disguise] = {
    "zero-width spaces": _sprinkled("\u200b"),
    "soft hyphens": _sprinkled("\u00ad"),
    "word joiners": _sprinkled("\u2060"),
    "variation selectors": _sprinkled("\ufe0e"),
    "full-width letters": _wide,
    "mathematical letters": _bold,
    "Cyrillic look-alikes": _cyrillic,
    "capitals": str.upper,
    "curly apostrophes": lambda text: text.replace("'", "\u2019"),
    "accents": lambda text: text.replace("e", "e\u0301").replace("i", "ï"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "double spaces": lambda text: text.replace(" ", "  "),
}


LOOSE = {"capitals", "double spaces"}
"""Capitals are also how voucher codes are told, and a wide gap also parts two numbers: another rule may speak up."""


def _errors(text: str) -> set[str]:
    return {finding.rule for finding in check(Draft(text=text)).findings if finding.severity is Severity.ERROR}


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda text: text[:50])
def test_a_disguised_violation_is_found(violation: str, name: str) -> None:
    found = _errors(DISGUISES[name](violation))
    assert found, "nothing is found"
    if name not in LOOSE:
        assert found == _errors(violation)


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("sentence", CLEAN_SENTENCES)
def test_a_clean_sentence_stays_clean_in_any_dress(sentence: str, name: str) -> None:
    assert [
        (f.rule, f.message)
        for f in check(Draft(text=DISGUISES[name](sentence))).findings
        if f.severity is not Severity.INFO
    ] == []


SPACED_WORDS = ("whatsapp", "review", "discount", "telegram")
SENTENCES = {
    "whatsapp": "Please message us on {} for the manual.",
    "telegram": "Please message us on {} for the manual.",
    "review": "Please leave us a {} on Amazon.",
    "discount": "Get a {} on your next order.",
}


@pytest.mark.parametrize("sign", list(" .-_*"))
@pytest.mark.parametrize("word", SPACED_WORDS)
def test_spaced_out_letters_are_read_as_a_word(word: str, sign: str) -> None:
    plain = {finding.rule for finding in check(Draft(text=SENTENCES[word].format(word))).findings}
    spaced = {finding.rule for finding in check(Draft(text=SENTENCES[word].format(sign.join(word)))).findings}
    assert plain
    assert plain <= spaced


@given(st.sampled_from(VIOLATIONS), st.data())
def test_invisible_characters_anywhere_hide_nothing(violation: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(violation)), max_size=10))
    hidden = "".join(
        data.draw(st.sampled_from("\u200b\u200c\u2060\u00ad\ufeff")) * (at in places) + char
        for at, char in enumerate(violation)
    )
    plain, disguised = (check(Draft(text=text)).findings for text in (violation, hidden))
    assert [f.rule for f in disguised] == [f.rule for f in plain]


@given(st.sampled_from(VIOLATIONS))
def test_the_marked_part_of_a_disguised_message_reads_the_same(violation: str) -> None:
    hidden = _sprinkled("\u200b")(violation)
    for plain, disguised in zip(check(Draft(text=violation)).findings, check(Draft(text=hidden)).findings, strict=True):
        if plain.span and disguised.span:
            marked = hidden[disguised.span.start : disguised.span.end].replace("\u200b", "")
            assert marked == violation[plain.span.start : plain.span.end]
