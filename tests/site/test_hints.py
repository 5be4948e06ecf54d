"""Pages with a tool hint at its code; other pages hint at nothing."""

from __future__ import annotations

import json
import re

import pytest

from machinery.hints import with_hints
from tests.conftest import BuiltSite

HINT = re.compile(r'<link rel="modulepreload" href="([^"]+)"')


def hints(site: BuiltSite, page: str) -> list[str]:
    """The hints of a page, each as a path in the site."""
    file = site.folder / page / "index.html"
    found = [(file.parent / href).resolve() for href in HINT.findall(file.read_text(encoding="utf-8"))]
    return [path.relative_to(site.folder.resolve()).as_posix() for path in found]


@pytest.mark.parametrize("page", ["tools/check", "message-templates/delay-notice", "tools/reply-clock"])
def test_a_tools_page_hints_at_files_that_are_there(page: str, site: BuiltSite) -> None:
    found = hints(site, page)
    assert found
    assert len(found) == len(set(found))
    assert [path for path in found if not (site.folder / path).is_file()] == []


def test_where_python_starts_at_once_its_worker_is_hinted_at(site: BuiltSite) -> None:
    assert "assets/guide/worker.js" in hints(site, "tools/check")
    assert "assets/guide/worker.js" not in hints(site, "tools/reply-clock")


def test_the_checkers_own_words_come_before_its_code(site: BuiltSite) -> None:
    """Its hints wait in a template until main.js follows them; elsewhere what is hinted at is small."""
    html = (site.folder / "tools/check/index.html").read_text(encoding="utf-8")
    waiting = re.findall(r'<template id="?mcg-hints"?>(.*?)</template>', html, re.DOTALL)
    assert len(waiting) == 1
    assert HINT.findall(waiting[0]) == HINT.findall(html)
    assert "mcg-hints" not in (site.folder / "tools/reply-clock/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [".", "sellers/reply", "rules/external-link", "faq"])
def test_a_page_to_be_read_hints_at_nothing(page: str, site: BuiltSite) -> None:
    assert hints(site, page) == []


def test_where_python_starts_at_once_the_page_knows_the_manifest(site: BuiltSite) -> None:
    block = re.compile(r'<script type="?application/json"? id="?mcg-python"?>(.*?)</script>', re.DOTALL)
    manifest = json.loads((site.folder / "assets" / "python" / "manifest.json").read_text(encoding="utf-8"))
    for page, knows in {"tools/check": True, "message-templates/delay-notice": True, "tools/reply-clock": False}.items():
        found = block.findall((site.folder / page / "index.html").read_text(encoding="utf-8"))
        assert [json.loads(one) for one in found] == [manifest] * knows


def test_the_checkers_page_begins_with_the_script_that_starts_python_on_a_later_visit(site: BuiltSite) -> None:
    script = re.compile(r'<script data-base="?([./]+)"?>')
    for page, begins in {"tools/check": True, "message-templates/delay-notice": False, "sellers/reply": False}.items():
        html = (site.folder / page / "index.html").read_text(encoding="utf-8")
        found = script.search(html)
        assert (found is not None) == begins
        if found:
            assert (site.folder / page / found[1] / "assets" / "guide" / "worker.js").is_file()
            assert html.index("Content-Security-Policy") < found.start() < html.index("stylesheet")


def test_hints_follow_the_pages_own_way_to_the_scripts() -> None:
    page = '<head><script type=module src="../../assets/guide/main.js"></script></head><div data-mcg="clock"></div>'
    made = with_hints(page, {"clock": ["chunk-A.js"], "visit": ["chunk-B.js", "chunk-A.js"]})
    assert HINT.findall(made) == ["../../assets/guide/chunk-A.js", "../../assets/guide/chunk-B.js"]
    assert made.index("modulepreload") < made.index("</head>")
