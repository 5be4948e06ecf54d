"""Byte budgets of what a reader fetches. Sizes, not times: they are the same on every machine. Times: `make bench`."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.bench.kinds import KINDS
from tests.conftest import BuiltSite

#: Issue 5: what a page may bring before a tool is wanted, as it comes over the line.
PAGE = 400_000
#: What loads on every page: our entry point with everything that it imports at once.
ENTRY = 8_000
#: Started for the search, and for Python: neither may become a second bundle of the page's code.
WORKERS = {"search.js": 6_000, "worker.js": 8_000}
STYLES = 24_000

_NAMED = re.compile(r'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"#?]+)"[^>]*>')
_IMPORTED = re.compile(r'(?:import|from)\s*"\./([\w.-]+\.js)"')


def sent(file: Path) -> int:
    """The bytes of a file on the line: Brotli where a host has it beside the file, gzip where it makes it itself."""
    twin = file.with_name(f"{file.name}.br")
    if twin.is_file():
        return twin.stat().st_size
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def brought(site: BuiltSite, page: Path) -> set[Path]:
    """The page and every file it can make a browser fetch before a tool is wanted, and all code of the tools besides."""
    named = [(page.parent / address).resolve() for address in _NAMED.findall(page.read_text(encoding="utf-8"))]
    files = {file for file in named if file.is_file() and file.suffix != ".html"}
    assets = site.folder / "assets"
    fonts = set((assets / "fonts").glob("*.woff2"))
    code = {file for file in (assets / "guide").glob("*.js") if file.name not in WORKERS}
    return {page, *files, *fonts, *code}


def test_every_kind_of_page_is_there(site: BuiltSite) -> None:
    for kind, address in KINDS.items():
        file = site.folder / address
        assert (file / "index.html" if file.is_dir() else file).is_file(), kind


def test_no_page_brings_more_than_its_budget(site: BuiltSite) -> None:
    # More than any page really fetches: most want one tool's code or none. So nothing can slip through.
    sizes = {site.url(page): sum(map(sent, brought(site, page))) for page in site.pages()}
    assert len(sizes) > 100
    assert {address: size for address, size in sizes.items() if size > PAGE} == {}


def test_the_page_names_what_is_counted(site: BuiltSite) -> None:
    names = {file.name for file in brought(site, site.folder / "index.html")}
    assert {"index.html", "theme.css", "tools.css", "main.js", "favicon.svg"} <= names
    assert any(re.fullmatch(r"bundle\..*\.js", name) for name in names)


def test_the_entry_point_stays_tiny(site: BuiltSite) -> None:
    folder = site.folder / "assets" / "guide"
    wanted, counted = ["main.js"], set()
    while wanted:
        name = wanted.pop()
        if name in counted:
            continue
        counted.add(name)
        wanted += _IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    assert sum(sent(folder / name) for name in counted) <= ENTRY, sorted(counted)


@pytest.mark.parametrize("name", WORKERS)
def test_a_worker_stays_small(site: BuiltSite, name: str) -> None:
    assert sent(site.folder / "assets" / "guide" / name) <= WORKERS[name]


def test_the_style_sheets_stay_small(site: BuiltSite) -> None:
    assert sum(sent(file) for file in (site.folder / "assets" / "stylesheets").glob("*.css")) <= STYLES
