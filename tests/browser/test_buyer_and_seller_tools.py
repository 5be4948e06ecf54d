"""The notice reader, the reader of sellers' messages and the reply clock, as a person meets them on their pages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, Problems, axe
from tests.browser.patience import eventually

NOTICE = "sellers/message-not-delivered/"
ASSESS = "buyers/is-this-message-ok/"
CLOCK = "tools/reply-clock/"
#: Milliseconds that a start of Python may take on a busy machine.
START = 120_000

OPTED_OUT = (
    "Wir konnten die Nachricht 😀 zu Bestellung 302-1234567-1234567 nicht zustellen, weil der Käufer die Annahme "
    "unerwünschter Nachrichten von Verkäufern deaktiviert hat."
)
SCAM = (
    "Dear customer, please pay the remaining $25 with an Amazon gift card and send us the code.\n\n"
    "Otherwise your account will be suspended."
)


def paste(page: Page, text: str) -> None:
    """Put the cursor into the tool's field and paste there."""
    page.locator("[data-mcg] .cm-content").click()
    page.keyboard.insert_text(text)


def panel(page: Page, look: str) -> Locator:
    """The panel, once it has this look."""
    found = page.locator(".mcg-verdict")
    expect(found).to_have_attribute("data-verdict", look, timeout=START)
    return found


def marked(page: Page) -> list[str]:
    """The passages that are marked in the field."""
    return page.locator("[data-mcg] .mcg-mark").all_text_contents()


def test_python_is_fetched_with_the_first_touch_and_not_before(open_page: OpenPage) -> None:
    page = open_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(page.url + NOTICE)
    expect(page.locator("[data-mcg='notice']")).to_have_attribute("data-mcg-state", "ready")
    assert not [url for url in fetched if ".wasm" in url]
    page.locator("[data-mcg] .cm-content").click()
    expect(page.locator(".mcg-verdict")).to_have_attribute("data-engine", "ready", timeout=START)
    assert [url for url in fetched if ".wasm" in url]


def test_a_bounce_in_german_is_told_with_its_words_and_its_heading(open_page: OpenPage) -> None:
    page = open_page(NOTICE)
    paste(page, OPTED_OUT)
    expect(panel(page, "undeliverable")).to_contain_text("The buyer opted out")
    # The emoji before them must not shift the marks.
    eventually(page, lambda: "unerwünschter Nachrichten" in " ".join(marked(page)), True)
    card = page.locator("[data-case='opted-out']")
    expect(card).to_contain_text("Contact Buyer")
    assert card.locator(".mcg-lasts a").get_attribute("href") is not None
    card.get_by_role("link", name="More about").click()
    expect(page.locator("#opted-out")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#opted-out$"))


def test_several_cases_come_with_the_likeliest_first(open_page: OpenPage) -> None:
    page = open_page(NOTICE)
    paste(page, "Your account was restricted from sending proactive messages. The message did not meet the guidelines.")
    expect(panel(page, "undeliverable")).to_contain_text("may not write first")
    cases = "all => all.map((card) => card.dataset.case)"
    eventually(page, lambda: page.locator(".mcg-card").evaluate_all(cases), ["restricted", "broke-guidelines"])


def test_a_notice_that_nobody_knows_leads_to_the_ones_we_know(open_page: OpenPage) -> None:
    page = open_page(NOTICE)
    paste(page, "Something went wrong. Please try again later.")
    expect(panel(page, "review")).to_contain_text("We do not know this notice")
    addresses = [link.get_attribute("href") or "" for link in page.locator(".mcg-known a").all()]
    assert len(addresses) >= 6
    assert [page.locator(address).count() for address in addresses] == [1] * len(addresses)


@pytest.mark.parametrize(
    ("text", "look", "says"),
    [
        (SCAM, "stop", "Take care"),
        ("Please leave us a five-star review.", "review", "may not do this"),
        ("Get 20% off your next order with code TWENTY.", "undeliverable", "harmless"),
        ("Hello Anna, your parcel is delayed until 8 October. We are sorry.", "send", "nothing wrong"),
    ],
    ids=["danger", "barred", "odd", "normal"],
)
def test_a_message_is_judged_in_the_buyers_words(open_page: OpenPage, text: str, look: str, says: str) -> None:
    page = open_page(ASSESS)
    paste(page, text)
    expect(panel(page, look)).to_contain_text(says)
    expect(page.locator(".mcg-card--limits")).to_contain_text("We cannot see who sent them")
    expect(page.get_by_role("button", name="Copy the answer")).to_have_count(int(look in {"stop", "review"}))
    # Whatever is shown next leads to a heading of this very page.
    for link in page.locator(".mcg-next a").all():
        assert page.locator(link.get_attribute("href") or "").count() == 1


def test_each_concern_shows_its_passage_and_the_answer_can_be_copied(open_page: OpenPage) -> None:
    page = open_page(ASSESS, permissions=["clipboard-read", "clipboard-write"])
    paste(page, SCAM)
    panel(page, "stop")
    concerns = "all => all.map((card) => card.dataset.concern)"
    eventually(page, lambda: page.locator("[data-concern]").evaluate_all(concerns), ["gift-card", "scare"])
    page.get_by_role("button", name="Show in the message").last.click()
    expect(page.locator(".mcg-mark-active")).to_contain_text("your account will be suspended")
    expect(page.locator("[data-concern='scare']")).to_have_attribute("data-active", "")
    page.get_by_role("button", name="Copy the answer").click()
    expect(page.locator(".mcg-told")).to_contain_text("The answer is copied")
    assert "I will not share" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("path", [NOTICE, ASSESS])
def test_what_was_pasted_stays_in_the_tab_until_it_is_wiped(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    address = page.url
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    paste(page, OPTED_OUT)
    expect(page.locator(".mcg-verdict")).not_to_have_attribute("data-verdict", "none", timeout=START)
    assert page.url == address
    assert not [one for one in sent if "302" in one and "1234567" in one]
    page.reload()
    expect(page.locator("[data-mcg] .cm-content")).to_contain_text("302-1234567-1234567")
    expect(page.locator(".mcg-verdict")).not_to_have_attribute("data-verdict", "none", timeout=START)
    page.get_by_role("button", name="Wipe").click()
    stored = "JSON.stringify([{...sessionStorage}, {...localStorage}])"
    eventually(page, lambda: page.evaluate(stored).count("1234567"), 0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-mcg] .cm-content")).to_contain_text("302-1234567-1234567")


def test_a_start_that_fails_keeps_the_text_and_can_be_tried_again(open_page: OpenPage, problems: Problems) -> None:
    problems.expect("Failed to load resource")
    page = open_page()
    page.context.route("**/*.wasm", lambda route: route.fulfill(status=404))
    page.goto(page.url + NOTICE)
    paste(page, OPTED_OUT)
    expect(page.locator(".mcg-engine")).to_contain_text("find your words in the table below", timeout=START)
    axe(page)
    page.context.unroute("**/*.wasm")
    page.get_by_role("button", name="Try again").click()
    expect(panel(page, "undeliverable")).to_contain_text("The buyer opted out")


# --- the reply clock ---


def in_berlin(open_page: OpenPage, now: str, **options: object) -> Page:
    """The clock on a device in Berlin, at an instant."""
    page = open_page(timezone_id="Europe/Berlin", locale="en-GB", **options)
    page.clock.install(time=dt.datetime.fromisoformat(now))
    page.goto(page.url + CLOCK)
    return page


def came(page: Page, wall: str) -> None:
    """Say when the message came."""
    page.get_by_label("When did the buyer’s message come?").fill(wall)


def test_the_deadlines_stand_in_the_readers_zone_and_count_down(open_page: OpenPage) -> None:
    page = in_berlin(open_page, "2026-11-23T12:00:00+01:00")
    came(page, "2026-11-23T09:30")
    expect(panel(page, "send")).to_contain_text("Answer by Tuesday, 24 November 2026 at 09:30")
    reply = page.locator("[data-deadline='reply']")
    # The clock of the test runs on: a minute or two may be gone already.
    expect(reply.get_by_role("timer")).to_have_text(re.compile("^In 21 hours (30|2[0-9]) minutes$"))
    page.clock.fast_forward("20:00:00")
    expect(reply.get_by_role("timer")).to_have_text(re.compile("^In 1 hour (30|2[0-9]) minutes$"))
    expect(page.locator(".mcg-verdict")).to_have_attribute("data-verdict", "review")
    page.clock.fast_forward("03:00:00")
    expect(reply).to_contain_text("This ended 1 hour")
    expect(reply).to_contain_text("A late answer is better than none")
    page.get_by_label("In which time zone is that?").select_option("America/New_York")
    expect(reply.locator("time")).to_have_attribute("datetime", "2026-11-24T14:30Z")


def test_an_hour_that_comes_twice_is_asked_for_and_one_that_never_comes_is_told(open_page: OpenPage) -> None:
    page = in_berlin(open_page, "2026-10-25T10:00:00+01:00")
    came(page, "2026-10-25T02:30")
    ends = page.locator("[data-deadline='reply'] time")
    expect(ends).to_have_attribute("datetime", "2026-10-26T00:30Z", timeout=START)
    page.locator(".mcg-chip", has_text="The second").click()
    expect(ends).to_have_attribute("datetime", "2026-10-26T01:30Z")
    came(page, "2027-03-28T02:30")
    expect(page.locator(".mcg-clock__odd")).to_contain_text("03:30")
    expect(ends).to_have_attribute("datetime", "2027-03-29T01:30Z")
    came(page, "2026-10-24T20:00")
    expect(page.locator("[data-deadline='reply']")).to_contain_text("The clocks go 1 hour back in between")


def test_the_order_dates_the_calendar_file_and_the_reload(open_page: OpenPage) -> None:
    page = in_berlin(open_page, "2026-11-23T12:00:00+01:00", accept_downloads=True)
    address = page.url
    came(page, "2026-11-23T09:30")
    page.get_by_text("Add dates of the order").click()
    page.get_by_label("Earliest delivery date").fill("2026-11-20")
    page.get_by_label("Latest delivery date").fill("2026-11-04")
    expect(page.get_by_label("Latest delivery date")).to_have_attribute("aria-invalid", "true", timeout=START)
    expect(page.locator("[data-deadline='reply']")).to_be_visible()
    page.get_by_label("Latest delivery date").fill("2026-11-24")
    expect(page.locator("[data-deadline='request-a-review']")).to_contain_text("Opens in 2 days")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Put them into your calendar").click()
    assert saved.value.suggested_filename == "reply-clock.ics"
    written = saved.value.path().read_bytes().decode()
    assert "DTSTART:20261124T083000Z\r\n" in written
    assert written.count("BEGIN:VEVENT") == 4
    page.reload()
    expect(page.locator("[data-deadline='request-a-review']")).to_be_visible(timeout=START)
    assert page.url == address
    page.get_by_role("button", name="Wipe").click()
    expect(page.locator(".mcg-deadline")).to_have_count(0)
    eventually(page, lambda: page.evaluate("sessionStorage.getItem('mcg-clock-1')"), None)


# --- for everybody ---


def _notice(page: Page) -> None:
    paste(page, OPTED_OUT)
    panel(page, "undeliverable")


def _assess(page: Page) -> None:
    paste(page, SCAM + " Write to us on WhatsApp: +49 151 23456789. www." + "averylongname" * 8 + ".example")
    panel(page, "stop")


def _clock(page: Page) -> None:
    came(page, "2026-10-25T02:30")
    page.get_by_label("In which time zone is that?").select_option("Europe/Berlin")
    page.get_by_text("Add dates of the order").click()
    page.get_by_label("Order completed on").fill("2026-11-01")
    expect(page.locator("[data-deadline='write-first']")).to_be_visible(timeout=START)


TOOLS: dict[str, Callable[[Page], None]] = {NOTICE: _notice, ASSESS: _assess, CLOCK: _clock}


@pytest.mark.parametrize("path", TOOLS)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_and_a_thumb_finds_everything(
    open_page: OpenPage, path: str, width: int, scheme: str
) -> None:
    page = open_page(path, width=width, scheme=scheme)
    axe(page)
    TOOLS[path](page)
    page.evaluate("for (const folded of document.querySelectorAll('[data-mcg] details')) folded.open = true")
    axe(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll("[data-mcg] :is(button, summary, select, .mcg-chip)")]
            .filter((element) => element.checkVisibility())
            .map((element) => [element.textContent.slice(0, 40), element.getBoundingClientRect()])
            .filter(([, {width, height}]) => height < 44 || width < 44)
            .map(([name, {width, height}]) => `${name}: ${width} × ${height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("path", TOOLS)
def test_nothing_is_cut_off_on_the_narrowest_screen(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    TOOLS[path](page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", TOOLS)
def test_without_scripts_the_page_says_how_to_go_on(open_page: OpenPage, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.locator("[data-mcg] p").first).to_contain_text("Without them")
