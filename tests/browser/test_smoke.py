"""A guide opens, is accessible, and moves on without a full load; with the machinery's promises kept."""

from __future__ import annotations

import os

import pytest

from tests.browser.conftest import OpenPage, Problems, axe
from tests.conftest import BuiltSite

#: One page of each kind that people wrote by hand; each tool and generated kind has its own test file.
KINDS = ["", "sellers/", "sellers/reply/", "buyers/is-this-message-ok/", "tools/reply-clock/", "about/privacy/", "faq/"]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_page_of_each_kind_is_accessible(open_page: OpenPage, path: str, width: int, scheme: str) -> None:
    page = open_page(path, width=width, scheme=scheme)
    assert page.locator("h1").count() == 1
    axe(page)


def test_nothing_reaches_over_the_edge_of_a_phone(open_page: OpenPage) -> None:
    page = open_page("sellers/reply/", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_link_leads_on_and_the_browsers_back_leads_back(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page("sellers/")
    page.locator("article a[href*='reply/']").first.click()
    page.wait_for_url(f"{site.address}sellers/reply/**")
    page.go_back()
    page.wait_for_url(f"{site.address}sellers/")


def test_a_wrong_address_gets_our_page_with_working_links(
    open_page: OpenPage, site: BuiltSite, problems: Problems
) -> None:
    if os.environ.get("MCG_SITE"):
        pytest.skip("the 404 page's addresses are those of the SITE_URL that the ready site was built for")
    problems.expect("404")
    page = open_page("no/such/page/")
    axe(page)
    hrefs = page.locator("article a").evaluate_all("links => links.map(link => link.href)")
    assert hrefs
    assert all(href.startswith(site.address) for href in hrefs), hrefs


def test_the_guides_read_without_scripts(open_page: OpenPage) -> None:
    page = open_page("sellers/reply/", java_script_enabled=False)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("navigation", name="Main").is_visible()
