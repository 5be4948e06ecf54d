"""The list of sources: nothing twice, nothing pointing nowhere, nobody above their station."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from guide_engine.source_table import KINDS, TABLE
from guide_engine.sources import SOURCES, Citation, Position, Source, by_authority, cite

#: The keys of the notes that every citation comes from, written as ranges.
KEYS = [
    *(f"A{number}" for number in range(1, 30)),
    *(f"T{number}" for number in range(1, 44)),
    *("A1old", "A5old", "T4new", "T4old", "S"),
]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_notes_has_a_source(key: str) -> None:
    assert SOURCES[key].id == key


@pytest.mark.parametrize("source", SOURCES.values(), ids=lambda source: source.id)
def test_a_source_has_a_title_a_publisher_and_a_web_address(source: Source) -> None:
    assert source.title.strip() == source.title != ""
    assert source.publisher
    address = urlsplit(source.url)
    assert address.scheme in ("https", "http")
    assert "." in address.netloc
    assert " " not in source.url


def test_the_table_holds_two_lines_for_each_source() -> None:
    lines = [line for line in TABLE.splitlines() if line.strip()]
    assert len(lines) == 2 * len(SOURCES)
    assert all(line.startswith("  http") for line in lines[1::2])


def test_amazons_own_pages_are_the_only_ones_called_so() -> None:
    hosts = {urlsplit(source.url).netloc for source in SOURCES.values() if source.kind == "amazon"}
    assert {host for host in hosts if "amazon" not in host} == {"github.com"}
    theirs = [s for s in SOURCES.values() if s.kind == "amazon" and urlsplit(s.url).netloc == "github.com"]
    assert all(urlsplit(source.url).path.startswith("/amzn/") for source in theirs)


def test_the_article_is_the_only_article() -> None:
    assert [source.id for source in SOURCES.values() if source.kind == "article"] == ["S"]
    assert SOURCES["S"].dated == "2026-02-18"


def test_every_publisher_with_a_rank_is_in_use() -> None:
    assert {source.publisher for source in SOURCES.values()} >= set(KINDS)


def test_amazon_weighs_more_than_its_moderators_then_others_then_the_article() -> None:
    assert by_authority(["S", "T7", "A3", "A7", "T1"]) == ["A7", "A3", "T7", "T1", "S"]


def test_the_list_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        SOURCES["A99"] = SOURCES["A1"]  # type: ignore[index]


def test_an_unknown_source_is_named() -> None:
    with pytest.raises(ValueError, match="'A99'"):
        Citation("A99")
    with pytest.raises(ValueError, match="'T999'"):
        Position("Something.", ("A1", "T999"))


def test_a_position_needs_somebody_behind_it() -> None:
    with pytest.raises(ValueError, match="No source"):
        Position("Something.", ())


def test_a_citation_can_be_spelled_out_for_a_page() -> None:
    assert Citation("A5", "Opt-out").spelled_out() == {
        "id": "A5",
        "title": SOURCES["A5"].title,
        "publisher": "Amazon",
        "url": SOURCES["A5"].url,
        "where": "Opt-out",
        "read": "2026-11",
    }


def test_cite_takes_the_place_after_a_colon() -> None:
    assert cite("A5:Opt-out", "S") == (Citation("A5", "Opt-out"), Citation("S"))


def test_a_source_in_the_catalog_has_all_its_parts() -> None:
    assert SOURCES["T1"].to_json() == {
        "id": "T1",
        "title": SOURCES["T1"].title,
        "publisher": "EcommerceBytes",
        "kind": "third-party",
        "url": "https://www.ecommercebytes.com/C/abblog/blog.pl?/comments/2020/9/1599588424.html",
        "dated": "2020-09-08",
        "read": "2026-11",
    }
