"""Whether the tab grows: its memory after 1,000 checks beside its memory after 100, Python's included.

The browser measures itself (`performance.measureUserAgentSpecificMemory`): the page, its worker and the worker's
WebAssembly, each after a garbage collection. For that the page must be alone in its group, which the host's headers say.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.engine_text import text_with_findings
from tests.bench.figures import Figure
from tests.bench.visits import Place

CHARACTERS = 1500
FEW, MANY = 100, 1000
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
USED = "async () => (await performance.measureUserAgentSpecificMemory()).bytes"


def measure(place: Place) -> list[Figure]:
    """The growth in per cent, and the size itself."""
    place.host.isolated = True
    flags = ("--enable-blink-features=ForceEagerMeasureMemory", "--disable-features=CalculateNativeWinOcclusion")
    try:
        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
            place.browser(Path(profile), *flags) as context,
        ):
            few, many = _used(context.pages[0], place)
    finally:
        place.host.isolated = False
    growth = (many - few) / few * 100
    return [
        Figure("memory", "the tab after 1,000 checks, more than after 100", "%", growth, None, 5, 1),
        Figure("memory", "the tab after 1,000 checks", "MB", many / 1e6),
    ]


def _used(page: Page, place: Place) -> tuple[float, float]:
    page.add_init_script(COUNT)
    page.goto(f"{place.host.address}tools/check/")
    page.locator('.mcg-verdict[data-engine="ready"]').wait_for()
    page.wait_for_timeout(20_000)  # what is made for the next visit is made and gone
    page.get_by_role("textbox", name="Your message").click()
    page.keyboard.insert_text(text_with_findings()[:CHARACTERS])
    found = []
    for until in (FEW, MANY):
        _check(page, until)
        found.append(float(page.evaluate(USED)))
    return found[0], found[1]


def _check(page: Page, until: int) -> None:
    """Type and take back, each time when the last check is answered."""
    done = page.evaluate("mcgAnswers")
    while done < until:
        page.keyboard.press("x" if done % 2 else "Backspace")
        done = page.evaluate(ANSWERED, done + 1)
