"""The checker when something breaks: a plain sentence says so, the draft stays, trying again works. Nothing leaks."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, Worker, expect

from tests.browser.checker import PATH, START, Checker
from tests.browser.conftest import OpenPage, Problems
from tests.browser.patience import eventually
from tests.conftest import BuiltSite

DRAFT = "Hello, see www.brightloom.com for more."


def damage(route: Route) -> None:
    """The file with one byte of it changed."""
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(status=200, body=bytes(body))


BREAKS: dict[str, tuple[str, Callable[[Route], None], str]] = {
    "memory missing": ("**/memory.*.txt", lambda route: route.fulfill(status=404), "not where it should be"),
    "manifest missing": ("**/manifest.json", lambda route: route.fulfill(status=404), "not where it should be"),
    "manifest cut short": (
        "**/manifest.json",
        lambda route: route.fulfill(status=200, body='{"v": 1, "fi'),
        "arrived damaged",
    ),
    "connection cut": ("**/*.wasm", lambda route: route.abort("connectionreset"), "connection broke"),
    "memory damaged": ("**/memory.*.txt", damage, "arrived damaged"),
    "machine damaged": ("**/*.wasm", damage, "arrived damaged"),
    "loader missing": (
        "**/assets/python/pyodide.*.js",
        lambda route: route.fulfill(status=404),
        "not where it should be",
    ),
    "worker missing": ("**/worker.js", lambda route: route.fulfill(status=404), "did not let the checker start"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_start_that_fails_says_so_keeps_the_draft_and_can_be_tried_again(
    open_page: OpenPage, problems: Problems, broken: str
) -> None:
    pattern, breaks, sentence = BREAKS[broken]
    problems.expect("Failed to load resource|ERR_|integrity|worker|404")
    page = open_page()
    page.context.route(pattern, breaks)
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    expect(checker.trouble()).to_contain_text(sentence, timeout=START)
    expect(checker.trouble()).to_contain_text("Your draft is still here.")
    expect(page.locator(".mcg-verdict [aria-live]")).to_contain_text(sentence)
    expect(page.locator(".mcg-byhand")).to_have_attribute("open", "")
    checker.expect_text(DRAFT)
    page.context.unroute(pattern)
    checker.press("Try again")
    checker.expect_verdict("stop")
    checker.expect_text(DRAFT)


def test_without_webassembly_the_list_to_check_by_hand_is_open(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    expect(checker.trouble()).to_contain_text("cannot run the checker")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    expect(page.locator(".mcg-byhand li a").first).to_be_visible()
    checker.expect_text(DRAFT)


def test_a_worker_that_dies_in_use_is_told_and_started_again_on_demand(open_page: OpenPage, problems: Problems) -> None:
    problems.expect("the interpreter is gone")
    dying = """onmessage = ({data}) => {
        if (data.event === "start") return postMessage({event: "boot", stage: "ready", loaded: 0, total: 0});
        throw new Error("the interpreter is gone");
    };"""
    page = open_page()
    page.context.route("**/worker.js", lambda route: route.fulfill(body=dying, content_type="text/javascript"))
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    expect(checker.trouble()).to_contain_text("stopped working while it was in use")
    checker.expect_text(DRAFT)
    page.context.unroute("**/worker.js")
    checker.press("Try again")
    checker.expect_verdict("stop")


def engines(page: Page) -> list[Worker]:
    """The workers in which Python lives."""
    return [worker for worker in page.workers if worker.url.endswith("/guide/worker.js")]


def test_a_worker_that_is_killed_while_checking_is_replaced(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready()
    engines(page)[0].evaluate("setTimeout(close)")  # as a system short of memory does: without a word
    eventually(page, lambda: len(engines(page)), 0)
    checker.write(DRAFT)
    expect(checker.verdict).to_contain_text("took too long")
    checker.expect_text(DRAFT)
    checker.wait_ready()
    checker.press("Check again")
    checker.expect_verdict("stop")


def test_a_page_and_an_engine_of_different_versions_say_so_and_meet_after_a_reload(open_page: OpenPage) -> None:
    page = open_page()
    # A tab that was opened before the host got its newest version.
    page.add_init_script("""if (!sessionStorage.getItem("of-today")) {
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (said) { post.call(this, { ...said, v: 0 }); };
        sessionStorage.setItem("of-today", "from the next load on");
    }""")
    page.goto(page.url + PATH)
    checker = Checker(page).write(DRAFT)
    expect(checker.trouble()).to_contain_text("of different versions", timeout=START)
    expect(checker.trouble()).to_contain_text("Your draft is still here.")
    checker.press("Reload the page")
    checker.expect_verdict("stop")
    checker.expect_text(DRAFT)


def test_a_tab_out_of_sight_for_long_gives_its_memory_back_and_goes_on_where_it_was(open_page: OpenPage) -> None:
    page = open_page()
    page.clock.install()
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready().write(DRAFT)
    checker.expect_verdict("stop")
    look = """(hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(look, True)
    page.clock.fast_forward("05:00")
    assert engines(page)
    page.clock.fast_forward("06:00")
    expect(checker.verdict).to_have_attribute("data-engine", "idle")
    checker.expect_text(DRAFT)
    eventually(page, lambda: len(engines(page)), 0)
    page.evaluate(look, False)
    checker.wait_ready().write(" Or see www.lumenhall.com. ")
    expect(checker.entries).to_have_count(2)


def engine_that_hangs(site: BuiltSite) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The real engine, but a draft with "forever" in it is never answered: manifest, and the files that are changed.

    It starts from its archives: the memory that the build made holds the real engine alone.
    """
    folder = site.folder / "assets" / "python"
    manifest = json.loads((folder / "manifest.json").read_text())
    entry = manifest["files"]["wheel:guide-engine"]
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(folder / entry["name"]) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name.replace("guide_engine/bridge.", "guide_engine/real_bridge."), source.read(name))
        target.writestr(
            "guide_engine/bridge.py",
            "from guide_engine import real_bridge\n\n\ndef handle(request):\n"
            "    while 'forever' in request:\n        pass\n    return real_bridge.handle(request)\n",
        )
    changes = {"wheel:guide-engine": changed.getvalue(), "memory": b"no memory"}
    for role, content in changes.items():
        manifest["files"][role].update(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    return manifest, {manifest["files"][role]["name"]: content for role, content in changes.items()}


def answering(content: bytes) -> Callable[[Route], None]:
    """A route on which these bytes come, whatever is asked for."""
    return lambda route: route.fulfill(body=content)


def put(page: Page, manifest: dict[str, Any], files: dict[str, bytes]) -> None:
    """Have the page get these in place of the site's own."""
    page.context.route("**/assets/python/manifest.json", lambda route: route.fulfill(json=manifest))
    for name, content in files.items():
        page.context.route(f"**/{name}", answering(content))


def test_an_engine_that_never_answers_is_ended_and_another_started(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page()
    put(page, *engine_that_hangs(site))
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready().write(f"{DRAFT} This takes forever")
    expect(checker.verdict).to_contain_text("took too long")
    checker.expect_text(f"{DRAFT} This takes forever")
    checker.wait_ready()
    expect(page.get_by_role("button", name="Check again")).to_be_visible()
    for _ in "forever":
        page.keyboard.press("Backspace")
    checker.expect_verdict("stop")
    checker.expect_text(f"{DRAFT} This takes ")


def test_typing_is_never_blocked_while_the_engine_hangs(open_page: OpenPage, site: BuiltSite) -> None:
    page = open_page()
    put(page, *engine_that_hangs(site))
    page.goto(page.url + PATH)
    checker = Checker(page).wait_ready().write("This takes forever")
    page.wait_for_timeout(300)
    checker.page.keyboard.type(" and goes on")
    checker.expect_text("This takes forever and goes on")


def test_nothing_of_a_draft_leaves_the_page_or_is_stored_but_in_its_tab(open_page: OpenPage, site: BuiltSite) -> None:
    name = "Zephyrine"
    page = open_page()
    sent: list[str] = []
    said: list[str] = []
    page.context.on(
        "request", lambda request: sent.append(f"{request.url} {request.post_data or ''} {request.all_headers()}")
    )
    page.context.on("console", lambda message: said.append(message.text))
    page.goto(site.address + PATH)
    checker = Checker(page).wait_ready()
    checker.write(f"Dear {name}, your lamp is here 🎉 now. More at www.{name}.com today.").expect_verdict("stop")
    checker.choose("A first message")
    checker.press("Apply all safe fixes")
    checker.page.get_by_role("textbox", name="Subject").click()
    page.keyboard.insert_text(name)
    checker.press("Copy")
    page.wait_for_timeout(500)
    page.reload()
    checker.wait_ready()
    assert name in checker.text
    assert not [one for one in [*sent, *said, page.url] if name.lower() in one.lower()]
    assert name not in _stored(page)
    kept = page.evaluate("JSON.stringify({...sessionStorage})")
    assert name in kept
    assert "mcg-draft" in kept


def _stored(page: Page) -> str:
    """Everything that the browser keeps for the site beyond the tab, as one text."""
    kept: str = page.evaluate(
        """async () => JSON.stringify([
            {...localStorage}, document.cookie, history.state, window.name,
            await indexedDB.databases(),
            await Promise.all((await caches.keys()).map(async (name) =>
                (await (await caches.open(name)).keys()).map((request) => request.url))),
        ])"""
    )
    return kept
