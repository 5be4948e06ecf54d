"""How Python starts: from files on the first visit, from a snapshot later, plainly again where that is not to be trusted."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checker import PATH, START, Checker
from tests.browser.conftest import OpenPage, Problems
from tests.conftest import BuiltSite

DRAFT = "Hello, see www.brightloom.com for more."
#: Keeps what every worker says, so that a test can tell how the engine came up.
LISTEN = """globalThis.heard = []; globalThis.Worker = class extends Worker {
    constructor(...given) { super(...given); this.addEventListener("message", ({data}) => heard.push(data)); }
}"""
KEPT = """async () => {
    for (const name of (await caches.keys()).filter((name) => name.startsWith("mcg-memory")))
        for (const request of await (await caches.open(name)).keys()) return [name, request.url];
    return null;
}"""


@pytest.fixture
def visited(open_page: OpenPage) -> Page:
    """The checker on a first visit that is long enough for a snapshot to be kept."""
    page = open_page()
    page.add_init_script(LISTEN)
    page.goto(page.url + PATH)
    Checker(page).wait_ready()
    assert not was_restored(page)
    wait_kept(page)
    return page


def wait_kept(page: Page, url: str = "") -> None:
    """Until this browser holds a snapshot (of this address)."""
    for _ in range(START // 500):
        kept = page.evaluate(KEPT)
        if kept and (not url or kept[1] == url):
            return
        page.wait_for_timeout(500)
    pytest.fail("no snapshot was kept")


def was_restored(page: Page) -> bool:
    """Whether the engine that came up last did so from a snapshot."""
    ready: list[dict[str, Any]] = page.evaluate("heard.filter((said) => said.stage === 'ready')")
    return bool(ready[-1]["restored"])


def check(page: Page) -> None:
    """The engine works: it finds the address."""
    checker = Checker(page).wait_ready()
    if checker.text != DRAFT:
        checker.write(DRAFT)
    checker.expect_verdict("stop")


def test_a_later_visit_takes_the_snapshot_back_and_checks_as_well(visited: Page) -> None:
    visited.reload()
    check(visited)
    assert was_restored(visited)
    expect(visited.locator(".mcg-finding")).to_have_count(1)


def test_what_few_drafts_need_comes_after_a_snapshot_too(visited: Page) -> None:
    visited.reload()
    checker = Checker(visited).wait_ready()
    checker.write("Rufen Sie uns bitte an: +49 30 901820. Bitte geben Sie uns eine gute Bewertung!")
    checker.expect_verdict("stop")
    assert {"phone-number", "biased-review-request"} <= set(checker.rules())


def test_a_draft_never_gets_into_a_snapshot(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready().write("Zephyrine Quillfeather, see www.brightloom.com")
    checker.expect_verdict("stop")
    wait_kept(page)
    name, url = page.evaluate(KEPT)
    holds = """async ([name, url, words]) => {
        const kept = new Uint8Array(await (await (await caches.open(name)).match(url)).arrayBuffer());
        const text = new TextDecoder("latin1").decode(kept);
        return words.map((word) => text.includes(word));
    }"""
    assert page.evaluate(holds, [name, url, ["guide_engine", "Zephyrine", "Quillfeather"]]) == [True, False, False]


@pytest.mark.parametrize("damage", ["content[content.length >> 1] ^= 1", "content = content.slice(0, 1000)"])
def test_a_damaged_snapshot_is_deleted_and_nobody_notices(visited: Page, damage: str) -> None:
    broken = f"""async ([name, url]) => {{
        const store = await caches.open(name), kept = await store.match(url);
        let content = new Uint8Array(await kept.arrayBuffer());
        {damage};
        await store.put(url, new Response(content, {{ headers: kept.headers }}));
    }}"""
    visited.evaluate(broken, visited.evaluate(KEPT))
    visited.reload()
    check(visited)
    assert not was_restored(visited)


def test_a_snapshot_that_python_will_not_take_is_deleted(visited: Page) -> None:
    # Whole and with its right hash, but no memory of this interpreter.
    refused = """async ([name, url]) => {
        const content = Uint32Array.from([0x4d434731, 65536, 1, 0, ...Array(4096).fill(7)]);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
        const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
        await (await caches.open(name)).put(url, new Response(content, { headers: { "X-Sha256": hex } }));
    }"""
    visited.evaluate(refused, visited.evaluate(KEPT))
    visited.reload()
    check(visited)
    assert not was_restored(visited)
    assert visited.evaluate(KEPT) is None


def test_a_snapshot_of_another_build_is_not_used_and_makes_room(visited: Page) -> None:
    name, url = visited.evaluate(KEPT)
    other = """async ([name, url]) => {
        const store = await caches.open(name);
        await store.put(url.replace(/memory-.*/, "memory-0123456789abcdef"), await store.match(url));
        await store.delete(url);
    }"""
    visited.evaluate(other, [name, url])
    visited.reload()
    check(visited)
    assert not was_restored(visited)
    wait_kept(visited, url)


def test_after_a_snapshot_chance_is_drawn_anew(visited: Page) -> None:
    counting = """const draw = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = (into) => (postMessage({ drawn: into.byteLength }), draw(into));
    """

    def counted(route: Any) -> None:
        route.fulfill(body=counting + route.fetch().text(), content_type="text/javascript")

    visited.context.route("**/worker.js", counted)
    visited.reload()
    check(visited)
    assert was_restored(visited)
    # The generator's own state is 624 words of four bytes: so much is taken to seed it, and nothing else draws.
    assert sum(visited.evaluate("heard.map(({ drawn }) => drawn ?? 0)")) >= 624 * 4


def test_without_storage_python_starts_plainly(open_page: OpenPage) -> None:
    refuse = "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } });\n"
    page = open_page()
    page.add_init_script(f"{LISTEN}; {refuse}")

    def without_storage(route: Any) -> None:
        route.fulfill(body=refuse + route.fetch().text(), content_type="text/javascript")

    page.context.route("**/worker.js", without_storage)
    page.goto(page.url + PATH)
    check(page)
    assert not was_restored(page)


def test_a_damaged_file_in_the_browsers_cache_is_fetched_again(open_page: OpenPage, problems: Problems) -> None:
    page = open_page()
    times = 0

    def damaged_once(route: Any) -> None:
        nonlocal times
        times += 1
        body = bytearray(route.fetch().body())
        body[-1] ^= times == 1
        route.fulfill(status=200, body=bytes(body))

    page.context.route("**/guide_engine-*.txt", damaged_once)
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
    assert checker.text == DRAFT
