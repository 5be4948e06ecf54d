"""No regular expression of the engine can be made slow by any text."""

from __future__ import annotations

import re

import pytest

from tests.property.engine_patterns import Found, all_patterns
from tests.property.patterns import problems

KNOWN: dict[str, str] = {
    "detectors.address_candidates._bare_hosts[0]": "the library's own pattern, and only ever searched in pieces of 1,000 characters",
    "text._SPACED": "after two letters it can only succeed: where the last round fails, the one before ends at a sign",
    "detectors.numbers._SPLIT": "the next alternative takes the whole stretch of blanks, so nothing is read twice again",
    "quoting._ATTRIBUTION": "all that stands between the blanks at its two ends has at most a few hundred characters",
    "tokens._TOKEN_OR_LINK": "an address fails only where nothing but punctuation follows it, and then no other begins there",
}
"""Patterns that the analysis cannot clear, each with the reason why it is fast all the same."""

IN_A_WINDOW = ("detectors.signs.patterns",)
"""Built while running, and only ever searched in a window of fixed size around a sign of an address."""


@pytest.mark.parametrize("found", all_patterns(), ids=lambda found: found.name)
def test_a_pattern_of_the_engine_has_no_slow_shape(found: Found) -> None:
    slow = problems(found.pattern, anchored=found.anchored)
    assert slow == [] or found.name in KNOWN or found.name.startswith(IN_A_WINDOW), found.pattern.pattern


def test_the_list_of_known_ones_holds_nothing_that_is_gone_or_mended() -> None:
    slow = {found.name for found in all_patterns() if problems(found.pattern, anchored=found.anchored)}
    assert set(KNOWN) - slow == set()


def test_the_patterns_are_found_wherever_they_are() -> None:
    names = {found.name for found in all_patterns()}
    assert {"text._SPACED", "tokens._TOKEN", "quoting._ATTRIBUTION"} <= names
    assert len(names) > 30


@pytest.mark.parametrize(
    "slow",
    [
        r"(a+)+b", r"(?:a*)*b", r"(?:a|a\w*)*!", r"\s*\s*x", r"\d+\d+x", r"a+b", r"[\w.]+@", r"\w+\s*=", r"x.*y.*z",
        r"(?:\w+\s?)+:", r"<[^>]*>", r"https?://\S*!", r"(?<!a)\w+@", r"\d[\d.,]*\s?%", r"(a|b)*c",
    ],
)  # fmt: skip
def test_the_analysis_sees_a_slow_shape(slow: str) -> None:
    assert problems(re.compile(slow)) != []


@pytest.mark.parametrize(
    "quick",
    [
        r"abc", r"a+", r"\d+(?:[.,]\d+)*", r"(?<![\w.])[\w.]+@", r"https?://\S+", r"^\w+:", r"a{0,40}b{0,40}c",
        r"(?:\r\n|\n)(?:[ \t]{0,20}(?:\r\n|\n)){2,4}", r"<[^<>]{0,200}>", r"(?<!\d)\d+(?!\w)", r"x\d*",
    ],
)  # fmt: skip
def test_the_analysis_lets_a_quick_one_pass(quick: str) -> None:
    assert problems(re.compile(quick)) == []


@pytest.mark.parametrize("late", [r"a+b", r"\w+\s*=", r"<[^>]*>"])
def test_where_a_match_begins_does_not_matter_for_an_anchored_one(late: str) -> None:
    assert problems(re.compile(late), anchored=True) == []
