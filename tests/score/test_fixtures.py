"""The checker sees web addresses and telephone numbers where the libraries' own test cases do, or says why not."""

from __future__ import annotations

import pytest

from tests.score.fixtures import Case, cases, deviations, shares

LEAST = {"links": 0.98, "not links": 0.98, "phones": 0.95}


@pytest.fixture(scope="module")
def checked() -> list[Case]:
    return list(cases())


@pytest.mark.parametrize("source", LEAST)
def test_it_agrees_with_nearly_all_cases(source: str, checked: list[Case]) -> None:
    right, all_ = shares(checked)[source]
    assert all_ > 30
    assert right / all_ >= LEAST[source]


def test_every_deviation_has_a_reason_and_every_reason_a_deviation(checked: list[Case]) -> None:
    assert {case.text for case in checked if not case.agrees} == set(deviations())


def test_a_case_agrees_only_where_just_what_is_wanted_is_found() -> None:
    assert Case("links", "a.de", ("a.de",), ("a.de",)).agrees
    assert not Case("links", "a.de b.de", ("a.de",), ("a.de", "b.de")).agrees
    assert not Case("not links", "a", (), ("a",)).agrees
