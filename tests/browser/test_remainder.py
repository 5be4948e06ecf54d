"""Most of Python's machine code comes after the first check; what a draft needs of it before comes on the spot."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from hooks import runtime
from machinery import runtime_split
from machinery.runtime_parts import Parts
from tests.browser.checker import PATH, START, Checker
from tests.browser.conftest import OpenPage, Problems
from tests.browser.patience import eventually
from tests.conftest import ROOT, BuiltSite

REMAINDER = "**/remainder.*.wasm"
DRAFT = "Hello, see www.brightloom.com for more."


def test_a_first_check_needs_nothing_of_it(open_page: OpenPage, problems: Problems) -> None:
    problems.expect("ERR_")
    page = open_page()
    page.context.route(REMAINDER, lambda route: route.abort())
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    checker.expect_verdict("stop")
    checker.write(" Write to me@brightloom.com.")
    eventually(page, checker.rules, ["external-link", "email-address"])


@pytest.fixture(scope="module")
def unwatched() -> dict[str, bytes]:
    """Machine code as if nobody had seen it work: all but the smallest functions are elsewhere."""
    whole = runtime.in_one_piece(Parts.of(ROOT))["wasm"]
    return dict(zip(("wasm", "remainder"), runtime_split.split(whole, frozenset()), strict=True))


@pytest.fixture
def with_unwatched(site: BuiltSite, unwatched: dict[str, bytes]) -> Callable[[Page], None]:
    """Lets a page find that code in the place of the site's own."""
    manifest: dict[str, Any] = json.loads((site.folder / "assets" / "python" / "manifest.json").read_text())
    names = {role: manifest["files"][role]["name"] for role in unwatched}
    for role, content in unwatched.items():
        manifest["files"][role].update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())

    def arrange(page: Page) -> None:
        page.context.route("**/assets/python/manifest.json", lambda route: route.fulfill(json=manifest))
        for role, name in names.items():
            page.context.route(re.compile(re.escape(name)), answering(unwatched[role]))

    return arrange


def answering(content: bytes) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=content, content_type="application/wasm")


def test_what_nobody_has_seen_python_need_is_fetched_while_it_waits(
    open_page: OpenPage, with_unwatched: Callable[[Page], None]
) -> None:
    page = open_page()
    with_unwatched(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url) if "remainder" in request.url else None)
    page.goto(page.url + PATH)
    Checker(page).write(DRAFT).expect_verdict("stop")
    assert asked


def test_where_it_does_not_come_the_draft_stays_and_trying_again_helps(
    open_page: OpenPage, problems: Problems, with_unwatched: Callable[[Page], None]
) -> None:
    problems.expect("Failed to load resource|ERR_|NetworkError")
    page = open_page()
    with_unwatched(page)
    page.context.route(REMAINDER, lambda route: route.abort("connectionreset"))
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    expect(checker.trouble()).to_contain_text("connection broke", timeout=START)
    page.context.unroute(REMAINDER)
    checker.press("Try again")
    checker.expect_verdict("stop")
    checker.expect_text(DRAFT)
