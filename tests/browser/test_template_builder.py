"""The template builder in a real browser, with the real engine: fill, see, copy, hand over, come back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from guide_engine.registry import templates
from guide_engine.template import render
from tests.browser.checker import START, Checker
from tests.browser.conftest import OpenPage, axe

TEMPLATES = {template.name: template for template in templates()}
DELAY = TEMPLATES["delay-notice"]
FILLED = {
    "buyer_name": "Zoë",
    "item": "blue teapot",
    "order_id": "114-7654321-1234567",
    "cause": "a storm at the port",
    "new_date": "2026-12-04",
    "seller_name": "Tom",
}
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@dataclass
class Builder:
    """The tool on an open page, as a person uses it."""

    page: Page

    def ready(self) -> Builder:
        expect(self.verdict).to_have_attribute("data-engine", "ready", timeout=START)
        return self

    @property
    def verdict(self) -> Locator:
        return self.page.locator(".mcg-verdict")

    @property
    def message(self) -> Locator:
        return self.page.locator(".mcg-preview__text")

    def field(self, name: str) -> Locator:
        """A field by the name of its blank."""
        label = next(blank.label for blank in DELAY.fields if blank.name == name)
        return self.page.get_by_label(label, exact=True)

    def fill(self, **values: str) -> Builder:
        for name, value in values.items():
            self.field(name).fill(value)
        return self

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def expect_verdict(self, verdict: str) -> None:
        expect(self.verdict).to_have_attribute("data-verdict", verdict, timeout=START)


@pytest.fixture
def builder(open_page: OpenPage) -> Builder:
    """The delay notice with its engine up."""
    return Builder(open_page(DELAY.page, permissions=CLIPBOARD)).ready()


def test_filled_it_reads_and_copies_as_the_engine_renders_it(builder: Builder) -> None:
    expected = render(DELAY, FILLED)
    assert expected.complete
    builder.fill(**FILLED).expect_verdict("send")
    expect(builder.message).to_have_text(expected.text, use_inner_text=True)
    expect(builder.page.locator(".mcg-gap")).to_have_count(0)
    builder.press("Copy the message")
    expect(builder.page.locator(".mcg-told")).to_contain_text("Copied")
    assert builder.page.evaluate("navigator.clipboard.readText()") == expected.text


def test_what_breaks_a_rule_is_told_while_blanks_are_still_open_and_a_fix_goes_into_its_field(builder: Builder) -> None:
    builder.expect_verdict("none")
    builder.fill(cause="a storm, see www.brightloom.com")
    builder.expect_verdict("stop")
    finding = builder.page.locator(".mcg-finding[data-rule=external-link]")
    expect(finding.locator("q")).to_have_text("www.brightloom.com")
    expect(builder.message.locator("mark")).to_contain_text("www.brightloom.com")
    finding.locator(".mcg-finding__quote").click()
    expect(builder.field("cause")).to_be_focused()
    builder.fill(cause="a storm 🎉")
    builder.press("Remove the emoji")
    expect(builder.field("cause")).to_have_value("a storm")
    builder.expect_verdict("none")
    builder.press("Undo")
    expect(builder.field("cause")).to_have_value("a storm 🎉")


def test_a_field_is_named_only_once_it_was_left_and_in_words_of_its_own(builder: Builder) -> None:
    field = builder.field("order_id")
    field.focus()
    builder.page.keyboard.type("112-12")
    builder.page.wait_for_timeout(300)
    assert builder.page.locator(".mcg-blank__error:visible").count() == 0
    builder.page.keyboard.press("Tab")
    error = builder.page.locator(".mcg-blank__error:visible")
    expect(error).to_have_text(["Write it as 112-1234567-1234567."])
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert error.get_attribute("id") in described
    field.fill("11212345671234567")
    builder.page.keyboard.press("Tab")
    expect(field).to_have_value("112-1234567-1234567")
    expect(builder.page.locator(".mcg-blank[data-wrong]").filter(has=field)).to_have_count(0)


def test_what_is_not_whole_is_not_copied_and_the_first_open_field_is_shown(builder: Builder) -> None:
    builder.page.evaluate("navigator.clipboard.writeText('untouched')")
    builder.fill(**{**FILLED, "item": "", "seller_name": ""})
    builder.press("Copy the message")
    expect(builder.page.locator(".mcg-told")).to_contain_text("Still open: Item and Your name")
    expect(builder.field("item")).to_be_focused()
    expect(builder.page.locator(".mcg-blank__error:visible")).to_have_text(["Please fill this in."] * 2)
    expect(builder.page.locator(".mcg-gap")).to_have_text(["[Item]", "[Your name]"])
    assert builder.page.evaluate("navigator.clipboard.readText()") == "untouched"


def test_the_example_fills_every_blank_and_clearing_can_be_taken_back(builder: Builder) -> None:
    builder.press("Fill with the example")
    builder.expect_verdict(DELAY.verdict)
    expect(builder.message).to_have_text(DELAY.example_text, use_inner_text=True)
    builder.press("Clear")
    expect(builder.page.locator(".mcg-gap")).to_have_count(len(DELAY.fields))
    # What the page on privacy promises: nothing of it is kept in the tab.
    assert builder.page.evaluate("Object.values(sessionStorage).join()").count(DELAY.example[DELAY.fields[0].name]) == 0
    builder.press("Undo")
    expect(builder.message).to_have_text(DELAY.example_text, use_inner_text=True)


def test_what_was_written_survives_a_reload_of_its_tab_and_no_other(builder: Builder, open_page: OpenPage) -> None:
    builder.fill(**FILLED).expect_verdict("send")
    builder.page.reload()
    builder.expect_verdict("send")
    for name, value in FILLED.items():
        expect(builder.field(name)).to_have_value(value)
    beside = Builder(open_page(DELAY.page))
    expect(beside.field("item")).to_have_value("")


def test_the_checker_gets_text_and_circumstances_and_no_address_or_request_carries_them(builder: Builder) -> None:
    carried: list[str] = []

    def note(request: Request) -> None:
        carried.append(f"{request.url} {request.post_data or ''}")

    builder.page.context.on("request", note)
    builder.fill(**FILLED).expect_verdict("send")
    builder.page.get_by_role("link", name="Edit in the checker").click()
    builder.page.wait_for_url(re.compile("tools/check/$"))
    checker = Checker(builder.page)
    # The address changes before the page does, and the builder's verdict is "send" as well.
    expect(checker.text_field).to_contain_text("114-7654321-1234567")
    checker.expect_verdict("send")
    checker.expect_text(render(DELAY, FILLED).text)
    expect(builder.page.get_by_role("radio", name="A first message")).to_be_checked()
    expect(builder.page.get_by_label("Purpose")).to_have_value(str(DELAY.context["reason"]))
    expect(builder.page.get_by_label("Order number")).to_have_value(FILLED["order_id"])
    assert carried
    assert [one for one in carried for value in FILLED.values() if value in one] == []
    builder.page.go_back()
    expect(builder.field("item")).to_have_value(FILLED["item"])


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_can_be_filled_with_its_own_fields(builder: Builder, name: str) -> None:
    template: Any = TEMPLATES[name]
    page = builder.page
    page.goto(page.url.replace(DELAY.page, template.page))
    expect(page.locator(".mcg-builder")).to_be_visible()
    for blank in template.fields:
        value = template.example.get(blank.name, "")
        if blank.kind == "choice":
            page.get_by_role("radio", name=value, exact=True).check()
        elif value:
            page.get_by_label(re.compile(f"^{re.escape(blank.label)}( \\(may stay empty\\))?$")).fill(value)
    builder.expect_verdict(template.verdict)
    expect(builder.message).to_have_text(template.example_text, use_inner_text=True)


def test_the_picker_narrows_the_list_down(open_page: OpenPage) -> None:
    page = open_page("message-templates/")
    rows = page.locator("[data-mcg=picker] li[data-kind]:visible")
    expect(rows).to_have_count(len(TEMPLATES))
    page.get_by_label("What is it about?").fill("refund")
    expect(page.get_by_role("status")).to_contain_text(f"of {len(TEMPLATES)} templates")
    expect(rows.filter(has_text="Refund done")).not_to_have_count(0)
    page.locator(".mcg-chip", has_text="I write first").click()
    assert 0 < rows.count() < len(TEMPLATES)
    assert page.locator("[data-mcg=picker] li[data-kind=reply]:visible").count() == 0
    page.get_by_label("What is it about?").fill("zebra")
    expect(page.get_by_role("status")).to_contain_text("Nothing fits")
    axe(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_is_cut_off_or_small(open_page: OpenPage, width: int, scheme: str) -> None:
    page = open_page("message-templates/address-question/", width=width, scheme=scheme)
    builder = Builder(page).ready()
    axe(page)
    page.get_by_label("Item", exact=True).fill("mug, see www.brightloom.com")
    builder.expect_verdict("stop")
    builder.press("Copy the message")
    expect(page.locator(".mcg-blank__error:visible")).to_have_count(5)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = page.locator(
        "[data-mcg] :is(button:not(.mcg-link), a.mcg-button, .mcg-blank input, .mcg-choice)"
    ).evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.type !== 'radio').map(one => [one.textContent, one.getBoundingClientRect().height])"
    )
    assert [one for one in sizes if one[1] < 44] == []


def test_paper_gets_the_message_and_its_verdict_and_no_form(builder: Builder) -> None:
    builder.fill(**FILLED).expect_verdict("send")
    builder.page.emulate_media(media="print")
    expect(builder.message).to_be_visible()
    expect(builder.page.locator(".mcg-verdict__headline")).to_be_visible()
    expect(builder.field("item")).to_be_hidden()
    expect(builder.page.get_by_role("button", name="Copy the message")).to_be_hidden()
