"""The page on speed: what was measured stands there with its target, what is missed too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hooks.page_performance import PATH, performance_page
from machinery.catalog import BENCH
from machinery.places import ROOT
from tests.bench.figures import Figure, percentile, plain
from tests.bench.keystrokes import MARK, TASK, longest_task
from tests.conftest import BuiltSite
from tests.site.pages_html import Element, render

FIGURES = [
    Figure("start", "first visit", "ms", 900.0, 2600.0, 0.4, 0.25, by_ratio=True),
    Figure("keys", "key to marks", "ms", 61.25, None, 50, 30, note="70 keys"),
    Figure("lighthouse", "performance: home", "points", 100.0, None, 98, 100, at_least=True),
    Figure("build", "`make site` with nothing changed", "s", 5.04),
]


@pytest.fixture
def record() -> dict[str, Any]:
    """A run with a figure of each sort."""
    machine = {
        "processor": "A processor",
        "cores": 2,
        "system": "Linux x86_64",
        "python": "3.11",
        "browser": "Chromium 1",
    }
    figures = json.loads(json.dumps([figure.as_json() for figure in FIGURES]))
    missing = [{"part": "memory", "why": "it was not done after 90 s"}]
    return {"date": "2026-11-23", "machine": machine, "not_measured": missing, "figures": figures}


def _rows(page: Element) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.with_tag("td")] for row in page.with_tag("tr") if row.with_tag("td")]


def test_each_target_stands_with_what_was_measured_and_whether_it_is_met(record: dict[str, Any]) -> None:
    rows = {row[0]: row[1:] for row in _rows(render(performance_page(record), [])) if len(row) == 7}
    gap = "\N{NARROW NO-BREAK SPACE}"
    assert rows["first visit"] == [f"900{gap}ms", f"2,600{gap}ms", f"0.35{gap}×", f"0.40{gap}×", f"0.25{gap}×", "met"]
    assert rows["key to marks"][0] == f"61.2{gap}ms"
    assert rows["key to marks"][-1] == "missed"
    assert rows["performance: home"][-1] == "aim reached"
    assert set(rows) == {figure.name for figure in FIGURES if figure.must}


def test_every_figure_stands_in_its_part_with_its_note(record: dict[str, Any]) -> None:
    page = render(performance_page(record), [])
    names = [row[0] for row in _rows(page)]
    assert {figure.name.replace("`", "") for figure in FIGURES} <= set(names)
    assert "70 keys" in page.text
    assert "It meets 2 of them" in page.text
    assert "Memory: it was not done after 90 s" in page.text


def test_date_machine_and_the_way_to_measure_again_stand_there(record: dict[str, Any]) -> None:
    text = render(performance_page(record), []).text
    for words in ("23 November 2026", "A processor", "Chromium 1", "make bench"):
        assert words in text


def test_without_a_record_the_page_says_so() -> None:
    text = render(performance_page(None), []).text
    assert "Nobody has measured this version" in text
    assert "make bench" in text


def test_the_kept_record_names_no_place_on_anybodys_machine() -> None:
    if not BENCH.is_file():
        pytest.skip("no full run was kept yet")
    text = BENCH.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert "/home/" not in text
    assert "127.0.0.1" not in text


@pytest.mark.parametrize(
    ("figure", "must", "aim"),
    [
        (FIGURES[0], True, False),
        (FIGURES[1], False, False),
        (FIGURES[2], True, True),
        (FIGURES[3], None, None),
        (Figure("a", "b", "ms", 10.0, 100.0, 5), False, None),
    ],
)
def test_a_bound_holds_for_the_value_or_for_the_ratio(figure: Figure, must: bool | None, aim: bool | None) -> None:
    assert (figure.reaches(figure.must), figure.reaches(figure.aim)) == (must, aim)


def test_a_name_may_bring_its_own_bound() -> None:
    found = plain("engine", {"Chromium: ours / alex (at most 0.8)": 0.79, "median ms over 9": 3.0, "pages": 4.0})
    assert [(one.name, one.unit, one.must) for one in found] == [
        ("Chromium: ours / alex", "×", 0.8),
        ("median ms over 9", "ms", None),
        ("pages", "", None),
    ]


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([7.0], 0.95) == 7.0


def test_the_built_page_is_reached_from_contributing_and_from_how_it_works(site: BuiltSite) -> None:
    assert (site.folder / PATH.removesuffix(".md") / "index.html").is_file()
    for page in ("contributing", "about/how-it-works"):
        assert "performance/" in (site.folder / page / "index.html").read_text(encoding="utf-8")


def test_what_holds_the_page_up_is_the_longest_task_of_its_own_main_thread() -> None:
    def named(process: int, thread: int, name: str) -> dict[str, Any]:
        return {"name": "thread_name", "pid": process, "tid": thread, "args": {"name": name}}

    def task(process: int, thread: int, microseconds: int) -> dict[str, Any]:
        return {"name": TASK, "pid": process, "tid": thread, "dur": microseconds}

    notes = [
        named(1, 1, "CrRendererMain"),
        named(2, 1, "CrRendererMain"),
        named(2, 9, "DedicatedWorker thread"),
        {"name": MARK, "pid": 2, "tid": 1},
        task(1, 1, 90_000),
        task(2, 9, 80_000),
        task(2, 1, 12_500),
        task(2, 1, 31_000),
        task(2, 1, 4_000),
        {"name": TASK, "pid": 2, "tid": 1, "ph": "B"},
    ]
    assert longest_task(notes) == 31.0
