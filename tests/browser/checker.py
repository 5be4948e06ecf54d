"""The checker's page as a person uses it, for the tests: what can be seen and done, not how it is built."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from guide_engine import bridge
from tests.browser.patience import eventually

PATH = "tools/check/"
#: Milliseconds that a start of Python may take on a busy machine.
START = 120_000


#: A draft that breaks several rules, and one that breaks none.
BAD = "Hello 🎉 Anna, see www.brightloom.com for more. Your lamp is on its way.\n\n\n\n\nYours, Tom"
GOOD = "Hello Anna, thank you for asking. The strap of order 112-1234567-1234567 is 22 mm wide."


def ask(method: str, **params: Any) -> Any:
    """The engine's own answer, asked in this Python."""
    answer = json.loads(bridge.handle(json.dumps({"v": 1, "id": 1, "method": method, "params": params})))
    assert answer["ok"], answer
    return answer["result"]


@dataclass
class Checker:
    """The tool on an open page."""

    page: Page

    @property
    def text_field(self) -> Locator:
        """Where the message is written."""
        return self.page.get_by_role("textbox", name="Your message")

    @property
    def text(self) -> str:
        """The message as it stands there."""
        # In one look: the editor may draw its lines anew between two.
        text: str = self.text_field.evaluate(
            """(field) => field.querySelector(".cm-placeholder") ? ""
                : [...field.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n")"""
        )
        return text

    def expect_text(self, text: str) -> None:
        """Wait until the message reads like this."""
        eventually(self.page, lambda: self.text, text)

    @property
    def entries(self) -> Locator:
        """The findings in the list."""
        return self.page.locator(".mcg-finding")

    @property
    def verdict(self) -> Locator:
        """The panel that carries the verdict."""
        return self.page.locator(".mcg-verdict")

    def wait_ready(self) -> Checker:
        """Until Python answers."""
        expect(self.verdict).to_have_attribute("data-engine", "ready", timeout=START)
        return self

    def write(self, text: str) -> Checker:
        """Put the cursor into the text and write there."""
        self.text_field.click()
        self.page.keyboard.insert_text(text)
        return self

    def expect_verdict(self, verdict: str) -> None:
        """Wait for this verdict."""
        expect(self.verdict).to_have_attribute("data-verdict", verdict, timeout=START)

    def rules(self) -> list[str]:
        """The rules found, in the order of the list."""
        rules: list[str] = self.entries.evaluate_all("all => all.map((entry) => entry.dataset.rule ?? '')")
        return rules

    def marked(self) -> list[str]:
        """The words under each mark, piece by piece as drawn."""
        return self.page.locator(".mcg-mark").all_text_contents()

    def press(self, name: str) -> None:
        """Press the button with this name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def choose(self, name: str) -> None:
        """Choose one of the chips."""
        self.page.locator(".mcg-chip", has=self.page.get_by_text(name, exact=True)).click()

    def trouble(self) -> Locator:
        """The plain sentences shown when the engine cannot work."""
        return self.page.locator(".mcg-engine")
