"""Visits as a reader makes them: a browser of their own, a fresh or a known profile, until the first verdict stands there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from machinery import browser as browsers
from tests.bench import stock
from tests.bench.host import BenchHost, hosting
from tests.conftest import build_site

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
]
PATIENCE = 180_000
#: The message of the first check: no telephone number in it, as in most, so that the telephone plans can come later.
EXAMPLE = "external-link.flagged.1"
SHOWN = ("stop", "review", "send", "undeliverable")
#: In the page: when the first verdict appears, in ms since the visit began (`performance.now()` counts from there).
WATCH = f"""new MutationObserver((_, observer) => {{
    const shown = document.querySelector(".mcg-verdict")?.dataset.verdict;
    if (!{json.dumps(SHOWN)}.includes(shown)) return;
    observer.disconnect();
    globalThis.mcgFirstVerdict = performance.now();
  }}).observe(document, {{ subtree: true, childList: true, attributes: true, attributeFilter: ["data-verdict"] }})"""

#: In the page: that moment once it has come, or null after so many ms. (The page's policy bars Playwright's own waiting.)
COME = """(patience) => new Promise((resolve) => {
  const look = setInterval(() => {
    if (globalThis.mcgFirstVerdict === undefined && performance.now() < patience) return;
    clearInterval(look);
    resolve(globalThis.mcgFirstVerdict ?? null);
  }, 50);
})"""


@dataclass(frozen=True)
class Place:
    """The built site on its host, with the stock page in it; and the two addresses that check the same message."""

    host: BenchHost
    playwright: Playwright
    program: Path
    ours: str
    stock: str

    @contextmanager
    def browser(self, profile: Path, *flags: str) -> Iterator[BrowserContext]:
        """A browser with this profile, started and at rest."""
        context = self.playwright.chromium.launch_persistent_context(
            profile, executable_path=self.program, chromium_sandbox=os.geteuid() != 0, args=[*QUIET, *flags]
        )
        try:
            context.set_default_timeout(PATIENCE)
            context.add_init_script(WATCH)
            context.pages[0].wait_for_timeout(700)
            yield context
        finally:
            context.close()


def build(folder: Path) -> int:
    """Build the site and the stock page into a folder, for a host on a port that was free just now: that port."""
    with hosting() as host:
        build_site(folder, host.address)
    stock.put(folder)
    return host.port


@contextmanager
def place(site: Path, port: int) -> Iterator[Place]:
    """Serve what `build` made. SystemExit where there is no Chromium."""
    program = browsers.find()
    if program is None:
        raise SystemExit("no Chromium here: run `make setup-tests`")
    with hosting(port) as host, sync_playwright() as playwright:
        host.folder = site
        ours = f"{host.address}tools/check/#example={EXAMPLE}"
        stock_page = f"{host.address}{stock.FOLDER}/#text={quote(_text(site), safe='')}"
        yield Place(host, playwright, program, ours, stock_page)


def _text(site: Path) -> str:
    """The text of the example."""
    text: str = json.loads((site / "assets" / "examples.json").read_text(encoding="utf-8"))[EXAMPLE]["text"]
    return text


def until_verdict(page: Page, address: str) -> float:
    """Open an address and wait for its first verdict: ms since the visit began. Raises TimeoutError where none comes."""
    page.goto(address, wait_until="commit")
    found = page.evaluate(COME, PATIENCE)
    if found is None:
        message = f"no verdict within {PATIENCE / 1000:.0f} s at {address}"
        raise TimeoutError(message)
    return float(found)
