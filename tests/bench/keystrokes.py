"""How soon marks are up to date after a key, in a message as long as Amazon allows; and how long the page is held up.

Somebody types the end of a web address into 4,000 characters with 40 findings: with each key the last mark must reach
as far as the address does. The time runs from the key's own time stamp until the mark stands in the page.
"""

from __future__ import annotations

import tempfile
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
#: Where a mark stands is in the editor's shadow root. A timer each four milliseconds feels how long the page is held up.
LISTEN = """() => {
  const root = document.querySelector(".mcg-desk .mcg-editor:not(.mcg-editor--line)").shadowRoot;
  const found = { times: [], blocked: 0, long: 0, pending: null };
  globalThis.mcgKeys = found;
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
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) found.long = Math.max(found.long, task.duration);
  }).observe({ type: "longtask" });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    found.blocked = Math.max(found.blocked, now - last - 4);
    last = now;
  }, 4);
}"""


def measure(place: Place) -> list[Figure]:
    """The 95th percentile, the median and the longest hold-up."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, place.browser(Path(profile)) as context:
        page = context.pages[0]
        _open(page, place.host.address)
        found = _type(page)
    times = found["times"][WARM_UP:]
    lost = KEYS - len(found["times"])
    if lost > KEYS // 4:
        raise SystemExit(f"bench: {lost} of {KEYS} keys were overtaken by the next: the marks cannot be timed")
    note = f"{len(times)} keys, one each {PACE} ms" + (f"; {lost} were overtaken by the next key" if lost else "")
    return [
        Figure("keys", "key to marks up to date, 4,000 characters: 95th percentile", "ms", percentile(times, 0.95), None, 50, 30, note=note),
        Figure("keys", "key to marks up to date: median", "ms", median(times)),
        Figure("keys", "page held up while typing, longest", "ms", max(found["blocked"], found["long"]), None, 50),
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
