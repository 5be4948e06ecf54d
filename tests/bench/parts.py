"""The parts of the bench. Each runs in a process of its own, so that one that stops or hangs costs the others nothing.

`python -m tests.bench.parts PART ANSWER [SITE PORT]` measures one and writes its figures into the file ANSWER; SITE is a
built site and PORT the one it was built for. It is started by `python -m tests.bench`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.bench import (
    building,
    engine,
    hostile,
    keystrokes,
    memory,
    on_host,
    other_browsers,
    page_quality,
    pages,
    record,
    starts,
)
from tests.bench.figures import Figure, plain
from tests.bench.visits import Place, place

#: What needs the built site in a browser, in the order in which it is measured.
IN_BROWSER: dict[str, Callable[[Place], list[Figure]]] = {
    "start": starts.measure,
    "slow": starts.measure_slow,
    "firefox": other_browsers.measure_firefox,
    "webkit": other_browsers.measure_webkit,
    "pages": pages.measure,
    "keys": keystrokes.measure,
    "memory": memory.measure,
    "lighthouse": page_quality.measure,
}
ON_HOST: dict[str, Callable[[], list[Figure]]] = {
    "check": lambda: plain("check", on_host.check()),
    "command": lambda: plain("command", on_host.command()),
    "engine": lambda: [*plain("engine", engine.measure()), hostile.measure()],
    "build": building.measure,
}
#: All, with the seconds after which each is given up: about twice what it takes where nothing else runs.
LIMITS = {
    "start": 240,
    "slow": 300,
    "firefox": 150,
    "webkit": 200,
    "pages": 120,
    "keys": 90,
    "memory": 150,
    "lighthouse": 420,
    "check": 120,
    "command": 120,
    "engine": 180,
    "build": 480,
}


def measure(part: str, site: Path | None, port: int) -> list[Figure]:
    """The figures of one part."""
    if part in ON_HOST:
        return ON_HOST[part]()
    assert site is not None, "a part that is measured in a browser needs a site"
    with place(site, port) as here:
        return IN_BROWSER[part](here)


def main(part: str, answer: str, site: str = "", port: str = "0") -> int:
    """Measure, tell, and write the figures down. What stops it stands in its last line."""
    figures = measure(part, Path(site) if site else None, int(port))
    for figure in figures:
        print(record.line(figure), flush=True)
    Path(answer).write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
