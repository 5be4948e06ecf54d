"""Pages on paper: the words and where they come from, no bars and buttons, and the desk card on one sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

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


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_desk_card_is_one_sheet(open_page: OpenPage, size: str) -> None:
    sheets = re.findall(rb"/Type\s*/Page\b", open_page("sellers/desk-card/").pdf(format=size))
    assert len(sheets) == 1
