"""`python -m tests.bench`: measure the checker, the commands, the site and the browser; print, and write build/bench.json.

Every figure is taken now, on this machine: nothing is remembered. Times are wall-clock. With `--quick` the other checkers,
the browser and the site are left out; with `--only engine` nothing but the comparison with other checkers is measured.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench import engine, in_browser, on_host

OUT = Path(__file__).parents[2] / "build" / "bench.json"
Figures = dict[str, float]
SLOW: dict[str, Callable[[], Figures]] = {"engine": engine.measure, "site": on_host.site, "browser": in_browser.measure}


def main() -> int:
    """Measure and print. Returns 0."""
    parser = argparse.ArgumentParser(description="Measure how long things take, on this machine, now.")
    parser.add_argument("--quick", action="store_true", help="leave out the site's build and the browser")
    parser.add_argument("--only", choices=("check", "command", *SLOW), help="measure this part only")
    options = parser.parse_args()
    groups: dict[str, Callable[[], Figures]] = {"check": on_host.check, "command": on_host.command}
    found: dict[str, Figures] = {}
    wanted = {**groups, **({} if options.quick else SLOW)}
    for name, measure in wanted.items() if not options.only else [(options.only, {**groups, **SLOW}[options.only])]:
        found[name] = measure()
        for what, value in found[name].items():
            print(f"{name:<8} {what:<52} {value:>12,.2f}", flush=True)
    OUT.parent.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.platform(terse=True)}
    OUT.write_text(json.dumps({"machine": machine, "figures": found}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
