"""Lexicon phrases and what they find; the lexicons themselves."""

from __future__ import annotations

import pytest

from guide_engine.lexicons import Lexicon, compile_lexicon, expand, languages, load
from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from guide_engine.vocabulary import Vocabulary


def _finds(phrase: str, text: str) -> list[str]:
    tokens = tokenize(normalize(text))
    found = Vocabulary("xx", compile_lexicon(Lexicon("xx", "Test", "", {"thing": (phrase,)}, {}))).find(tokens)
    return [" ".join(t.text for t in tokens[m.start : m.end]) for m in found]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("gift card", "A GIFT card for you", ["gift card"]),
        ("gift card", "a gift for the card", []),
        ("review*", "two reviews and a reviewer", ["reviews", "reviewer"]),
        ("*rabatt", "Sommerrabatt", ["sommerrabatt"]),
        ("*wert*", "bewertung", ["bewertung"]),
        ("{leave,write} a review", "write a review", ["write a review"]),
        ("leave {,us} {,a} review", "leave us review", ["leave us review"]),
        ("leave _ review", "leave one review", ["leave one review"]),
        ("leave _ review", "leave a nice review", []),
        ("leave __ review", "leave a nice review", ["leave a nice review"]),
        ("<pct> off", "get 20 % off", ["20 % off"]),
        ("<money> back", "$5 back", ["$5 back"]),
        ("<num> stars", "5 stars", ["5 stars"]),
        ("code <code>", "code SAVE now", ["code save"]),
        ("avaliação", "Avaliacao", ["avaliacao"]),
        ("whatsapp", "wh4ts4pp", ["wh4ts4pp"]),
        ("discount*", "a d i s c o u n t", ["adiscount"]),
    ],
)
def test_a_phrase_finds_what_it_spells(phrase: str, text: str, found: list[str]) -> None:
    assert _finds(phrase, text) == found


def test_the_longest_of_several_ends_is_taken() -> None:
    assert _finds("gift {,card}", "gift card") == ["gift card"]


@pytest.mark.parametrize("phrase", ["{leave,write a review", "leave , review", "¿"])
def test_a_malformed_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"does not close|holds no word"):
        list(expand(phrase))


def test_there_are_twelve_languages() -> None:
    assert languages() == ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh")


@pytest.mark.parametrize("language", languages())
def test_a_lexicon_says_what_it_is_and_its_phrases_can_be_read(language: str) -> None:
    lexicon = load(language)
    assert (lexicon.language, bool(lexicon.name)) == (language, True)
    assert isinstance(lexicon.reviewed, str)
    for concept, phrases in lexicon.concepts.items():
        assert concept == concept.lower()
        assert all(list(expand(phrase)) for phrase in phrases), concept


@pytest.mark.parametrize("language", languages())
def test_no_phrase_stands_twice_in_a_concept(language: str) -> None:
    doubles = {
        (concept, phrase)
        for concept, phrases in load(language).concepts.items()
        for phrase in phrases
        if phrases.count(phrase) > 1
    }
    assert doubles == set()


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        load("tlh")
