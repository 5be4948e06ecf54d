"""What `make serve` does not make again: only what would come out the same, and nothing stale."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from hooks import runtime
from machinery import assets, runtime_parts, score, tools_later
from machinery.remembered import RenderedPages

TEXTS = {"one.md": "# One\n\nSee [two](two.md#part).\n", "two.md": "# Two\n\n## Part {#part}\n\nWords.\n"}


class Project:
    """A small project whose pages can be built again and again; it counts how often Markdown ran."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts = dict(TEXTS)
        self.settings = folder / "mkdocs.yml"
        self.docs = folder / "docs"
        self.docs.mkdir()
        self.settings.write_text("site_name: Pages\nmarkdown_extensions: [attr_list]\nplugins: []\n")
        self.rendered = RenderedPages()
        self.made: list[str] = []
        convert = markdown.Markdown.convert

        def counted(md: markdown.Markdown, text: str) -> str:
            self.made.append(text)
            return convert(md, text)

        monkeypatch.setattr(markdown.Markdown, "convert", counted)

    def build(self, more: Any = None) -> dict[str, Page]:
        """All pages by name, as one build makes them; `made` tells which Markdown was run."""
        self.made.clear()
        config = load_config(config_file=str(self.settings), docs_dir=str(self.docs))
        config.plugins._current_plugin = "the test"
        files = Files([File.generated(config, name, content=text) for name, text in self.texts.items()])
        self.rendered.begin(files, [self.settings], more)
        pages = {file.src_uri: Page(None, file, config) for file in files}
        for page in pages.values():
            page.read_source(config)
            self.rendered.watch(page)
            page.render(config, files)
        for page in pages.values():
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
        return pages


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return Project(tmp_path, monkeypatch)


def _all(page: Page) -> tuple[Any, ...]:
    links = {file.src_uri: places for file, places in (page.links_to_anchors or {}).items()}
    return page.content, page.title, page.present_anchor_ids, links, [item.title for item in page.toc]


def test_an_unchanged_page_is_the_same_page_and_is_not_made_again(project: Project) -> None:
    first = project.build()
    again = project.build()
    assert project.made == []
    assert {name: _all(page) for name, page in again.items()} == {name: _all(page) for name, page in first.items()}
    assert 'href="../two/#part"' in (again["one.md"].content or "")


def test_only_the_page_that_changed_is_made_again(project: Project) -> None:
    project.build()
    project.texts["two.md"] += "\nMore words.\n"
    pages = project.build()
    assert len(project.made) == 1
    assert "More words." in (pages["two.md"].content or "")


@pytest.mark.parametrize("change", ["a file", "a setting", "a source"])
def test_what_every_page_may_depend_on_makes_all_of_them_anew(project: Project, change: str) -> None:
    project.build({"A1": "then"})
    if change == "a file":
        project.texts["three.md"] = "# Three\n"
    if change == "a setting":
        project.settings.write_text(project.settings.read_text() + "use_directory_urls: false\n")
    pages = project.build({"A1": "now" if change == "a source" else "then"})
    assert len(project.made) == len(project.texts)
    assert ("two.html#part" in (pages["one.md"].content or "")) is (change == "a setting")


def test_a_link_that_lost_its_place_is_told_though_its_page_is_unchanged(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.build()
    project.texts["two.md"] = "# Two\n\nWords.\n"
    project.build()
    assert len(project.made) == 1
    assert "does not contain an anchor '#part'" in caplog.text


def test_a_warning_comes_with_each_build(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    project.texts["one.md"] = "# One\n\n[Nowhere](nowhere.md)\n"
    for _ in range(2):
        caplog.clear()
        project.build()
        assert "nowhere.md" in caplog.text


class Index:
    """What the search plugin keeps."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.read: list[str] = []

    def add_entry_from_context(self, page: Page) -> None:
        self.read.append(page.url)
        self.entries.append({"location": page.url, "title": page.title, "text": page.content})


def test_the_search_reads_only_pages_that_changed(project: Project) -> None:
    found = []
    for _ in range(2):
        index = Index()
        project.rendered.watch_search(index)
        for page in project.build().values():
            index.add_entry_from_context(page)
        found.append(index)
        project.texts["two.md"] = "# Two, again\n\n## Part {#part}\n"
    assert found[0].read == ["one/", "two/"]
    assert found[1].read == ["two/"]
    assert [entry["title"] for entry in found[1].entries] == ["One", "Two, again"]


class Tools:
    """A project whose Python takes as long to make as the test wants."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.key, self.scored = "first", True
        self.go_on = threading.Event()
        self.go_on.set()
        self.python = folder / "python"
        self.ready = folder / "ready"
        monkeypatch.setattr(assets, "PYTHON", self.python)
        monkeypatch.setattr(tools_later, "NEXT", folder / "next" / "python")
        monkeypatch.setattr(tools_later, "READY", self.ready)
        monkeypatch.setattr(runtime_parts, "fingerprint", lambda _: self.key)
        monkeypatch.setattr(runtime, "build", self._build)
        monkeypatch.setattr(score, "is_current", lambda: self.scored)
        monkeypatch.setattr(score, "figures", lambda: setattr(self, "scored", True))
        self.later = tools_later.ToolsLater()

    def _build(self, _root: Path, out: Path) -> None:
        key = self.key
        self.go_on.wait(10)
        if key == "wrong":
            raise runtime_parts.RuntimeBuildError("half-written")
        out.mkdir(parents=True, exist_ok=True)
        (out / "manifest.json").write_text(key)
        out.with_name(f"{out.name}.key").write_text(key)

    def served(self) -> str:
        return (self.python / "manifest.json").read_text()

    def wait(self) -> None:
        if self.later._thread:
            self.later._thread.join(10)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tools]:
    made = Tools(tmp_path, monkeypatch)
    yield made
    made.go_on.set()
    made.wait()


def test_the_first_python_is_waited_for(tools: Tools) -> None:
    tools.later.prepare()
    assert tools.served() == "first"
    assert tools.later._thread is None


def test_an_edited_engine_is_packed_beside_the_pages_and_then_taken_over(tools: Tools) -> None:
    tools.later.prepare()
    tools.key = "second"
    tools.go_on.clear()
    tools.later.prepare()
    assert tools.served() == "first"
    assert list(tools.ready.iterdir()) == []
    tools.go_on.set()
    tools.wait()
    assert (tools.ready / "made").read_text() == "second"
    tools.later.prepare()
    assert tools.served() == "second"


def test_an_edit_while_packing_is_packed_next(tools: Tools) -> None:
    tools.later.prepare()
    tools.key = "second"
    tools.go_on.clear()
    tools.later.prepare()
    tools.key = "third"
    tools.go_on.set()
    tools.wait()
    tools.later.prepare()
    tools.wait()
    tools.later.prepare()
    assert tools.served() == "third"


def test_half_written_code_leaves_the_last_good_engine(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    tools.later.prepare()
    tools.key = "wrong"
    tools.later.prepare()
    tools.wait()
    assert tools.served() == "first"
    assert "half-written" in capsys.readouterr().err
    tools.key = "mended"
    tools.later.prepare()
    tools.wait()
    tools.later.prepare()
    assert tools.served() == "mended"


def test_the_score_is_measured_beside_the_pages_too(tools: Tools) -> None:
    tools.later.prepare()
    tools.scored = False
    tools.later.prepare()
    tools.wait()
    assert tools.scored
    assert (tools.ready / "made").is_file()
