"""The checker in a real browser, with the real engine: a draft is marked, explained, mended and kept."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, Route, expect

from tests.browser.checker import BAD, GOOD, PATH, Checker, ask
from tests.browser.conftest import OpenPage, Problems
from tests.browser.patience import eventually
from tests.conftest import BuiltSite


def test_a_draft_is_marked_and_every_finding_has_reason_status_source_and_page(
    checker: Checker, site: BuiltSite
) -> None:
    checker.write(BAD).expect_verdict("stop")
    expected = ask("check", text=BAD)
    assert checker.rules() == [finding["rule"] for finding in expected["findings"]]
    assert "🎉" in checker.marked()
    assert any("www.brightloom.com" in words for words in checker.marked())
    expect(checker.verdict).to_contain_text(expected["headline"])
    for entry, finding in zip(checker.entries.all(), expected["findings"], strict=True):
        expect(entry).to_contain_text(finding["message"])
        assert entry.locator(".mcg-finding__status strong").text_content()
        for source in finding["sources"]:
            expect(entry.get_by_role("link", name=source["title"], exact=True).first).to_have_attribute(
                "href", source["url"]
            )
        expect(entry.locator(".mcg-finding__sources li").first).to_contain_text(re.compile(r"read \w+ 20\d\d"))
        page = entry.locator(".mcg-finding__page").get_attribute("href") or ""
        assert page == site.address + finding["page"]
        with urlopen(page) as answer:  # the address of our own test host
            assert answer.status == 200


def test_findings_that_end_at_the_same_word_are_numbered_in_their_order(checker: Checker) -> None:
    checker.write("Open wa.me/14155550132 now.").expect_verdict("stop")
    assert len(ask("check", text="Open wa.me/14155550132 now.")["findings"]) == 2
    inner = checker.page.locator(".mcg-end .mcg-end")
    expect(inner).to_have_attribute("data-number", "1")
    expect(inner.locator("xpath=..")).to_have_attribute("data-number", "2")


def test_what_was_typed_while_python_was_starting_is_checked_first(open_page: OpenPage) -> None:
    page = open_page()

    held: list[Route] = []
    page.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108 – Playwright takes no built-in method
    page.goto(page.url + PATH)
    checker = Checker(page).write(BAD)
    expect(checker.verdict).to_have_attribute("data-engine", "booting")
    expect(checker.trouble()).to_contain_text("MB")
    checker.expect_text(BAD)
    eventually(page, lambda: len(held), 1)
    held[0].continue_()
    checker.expect_verdict("stop")


def test_a_fix_mends_the_words_and_undo_brings_them_back(checker: Checker) -> None:
    checker.write("Your parcel is on its way 🎉").expect_verdict("review")
    checker.press("Remove the emoji")
    checker.expect_verdict("send")
    checker.expect_text(ask("fix", text="Your parcel is on its way 🎉")["text"])
    checker.press("Undo")
    checker.expect_verdict("review")
    checker.expect_text("Your parcel is on its way 🎉")


def test_all_safe_fixes_at_once_leave_none_and_can_be_undone(checker: Checker) -> None:
    checker.write(BAD).expect_verdict("stop")
    checker.press("Apply all safe fixes")
    mended = ask("fix", text=BAD)["text"]
    assert mended != BAD
    expect(checker.page.locator(".mcg-told")).to_contain_text("applied")
    checker.expect_text(mended)
    expect(checker.page.get_by_role("button", name="Apply all safe fixes")).to_be_hidden()
    checker.press("Undo")
    expect(checker.page.get_by_role("button", name="Apply all safe fixes")).to_be_visible()
    checker.expect_text(BAD)


def test_undo_of_the_keyboard_takes_a_fix_back_too(checker: Checker) -> None:
    checker.write("Your parcel is on its way 🎉").expect_verdict("review")
    checker.press("Remove the emoji")
    checker.expect_verdict("send")
    checker.text_field.focus()
    checker.page.keyboard.press("Control+z")
    checker.expect_verdict("review")
    checker.expect_text("Your parcel is on its way 🎉")


def test_the_circumstances_change_the_verdict_while_the_words_stay(checker: Checker) -> None:
    checker.write(GOOD).expect_verdict("send")
    expect(checker.verdict).to_contain_text("We took it as a reply")
    checker.choose("A first message")
    expect(checker.verdict).not_to_contain_text("We took it as a reply")
    checker.choose("Yes")
    checker.expect_verdict("undeliverable")
    checker.choose("No")
    checker.expect_verdict(ask("check", text=GOOD, kind="proactive", opted_out="no")["verdict"])
    checker.page.get_by_label("Order completed on").fill("2020-01-01")
    checker.expect_verdict("stop")
    assert "outside-30-days" in checker.rules()
    checker.choose("A reply")
    checker.expect_verdict("send")


def test_a_subject_is_checked_where_it_stands(checker: Checker) -> None:
    checker.write(GOOD)
    checker.choose("A first message")
    checker.page.get_by_role("textbox", name="Subject").click()
    checker.page.keyboard.insert_text("Your order 🎉")
    expect(checker.page.locator(".mcg-editor--line .mcg-mark")).to_have_text("🎉")


def test_f8_goes_round_the_findings_both_ways(checker: Checker) -> None:
    checker.write(BAD).expect_verdict("stop")
    total = checker.entries.count()
    assert total >= 3
    active = checker.page.locator(".mcg-finding[data-active] .mcg-finding__number")
    for number in [*range(1, total + 1), 1]:
        checker.page.keyboard.press("F8")
        expect(active).to_have_text(str(number))
    checker.page.keyboard.press("Shift+F8")
    expect(active).to_have_text(str(total))


def test_f8_gets_past_findings_that_lie_over_each_other(checker: Checker) -> None:
    checker.write("If you are happy, leave us a 5-star review and get a $10 gift card.").expect_verdict("stop")
    total = checker.entries.count()
    assert total >= 2
    for number in range(1, total + 1):
        checker.page.keyboard.press("F8")
        expect(checker.page.locator(".mcg-finding[data-active] .mcg-finding__number")).to_have_text(str(number))


def test_an_entry_shows_its_words_and_the_words_show_their_entry(checker: Checker) -> None:
    checker.write(BAD).expect_verdict("stop")
    link = checker.page.locator(".mcg-finding[data-rule='external-link']")
    link.get_by_role("button", name=re.compile("^Show in your message")).click()
    expect(link).to_have_attribute("aria-current", "true")
    expect(checker.page.locator(".mcg-mark-active").first).to_contain_text("www.brightloom.com")
    selected = checker.page.evaluate(
        "document.querySelector('.mcg-editor:not(.mcg-editor--line)').shadowRoot.activeElement !== null"
    )
    assert selected, "the focus is in the text"
    checker.page.keyboard.press("Control+Home")
    expect(checker.page.locator(".mcg-finding[data-active]")).to_have_count(0)
    checker.page.locator(".mcg-mark-warning").first.click()
    expect(checker.page.locator(".mcg-finding[data-rule='emoji']")).to_have_attribute("aria-current", "true")


def test_on_a_phone_a_mark_explains_itself_in_place_and_leads_to_its_entry(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH, width=390, height=844, has_touch=True)).wait_ready()
    checker.write(BAD).expect_verdict("stop")
    checker.page.locator(".mcg-mark-warning").first.tap()
    tip = checker.page.locator(".mcg-tip")
    expect(tip).to_contain_text("Emoji")
    tip.get_by_role("button", name="Sources and fixes").tap()
    expect(checker.page.locator(".mcg-finding[data-rule='emoji']")).to_be_in_viewport()
    checker.page.get_by_role("button", name="Next finding").tap()
    expect(checker.page.locator(".mcg-finding[data-active]")).to_be_in_viewport()


def test_the_verdict_is_announced_once_it_has_settled(open_page: OpenPage) -> None:
    page = open_page()
    # Time passes only where the test lets it: the machine may take as long as it likes for a key.
    page.clock.install(time=dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC))
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready()
    live = page.locator(".mcg-verdict [aria-live=polite]")
    checker.text_field.click()
    page.clock.pause_at(dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC))
    for letter in "See www.brightloom.com":
        page.keyboard.type(letter)
        page.clock.run_for(30)
    checker.expect_verdict("stop")
    assert live.text_content() == ""
    page.clock.run_for(2_000)
    expect(live).to_have_text(re.compile("^Do not send"))


def test_without_scripts_the_page_lists_every_rule_to_check_by_hand(open_page: OpenPage) -> None:
    page = open_page(PATH, java_script_enabled=False)
    for rule in ask("catalog")["rules"]:
        if rule["status"] != "retired":
            link = page.locator("[data-mcg=check]").get_by_role("link", name=rule["title"], exact=True)
            expect(link).to_be_visible()
            assert (link.get_attribute("href") or "").rstrip("/").endswith(rule["page"].rstrip("/"))
    expect(page.locator(".mcg-editor")).to_have_count(0)


KNOWS_THE_SITE = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/sitemap.xml'))"


def test_one_engine_serves_the_whole_visit_where_pages_change_without_a_load(
    open_page: OpenPage, site: BuiltSite, problems: Problems
) -> None:
    address = min(re.findall(r"<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text()), key=len)
    page = open_page() if address == site.address else _hosted_at(open_page, site, problems, address)
    page.goto(address + PATH)
    checker = Checker(page).write(BAD)
    checker.expect_verdict("stop")
    starts: list[str] = []
    page.on("request", lambda request: starts.append(request.url) if "manifest.json" in request.url else None)
    page.evaluate("window.stillHere = true")
    # Links lead on without a load once the theme knows the site's addresses.
    page.wait_for_function(KNOWS_THE_SITE)
    page.locator("header a, nav a").filter(has_text="Rules").first.click()
    page.wait_for_url(re.compile("/rules/"))
    expect(page.locator(".mcg-verdict")).to_have_count(0)
    page.go_back()
    page.wait_for_url(re.compile(PATH))
    checker.expect_verdict("stop")
    assert page.evaluate("window.stillHere"), "the page was loaded anew"
    assert starts == []
    checker.expect_text(BAD)


def _hosted_at(open_page: OpenPage, site: BuiltSite, problems: Problems, address: str) -> Page:
    """A page for which the site lies at the address it was built for, though our host is at another."""
    problems.expect(f"third party: GET {re.escape(address)}")
    page = open_page()

    def answer(route: Route) -> None:
        route.fulfill(path=_file(site.folder, re.split("[?#]", route.request.url.removeprefix(address))[0]))

    page.context.route(f"{address}**", answer)
    return page


def _file(folder: Path, path: str) -> Path:
    return folder / path / "index.html" if path == "" or path.endswith("/") else folder / path
