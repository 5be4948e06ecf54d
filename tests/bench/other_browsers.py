"""How long until the checker has answered in Firefox and in WebKitGTK, beside stock Pyodide there.

They are asked about the verdict fifty times a second, which is how exact these figures are; ours and stock alike.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

from tests.bench.drivers import Missing, Visitor, firefox, webkit
from tests.bench.figures import Figure, median
from tests.bench.visits import SHOWN, Place

ROUNDS = 5
PATIENCE = 90
#: Seconds after the first verdict in which the page makes what the next visit starts from.
KEEPING = 15
STEP = 0.02
#: In the page: what is shown, and the milliseconds since the visit began.
LOOK = """const shown = document.querySelector(".mcg-verdict");
  return [location.href, shown && shown.dataset.verdict, shown && shown.innerText, performance.now()];"""

Open = Callable[[Path], AbstractContextManager[Visitor]]


def measure_firefox(place: Place) -> list[Figure]:
    """First visits with fresh profiles, later ones with one that is kept."""
    return _measure("firefox", firefox, place, restart=True)


def measure_webkit(place: Place) -> list[Figure]:
    """WebKitGTK forgets everything at its end: a later visit is one after another page, while the browser stays open."""
    return _measure("webkit", webkit, place, restart=False)


def _measure(part: str, program: Open, place: Place, *, restart: bool) -> list[Figure]:
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, program(Path(folder)) as visitor:
            name = visitor.name
    except Missing as why:
        raise SystemExit(str(why)) from why
    again = _later_after_restart if restart else _later_while_open
    times = {"first visit, empty cache": _first(program, place), "later visit": again(program, place)}
    note = f"{ROUNDS} visits each" + (
        "" if restart else "; the browser stays open between later visits, as it keeps nothing at its end"
    )
    return [
        Figure(part, f"{name}, {visit}: first verdict", "ms", median(ours), median(theirs), note=note)
        for visit, (ours, theirs) in times.items()
    ]


def _first(program: Open, place: Place) -> tuple[list[float], list[float]]:
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for times, address in zip(found, (place.ours, place.stock), strict=True):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, program(Path(folder)) as visitor:
                times.append(_until_verdict(visitor, address))
    return found


def _later_after_restart(program: Open, place: Place) -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profiles = {place.ours: Path(folder, "ours"), place.stock: Path(folder, "stock")}
        for address, profile in profiles.items():
            with program(profile) as visitor:
                _until_verdict(visitor, address)
                time.sleep(KEEPING)
        found: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            for times, (address, profile) in zip(found, profiles.items(), strict=True):
                with program(profile) as visitor:
                    times.append(_until_verdict(visitor, address))
    return found


def _later_while_open(program: Open, place: Place) -> tuple[list[float], list[float]]:
    found: tuple[list[float], list[float]] = ([], [])
    for times, address in zip(found, (place.ours, place.stock), strict=True):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, program(Path(folder)) as visitor:
            _until_verdict(visitor, address)
            time.sleep(KEEPING)
            for _ in range(ROUNDS):
                visitor.go(f"{place.host.address}404.html")
                time.sleep(1)
                times.append(_until_verdict(visitor, address))
    return found


def _until_verdict(visitor: Visitor, address: str) -> float:
    """Milliseconds from the start of the navigation until the verdict was seen. TimeoutError where none comes."""
    visitor.go(address)
    end = time.monotonic() + PATIENCE
    words = None
    while time.monotonic() < end:
        where, verdict, words, now = _look(visitor)
        if verdict in SHOWN and where.split("#")[0] == address.split("#", maxsplit=1)[0]:
            return float(now)
        time.sleep(STEP)
    message = f"no verdict within {PATIENCE} s; the page says: {words}"
    raise TimeoutError(message)


def _look(visitor: Visitor) -> list[Any]:
    found: list[Any] | None = None
    with suppress(RuntimeError):  # between two pages there is none to ask, or it has nothing to say
        found = visitor.run(LOOK)
    return found or ["", None, None, 0]
