"""Every lexicon entry is there for a sentence, and every sentence carries the concepts that it is said to carry."""

from __future__ import annotations

import pytest

from guide_engine.lexicons import Lexicon, languages, load
from tests.mutation.muted import MutedVocabulary
from tests.mutation.phrases import Sentence, carried, marked, not_shown, sentences


@pytest.mark.parametrize("language", languages())
def test_every_sentence_carries_what_it_says(language: str) -> None:
    vocabulary = MutedVocabulary(load(language))
    wrong = [
        f"{claim[0]}: {claim[1]} in {sentence.text}"
        for sentence in sentences(language)
        for claim in set(sentence.claims) - carried(vocabulary, sentence.text)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_no_entry_can_be_dropped_without_a_sentence_losing_a_concept(language: str) -> None:
    found = not_shown(MutedVocabulary(load(language)), sentences(language))
    assert [f"{entry.concept}: {entry.phrase}" for entry in found] == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_stands_twice_or_shows_nothing(language: str) -> None:
    shown = sentences(language)
    texts = [sentence.text for sentence in shown]
    assert [text for text in texts if texts.count(text) > 1] == []
    assert [sentence.text for sentence in shown if not sentence.claims] == []


LEXICON = Lexicon("xx", "Test", "", {"thing": ("gift card", "gift"), "other": ("card",)}, {})


def test_an_entry_whose_words_stand_in_no_sentence_is_listed() -> None:
    shown = [Sentence("A gift card.", (("thing", "gift card"),))]
    assert [entry.phrase for entry in not_shown(MutedVocabulary(LEXICON), shown)] == ["gift", "card"]


def test_marking_names_what_no_other_sentence_shows() -> None:
    lines = ["# about gifts", "A gift card. | thing: gift card", "A gift on a card."]
    assert list(marked(MutedVocabulary(LEXICON), lines)) == [
        *lines[:2],
        "A gift on a card. | thing: gift | other: card",
    ]


def test_a_claim_without_its_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.mutation.phrases._lines", lambda _: ["A gift. | thing"])
    with pytest.raises(ValueError, match="no concept"):
        sentences("xx")
