"""The scoreboard: real figures, the word list beside them, and nothing hidden."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide_engine.lexicons import languages, load
from hooks.page_scoreboard import PATH, scoreboard_page
from machinery import score
from machinery.places import ROOT
from tests.conftest import BuiltSite
from tests.score.baseline import by_word_list
from tests.score.data import data, first_runs
from tests.score.measure import run
from tests.score.rows import CORPORA, corpora, rows
from tests.site.pages_html import Element, render


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    """The figures of one small corpus, which takes a moment instead of seconds."""
    wanted = rows(["dev"])
    found: dict[str, Any] = json.loads(json.dumps(data(run(wanted), run(wanted, by_word_list))))
    return found


@pytest.fixture(scope="module")
def page(figures: dict[str, Any]) -> Element:
    return render(scoreboard_page(figures), [])


def _cells(page: Element) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.with_tag("td")] for row in page.with_tag("tr") if row.with_tag("td")]


def test_the_short_answer_stands_beside_the_word_list(page: Element, figures: dict[str, Any]) -> None:
    caught = next(row for row in _cells(page) if row[0] == "Bad messages caught")
    assert caught[1:] == [
        f"{figures['all']['caught'] * 100:.1f} %",
        f"{figures['all']['word_list']['caught'] * 100:.1f} %",
    ]
    assert figures["all"]["caught"] > figures["all"]["word_list"]["caught"]


def test_every_language_kind_and_rule_that_was_measured_has_its_row(page: Element, figures: dict[str, Any]) -> None:
    first = [row[0] for row in _cells(page)]
    for part in figures["languages"].values():
        assert any(name.removesuffix(" *") == part["name"] for name in first)
    for rule in figures["rules"].values():
        assert rule["title"] in first
    shown = {tuple(row[1:4]) for row in _cells(page)}
    for part in figures["labels"].values():
        assert (f"{part['right']:,}", f"{part['wrong']:,}", f"{part['missed']:,}") in shown


def test_it_says_how_it_was_measured_and_that_the_messages_were_learnt_from(
    page: Element, figures: dict[str, Any]
) -> None:
    text = page.text
    assert f"{figures['messages']:,} messages" in text
    assert "written for this project" in text
    assert "used these messages to make the checker better" in text
    for one in first_runs():
        assert f"{one['caught'] * 100:.1f} %" in text


def test_languages_without_a_native_reader_are_named(page: Element) -> None:
    open_ = {load(language).name for language in languages() if not load(language).reviewed}
    told = next(element for element in page.all() if "data-unreviewed" in element.attributes)
    assert {name for name in open_ if name in told.text} == open_
    starred = {row[0].removesuffix(" *") for row in _cells(page) if row[0].endswith(" *")}
    assert starred <= open_


def test_a_set_of_new_messages_is_a_corpus_and_its_shares_are_shares() -> None:
    known = {path.stem for path in corpora()}
    assert [one for one in first_runs() if one["corpus"] not in known] == []
    assert all(0 <= one[name] <= 1 for one in first_runs() for name in ("caught", "false_alarms", "f1"))
    told = [line for line in (CORPORA / "README.md").read_text(encoding="utf-8").splitlines() if "first run" in line]
    missing = [line for line in told if not any(f"`{one['corpus']}.jsonl`" in line for one in first_runs())]
    assert missing == [], "tests/score/first_runs.toml has the figures of every set that was new once"


def test_figures_are_measured_once_for_the_same_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []

    def measure() -> None:
        runs.append(1)
        score.OUT.write_text(json.dumps({"messages": len(runs)}), encoding="utf-8")

    corpus = tmp_path / "x.jsonl"
    corpus.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(score, "BUILD", tmp_path)
    monkeypatch.setattr(score, "OUT", tmp_path / "score.json")
    monkeypatch.setattr(score, "inputs", lambda: iter([corpus]))
    monkeypatch.setattr(score, "_measure", measure)
    assert [score.figures()["messages"], score.figures()["messages"]] == [1, 1]
    corpus.write_text('{"id": "t-new"}', encoding="utf-8")
    assert score.figures()["messages"] == 2
    (tmp_path / "score.json").unlink()
    assert score.figures()["messages"] == 3


def test_while_somebody_edits_the_last_figures_stand_until_others_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter(range(1, 9))
    form = ["one"]
    monkeypatch.setattr(score, "BUILD", tmp_path)
    monkeypatch.setattr(score, "OUT", tmp_path / "score.json")
    monkeypatch.setattr(score, "_key", lambda: "engine")
    monkeypatch.setattr(score, "_form", lambda: form[0])
    monkeypatch.setattr(score, "_measure", lambda: score.OUT.write_text(json.dumps({"messages": next(found)})))
    assert score.last_figures()["messages"] == 1
    monkeypatch.setattr(score, "_key", lambda: "another engine")
    assert not score.is_current()
    assert score.last_figures()["messages"] == 1
    form[0] = "two"
    assert score.last_figures()["messages"] == 2
    assert score.is_current()


def test_the_inputs_are_the_engine_the_lexicons_the_messages_and_the_measuring() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in score.inputs()}
    assert {"guide_engine/lexicon/de.toml", "guide_engine/rules/emoji.py", "tests/corpora/de.jsonl"} <= names
    assert {"tests/score/baseline.py", "tests/score/measure.py", "tests/score/first_runs.toml"} <= names


def test_the_built_page_shows_all_messages(site: BuiltSite) -> None:
    html = (site.folder / PATH.removesuffix(".md") / "index.html").read_text(encoding="utf-8")
    assert f"{len(rows()):,} messages" in html
    assert "data-unreviewed" in html
