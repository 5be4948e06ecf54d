"""The search box in a real browser: answers, slips of the finger, the index only on demand, structured data unblocked."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from machinery import browser as browsers
from tests.browser.conftest import OpenPage, Problems, axe
from tests.conftest import BuiltSite
from tests.score import search

#: Of every set of questions: answered by the first page offered, and by one of the first three.
FIRST, FIRST_THREE = 0.90, 0.98

BOX = "input.md-search__input"
RESULT = ".md-search-result__item"


def _fetched(page: Page, name: str) -> int:
    return int(
        page.evaluate(f"() => performance.getEntriesByType('resource').filter(e => e.name.includes('{name}')).length")
    )


def test_the_index_is_fetched_with_the_first_letter_and_not_before(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page("sellers/reply/")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(site.address)))
    page.wait_for_load_state("networkidle")
    page.locator(BOX).focus()
    assert "search/pages.json" not in asked
    page.locator(BOX).press_sequentially("inbox")
    expect(page.locator(RESULT).first).to_be_visible()
    assert asked.count("search/pages.json") == 1


def test_a_page_of_steps_loads_in_under_400_kilobytes(open_page: OpenPage) -> None:
    page = open_page("buyers/find-on-desktop/")
    page.wait_for_load_state("networkidle")
    sizes = """() => performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
        .reduce((sum, entry) => sum + entry.decodedBodySize, 0)"""
    assert _fetched(page, "search/pages.json") == 0
    assert 50_000 < page.evaluate(sizes) < 400_000


def test_a_question_with_slips_leads_to_its_page_with_the_keys_alone(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page("about/privacy/", width=390, height=850)
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("where is my mesage in the shoping app")
    link = page.locator(RESULT).first.locator("a").first
    expect(link).to_contain_text("Where are my messages in the app?")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.startswith(f"{site.address}buyers/find-on-mobile/"))


def test_the_answers_are_open_to_everybody_and_nothing_typed_becomes_markup(open_page: OpenPage) -> None:
    page = open_page("about/privacy/")
    page.locator(BOX).press_sequentially("<b>inbox</b> 'envelope\"")
    expect(page.locator(RESULT).first).to_be_visible()
    assert page.locator(f"{RESULT} b").count() == 0
    axe(page)


def test_what_is_shown_of_an_answer_is_the_passage_that_has_the_words_asked_for(open_page: OpenPage) -> None:
    page = open_page("about/privacy/")
    page.locator(BOX).press_sequentially("bookmark message page")
    shown = page.locator(RESULT).first.locator("article p", has_text="bookmark").first
    expect(shown).to_be_visible()
    # Far into its section, and from the start of a sentence.
    expect(shown).to_have_text(re.compile(r"^… [A-Z]"))
    expect(shown.locator("mark", has_text="bookmark").first).to_be_visible()


def test_where_nothing_is_found_the_box_says_so(open_page: OpenPage) -> None:
    page = open_page("about/privacy/")
    page.locator(BOX).press_sequentially("xqzzvkw")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found")


def test_structured_data_is_there_and_no_policy_minds(open_page: OpenPage, problems: Problems) -> None:
    # A plain text has no icon of its own: the browser asks the host for one.
    problems.expect(r"/favicon\.ico")
    page = open_page("faq/")  # a policy violation fails the test by itself
    kinds = page.locator('script[type="application/ld+json"]').evaluate_all(
        "all => all.flatMap(one => JSON.parse(one.textContent)['@graph'].map(part => part['@type']))"
    )
    assert kinds == ["BreadcrumbList", "FAQPage"]
    page.locator("a", has_text="Open this page as plain text").click()
    page.wait_for_url("**/faq/index.md")
    expect(page.locator("body")).to_contain_text("# What do people ask most?")


def test_what_people_ask_is_answered_by_the_first_pages_offered(site: BuiltSite) -> None:
    program = browsers.find()
    assert program is not None
    answers = list(search.ask(site.folder, program))
    parts = {
        part: search.shares([one for one in answers if one.part == part]) for part in {one.part for one in answers}
    }
    assert len(parts) >= 6
    assert {part: shares for part, shares in parts.items() if shares[0] < FIRST or shares[1] < FIRST_THREE} == {}
