"""The walkthroughs in a real browser: one question a screen, one address a state, and every path where the engine leads."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from guide_engine.flow import paths, walk
from guide_engine.registry import flows
from tests.browser.checker import Checker
from tests.browser.conftest import OpenPage, axe
from tests.browser.patience import eventually
from tests.conftest import BuiltSite

WHERE = "walkthroughs/where-are-my-messages/"
MAY = "walkthroughs/may-i-send/"
FLOWS = {flow.name: flow for flow in flows()}


def here(page: Page) -> Locator:
    """The one question or outcome on the screen."""
    return page.locator("[data-mcg=walkthrough][data-mcg-state] .stage:visible")


def expect_fragment(page: Page, fragment: str) -> None:
    """Wait until the address holds this after the number sign; the browser tells of it a moment after the page has changed."""
    eventually(page, lambda: page.url.partition("#")[2], fragment)


def answer(page: Page, value: str) -> None:
    """Choose an answer of the question on the screen."""
    here(page).locator(f"a[data-value={value}]").click()


def test_one_question_a_screen_up_to_an_outcome_with_its_steps_and_sources(open_page: OpenPage) -> None:
    page = open_page(WHERE)
    expect(here(page)).to_have_count(1)
    expect(page.locator(".walk__where")).to_contain_text("Question 1 of 3 at most")
    for value, count in (("seller", "Question 2 of 3"), ("phone", "Question 3, the last one"), ("push", "The answer")):
        answer(page, value)
        expect(here(page)).to_have_count(1)
        expect(page.locator(".walk__where")).to_contain_text(count)
        expect(here(page).get_by_role("heading", level=2)).to_be_focused()
    expect(here(page)).to_have_attribute("data-outcome", "seller-push")
    assert here(page).locator("ol > li").count() >= 2
    here(page).get_by_text("Sources", exact=True).click()
    expect(here(page).locator(".cited__facts").first).to_contain_text("read November 2026")
    expect_fragment(page, "seller-device=phone&seller-phone=push&who=seller")


def test_the_browsers_back_and_forward_go_from_question_to_question(open_page: OpenPage) -> None:
    page = open_page(WHERE)
    expect(here(page)).to_have_count(1)
    answer(page, "seller")
    answer(page, "computer")
    expect(here(page)).to_have_attribute("data-question", "seller-computer")
    page.go_back()
    expect(here(page)).to_have_attribute("data-question", "seller-device")
    page.go_forward()
    expect(here(page)).to_have_attribute("data-question", "seller-computer")
    expect(here(page).get_by_role("heading", level=2)).to_be_focused()
    page.go_back()
    expect(here(page)).to_have_attribute("data-question", "seller-device")
    expect(here(page).get_by_role("heading", level=2)).to_be_focused()
    page.go_back()
    expect(here(page)).to_have_attribute("data-question", "who")
    expect_fragment(page, "")
    # The theme fetches the content anew on the way, and the old one takes the focus with it.
    expect(here(page).get_by_role("heading", level=2)).to_be_focused()
    page.go_forward()
    expect(here(page)).to_have_attribute("data-question", "seller-device")
    expect(here(page).get_by_role("heading", level=2)).to_be_focused()


def test_an_answer_can_be_changed_and_those_before_it_stay(open_page: OpenPage) -> None:
    page = open_page(f"{WHERE}#seller-device=phone&seller-phone=push&who=seller")
    expect(here(page)).to_have_attribute("data-outcome", "seller-push")
    yours = page.get_by_role("complementary", name="Your answers")
    expect(yours.get_by_role("listitem")).to_have_count(3)
    yours.get_by_role("link", name="Change: What are you using?").click()
    expect(here(page)).to_have_attribute("data-question", "seller-device")
    expect(yours.get_by_role("listitem")).to_have_count(1)
    expect_fragment(page, "who=seller")
    page.locator(".walk__where").get_by_role("link", name="Back").click()
    expect(here(page)).to_have_attribute("data-question", "who")
    expect(yours).to_be_hidden()


def test_an_address_brings_its_state_back_and_drops_what_it_does_not_know(open_page: OpenPage) -> None:
    page = open_page(f"{WHERE}#who=buyer&colour=blue&buyer-phone=chat&buyer-device=computer")
    expect(here(page)).to_have_attribute("data-question", "buyer-computer")
    expect_fragment(page, "buyer-device=computer&who=buyer")
    page.reload()
    expect(here(page)).to_have_attribute("data-question", "buyer-computer")


def test_a_section_can_still_be_opened_by_its_own_address_and_all_of_them_at_once(open_page: OpenPage) -> None:
    page = open_page(f"{WHERE}#outcome-seller-push")
    expect(here(page)).to_have_attribute("data-outcome", "seller-push")
    page.get_by_role("link", name="Begin with the first question").click()
    expect(here(page)).to_have_attribute("data-question", "who")
    page.get_by_role("link", name="Show all questions and answers on one page").click()
    flow = FLOWS["where-are-my-messages"]
    expect(here(page)).to_have_count(len(flow.questions) + len(flow.outcomes))
    page.get_by_role("link", name="Ask me one question at a time").click()
    expect(here(page)).to_have_count(1)


#: Each state by its address alone, told as the browser tells of going back; some eight hundred of them, so without waiting.
ALL_STATES = """(fragments) => fragments.map((fragment) => {
    history.replaceState(null, "", `#${fragment}`);
    dispatchEvent(new PopStateEvent("popstate"));
    return [document.querySelector("[data-mcg=walkthrough]").dataset.at, location.hash.slice(1)];
})"""


@pytest.mark.parametrize("name", FLOWS)
def test_every_path_leads_in_the_page_to_where_the_engine_says(open_page: OpenPage, name: str) -> None:
    flow = FLOWS[name]
    states = {path[:length]: None for path, _ in paths(flow) for length in range(len(path) + 1)}
    answers = [{step.question.name: step.answer.value for step in state} for state in states]
    # An answer that this way does not ask for, and an unknown one, are passed over in both.
    answers += [{**given, "unknown": "x", flow.start: "nobody"} for given in answers[:5]]
    page = open_page(flow.page)
    expect(here(page)).to_have_count(1)
    seen = page.evaluate(ALL_STATES, ["&".join(f"{key}={value}" for key, value in given.items()) for given in answers])
    expected = []
    for given in answers:
        state = walk(flow, given)
        kind = "outcome" if state.at in flow.outcomes else "question"
        kept = "&".join(f"{key}={value}" for key, value in sorted(state.answers.items()))
        expected.append([f"{kind}-{state.at.name}", kept])
    assert seen == expected


def test_an_outcome_leads_to_its_template(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page(f"{MAY}#about=product&who-writes=answer")
    here(page).get_by_role("link", name="Use the template").click()
    page.wait_for_url(f"{site.address}message-templates/product-answer/")
    expect(page.locator(".mcg-builder")).to_be_visible()


def test_an_outcome_opens_the_checker_with_its_circumstances_and_leaves_the_words_there(open_page: OpenPage) -> None:
    page = open_page("tools/check/")
    checker = Checker(page).write("Hello Anna, about order 112-1234567-1234567.")
    page.goto(page.url.replace("tools/check/", f"{MAY}#about=return&who-writes=answer"))
    state = walk(FLOWS["may-i-send"], {"who-writes": "answer", "about": "return"}).to_json()["at"]
    draft: dict[str, Any] = json.loads(here(page).get_attribute("data-draft") or "null")
    assert draft == state["outcome"]["draft"]
    here(page).get_by_role("link", name="Check your message").click()
    page.wait_for_url(re.compile("tools/check/$"))
    expect(page.locator(".mcg-told")).to_contain_text("circumstances are filled in")
    checker.expect_text("Hello Anna, about order 112-1234567-1234567.")
    expect(page.get_by_role("radio", name="A reply")).to_be_checked()
    expect(page.get_by_label("Purpose")).to_have_value(draft["reason"])


def test_a_contested_outcome_shows_both_sides_with_their_dates(open_page: OpenPage) -> None:
    path = next(path for path, outcome in paths(FLOWS["may-i-send"]) if outcome.positions)
    page = open_page(f"{MAY}#{'&'.join(f'{step.question.name}={step.answer.value}' for step in path)}")
    sides = here(page).locator(".sides > li")
    expect(sides).to_have_count(2)
    for side in sides.all():
        expect(side).to_contain_text("read November 2026")


def test_the_first_page_asks_where_the_messages_are(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page()
    door = page.locator("[data-mcg=walkthrough]")
    door.scroll_into_view_if_needed()
    for value in ("buyer", "phone", "read-all"):
        answer(page, value)
    expect(here(page)).to_have_attribute("data-outcome", "buyer-phone-all")
    for link in here(page).locator(".onward a").all():
        assert (link.get_attribute("href") or "").startswith(site.address)
    page.reload()
    expect(here(page)).to_have_attribute("data-outcome", "buyer-phone-all")


def test_it_goes_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(WHERE)
    here(page).locator("a[data-value=seller]").focus()
    page.keyboard.press("Enter")
    expect(here(page).get_by_role("heading", level=2)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(here(page)).to_have_attribute("data-question", "seller-computer")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("state", ["", "who-writes=answer", "about=parcel&who-writes=answer"])
def test_axe_finds_nothing_and_nothing_is_cut_off_or_small(
    open_page: OpenPage, width: int, scheme: str, state: str
) -> None:
    page = open_page(f"{MAY}#{state}", width=width, scheme=scheme)
    expect(here(page)).to_have_count(1)
    page.evaluate("for (const folded of document.querySelectorAll('[data-mcg] details')) folded.open = true")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = "[data-mcg] :is(button, summary, .answers a, .walk__change, .walk__link, .button)"
    heights = page.locator(small).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.textContent, one.getBoundingClientRect().height])"
    )
    assert [one for one in heights if one[1] < 44] == []


def test_without_scripts_the_links_alone_lead_to_the_same_outcome(open_page: OpenPage) -> None:
    page = open_page(WHERE, java_script_enabled=False)
    for value in ("seller", "phone", "push"):
        page.locator(f".stage:visible a[data-value={value}]").click()
    expect(page.locator(".stage:visible")).to_have_count(1)
    expect(page.locator(".stage:visible")).to_have_attribute("data-outcome", "seller-push")


def test_paper_gets_the_answer_and_what_led_to_it(open_page: OpenPage) -> None:
    page = open_page(f"{MAY}#about=product&who-writes=answer")
    expect(here(page)).to_have_count(1)
    page.emulate_media(media="print")
    expect(here(page)).to_have_count(1)
    expect(page.get_by_role("complementary", name="Your answers")).to_be_visible()
    expect(page.get_by_role("button", name="Print this answer")).to_be_hidden()
