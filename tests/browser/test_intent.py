"""Nothing of a tool is fetched before somebody wants it: Python above all, which is forty times as large as a page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.bench.kinds import ENGINE, KINDS
from tests.browser.checker import START, Checker
from tests.browser.conftest import OpenPage

#: Milliseconds; what a page fetches by itself, it asks for by then. What is kept for offline use comes later.
REST = 1_500
#: Pages with a tool below other things, or with one that waits for a touch.
WAITING = ["template", "walkthrough", "for buyers", "reply clock"]
#: Pages without a tool that asks the engine. (The checker's own page is that tool, in view at once; the page for
#: addresses that are not found names its parts from the published address, not from the one it is tested under.)
WITHOUT = [kind for kind in KINDS if kind not in {*WAITING, "checker", "not found"}]


class Fetched:
    """The addresses that a page and its workers have asked for, below the site's root."""

    def __init__(self, page: Page) -> None:
        self.addresses: list[str] = []
        page.context.on("request", lambda request: self.addresses.append(urlsplit(request.url).path))

    @property
    def of_the_engine(self) -> list[str]:
        """Those of Python and its worker."""
        return [one for one in self.addresses if any(f"/{part}" in one for part in ENGINE)]


def open_and_rest(page: Page, path: str) -> Fetched:
    """Open a page at its top, touch nothing, and see what it fetches."""
    fetched = Fetched(page)
    page.goto(page.url + path)
    page.wait_for_timeout(REST)
    assert any("/assets/guide/main.js" in one for one in fetched.addresses), "the page's own script counts, too"
    return fetched


@pytest.mark.parametrize("kind", WITHOUT)
def test_a_page_without_a_tool_fetches_nothing_of_the_engine(open_page: OpenPage, kind: str) -> None:
    assert open_and_rest(open_page(), KINDS[kind]).of_the_engine == []


@pytest.mark.parametrize("kind", ["for buyers", "reply clock", "walkthrough"])
def test_a_tool_that_nobody_has_touched_fetches_nothing_of_the_engine(open_page: OpenPage, kind: str) -> None:
    assert open_and_rest(open_page(width=390, height=500), KINDS[kind]).of_the_engine == []


def test_the_first_touch_fetches_the_engine(open_page: OpenPage) -> None:
    page = open_page()
    fetched = open_and_rest(page, KINDS["for buyers"])
    assert fetched.of_the_engine == []
    page.locator("[data-mcg=assess]").get_by_role("textbox").click()
    with page.expect_response(lambda response: "/assets/python/" in response.url, timeout=START):
        page.keyboard.insert_text("Hello")


def test_the_checker_in_view_is_wanted(open_page: OpenPage) -> None:
    page = open_page()
    fetched = Fetched(page)
    page.goto(page.url + KINDS["checker"])
    Checker(page).wait_ready()
    assert any("/assets/python/" in one for one in fetched.of_the_engine)
