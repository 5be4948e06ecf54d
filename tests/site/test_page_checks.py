"""The checks of links, places, lonely pages and pictures find what is wrong on small broken sites, and nothing on good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import BuiltSite
from tests.serving import Host
from tests.site import page_checks

ADDRESS = "http://127.0.0.1:1/some/guide/"
GOOD = {
    "index.html": '<a href="one/">One</a> <a href="https://elsewhere.example/">Elsewhere</a>',
    "one/index.html": (
        '<h1 id="top">One</h1> <a href="../">Home</a> <a href="#top">Top</a> <a href="../#example=two">A tool\'s state</a>'
        ' <img src="../dot.svg" alt="A dot"> <img src="../dot.svg" alt=""> <svg aria-hidden="true"><path/></svg>'
        ' <svg role="img" aria-label="A phone"><path/></svg>'
    ),
    "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def small_site(folder: Path, changed: dict[str, str]) -> BuiltSite:
    """The good site with some files changed or added."""
    for name, text in {**GOOD, **changed}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return BuiltSite(folder, ADDRESS, Host(ADDRESS, 1))


def test_a_good_site_has_no_faults(tmp_path: Path) -> None:
    site = small_site(tmp_path, {})
    assert page_checks.dead_links(site) == []
    assert page_checks.unreached(site) == []
    assert page_checks.wordless_pictures(site) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ('<a href="../two/">x</a>', "../two/ is not there"),
        ('<a href="../one">x</a>', "../one needs a slash at its end"),
        ('<a href="../one/#nowhere">x</a>', "../one/#nowhere has no such place in it"),
        ('<a href="#nowhere">x</a>', "#nowhere has no such place in it"),
        ('<a href="/other/">x</a>', "/other/ leaves the site's sub-path"),
        ('<img src="../gone.png" alt="x">', "../gone.png is not there"),
        ('<script src="../gone.js"></script>', "../gone.js is not there"),
        ('<link rel="stylesheet" href="../gone.css">', "../gone.css is not there"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str, problem: str) -> None:
    site = small_site(tmp_path, {"one/index.html": f'<a href="../">Home</a> {link}'})
    assert page_checks.dead_links(site) == [f"one/index.html: {problem}"]


def test_a_page_that_nothing_leads_to_is_found(tmp_path: Path) -> None:
    site = small_site(tmp_path, {"lonely/index.html": '<a href="../one/">One</a>'})
    assert page_checks.unreached(site) == ["lonely"]


def test_pages_that_lead_only_to_each_other_are_found(tmp_path: Path) -> None:
    pair = {"a/index.html": '<a href="../b/">b</a>', "b/index.html": '<a href="../a/">a</a>'}
    assert page_checks.unreached(small_site(tmp_path, pair)) == ["a", "b"]


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="../dot.svg">',
        '<img src="../dot.svg" alt=" ">',
        "<svg><path/></svg>",
        '<svg role="img"><path/></svg>',
        '<svg role="img" aria-label=""><path/></svg>',
        '<svg aria-hidden="false"><path/></svg>',
    ],
)
def test_a_picture_without_words_is_found(tmp_path: Path, picture: str) -> None:
    site = small_site(tmp_path, {"one/index.html": picture})
    (fault,) = page_checks.wordless_pictures(site)
    assert fault.startswith("one/index.html: <")
