"""How long until the checker has answered: first visit, later visit, slow network and processor; beside stock Pyodide.

Ours and stock take turns, so that a busy moment of the machine hits both. The time runs from the start of the
navigation until the verdict on a message stands in the page.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.bench.figures import Figure, median
from tests.bench.slower import slowed
from tests.bench.stock import FOLDER
from tests.bench.visits import Place, until_verdict

ROUNDS = 7
#: Of ours and stock, each time one after the other.
Pair = tuple[list[float], list[float]]
SLOW_NETWORK = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 10_000_000 / 8,
    "uploadThroughput": 10_000_000 / 8,
}
SLOWER = 4
#: How much the browser keeps for the site, and whether it is still at it.
USAGE = "async () => (await navigator.storage.estimate()).usage"


def measure(place: Place) -> list[Figure]:
    """The first start and a later one, and the bytes of the first."""
    first, later = _first_visits(place, ROUNDS), _later_visits(place, ROUNDS)
    return [
        _figure("first visit, empty cache: first verdict", first, 0.4, 0.25),
        _figure("later visit: first verdict", later, 0.2, 0.12),
        _bytes(place),
    ]


def measure_slow(place: Place) -> list[Figure]:
    """The first start with a slow network and a slow processor."""
    slow = _slow_visits(place, ROUNDS)
    return [_figure("first visit at 10 Mbit/s, 40 ms, processor slowed 4×: first verdict", slow, 0.6, 0.4, part="slow")]


def _figure(name: str, times: Pair, must: float, aim: float, part: str = "start") -> Figure:
    return Figure(part, name, "ms", median(times[0]), median(times[1]), must, aim, by_ratio=True)


def _turns(place: Place, rounds: int, once: Callable[[Place, str], float]) -> Pair:
    found: Pair = ([], [])
    for _ in range(rounds):
        for times, address in zip(found, (place.ours, place.stock), strict=True):
            times.append(once(place, address))
    return found


def _first_visits(place: Place, rounds: int) -> Pair:
    return _turns(place, rounds, _fresh)


def _fresh(place: Place, address: str) -> float:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, place.browser(Path(profile)) as context:
        return until_verdict(context.pages[0], address)


def _slow_visits(place: Place, rounds: int) -> Pair:
    return _turns(place, rounds, _fresh_and_slow)


def _fresh_and_slow(place: Place, address: str) -> float:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, place.browser(Path(profile)) as context:
        page = context.pages[0]
        page.goto(f"{place.host.address}404.html")  # the site's own process: it is the one to be slowed
        _slow_network(context, page)
        with slowed(context, SLOWER):
            return until_verdict(page, address)


def _slow_network(context: BrowserContext, page: Page) -> None:
    """DevTools' throttling. It holds for the page's workers, too; a worker of its own refuses the command."""
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)


def _later_visits(place: Place, rounds: int) -> Pair:
    """The browser is closed and opened again between visits; its profile stays."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profiles = {place.ours: Path(folder, "ours"), place.stock: Path(folder, "stock")}
        for address, profile in profiles.items():
            with place.browser(profile) as context:
                until_verdict(context.pages[0], address)
                _wait_kept(context.pages[0])

        def again(place: Place, address: str) -> float:
            with place.browser(profiles[address]) as context:
                return until_verdict(context.pages[0], address)

        return _turns(place, rounds, again)


def _wait_kept(page: Page) -> None:
    """Until what the page keeps for the next visit is kept: it begins within ten seconds, and then grows no more."""
    page.wait_for_timeout(15_000)
    usage, quiet = -1, 0
    for _ in range(120):
        page.wait_for_timeout(1000)
        found = page.evaluate(USAGE)
        quiet = quiet + 1 if found == usage else 0
        usage = found
        if quiet >= 5:
            return


def _bytes(place: Place) -> Figure:
    """What was fetched for the engine until the first verdict, as the host sent it."""
    sizes = []
    for address, parts in ((place.ours, ("assets/python/", "assets/guide/worker")), (place.stock, FOLDER)):
        place.host.sent.clear()
        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
            place.browser(Path(profile)) as context,
        ):
            until_verdict(context.pages[0], address)
            end = context.pages[0].evaluate("async () => (performance.timeOrigin + await mcgFirstVerdict) / 1000")
        sent = [one for one in place.host.sent if one.path.startswith(parts) and one.at <= end]
        sizes.append(sum(one.size for one in sent) / 1e6)
    return Figure("start", "bytes for the engine until the first verdict, Brotli", "MB", sizes[0], sizes[1], 4.7, 4.0)
