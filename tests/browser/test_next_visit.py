"""What one visit leaves for the next: the browser keeps what it fetched of Python, and what it made of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from machinery import browser as browsers
from tests.browser.checker import PATH, Checker
from tests.browser.conftest import QUIET, Problems
from tests.browser.patience import PATIENCE, eventually
from tests.conftest import BuiltSite

DRAFT = "Hello, see www.brightloom.com for more."
#: The machine code whose compiled form the browser was brought to keep.
COMPILED = "async () => (await (await caches.open('message-center-guide: compiled')).keys()).map(({ url }) => url)"
#: Whether the browser's own store of what it fetched has this file.
IN_STORE = "(url) => fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok, () => false)"
ACTIVE = "async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"


Device = Callable[[], AbstractContextManager[Page]]


@pytest.fixture
def device(browser: Browser, site: BuiltSite, tmp_path: Path) -> Device:
    """A browser that is closed after each visit and keeps its profile. Only one on disk has room for what was fetched."""

    @contextmanager
    def visit() -> Iterator[Page]:
        context = browser.browser_type.launch_persistent_context(
            tmp_path, executable_path=browsers.find(), chromium_sandbox=os.geteuid() != 0, args=QUIET
        )
        context.set_default_timeout(PATIENCE)
        problems = Problems(site.address)
        problems.expect("ERR_")  # a store that is emptied on purpose
        problems.watch(context)
        page = context.pages[0]
        page.goto(site.address + PATH)
        check(page, DRAFT, "external-link")
        eventually(page, lambda: page.evaluate(ACTIVE), wanted=True)
        yield page
        context.close()
        assert problems.left() == []

    return visit


@pytest.fixture
def code(site: BuiltSite) -> str:
    """The address of Python's machine code."""
    [file] = (site.folder / "assets" / "python").glob("pyodide.*.wasm")
    return site.url(file)


def check(page: Page, draft: str, rule: str) -> None:
    """The engine is there, and finds what is wrong with the draft."""
    checker = Checker(page).wait_ready().write(draft)
    eventually(page, lambda: rule in checker.rules(), wanted=True)


def test_while_nobody_asks_the_browser_is_brought_to_keep_what_it_compiled(device: Device, code: str) -> None:
    with device() as page:
        eventually(page, lambda: page.evaluate(COMPILED), [code])
        check(page, "Write to me@brightloom.com instead.", "email-address")
    with device() as page:
        assert page.evaluate(IN_STORE, code)


def test_where_the_browser_threw_away_what_it_fetched_the_service_workers_copy_serves(
    device: Device, code: str, tmp_path: Path
) -> None:
    with device() as page:
        assert page.evaluate(IN_STORE, code)
    shutil.rmtree(tmp_path / "Default" / "Cache")
    with device() as page:
        assert not page.evaluate(IN_STORE, code)
