"""The checker for everybody: by keyboard, by screen reader, by thumb, zoomed in, in any colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import PATH, Checker
from tests.browser.conftest import OpenPage, Problems, axe
from tests.browser.patience import eventually

BAD = "Hello 🎉 Anna, see www.brightloom.com for more. Smile :-)\n\n\n\n\nYours, Tom"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_with_findings_and_without(open_page: OpenPage, width: int, scheme: str) -> None:
    checker = Checker(open_page(PATH, width=width, scheme=scheme)).wait_ready()
    axe(checker.page)
    checker.write(BAD).expect_verdict("stop")
    checker.choose("A first message")
    checker.page.evaluate("for (const folded of document.querySelectorAll('[data-mcg] details')) folded.open = true")
    checker.page.keyboard.press("F8")
    axe(checker.page)


def test_axe_finds_nothing_when_the_engine_failed(open_page: OpenPage, problems: Problems) -> None:
    problems.expect("Failed to load resource")
    page = open_page()
    page.route("**/*.wasm", lambda route: route.fulfill(status=404))
    page.goto(page.url + PATH)
    expect(Checker(page).trouble()).to_contain_text("Try again")
    axe(page)


#: What has the focus, inside shadow roots too.
DEEPEST = """() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
}"""


def test_everything_can_be_done_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(PATH)
    checker = Checker(page).wait_ready()
    page.get_by_role("radio", name="A reply").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="A first message")).to_be_checked()
    expect(page.get_by_role("textbox", name="Subject")).to_be_visible()
    page.keyboard.press("Tab")
    eventually(page, lambda: _focused(page), "Subject")
    page.keyboard.press("Tab")
    eventually(page, lambda: _focused(page), "Your message")
    page.keyboard.insert_text("Your parcel is on its way 🎉")
    checker.expect_verdict("review")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(_focused(page))
        # Chromium draws the focus on the part of a date that is being changed; our ring is on the whole field.
        assert page.evaluate(f"({DEEPEST})().matches(':focus-visible, input[type=date]:focus-within')"), seen[-1]
        if seen[-1] == "Remove the emoji":
            break
    assert "Wipe" in seen
    assert "Next finding" in seen
    assert seen[-1] == "Remove the emoji", seen
    page.keyboard.press("Enter")
    expect(page.locator(".mcg-finding[data-rule='emoji']")).to_have_count(0)
    # The focus is not lost with the entry.
    page.wait_for_function("document.activeElement !== document.body")


def _focused(page: Page) -> str:
    """The name of what has the focus."""
    name: str = page.evaluate(f"(({DEEPEST})().getAttribute('aria-label') ?? ({DEEPEST})().textContent).trim()")
    return name


def test_the_findings_are_a_list_with_headings(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH)).wait_ready()
    checker.write(BAD).expect_verdict("stop")
    section = checker.page.get_by_role("region", name="Findings")
    assert section.get_by_role("listitem").filter(has=checker.page.locator("h3")).count() == checker.entries.count()
    assert section.get_by_role("heading", level=2).count() == 1
    assert section.get_by_role("heading", level=3).count() == checker.entries.count()


def test_on_a_phone_everything_to_press_is_large_enough(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH, width=390, height=844)).wait_ready()
    checker.write(BAD).expect_verdict("stop")
    checker.choose("A first message")
    checker.page.locator(".mcg-context > summary").click()
    small = checker.page.evaluate(
        """() => [...document.querySelectorAll("[data-mcg] :is(button:not(.mcg-link), summary, select, .mcg-chip, .mcg-tick)")]
            .filter((element) => element.checkVisibility())
            .map((element) => [element.textContent.slice(0, 40), element.getBoundingClientRect()])
            .filter(([, {width, height}]) => height < 44 || width < 44)
            .map(([name, {width, height}]) => `${name}: ${width} × ${height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 390, 640, 1600])
def test_nothing_is_cut_off_at_any_width(open_page: OpenPage, width: int) -> None:
    # 640 is a desk of 1280 zoomed to 200 %, 320 one zoomed to 400 %.
    checker = Checker(open_page(PATH, width=width)).wait_ready()
    checker.write(BAD + " www." + "averylongname" * 8 + ".example").expect_verdict("stop")
    checker.choose("A first message")
    assert checker.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_severities_differ_in_shape_not_only_in_colour(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH, forced_colors="active")).wait_ready()
    checker.write(BAD).expect_verdict("stop")
    lines = {
        severity: checker.page.locator(f".mcg-mark-{severity}").first.evaluate(
            "(mark) => getComputedStyle(mark).textDecorationStyle"
        )
        for severity in ("error", "warning", "info")
        if checker.page.locator(f".mcg-mark-{severity}").count()
    }
    assert len(lines) >= 2
    assert len(set(lines.values())) == len(lines)


def test_the_text_stays_in_view_beside_the_findings_and_nothing_scrolls_inside_itself(open_page: OpenPage) -> None:
    page = open_page("tools/check/", width=1280, height=700)
    Checker(page).wait_ready().write("Call +1 415 555 0132. See www.kettlehouse.com. " * 12).expect_verdict("stop")
    column = page.locator(".mcg-column")
    expect(page.locator("details.mcg-context")).to_have_attribute("open", "")
    eventually(page, lambda: column.evaluate("one => one.scrollHeight <= one.clientHeight + 1"), True)
    # Higher than the window: at the end of the findings its own end is in view.
    eventually(page, lambda: column.evaluate("one => one.offsetHeight") > 628, True)
    page.locator(".mcg-finding").last.scroll_into_view_if_needed()
    # The column's height is measured, and then followed, with the next picture that the browser draws.
    eventually(page, lambda: 0 < column.evaluate("one => one.getBoundingClientRect().bottom") <= 700, True)


def test_what_stays_the_same_is_not_made_again_and_its_fix_knows_where_its_words_have_gone(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH)).wait_ready()
    checker.write("Your order is on its way. See https://a.example/deals for more.").expect_verdict("stop")
    parts = checker.page.locator(".mcg-verdict__headline, .mcg-finding")
    expect(parts).to_have_count(2)
    parts.evaluate_all("(found) => found.forEach((one) => (one.known = true))")
    checker.page.keyboard.press("ControlOrMeta+Home")
    checker.page.keyboard.type("Hello Anna, ")
    checker.page.keyboard.press("ControlOrMeta+End")
    checker.page.keyboard.insert_text(" 🎉")
    expect(checker.entries).to_have_count(2)
    assert parts.evaluate_all("(found) => found.map((one) => one.known === true)") == [True, True, False]
    checker.press("Remove this sentence")
    checker.expect_text("Hello Anna, Your order is on its way. 🎉")


def test_the_last_of_many_findings_is_reached_although_entries_out_of_sight_are_not_drawn(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH))
    checker.wait_ready().write("\n".join(f"See https://a.example/deals/{number}" for number in range(30)))
    expect(checker.entries).to_have_count(30)
    checker.page.keyboard.press("ControlOrMeta+Home")
    checker.page.keyboard.press("Shift+F8")
    expect(checker.entries.last).to_have_attribute("aria-current", "true")
    expect(checker.entries.last).to_be_in_viewport()
