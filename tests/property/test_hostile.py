"""Hostile input: no text makes the checker slow, because no text costs more work per character when there is more of it.

The work is counted, not timed: how many lines of the engine's Python are run. That leaves out what happens inside a
regular expression; test_patterns.py reads all of those and finds the ones that a text could make slow. How long these
texts take is measured by the bench (tests/bench/hostile.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from guide_engine import Draft, check, fix
from guide_engine.draft import MAX_CODE_POINTS
from tests.fresh import without_memory
from tests.hostile import PATTERNS, repeated
from tests.work import lines_run

SMALL, LARGE = 1_000, 4_000
MARGIN = 1.25
"""So much more work may be done per character in the long text; where all work is quadratic it is 4 times as much."""


@pytest.fixture(scope="module", autouse=True)
def _taken_up() -> None:
    """The lexicons of all languages are read before anything is counted."""
    check(Draft(text="Call +1 415 555 0132 or see www.lampya.net, help@lampya.net. Leave us a review 🎉."))
    check(Draft(text="★"))


def _work(pattern: str, characters: int) -> float:
    """The work per character."""
    draft = Draft(text=repeated(pattern, characters))
    with without_memory():
        return lines_run(lambda: check(draft)) / characters


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_a_character_costs_no_more_work_in_a_long_text(pattern: str) -> None:
    assert _work(pattern, LARGE) <= MARGIN * _work(pattern, SMALL)


def _pairs(signs: str) -> int:
    """How often a sign stands again behind itself, found the slow way."""
    count = 0
    for at, sign in enumerate(signs):
        count += sum(other == sign for other in signs[at + 1 :])
    return count


@pytest.mark.parametrize(
    ("careless", "seen"), [(_pairs, True), (lambda signs: sum(sign == "a" for sign in signs), False)]
)
def test_a_loop_in_a_loop_is_seen(careless: Callable[[str], int], seen: bool) -> None:
    small, large = (lines_run(partial(careless, "ab" * n), Path(__file__).parent) / n for n in (50, 200))
    assert (large > MARGIN * small) is seen


@pytest.mark.parametrize("pattern", ["a", "1", "(", "a.", "@", "\n", "🎉 ", "Leave us a review. "], ids=repr)
def test_the_longest_text_that_is_taken_is_checked_and_mended(pattern: str) -> None:
    text = repeated(pattern, MAX_CODE_POINTS)
    if text.strip():
        assert fix(Draft.from_json({"text": text})).text is not None
