"""A page past its review date says so, by the reader's own calendar; before that day it is silent."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from hooks.citations import a_year_after
from tests.browser.conftest import OpenPage, axe
from tests.site import guide_pages

GUIDE = "sellers/reply"
CHECKED: date = guide_pages.load(f"{GUIDE}.md").meta["checked"]
DUE = a_year_after(CHECKED)


def _open_on(open_page: OpenPage, day: date) -> Page:
    """The guide, as somebody sees it who comes at noon of that day."""
    page = open_page(f"{GUIDE}/")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.reload()
    return page


@pytest.mark.parametrize(("day", "said"), [(DUE - timedelta(days=1), 0), (DUE, 1), (DUE + timedelta(days=400), 1)])
def test_the_note_comes_with_the_day(open_page: OpenPage, day: date, said: int) -> None:
    page = _open_on(open_page, day)
    page.wait_for_function("document.readyState === 'complete'")
    note = page.locator("h1 + .mcg-past-review")
    if said:
        note.wait_for()
        assert re.search(rf"last checked on {CHECKED.day} \w+ {CHECKED.year}\.", note.inner_text())
        axe(page)
    else:
        # The header's script has run once this stands: then the note would, too.
        page.locator("html.js").wait_for(state="attached")
        page.wait_for_timeout(300)
    expect(page.locator(".mcg-past-review")).to_have_count(said)


def test_it_follows_to_the_next_page_and_stands_there_once(open_page: OpenPage) -> None:
    page = _open_on(open_page, DUE)
    page.locator("h1 + .mcg-past-review").wait_for()
    page.locator("article a[href*='open-on-desktop']").first.click()
    page.wait_for_url("**/sellers/open-on-desktop/**")
    page.locator("h1 + .mcg-past-review").wait_for()
    expect(page.locator(".mcg-past-review")).to_have_count(1)


def test_without_scripts_nothing_is_said(open_page: OpenPage) -> None:
    page = open_page(f"{GUIDE}/", java_script_enabled=False)
    assert page.locator(".mcg-past-review").count() == 0
    assert page.locator(".mcg-checked").count() == 1
