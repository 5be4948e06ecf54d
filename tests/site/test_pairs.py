"""The pairs of a weak and a strong message: judged by the checker at build time, and shown with its marks."""

from __future__ import annotations

import html
import json
import re

import pytest

from hooks import page_pairs
from machinery import catalog
from tests.conftest import BuiltSite
from tests.site import built_pages, guide_pages

PAIR = """<!-- mcg:pair one
situation: The buyer asks.
kind: reply
before: {before}
after: {after}
-->"""
WEAK = "Please see www.straps.example.com for sizes."
STRONG = "Hello Ana, the strap is 22 mm wide."


def test_a_pair_shows_both_sides_with_the_marks_and_the_rule() -> None:
    drawn = page_pairs.fill("sellers/a.md", f"Before.\n\n{PAIR.format(before=WEAK, after=STRONG)}\n\nAfter.\n")
    assert drawn.startswith("Before.\n\n<figure")
    assert "mcg:pair" not in drawn
    marks = [html.unescape(mark) for mark in re.findall(r'<mark class="mark is-error">(.*?)</mark>', drawn)]
    assert marks == ["www.straps.example.com"]
    assert '<a href="../../rules/external-link/">' in drawn
    assert "#example=pair.one.after" in drawn
    assert "\n" not in drawn[drawn.index("<figure") : drawn.index("</figure>")]


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (PAIR.format(before=STRONG, after=STRONG), "no error in what the pair one shows as weak"),
        (PAIR.format(before=WEAK, after=WEAK), "in what the pair one shows as strong, the checker finds: "),
        (PAIR.format(before=WEAK, after=STRONG).replace("kind: reply\n", ""), "the pair one lacks kind"),
    ],
)
def test_a_pair_of_which_the_checker_says_otherwise_stops_the_build(pair: str, said: str) -> None:
    with pytest.raises(page_pairs.PairError, match=said):
        page_pairs.fill("sellers/a.md", pair)
    # The build makes its pages in a program of its own, and stops with what that says.
    with pytest.raises(catalog.CatalogError, match=said):
        catalog.pages(catalog.export(), {"sellers/a.md": pair}, {})


def test_every_pair_of_the_guides_is_on_its_page_and_opens_in_the_checker(site: BuiltSite) -> None:
    named = 0
    opened = json.loads((site.folder / "assets" / "examples.json").read_text(encoding="utf-8"))
    for path in guide_pages.guide_paths():
        names = re.findall(r"<!-- mcg:pair (\S+)", (guide_pages.DOCS / path).read_text(encoding="utf-8"))
        page = built_pages.read(site.folder / path.removesuffix(".md") / "index.html") if names else None
        for name in names:
            named += 1
            assert page is not None
            assert f'data-pair="{name}"' in page.html
            assert {f"pair.{name}.before", f"pair.{name}.after"} <= set(opened)
    assert named >= 6
