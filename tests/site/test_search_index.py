"""What the search box knows: the index only for the search, words and questions that belong to pages, what it learnt."""

from __future__ import annotations

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from hooks import search_index
from machinery import lessons
from tests.conftest import BuiltSite
from tests.score.data import search_runs
from tests.site import built_pages

QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))


def _pages(site: BuiltSite) -> list[Path]:
    return [path for path in site.pages() if path.name == "index.html"]


def test_nothing_but_the_search_fetches_the_index(site: BuiltSite) -> None:
    settings = json.loads((site.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert settings["docs"] == []
    assert (site.folder / "search" / "search_index.json").stat().st_size < 1000
    for path in _pages(site):
        assert '"search": "' + "../" * (len(path.relative_to(site.folder).parts) - 1) in built_pages.read(path).html
        assert "assets/guide/search.js" in built_pages.read(path).html, path


def test_the_words_of_the_search_belong_to_pages(site: BuiltSite) -> None:
    table = search_index.words()
    at = {path.parent.relative_to(site.folder).as_posix() + "/" for path in _pages(site)} | {""}
    assert set(table["words"]) - at - {"./"} == set()
    named = [*table["boosts"], *(start for side in table["sides"] for start in side["means"])]
    assert [start for start in named if not any(page.startswith(start.lstrip("=")) for page in at)] == []
    for group in table["same"]:
        assert len(group) == len(set(group)) >= 2, group


def test_the_ways_of_asking_lead_to_pages_and_sections_and_are_none_of_the_questions_that_measure(
    site: BuiltSite,
) -> None:
    ask = search_index.words()["ask"]
    index = json.loads((site.folder / "search" / "pages.json").read_text(encoding="utf-8"))
    told = {part["at"]: part["asked"] for page in index["pages"] for part in [page, *page["sections"]]}
    assert {at: told.get(at) for at in ask} == ask
    every = [way for ways in ask.values() for way in ways]
    assert len(every) == len(set(every))
    assert set(every) & {question for part in QUERIES.values() for question in part} == set()


def test_the_questions_for_the_search_are_many_and_name_pages(site: BuiltSite) -> None:
    asked = {question: pages for part in QUERIES.values() for question, pages in part.items()}
    assert len(QUERIES["asked"]) >= 80
    assert sum(len(part) for name, part in QUERIES.items() if name.startswith("kept-aside")) >= 320
    runs = {run["questions"]: run for run in search_runs()}
    assert set(runs) == {name for name in QUERIES if name.startswith("kept-aside-")}
    assert all(0 < run["first"] <= run["three"] <= 1 for run in runs.values())
    assert len(asked) == sum(map(len, QUERIES.values()))
    missing = {page for pages in asked.values() for page in pages if not (site.folder / page / "index.html").is_file()}
    assert missing == set()


def test_every_page_that_can_answer_has_questions_of_its_own() -> None:
    ask = search_index.words()["ask"]
    few = {at: len(ways) for at, ways in ask.items() if "#" not in at and len(ways) < 5}
    assert few == {}
    assert sum(map(len, ask.values())) >= 2900


def test_a_word_of_a_kind_belongs_to_one_kind_that_the_search_knows() -> None:
    table = search_index.words()
    said = {one for group in table["same"] for one in group} | {"month", "day", "part", "item"}
    assert set(table["kinds"]) <= said
    every = [word for words in table["kinds"].values() for word in words.split()]
    assert len(every) == len(set(every))


def test_what_the_search_learnt_comes_with_the_index_and_stays_small(site: BuiltSite) -> None:
    whole = (site.folder / "search" / "pages.json").read_bytes()
    index = json.loads(whole)
    assert len(index["lessons"]) > 1500
    assert max(map(len, index["lessons"].values())) <= len(index["pages"])
    assert len(gzip.compress(json.dumps(index["lessons"]).encode())) < 100_000
    assert len(gzip.compress(whole)) < 200_000


def _lesson(at: str, asked: list[str], text: str = "") -> dict[str, Any]:
    own = {"at": at, "title": at, "text": text, "asked": asked, "words": "", "description": ""}
    return {**own, "boost": 1.0, "sections": []}


def test_the_search_learns_again_where_a_question_changed_and_not_for_a_text(tmp_path: Path) -> None:
    pages = [_lesson("a", ["late parcel"]), _lesson("b", ["gone parcel"])]
    index: dict[str, Any] = {"same": [], "kinds": {}, "sides": [], "pages": pages}
    first = lessons.learnt(index, tmp_path)
    assert set(first) >= {"lat", "gon"}
    (tmp_path / "lessons.json").write_text("{}", encoding="utf-8")
    index["pages"] = [_lesson("a", ["late parcel"], "More."), _lesson("b", ["gone parcel"])]
    assert lessons.learnt(index, tmp_path) == {}
    index["pages"] = [_lesson("a", ["slow parcel"]), _lesson("b", ["gone parcel"])]
    assert set(lessons.learnt(index, tmp_path)) >= {"slow", "gon"}


def test_an_address_has_its_questions_in_one_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text('[ask]\n"r/" = ["why"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="r/"):
        search_index.words(questions=tmp_path)


def test_a_page_whose_heading_comes_second_is_still_one_page() -> None:
    docs = [
        {"location": "r/", "title": "Emoji", "text": ""},
        {"location": "r/#emoji", "title": "Emoji", "text": "<p>Tiny &amp; gay</p>"},
        {"location": "r/#why", "title": "Why", "text": "<p>So</p>"},
    ]
    table = {
        "same": [["a", "b"]],
        "kinds": {"item": "kettle"},
        "sides": [],
        "boosts": {"r/": 0.5},
        "words": {"r/": "smiley"},
        "ask": {"r/#why": ["for what reason"], "r/#emoji": ["smileys"]},
    }
    settings, index = search_index.split({"config": {"lang": ["en"]}, "docs": docs}, {"r/": "Told"}, table)
    assert settings == {"config": {"lang": ["en"]}, "docs": []}
    (page,) = index["pages"]
    assert (page["title"], page["text"], page["words"], page["description"]) == (
        "Emoji",
        "Tiny & gay",
        "smiley",
        "Told",
    )
    assert page["boost"] == 0.5
    assert page["asked"] == ["smileys"]
    assert [(section["at"], section["asked"]) for section in page["sections"]] == [("r/#why", ["for what reason"])]


@pytest.mark.parametrize(("address", "weight"), [("", 2), ("a/", 3), ("a/b/", 4), ("c/", 1), ("d/", 5), ("d/e/", 1)])
def test_the_longest_start_of_an_address_decides_its_boost(address: str, weight: float) -> None:
    assert search_index.boost(address, {"": 2, "a/": 3, "a/b/": 4, "=d/": 5}) == weight
