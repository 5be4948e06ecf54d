"""The language of a text is named rightly or not at all."""

from __future__ import annotations

import pytest

from guide_engine.function_words import LETTERS, WORDS
from guide_engine.language import NAMES, language_of, plausible
from guide_engine.text import normalize
from tests.score.rows import rows


def test_of_the_labelled_messages_hardly_one_is_taken_for_another_language() -> None:
    told = [(row.lang, language_of(normalize(row.text)), row.text) for row in rows()]
    answered = [(lang, found, text) for lang, found, text in told if found is not None]
    wrong = [case for case in answered if case[0] != case[1]]
    assert len(answered) >= 0.7 * len(told)
    assert len(wrong) <= 0.01 * len(answered), wrong


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OK",
        "40 x 60 cm",
        "B08XYZ1234",
        "https://www.amazon.de/gp/help/index.html",
        "Да, крышка подходит.",
        "نعم",
        "예",
    ],
)
def test_nothing_is_said_where_nothing_can_be_known(text: str) -> None:
    assert language_of(normalize(text)) is None


def test_the_tables_know_the_same_languages() -> None:
    assert set(NAMES) == {*WORDS, "ja", "zh"}
    assert set(LETTERS) <= set(WORDS)


def test_a_sentence_without_small_words_goes_with_the_text() -> None:
    assert plausible({}, {"de": 6.0, "nl": 1.0}) == frozenset({"de"})
    assert plausible({"en": 2.0}, {"de": 6.0}) == frozenset({"en"})
    assert plausible({}, {}) is None


def test_chinese_and_japanese_may_be_meant_only_where_their_signs_stand() -> None:
    assert plausible({"en": 2.0}, {"en": 6.0, "zh": 1.0}) == frozenset({"en", "ja", "zh"})
    assert plausible({"ja": 3.0}, {"ja": 3.0}) == frozenset({"ja"})
