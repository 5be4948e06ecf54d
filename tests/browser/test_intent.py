"""Nothing of a tool is fetched before somebody wants it: Python above all, which is forty times as large as a page."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.bench.kinds import ENGINE, KINDS
from tests.browser.checker import GOOD, START, Checker
from tests.browser.conftest import OpenPage

#: Milliseconds; what a page fetches by itself, it asks for by then. What is kept for offline use comes later.
REST = 1_500
#: Pages with a tool below other things, or with one that waits for a touch.
WAITING = ["template", "walkthrough", "for buyers", "reply clock"]
#: Pages without a tool that asks the engine. (The checker's own page is that tool, in view at once; the page for
#: addresses that are not found names its parts from the published address, not from the one it is tested under.)
WITHOUT = [kind for kind in KINDS if kind not in {*WAITING, "checker", "not found"}]

#: In the page: the browser always has something better to do, so that the page never comes to rest.
BUSY = "globalThis.requestIdleCallback = () => 0"


class Fetched:
    """The addresses that a page and its workers have asked for, below the site's root."""

    def __init__(self, page: Page) -> None:
        self.addresses: list[str] = []
        page.context.on("request", lambda request: self.addresses.append(urlsplit(request.url).path))

    @property
    def of_the_engine(self) -> list[str]:
        """Those of Python and its worker."""
        return [one for one in self.addresses if any(f"/{part}" in one for part in ENGINE)]

    @property
    def of_python(self) -> list[str]:
        """Those of Python alone."""
        return [one for one in self.addresses if "/assets/python/" in one]


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


def test_the_checker_in_view_is_wanted_when_the_page_has_come_to_rest(open_page: OpenPage) -> None:
    page = open_page()
    fetched = Fetched(page)
    page.goto(page.url + KINDS["checker"])
    Checker(page).wait_ready()
    assert fetched.of_python


def open_busy_checker(page: Page) -> Checker:
    """The checker on a page that never comes to rest, with its text field there."""
    page.add_init_script(BUSY)
    page.goto(page.url + KINDS["checker"])
    checker = Checker(page)
    checker.text_field.wait_for()
    return checker


def test_before_the_page_rests_an_untouched_checker_leaves_python_alone(open_page: OpenPage) -> None:
    page = open_page()
    fetched = Fetched(page)
    checker = open_busy_checker(page)
    page.wait_for_timeout(REST)
    assert fetched.of_python == []
    # What is seen is the same as while Python starts, so that nothing moves then.
    expect(checker.trouble()).to_contain_text("You can write meanwhile")
    assert any("/assets/guide/worker.js" in one for one in fetched.addresses), "the hints have been followed"


@pytest.mark.parametrize("sign", ["the pointer", "a key", "the focus"])
def test_the_first_sign_of_a_reader_starts_python(open_page: OpenPage, sign: str) -> None:
    page = open_page()
    checker = open_busy_checker(page)
    if sign == "the pointer":
        page.mouse.move(20, 20)
        page.mouse.move(25, 25)
    elif sign == "a key":
        page.keyboard.press("Tab")
    else:
        checker.text_field.focus()
    checker.wait_ready()


def test_where_a_draft_waits_python_starts_before_the_page_rests(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script(f"sessionStorage.setItem('mcg-draft-1', {json.dumps(json.dumps({'text': GOOD}))})")
    open_busy_checker(page).expect_verdict("send")


def test_where_an_example_is_asked_for_python_starts_before_the_page_rests(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script(BUSY)
    page.goto(f"{page.url}{KINDS['checker']}#example=external-link.flagged.1")
    Checker(page).expect_verdict("stop")


def test_an_example_that_is_picked_starts_python(open_page: OpenPage) -> None:
    page = open_page()
    checker = open_busy_checker(page)
    page.evaluate("document.querySelector('[data-example]').click()")
    expect(checker.verdict).not_to_have_attribute("data-verdict", "none", timeout=START)
