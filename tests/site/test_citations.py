"""Citations in pages: written once, resolved everywhere, never pointing at nothing."""

from __future__ import annotations

from datetime import date

import pytest

from guide_engine.sources import Source
from hooks import citations
from hooks.cited_source import plain_date

SOURCES = {
    "A1": Source("A1", "The [old] page", "Amazon", "amazon", "https://a.example/(x)", "2019-05-02"),
    "T2": Source("T2", "A blog", "Somebody", "third-party", "https://t.example/", None, "2026-11"),
}


def test_a_spelled_out_source_names_title_publisher_and_both_dates() -> None:
    assert citations.expand("See {{ source A1 }}.", SOURCES) == (
        'See <span class="mcg-source">[The \\[old\\] page](<https://a.example/(x)>), '
        "Amazon, 2 May 2019, read November 2026</span>."
    )


def test_footnotes_are_defined_once_in_the_order_of_first_mention() -> None:
    expanded = citations.expand("One[^T2]. Two[^A1]. Three[^T2].", SOURCES)
    body, _, notes = expanded.partition(citations.SOURCES_HEADING)
    assert body == "One[^T2]. Two[^A1]. Three[^T2].\n\n"
    assert notes.index("[^T2]:") < notes.index("[^A1]:")
    assert notes.count("[^T2]:") == 1


@pytest.mark.parametrize("text", ["A claim[^A99].", "A claim {{ source T99 }}."])
def test_an_unknown_source_stops_the_build(text: str) -> None:
    with pytest.raises(citations.UnknownSource, match="99"):
        citations.expand(text, SOURCES)


@pytest.mark.parametrize("text", ["Write `[^A99]`.", "```\n{{ source A99 }}\n```", "No claim."])
def test_code_and_plain_text_stay_as_they_are(text: str) -> None:
    assert citations.expand(text, SOURCES) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-02-18", "18 February 2026"),
        ("2026-11", "November 2026"),
        ("2020", "2020"),
        ("before 2020", "before 2020"),
        ("2026-13", "2026-13"),
    ],
)
def test_dates_are_written_out(value: str, words: str) -> None:
    assert plain_date(value) == words


def test_a_page_says_when_it_was_checked() -> None:
    assert citations.with_date_checked("Text.\n", date(2026, 11, 3)) == (
        'Text.\n\n<p class="mcg-checked" data-review-from="2027-11-03">'
        'Last checked on <time datetime="2026-11-03">3 November 2026</time>.</p>\n'
    )
    assert citations.with_date_checked("Text.\n", None) == "Text.\n"


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ("2026-11-23", "2027-11-23"),
        ("2027-02-28", "2028-02-28"),
        ("2028-02-29", "2029-03-01"),
        ("2028-12-31", "2029-12-31"),
    ],
)
def test_a_review_is_due_a_year_later(day: str, later: str) -> None:
    assert citations.a_year_after(date.fromisoformat(day)) == date.fromisoformat(later)
