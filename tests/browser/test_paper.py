"""Pages on paper: the words and where they come from, no bars and buttons, and the desk card on one sheet."""

from __future__ import annotations

import re
import zlib

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.conftest import BuiltSite

PAGES = ["", "sellers/reply/", "buyers/is-this-message-ok/", "rules/external-link/", "walkthroughs/may-i-send/", "faq/"]

#: What is seen of the bars, of what can only be pressed, and of what only a screen can follow.
CHROME = """() => [...document.querySelectorAll(
  "header.md-header, footer, .md-search, .rail, .trail, .neighbours, .tell-us, .footnote-backref, .button, button, .mcg-engine, svg.flow"
)].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_that_needs_a_screen_is_printed(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    expect(page.locator("h1")).to_be_visible()
    page.emulate_media(media="print")
    assert page.evaluate(CHROME) == []


def test_each_source_is_printed_with_its_address(open_page: OpenPage) -> None:
    page = open_page("sellers/write-first/")
    page.emulate_media(media="print")
    printed = page.evaluate(
        """() => [...document.querySelectorAll(".footnote li a:not(.footnote-backref), .mcg-source a")]
          .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
    )
    assert len(printed) >= 15
    assert [told for address, told in printed if address not in told] == []


SIZES = ["A4", "Letter"]
#: Pages whose tool takes the place of what stood there.
TOOLS = [
    "tools/check/",
    "tools/reply-clock/",
    "sellers/message-not-delivered/",
    "buyers/is-this-message-ok/",
    "message-templates/delay-notice/",
    "walkthroughs/may-i-send/",
]
OUTCOME = "walkthroughs/may-i-send/#about=product&who-writes=answer"

_OBJECT = re.compile(rb"(?ms)^(\d+) 0 obj\s(.*?)\sendobj")
_STREAM = re.compile(rb"(?s)stream\r?\n(.*?)endstream")


def printed(page: Page, size: str = "A4") -> list[int]:
    """How many pieces of text each sheet has, read from the drawing orders of the PDF that Chromium makes."""
    objects = dict(_OBJECT.findall(page.pdf(format=size)))
    contents = [
        re.search(rb"/Contents (\d+) 0 R", one) for one in objects.values() if re.search(rb"/Type\s*/Page\b", one)
    ]
    streams = [_STREAM.search(objects[found[1]]) for found in contents if found]
    return [len(re.findall(rb"\bT[Jj]\b", zlib.decompressobj().decompress(found[1]))) for found in streams if found]


@pytest.mark.parametrize("size", SIZES)
def test_the_desk_card_is_one_sheet(open_page: OpenPage, size: str) -> None:
    assert len(printed(open_page("sellers/desk-card/"), size)) == 1


def test_no_page_has_an_empty_sheet(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page(java_script_enabled=False)
    paths = sorted(str(one.parent.relative_to(site.folder)) for one in site.folder.rglob("index.html"))
    empty: list[tuple[str, str]] = []
    for path in paths:
        page.goto(f"{site.address}{path}/".replace("/./", "/"), wait_until="load")
        # What fills one size to the last line leaves room on the other: a guide in both, the rest in one.
        sizes = SIZES if path.startswith(("sellers", "buyers", "tools")) else SIZES[:1]
        empty += [(path, size) for size in sizes if 0 in printed(page, size)]
    assert len(paths) > 100
    assert empty == []


@pytest.mark.parametrize("path", TOOLS)
def test_a_page_printed_before_its_tool_has_come_has_no_empty_sheet(
    open_page: OpenPage, site: BuiltSite, path: str
) -> None:
    page = open_page("about/privacy/")
    held: list[Route] = []  # neither answered nor refused: the code is on its way for as long as the test looks
    page.route(re.compile(r"/assets/guide/(?!main)"), lambda route: held.append(route))  # noqa: PLW0108 -- Playwright cannot wrap a method of a list
    page.goto(site.address + path, wait_until="load")
    expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
    sheets = printed(page)
    assert page.locator("[data-mcg-state]").count() == 0
    assert 0 not in sheets
    assert len(sheets) <= 5


@pytest.mark.parametrize("path", TOOLS)
def test_a_tool_that_nobody_has_used_is_printed_without_an_empty_sheet(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.locator("[data-mcg]").first.scroll_into_view_if_needed()
    expect(page.locator("[data-mcg][data-mcg-state]").first).to_be_attached()
    sheets = printed(page)
    assert 0 not in sheets
    assert len(sheets) <= 5


def test_an_empty_checker_is_printed_as_the_list_to_check_by_hand(open_page: OpenPage) -> None:
    page = open_page("tools/check/")
    expect(page.locator("[data-mcg=check]")).to_have_attribute("data-mcg-state", "ready")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="External link", exact=True)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_walkthrough_is_printed_as_far_as_it_has_come(open_page: OpenPage, scripts: bool) -> None:
    start = open_page("walkthroughs/may-i-send/", java_script_enabled=scripts)
    start.emulate_media(media="print")
    expect(start.locator(".stage:visible")).to_have_count(1)
    assert len(printed(start)) == 1
    ended = open_page(
        OUTCOME if scripts else "walkthroughs/may-i-send/#outcome-answer-product", java_script_enabled=scripts
    )
    ended.emulate_media(media="print")
    expect(ended.locator(".stage:visible")).to_have_attribute("data-outcome", re.compile("."))
    assert len(printed(ended)) <= 2


def test_all_of_a_walkthrough_is_printed_where_all_of_it_is_on_show(open_page: OpenPage) -> None:
    page = open_page("walkthroughs/where-are-my-messages/#all", java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator(".stage:visible").count() == page.locator(".stage").count() > 5
