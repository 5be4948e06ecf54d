"""How Python starts: from the memory that the build made, plainly where a browser does not take that back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import PATH, START, Checker
from tests.browser.conftest import OpenPage, Problems
from tests.conftest import BuiltSite

DRAFT = "Hello, see www.brightloom.com for more."
#: Keeps what every worker says, so that a test can tell how the engine came up.
LISTEN = """globalThis.heard = []; globalThis.workers = []; globalThis.Worker = class extends Worker {
    constructor(...given) { super(...given); workers.push(this); this.addEventListener("message", ({data}) => heard.push(data)); }
}"""


@pytest.fixture
def visited(open_page: OpenPage) -> Page:
    """The checker on a first visit."""
    page = open_page()
    page.add_init_script(LISTEN)
    page.goto(page.url + PATH)
    Checker(page).wait_ready()
    assert was_restored(page)
    return page


def was_restored(page: Page) -> bool:
    """Whether the engine that came up last did so from the memory of the build."""
    ready: list[dict[str, Any]] = page.evaluate("heard.filter((said) => said.stage === 'ready')")
    return bool(ready[-1]["restored"])


def check(page: Page) -> None:
    """The engine works: it finds the address."""
    checker = Checker(page).wait_ready()
    if checker.text != DRAFT:
        checker.write(DRAFT)
    checker.expect_verdict("stop")


def test_the_first_visit_and_a_later_one_take_the_builds_memory_back_and_check(visited: Page) -> None:
    check(visited)
    visited.reload()
    check(visited)
    assert was_restored(visited)
    expect(visited.locator(".mcg-finding")).to_have_count(1)


def test_what_few_drafts_need_comes_after_the_memory(visited: Page) -> None:
    checker = Checker(visited).wait_ready()
    checker.write("Rufen Sie uns bitte an: +49 30 901820. Bitte geben Sie uns eine gute Bewertung!")
    checker.expect_verdict("stop")
    assert {"phone-number", "biased-review-request"} <= set(checker.rules())


def no_memory(content: bytearray) -> None:
    """Another form of file."""
    content[0] ^= 1


def of_another_build(content: bytearray) -> None:
    """Pyodide's own notes name another build of it."""
    runs = int.from_bytes(content[16:20], "little")
    content[20 + 8 * runs + 16] ^= 1


def of_another_machine(content: bytearray) -> None:
    """The notes are right, and all that Python knew is something else."""
    half = len(content) // 2
    content[half:] = bytes([7]) * (len(content) - half)


@pytest.mark.parametrize("spoil", [no_memory, of_another_build, of_another_machine])
def test_a_memory_that_is_not_taken_back_is_passed_over_and_nobody_notices(
    open_page: OpenPage, spoil: Callable[[bytearray], None]
) -> None:
    """It comes whole, and this browser cannot use it: Python starts from its library."""
    page = open_page()
    page.add_init_script(LISTEN)
    base = f"{page.url}assets/python/"
    manifest = page.request.get(f"{base}manifest.json").json()
    entry = manifest["files"]["memory"]
    content = bytearray(page.request.get(base + entry["name"]).body())
    spoil(content)
    entry["sha256"] = hashlib.sha256(content).hexdigest()
    page.context.route("**/manifest.json", lambda route: route.fulfill(json=manifest))
    page.context.route(f"**/{entry['name']}", lambda route: route.fulfill(body=bytes(content)))
    page.goto(page.url + PATH)
    check(page)
    assert not was_restored(page)


def test_an_engine_that_failed_is_not_started_from_the_memory_again(visited: Page) -> None:
    checker = Checker(visited)
    visited.evaluate(
        "workers.at(-1).onmessage(new MessageEvent('message', { data: { event: 'fatal', fault: 'python' } }))"
    )
    checker.press("Try again")
    check(visited)
    assert not was_restored(visited)


def test_without_storage_python_starts_as_well(open_page: OpenPage) -> None:
    refuse = "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });\n"
    page = open_page()
    page.add_init_script(f"{LISTEN}; {refuse}")

    def without_storage(route: Any) -> None:
        route.fulfill(body=refuse + route.fetch().text(), content_type="text/javascript")

    page.context.route("**/worker.js", without_storage)
    page.goto(page.url + PATH)
    check(page)
    assert was_restored(page)


def test_a_damaged_file_in_the_browsers_cache_is_fetched_again(open_page: OpenPage, problems: Problems) -> None:
    page = open_page()
    times = 0

    def damaged_once(route: Any) -> None:
        nonlocal times
        times += 1
        body = bytearray(route.fetch().body())
        body[-1] ^= times == 1
        route.fulfill(status=200, body=bytes(body))

    page.context.route("**/memory.*.txt", damaged_once)
    page.goto(page.url + PATH)
    check(page)
    assert times == 2
    assert problems.left() == []


def test_a_connection_cut_in_the_middle_is_told_and_tried_again(
    open_page: OpenPage, problems: Problems, site: BuiltSite
) -> None:
    problems.expect("Failed to load resource|ERR_")
    page = open_page()
    site.host.cut = ".wasm"
    try:
        page.goto(page.url + PATH)
        checker = Checker(page).write(DRAFT)
        expect(checker.trouble()).to_contain_text("connection broke", timeout=START)
        expect(checker.trouble()).to_contain_text("Your draft is still here.")
    finally:
        site.host.cut = ""
    checker.press("Try again")
    checker.expect_verdict("stop")
    checker.expect_text(DRAFT)
