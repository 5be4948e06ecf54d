"""Whether the tab grows: its memory after 1,000 checks beside its memory after 100, Python's included.

Counted is what the tab's process has to itself in the machine's memory (Private in Linux's smaps_rollup), after page and
worker have cleaned up: JavaScript, Python's WebAssembly memory, machine code, and what the browser keeps for all of it.
(`performance.measureUserAgentSpecificMemory` leaves the WebAssembly memory of a worker out: it said 17 MB.) It needs Linux.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.bench.engine_text import text_with_findings
from tests.bench.figures import Figure
from tests.bench.visits import Place

CHARACTERS = 1500
FEW, MANY = 100, 1000
#: Lets a page and its workers be told to clean up.
CLEANING = "--js-flags=--expose-gc"
CLEAN = 'gc({ type: "major", flavor: "last-resort", execution: "sync" })'
#: Workers that stay: the search and the checker. A third one makes what the next visit starts from.
WORKERS = 2
#: Three times, because what one time sets free may hold what the next does.
ROUNDS = 3
#: Counts the answers of every worker that the page starts.
COUNT = """(() => {
  globalThis.mcgAnswers = 0;
  const count = ({ data }) => { if (data && data.ok) globalThis.mcgAnswers += 1; };
  globalThis.Worker = class extends Worker {
    constructor(...given) { super(...given); this.addEventListener("message", count); }
  };
})()"""
ANSWERED = """(wanted) => new Promise((resolve) => {
  const look = () => (mcgAnswers >= wanted ? resolve(mcgAnswers) : setTimeout(look, 2));
  look();
})"""


def measure(place: Place) -> list[Figure]:
    """The growth in per cent, and the size itself."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        place.browser(Path(profile), CLEANING) as context,
    ):
        few, many = _used(context, place)
    growth = (many - few) / few * 100
    return [
        Figure("memory", "the tab after 1,000 checks, more than after 100", "%", growth, None, 5, 1),
        Figure("memory", "the tab after 1,000 checks", "MB", many / 1e6),
    ]


def _used(context: BrowserContext, place: Place) -> tuple[float, float]:
    page = context.pages[0]
    page.add_init_script(COUNT)
    page.goto(f"{place.host.address}tools/check/")
    page.locator('.mcg-verdict[data-engine="ready"]').wait_for()
    page.wait_for_timeout(20_000)
    while len(page.workers) > WORKERS:
        page.wait_for_timeout(500)
    page.get_by_role("textbox", name="Your message").click()
    page.keyboard.insert_text(text_with_findings()[:CHARACTERS])
    found = []
    for until in (FEW, MANY):
        _check(page, until)
        found.append(_private_bytes(context, page))
    return found[0], found[1]


def _private_bytes(context: BrowserContext, page: Page) -> int:
    """What the tab's process has to itself, after it has cleaned up."""
    assert context.browser, "a browser that was started for this profile"
    browser = context.browser.new_browser_cdp_session()
    for _ in range(ROUNDS):
        page.evaluate(CLEAN)
        for worker in page.workers:
            worker.evaluate(CLEAN)
        # As where the machine runs short: what was set free goes back to it, too.
        browser.send("Memory.simulatePressureNotification", {"level": "critical"})
        page.wait_for_timeout(500)
    listed = browser.send("SystemInfo.getProcessInfo")["processInfo"]
    # Chromium may hold an empty process ready for a next tab; ours has Python in it.
    return max(_private(process["id"]) for process in listed if process["type"] == "renderer")


def _private(process: int) -> int:
    """Bytes of a process that no other one shares."""
    rollup = Path(f"/proc/{process}/smaps_rollup")
    if not rollup.is_file():
        raise SystemExit("only Linux tells how much memory a process has to itself")
    found = re.findall(r"^Private_(?:Clean|Dirty):\s+(\d+) kB$", rollup.read_text(encoding="utf-8"), re.MULTILINE)
    return sum(int(one) for one in found) * 1024


def _check(page: Page, until: int) -> None:
    """Type and take back, each time when the last check is answered."""
    done = page.evaluate("mcgAnswers")
    while done < until:
        page.keyboard.press("x" if done % 2 else "Backspace")
        done = page.evaluate(ANSWERED, done + 1)
