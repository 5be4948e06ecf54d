"""Dropping an entry or weakening a rule does what it says, so that the list of what nothing needs can be believed."""

from __future__ import annotations

import pytest

from guide_engine import Draft, Kind
from guide_engine.detectors.review_talk import ASKED, GLOWING
from guide_engine.lexicons import Lexicon, compile_lexicon, load
from guide_engine.rule import Example
from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from guide_engine.vocabulary import Vocabulary
from tests.mutation.cases import Case
from tests.mutation.entries import redundant
from tests.mutation.muted import MutedVocabulary
from tests.mutation.proofs import Readings, proofs
from tests.mutation.weakened import patterns, weakenings
from tests.score.rows import rows


def _lexicon(**concepts: tuple[str, ...]) -> Lexicon:
    return Lexicon("xx", "Test", "", concepts, {})


def test_with_nothing_muted_it_finds_what_the_real_one_finds() -> None:
    lexicon = load("zh")
    real, muted = Vocabulary("zh", compile_lexicon(lexicon)), MutedVocabulary(lexicon)
    for row in rows(langs=["zh", "ja"]):
        tokens = tokenize(normalize(row.text))
        assert sorted(muted.find(tokens)) == sorted(real.find(tokens)), row.id


def test_a_muted_entry_is_not_found_and_is_back_afterwards() -> None:
    vocabulary = MutedVocabulary(_lexicon(thing=("gift card", "gift"), other=("card",)))
    tokens = tokenize(normalize("a gift card"))
    whole = vocabulary.find(tokens)
    vocabulary.mute(vocabulary.entries[0])
    assert [(m.start, m.end, m.concept) for m in vocabulary.find(tokens)] == [(1, 2, "thing"), (2, 3, "other")]
    vocabulary.mute(None)
    assert vocabulary.find(tokens) == whole


def test_a_muted_negation_lets_gaps_pass() -> None:
    vocabulary = MutedVocabulary(_lexicon(thing=("leave _ review",), **{"not": ("no",)}))
    tokens = tokenize(normalize("leave no review"))
    assert [m.concept for m in vocabulary.find(tokens)] == ["not"]
    vocabulary.mute(next(entry for entry in vocabulary.entries if entry.concept == "not"))
    assert [m.concept for m in vocabulary.find(tokens)] == ["thing"]


def test_an_entry_is_redundant_where_another_one_of_its_concept_says_it_all() -> None:
    vocabulary = MutedVocabulary(_lexicon(thing=("reviews", "review*", "gift card"), other=("gift*",)))
    assert [entry.phrase for entry in redundant(vocabulary)] == ["reviews"]


def test_every_part_of_a_pattern_is_weakened_and_the_rules_patterns_are_known() -> None:
    known = patterns()
    assert set(ASKED + GLOWING) <= set(known)
    what = [weakening.what for weakening in weakenings(GLOWING[0], "GLOWING 1")]
    assert what[0] == "the pattern goes"
    assert {"also beside before", "negated as well", "at any distance", "without the key top-stars"} <= set(what)


def _case(marked: str, rule: str) -> Case:
    shown = Example(marked)
    return Case(marked, Draft(text=shown.text, kind=Kind.REPLY), rule=rule, spans=shown.spans)


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("⟦Please leave a review⟧.", "the pattern goes"),
        ("We never ask you to leave a review.", "negated as well"),
    ],
)
def test_a_weakening_that_matters_is_noticed(text: str, noticed: str) -> None:
    case = _case(text, "review-request")
    found = proofs(weakenings(ASKED[0], "ASKED 1"), Readings([case]), {})
    assert found[f"ASKED 1: {noticed}"] == case.name


@pytest.mark.parametrize("text", ["The lid fits.", "Please leave a ⟦review⟧."])
def test_a_message_that_has_no_such_words_or_is_judged_wrong_proves_nothing(text: str) -> None:
    found = proofs(weakenings(ASKED[0], "ASKED 1"), Readings([_case(text, "review-request")]), {})
    assert set(found.values()) == {""}
    assert len(found) == len(list(weakenings(ASKED[0], "")))


def test_a_proof_that_is_out_of_date_is_searched_anew() -> None:
    case = _case("⟦Please leave a review⟧.", "review-request")
    known = {"ASKED 1: the pattern goes": "a message that is gone"}
    found = proofs(weakenings(ASKED[0], "ASKED 1"), Readings([case]), known)
    assert found["ASKED 1: the pattern goes"] == case.name
