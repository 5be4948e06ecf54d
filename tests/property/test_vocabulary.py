"""Lexicon phrases: whatever a phrase is made of, it finds what it spells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide_engine.lexicons import Lexicon, compile_lexicon, expand
from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from guide_engine.vocabulary import Vocabulary

word = st.text("abcdeé", min_size=2, max_size=6)
choice = st.lists(word, min_size=1, max_size=3, unique=True)
phrase = st.lists(st.one_of(word.map(lambda w: [w]), choice), min_size=1, max_size=4)


def _written(parts: list[list[str]]) -> str:
    return " ".join(part[0] if len(part) == 1 else "{" + ",".join(part) + "}" for part in parts)


def _found(phrase_text: str, draft: str) -> set[tuple[int, int]]:
    vocabulary = Vocabulary("xx", compile_lexicon(Lexicon("xx", "Test", "", {"thing": (phrase_text,)}, {})))
    return {(match.start, match.end) for match in vocabulary.find(tokenize(normalize(draft)))}


@given(phrase, st.data())
def test_each_choice_of_a_phrase_is_found(parts: list[list[str]], data: st.DataObject) -> None:
    spelled = [data.draw(st.sampled_from(part)) for part in parts]
    assert (0, len(spelled)) in _found(_written(parts), " ".join(spelled))
    assert (1, len(spelled) + 1) in _found(_written(parts), "xxx " + " ".join(spelled).upper() + " xxx")


@given(phrase)
def test_expanding_gives_every_combination_once(parts: list[list[str]]) -> None:
    number = 1
    for part in parts:
        number *= len({normalize(option).folded for option in part})
    assert len(set(expand(_written(parts)))) == number


@given(word, word, st.integers(0, 3), st.integers(1, 3))
def test_a_gap_takes_up_as_many_words_as_it_has_strokes(first: str, last: str, between: int, gap: int) -> None:
    draft = " ".join([first, *["zz"] * between, last])
    assert ((0, between + 2) in _found(f"{first} {'_' * gap} {last}", draft)) == (between <= gap)


@given(word, st.text("xyz", max_size=3), st.text("xyz", max_size=3))
def test_stars_stand_for_any_letters_on_their_side(core: str, before: str, after: str) -> None:
    draft = before + core + after
    assert (0, 1) in _found(f"*{core}*", draft)
    assert ((0, 1) in _found(f"{core}*", draft)) == (not before)
    assert ((0, 1) in _found(f"*{core}", draft)) == (not after)
    assert ((0, 1) in _found(core, draft)) == (not before and not after)


@given(st.text(max_size=30))
def test_a_phrase_expands_to_words_or_is_refused_as_malformed(written: str) -> None:
    try:
        sequences = list(expand(written))
    except ValueError:
        return
    assert all(words and all(words) for words in sequences)
