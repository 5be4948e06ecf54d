"""`python -m tests.bench`: measure everything readers wait for, here and now; print it, and write build/bench.json.

Nothing is remembered: every figure is taken in this run, beside its stock counterpart where there is one. `--only start
--only pages` measures these parts. A run of all parts also writes tests/bench/record.json, which the site's page
contributing/performance shows; commit it where it was taken on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from machinery import browser as browsers
from machinery.places import ROOT
from tests.bench import record, visits
from tests.bench.figures import Figure
from tests.bench.parts import IN_BROWSER, LIMITS

LEFT_OUT = "left out on request"


@dataclass
class Run:
    """What a run has found so far, and why it has not found the rest."""

    folder: Path
    #: How many times as long as on a machine at rest a part may take.
    patience: float
    figures: list[Figure] = field(default_factory=list)
    not_measured: dict[str, str] = field(default_factory=dict)

    def measure(self, part: str, *place: str) -> None:
        """Measure one part in a process of its own, and keep its figures or the reason why there are none."""
        started = time.monotonic()
        answer = self.folder / f"{part}.json"
        why = self._run(
            [sys.executable, "-m", "tests.bench.parts", part, str(answer), *place], LIMITS[part] * self.patience
        )
        if why:
            self.not_measured[part] = why
            print(f"{part}: NOT MEASURED: {why}\n", file=sys.stderr, flush=True)
            return
        self.figures += [Figure(**one) for one in json.loads(answer.read_text(encoding="utf-8"))]
        print(f"{part}: measured in {time.monotonic() - started:.0f} s\n", flush=True)

    def _run(self, command: list[str], limit: float) -> str:
        """Why a process failed, or nothing. It leads a group, so that whatever it started can be ended with it."""
        said = self.folder / "said"
        with (
            said.open("wb") as words,
            subprocess.Popen(command, cwd=ROOT, stderr=words, start_new_session=True) as process,
        ):
            try:
                code = process.wait(timeout=limit)
            except subprocess.TimeoutExpired:
                return f"it was not done after {limit:.0f} s"
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGTERM)
        lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return (lines[-1] if lines else f"it ended with code {code}") if code else ""


def main() -> int:
    """Measure and print. Returns 0, or 1 where a part could not be measured; the others are kept."""
    options = _options()
    wanted = [part for part in options.only or LIMITS if part not in options.without]
    browser = ""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        run = Run(Path(folder), options.patience)
        place: list[str] = []
        if any(part in IN_BROWSER for part in wanted):
            place = [str(run.folder / "site"), str(visits.build(run.folder / "site"))]
            program = browsers.find()
            browser = record.browser_version(program) if program else ""
        for part in wanted:
            run.measure(part, *(place if part in IN_BROWSER else ()))
    whole = set(wanted) | set(options.without) == set(LIMITS)
    missing = {**run.not_measured, **dict.fromkeys(options.without, LEFT_OUT)}
    record.write(run.figures, browser, missing, whole=whole)
    return 1 if run.not_measured else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how long things take, on this machine, now.")
    parser.add_argument("--only", action="append", choices=LIMITS, help="measure this part only; may be given again")
    parser.add_argument(
        "--without", action="append", default=[], choices=LIMITS, help="leave this part out; the record says so"
    )
    parser.add_argument(
        "--patience", type=float, default=1, help="on a slow or busy machine: let each part take so many times as long"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
