"""Where the checker's draft comes from and where it goes: examples, files, the tab's memory, the clipboard, paper."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.checker import BAD, GOOD, PATH, Checker, ask
from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("name", ["emoji.flagged.1", "emoji.allowed.1", "template.delay-notice"])
def test_an_address_opens_an_example_and_then_forgets_it(open_page: OpenPage, name: str) -> None:
    page = open_page(f"{PATH}#example={name}")
    checker = Checker(page).wait_ready()
    expect(page.locator(".mcg-told")).to_contain_text("The example is open.")
    examples = json.loads(urlopen(page.url.replace(PATH, "assets/examples.json")).read())  # our own host
    checker.expect_text(examples[name]["text"])
    expect(page).not_to_have_url(re.compile("#"))
    checker.write("Mine now. ")
    expect(page.locator(".mcg-verdict__headline")).to_be_visible()
    page.reload()
    assert "Mine now." in Checker(page).wait_ready().text


def test_each_offered_example_opens_with_its_circumstances(checker: Checker) -> None:
    buttons = checker.page.locator("[data-example]")
    assert buttons.count() == 3, "a bad, a good and a subtle one"
    examples = json.loads(urlopen(checker.page.url.replace(PATH, "assets/examples.json")).read())  # our own host
    verdicts = []
    for button in buttons.all():
        example = examples[button.get_attribute("data-example")]
        button.click()
        checker.expect_text(example["text"])
        verdicts.append(ask("check", text=example["text"], **example.get("context", {}))["verdict"])
        checker.expect_verdict(verdicts[-1])
    assert verdicts[:2] == ["stop", "send"]


def test_a_draft_survives_a_reload_of_its_tab_and_no_other(checker: Checker, open_page: OpenPage) -> None:
    checker.write(BAD).expect_verdict("stop")
    checker.choose("A first message")
    checker.page.reload()
    checker.wait_ready()
    checker.expect_text(BAD)
    expect(checker.page.get_by_role("radio", name="A first message")).to_be_checked()
    checker.expect_verdict("stop")
    Checker(open_page(PATH)).wait_ready().expect_text("")
    beside = checker.page.context.new_page()
    beside.goto(checker.page.url)
    Checker(beside).wait_ready().expect_text("")


def test_wipe_clears_page_and_tab_and_can_be_undone_while_the_page_is_open(checker: Checker) -> None:
    checker.write(BAD).expect_verdict("stop")
    checker.press("Wipe")
    checker.expect_verdict("none")
    checker.expect_text("")
    expect(checker.entries).to_have_count(0)
    assert checker.page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('mcg-'))") == []
    checker.press("Undo")
    checker.expect_verdict("stop")
    checker.expect_text(BAD)
    checker.press("Wipe")
    checker.expect_verdict("none")
    checker.page.reload()
    checker.wait_ready().expect_text("")


def test_copy_puts_the_message_on_the_clipboard(open_page: OpenPage) -> None:
    checker = Checker(open_page(PATH, permissions=["clipboard-read", "clipboard-write"])).wait_ready()
    checker.write(BAD)
    checker.press("Copy")
    expect(checker.page.locator(".mcg-told")).to_contain_text("Copied")
    assert checker.page.evaluate("navigator.clipboard.readText()") == BAD


def test_a_text_file_can_be_opened_and_another_is_refused_in_words(checker: Checker, tmp_path: Path) -> None:
    good, bad = tmp_path / "draft.txt", tmp_path / "latin.txt"
    good.write_bytes(GOOD.replace(". ", ".\r\n").encode())
    bad.write_bytes("Grüße".encode("latin-1"))
    field = checker.page.get_by_label("Open a text file")
    field.set_input_files(good)
    checker.expect_verdict("send")
    checker.expect_text(GOOD.replace(". ", ".\n"))
    field.set_input_files(bad)
    expect(checker.page.locator(".mcg-told")).to_contain_text("not plain text")
    checker.expect_text(GOOD.replace(". ", ".\n"))


def test_attachments_are_looked_at_by_name_and_size_only(checker: Checker, tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    checker.write(GOOD).expect_verdict("send")
    checker.page.locator(".mcg-more > summary").click()
    checker.page.get_by_label("Add attachments").set_input_files(program)
    expect(checker.page.locator(".mcg-finding[data-rule='attachment-type']")).to_be_visible()
    checker.press("Remove setup.exe")
    checker.expect_verdict("send")


def test_paper_gets_the_whole_message_with_its_findings(checker: Checker) -> None:
    long = "\n".join(f"Line {number} of the message." for number in range(400)) + " 🎉"
    checker.write(long).expect_verdict("review")
    checker.page.emulate_media(media="print")
    checker.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(checker.page.locator(".mcg-print pre")).to_have_text(long, use_inner_text=True)
    expect(checker.entries.first).to_be_visible()
    expect(checker.text_field).to_be_hidden()
