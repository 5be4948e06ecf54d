"""The button that copies a page as Markdown: with the keys alone, said aloud, under the site's policy; a link without scripts."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, axe
from tests.conftest import BuiltSite

GUIDE = "sellers/reply/"


def _at_the_foot(page: Page) -> None:
    page.locator(".tell-us").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Copy this page as text")).to_be_visible()


def test_the_page_is_copied_with_the_keys_alone_and_said_aloud(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page(GUIDE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _at_the_foot(page)
    expect(page.locator(".tell-us [role=status]")).to_have_text("")
    page.get_by_role("button", name="Copy this page as text").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tell-us [role=status]")).to_have_text("Copied. You can paste it now.")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == (site.folder / GUIDE / "index.md").read_text(encoding="utf-8")
    axe(page)


def test_where_copying_is_not_allowed_the_reader_is_told_where_the_text_is(open_page: OpenPage) -> None:
    page = open_page(GUIDE)
    page.add_init_script(
        "for (const name of ['write', 'writeText']) navigator.clipboard[name] = () => Promise.reject(new Error())"
    )
    page.reload()
    _at_the_foot(page)
    page.get_by_role("button", name="Copy this page as text").click()
    expect(page.locator(".tell-us [role=status]")).to_contain_text("Open the plain text")
    expect(page.locator(".tell-us a[type='text/markdown']")).to_be_visible()
