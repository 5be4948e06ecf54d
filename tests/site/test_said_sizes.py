"""What the pages say about sizes is so."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT, BuiltSite

SAID = re.compile(r"about (\d+) MB where this site’s host packs its files, (\d+) MB where it does not")


def test_the_checkers_page_says_how_much_it_fetches(site: BuiltSite) -> None:
    said = SAID.search((ROOT / "docs" / "tools" / "check.md").read_text(encoding="utf-8"))
    assert said
    python = site.folder / "assets" / "python"
    packed = sum(file.stat().st_size for file in python.glob("*.br"))
    plain = sum(file.stat().st_size for file in python.iterdir() if file.suffix not in (".br", ".gz"))
    assert [int(size) for size in said.groups()] == [
        pytest.approx(packed / 1e6, rel=0.15),
        pytest.approx(plain / 1e6, rel=0.15),
    ]
