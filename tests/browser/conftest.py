"""A real Chromium over the built site. A page that logs an error, breaks the policy or asks another host fails its test."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from machinery import browser as browsers
from tests.browser.checker import PATH, Checker
from tests.browser.patience import PATIENCE
from tests.conftest import ROOT, BuiltSite

# Playwright's own five seconds are few where several browsers share a core.
expect.set_options(timeout=PATIENCE)

#: No service of the browser's own may talk to anybody while we count requests.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
#: Tells of a policy violation even where the browser's own console line is missed.
WATCH_POLICY = """addEventListener("securitypolicyviolation", (event) => console.error(
    `policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`))"""

OpenPage = Callable[..., Page]


class Problems:
    """What went wrong in the pages of one test; a test that breaks something on purpose says so with `expect`."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.seen: list[str] = []
        self._expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """From now on, and for what was seen before: problems that match are part of the test."""
        self._expected.append(re.compile(pattern))

    def watch(self, context: BrowserContext) -> None:
        """Collect from every page of a context, and from its workers."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"uncaught: {error.error}"))
        context.on("request", self._request)

    def left(self) -> list[str]:
        """The problems that nobody expected."""
        return [one for one in self.seen if not any(pattern.search(one) for pattern in self._expected)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.seen.append(f"third party: {request.method} {request.url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a run."""
    program = browsers.find()
    assert program, "No Chromium here: run `make setup-tests`, or name one in CHROMIUM"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, headless=True, chromium_sandbox=os.geteuid() != 0, args=QUIET
        )
        yield started
        started.close()


@pytest.fixture
def problems(site: BuiltSite) -> Problems:
    """What went wrong so far in this test's pages."""
    return Problems(site.address)


@pytest.fixture
def open_page(browser: Browser, site: BuiltSite, problems: Problems) -> Iterator[OpenPage]:
    """`open_page("sellers/reply/", width=390, scheme="dark", java_script_enabled=False, …)` in a fresh profile."""
    with _contexts(browser, site, problems) as open_in:
        yield open_in
    assert problems.left() == []


@contextmanager
def _contexts(browser: Browser, site: BuiltSite, problems: Problems) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []

    def open_in(path: str = "", *, width: int = 1280, height: int = 900, scheme: str = "light", **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            # It would answer for the host: only the tests that are about it let it in.
            **{"service_workers": "block", **options},
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH_POLICY)
        problems.watch(context)
        page = context.new_page()
        page.goto(site.address + path, wait_until="load")
        return page

    try:
        yield open_in
    finally:
        for context in contexts:
            context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The front page on a desk, light. Go on with `page.goto(site.address + "tools/check/")`."""
    return open_page()


def axe(page: Page, *, leave_out: list[str] | None = None) -> None:
    """Run axe-core over the page as it is now and fail with every violation, told in a line each.

    The script comes in over the browser's own protocol, because the page's policy lets nobody put one in. `leave_out`
    names CSS selectors, each with a reason beside it where it is used.
    """
    session = page.context.new_cdp_session(page)
    try:
        _evaluate(session, Path(AXE).read_text(encoding="utf-8") + ";void 0")
        excluded = [[selector] for selector in leave_out or []]
        answer = _evaluate(session, f"axe.run({{exclude: {excluded!r}}}, {{resultTypes: ['violations']}})")
    finally:
        session.detach()
    assert [_told(violation) for violation in answer["violations"]] == []


def _evaluate(session: Any, expression: str) -> Any:
    arguments = {"expression": expression, "awaitPromise": True, "returnByValue": True}
    answer = session.send("Runtime.evaluate", arguments)
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def _told(violation: dict[str, Any]) -> str:
    nodes = "; ".join(f"{node['target']} {node['html'][:160]}" for node in violation["nodes"][:5])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}: {nodes}"


@pytest.fixture
def checker(open_page: OpenPage) -> Checker:
    """The checker's page with its engine up."""
    return Checker(open_page(PATH)).wait_ready()
