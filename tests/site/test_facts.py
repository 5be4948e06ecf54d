"""All 51 facts of the source article stand on a page, under a known heading, with a source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site import guide_pages

FACTS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).with_name("facts.toml")).read_text(encoding="utf-8"))

#: Facts on which a better source disagrees, or which nobody else confirms.
CONTESTED = {
    *("A10", "A23", "A24", "A26", "A28", "A29", "A32", "A33", "A34"),
    *("A38", "A41", "A42", "A45", "A49", "A50"),
}
DATE_READ = re.compile(r"read [A-Z][a-z]+ 20\d\d")


def places() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every place a fact is said to stand."""
    for fact_id, fact in FACTS.items():
        yield fact_id, fact
        for further in fact.get("also", []):
            yield fact_id, further


PLACES = [
    pytest.param(fact_id, place, id=f"{fact_id} at {place['page']}#{place['heading']}") for fact_id, place in places()
]


def plain(text: str) -> str:
    """One line, lower case, straight quotes."""
    return " ".join(text.replace("’", "'").split()).casefold()


def section_of(place: dict[str, Any]) -> guide_pages.Section:
    """The section a place names; the test fails if the heading is not there."""
    page = guide_pages.load(place["page"])
    section = page.section(place["heading"])
    assert section is not None, f"{page.path} has no heading #{place['heading']}"
    return section


def test_every_fact_has_a_place() -> None:
    assert sorted(FACTS) == [f"A{number:02}" for number in range(1, 52)]
    assert {fact_id for fact_id, fact in FACTS.items() if fact.get("contested")} >= CONTESTED


@pytest.mark.parametrize(("fact_id", "place"), PLACES)
def test_the_fact_stands_under_its_heading(fact_id: str, place: dict[str, Any]) -> None:
    text = plain(section_of(place).text)
    missing = [words for words in place["words"] if plain(words) not in text]
    assert place["words"], f"{fact_id} names no words to look for"
    assert not missing, f"{fact_id}: {missing} not in: {text}"


@pytest.mark.parametrize(("fact_id", "place"), PLACES)
def test_the_fact_is_sourced(fact_id: str, place: dict[str, Any]) -> None:
    section = section_of(place)
    page = guide_pages.load(place["page"])
    assert section.notes or any(section.contested), f"{fact_id}: no source in #{section.anchor} of {page.path}"


@pytest.mark.parametrize(("fact_id", "place"), PLACES)
def test_a_contested_fact_shows_both_sides_with_dates(fact_id: str, place: dict[str, Any]) -> None:
    if not place.get("contested"):
        return
    boxes = section_of(place).contested
    assert boxes, f"{fact_id}: no box in {place['page']}#{place['heading']}"
    for box in boxes:
        assert len({text for text in box if DATE_READ.search(text)}) >= 2, box


def test_pages_name_the_facts_they_carry() -> None:
    """The front matter and the table agree, so neither can go stale alone."""
    carried: dict[str, set[str]] = {}
    for fact_id, place in places():
        carried.setdefault(place["page"], set()).add(fact_id)
    named = {path: set(guide_pages.load(path).meta["facts"]) for path in guide_pages.guide_paths()}
    assert {path: facts for path, facts in named.items() if facts} == carried
