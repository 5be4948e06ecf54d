"""How soon marks are up to date after a key, in a message as long as Amazon allows; and how long the page is held up.

Somebody types the end of a web address into 4,000 characters with 40 findings: with each key the last mark must reach
as far as the address does. The time runs from the key's own time stamp until the mark stands in the page.

The page is held up by one task at a time: between two of them it hears the next key, which goes before everything else.
So the browser itself notes how long each task of the page's main thread takes. A timer in the page would not do: browsers
let timers wait until the key, the drawing of its letter, the engine's answer and the drawing of the marks are all done.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.bench.engine_text import text_with_findings
from tests.bench.figures import Figure, median, percentile
from tests.bench.visits import Place

KEYS = 80
WARM_UP = 10
#: Milliseconds between keys: quick typing.
PACE = 130
ADDRESS = "www.brightloom.com/"
#: The browser's notes: each task of each thread, the threads' names, and our mark, which tells the page's own process.
NOTES = {"includedCategories": ["toplevel", "blink.user_timing", "__metadata"], "excludedCategories": ["*"]}
TASK = "ThreadControllerImpl::RunTask"
MARK = "mcg-keys"
#: Where a mark stands is in the editor's shadow root.
LISTEN = """() => {
  const root = document.querySelector(".mcg-desk .mcg-editor:not(.mcg-editor--line)").shadowRoot;
  const found = { times: [], pending: null };
  globalThis.mcgKeys = found;
  performance.mark("mcg-keys");
  const typed = () => [...root.querySelectorAll(".cm-line")].at(-1).textContent;
  const upToDate = () => {
    if (!found.pending) return;
    const text = typed();
    if (!text.endsWith(found.pending.key) || text.length <= found.pending.length) return;
    const marked = [...root.querySelectorAll(".cm-line:last-child .mcg-mark")].map((one) => one.textContent).join("");
    if (!marked.endsWith(text.slice(text.indexOf("www.")))) return;
    found.times.push(performance.now() - found.pending.at);
    found.pending = null;
  };
  new MutationObserver(upToDate).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  root.addEventListener("keydown", (event) => {
    found.pending = { at: event.timeStamp, key: event.key, length: typed().length };
  }, true);
}"""


def measure(place: Place) -> list[Figure]:
    """The 95th percentile, the median and the longest hold-up."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, place.browser(Path(profile)) as context:
        page = context.pages[0]
        _open(page, place.host.address)
        with _noting(page) as notes:
            found = _type(page)
    times = found["times"][WARM_UP:]
    lost = KEYS - len(found["times"])
    if lost > KEYS // 4:
        raise SystemExit(f"bench: {lost} of {KEYS} keys were overtaken by the next: the marks cannot be timed")
    note = f"{len(times)} keys, one each {PACE} ms" + (f"; {lost} were overtaken by the next key" if lost else "")
    return [
        Figure("keys", "key to marks up to date, 4,000 characters: 95th percentile", "ms", percentile(times, 0.95), None, 50, 30, note=note),
        Figure("keys", "key to marks up to date: median", "ms", median(times)),
        Figure("keys", "page held up while typing: longest task", "ms", longest_task(notes), None, 50),
    ]  # fmt: skip


def _open(page: Page, address: str) -> None:
    page.goto(f"{address}tools/check/")
    page.locator('.mcg-verdict[data-engine="ready"]').wait_for()
    page.get_by_role("textbox", name="Your message").click()
    text = text_with_findings()
    page.keyboard.insert_text(f"{text[: 3990 - KEYS - len(ADDRESS)]}\n{ADDRESS}")
    page.locator(".mcg-finding").nth(20).wait_for()
    page.wait_for_timeout(1000)


def _type(page: Page) -> dict[str, Any]:
    page.evaluate(LISTEN)
    for number in range(KEYS):
        page.keyboard.press("abcdefgh"[number % 8])
        page.wait_for_timeout(PACE)
    page.wait_for_timeout(500)
    found: dict[str, Any] = page.evaluate("mcgKeys")
    return found


@contextmanager
def _noting(page: Page) -> Iterator[list[dict[str, Any]]]:
    """The browser's notes of what it does meanwhile; they are complete at the end."""
    session = page.context.new_cdp_session(page)
    notes: list[dict[str, Any]] = []
    done: list[Any] = []
    session.on("Tracing.dataCollected", lambda part: notes.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda end: done.append(end))  # noqa: PLW0108 – Playwright takes no built-in method
    session.send("Tracing.start", {"traceConfig": NOTES, "transferMode": "ReportEvents"})
    yield notes
    session.send("Tracing.end")
    while not done:
        page.wait_for_timeout(50)


def longest_task(notes: list[dict[str, Any]]) -> float:
    """Of the page's main thread, in milliseconds."""
    process = next(note["pid"] for note in notes if note["name"] == MARK)
    main = next(
        note["tid"]
        for note in notes
        if note["name"] == "thread_name" and note["pid"] == process and note["args"]["name"] == "CrRendererMain"
    )
    ended = [note for note in notes if note["name"] == TASK and "dur" in note]
    return max(float(task["dur"]) for task in ended if (task["pid"], task["tid"]) == (process, main)) / 1000
