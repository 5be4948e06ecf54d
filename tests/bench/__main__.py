"""`python -m tests.bench`: measure everything readers wait for, here and now; print it, and write build/bench.json.

Nothing is remembered: every figure is taken in this run, beside its stock counterpart where there is one. `--only start
--only pages` measures these parts. A run of all parts also writes tests/bench/record.json, which the site's page
contributing/performance shows; commit it where it was taken on a quiet machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack

from tests.bench import building, engine, hostile, keystrokes, memory, on_host, page_quality, pages, record, starts
from tests.bench.figures import Figure, plain
from tests.bench.visits import Place, place

#: What needs the built site in a browser, in the order in which it is measured.
IN_BROWSER: dict[str, Callable[[Place], list[Figure]]] = {
    "start": starts.measure,
    "pages": pages.measure,
    "keys": keystrokes.measure,
    "memory": memory.measure,
    "lighthouse": page_quality.measure,
    "slow": starts.measure_slow,
}
ON_HOST: dict[str, Callable[[], list[Figure]]] = {
    "check": lambda: plain("check", on_host.check()),
    "command": lambda: plain("command", on_host.command()),
    "engine": lambda: [*plain("engine", engine.measure()), hostile.measure()],
    "build": building.measure,
}
PARTS = (*IN_BROWSER, *ON_HOST)


def main() -> int:
    """Measure and print. Returns 0, or 1 where a part could not be measured; the others are kept."""
    parser = argparse.ArgumentParser(description="Measure how long things take, on this machine, now.")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part only; may be given again")
    parser.add_argument(
        "--without", action="append", default=[], choices=PARTS, help="leave this part out; the record says so"
    )
    options = parser.parse_args()
    wanted = [part for part in options.only or PARTS if part not in options.without]
    found: list[Figure] = []
    failed: list[str] = []
    browser = ""
    with ExitStack() as stack:
        if any(part in wanted for part in IN_BROWSER):
            here = stack.enter_context(place())
            browser = record.browser_version(here.program)
            for part in (part for part in IN_BROWSER if part in wanted):
                found += _told(part, lambda part=part: IN_BROWSER[part](here), failed)  # type: ignore[misc]
    # Now that the browser's driver has ended: the comparison with other checkers starts one of its own.
    for part in (part for part in ON_HOST if part in wanted):
        found += _told(part, ON_HOST[part], failed)
    whole = set(wanted) | set(options.without) == set(PARTS)
    record.write(found, browser, [*failed, *options.without], whole=whole)
    return 1 if failed else 0


def _told(part: str, measure: Callable[[], Iterable[Figure]], failed: list[str]) -> list[Figure]:
    """Measure one part and print its figures; one that stops is told and named in `failed`."""
    started = time.monotonic()
    try:
        figures = list(measure())
    except (Exception, SystemExit) as error:  # noqa: BLE001  # a quarter of an hour of the others' work must not be lost
        print(f"{part}: NOT MEASURED: {error!r}\n", file=sys.stderr, flush=True)
        failed.append(part)
        return []
    for figure in figures:
        print(record.line(figure), flush=True)
    print(f"{part}: measured in {time.monotonic() - started:.0f} s\n", flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main())
