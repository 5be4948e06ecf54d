"""What the sentences of a draft are about."""

from __future__ import annotations

import pytest

from guide_engine.clauses import tag
from guide_engine.findings import Span
from guide_engine.text import normalize
from guide_engine.vocabulary import NOT


def _concepts(raw: str) -> list[set[str]]:
    return [set(sentence.concepts) for sentence in tag(normalize(raw)).sentences]


@pytest.mark.parametrize(
    ("raw", "concept"),
    [
        ("Please leave us a review.", "review"),
        ("Get a gift card.", "reward"),
        ("We never ask for reviews.", NOT),
        ("Bitte geben Sie eine Bewertung ab.", "review"),
        ("レビューをお願いします。", "review"),
    ],
)
def test_a_sentence_has_the_concepts_of_its_words(raw: str, concept: str) -> None:
    assert concept in _concepts(raw)[0]


@pytest.mark.parametrize(
    "raw", ["The energy rating is A+.", "The microphone picks up feedback noise.", "Your claim is under review."]
)
def test_a_word_that_only_looks_like_a_review_is_shielded(raw: str) -> None:
    assert not {"review", "rate-us"} & _concepts(raw)[0]


def test_tags_stay_in_their_sentence_and_clause() -> None:
    prose = tag(normalize("Leave a review, please. The strap is 22 mm."))
    first, second = prose.sentences
    assert "review" in first.clauses[0].concepts
    assert "review" not in first.clauses[1].concepts
    assert "review" not in second.concepts
    assert (first.index, second.index) == (0, 1)


def test_sentences_know_their_place_in_what_was_typed() -> None:
    raw = "Hi  there. L e a v e it! Bye"
    prose = tag(normalize(raw))
    assert [raw[s.span.start : s.span.end] for s in prose.sentences] == ["Hi  there.", "L e a v e it!", "Bye"]
    assert prose.sentence_at(0) is prose.sentences[0]
    assert prose.sentence_at(10) is None
    assert prose.sentences_in(Span(5, 14)) == prose.sentences[:2]


def test_a_tag_of_another_sentence_has_no_clause_here() -> None:
    first, second = tag(normalize("Leave a review. Leave a review.")).sentences
    with pytest.raises(ValueError, match="not in this sentence"):
        first.clause_of(second.tags[0])
