"""The checker beside others, in one run on the same texts: alex, Harper and write-good in Chromium, proselint on CPython.

The text has 4,000 characters and 40 findings. Three sets of figures: each round takes it with another number behind
every line, so that nobody answers from memory; or with one more letter of a sentence typed into its middle, as the page
has it checked at every key; or as it is, again and again. Ours remembers lines, Harper sentences, the others nothing.
Everybody's turn comes in each round, so that a busy moment of the machine hits all alike.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from guide_engine.memory import OBJECTS_BETWEEN
from machinery import browser as browsers
from tests.bench import rivals
from tests.bench.engine_text import draft, long_text, text_with_findings, typed, variants
from tests.bench.on_host import milliseconds
from tests.conftest import build_site
from tests.serving import hosting

ROUNDS, WARM_UP = 40, 5
LONG = 100_000
_LIMITS = {"alex": 0.8, "harper": 0.25, "proselint": 0.4}


def measure() -> dict[str, float]:
    """All figures: times in ms, and ours as a share of each other checker's."""
    return {**_on_cpython(), **_in_chromium()}


def _on_cpython() -> dict[str, float]:
    found: dict[str, float] = {}
    gc.set_threshold(OBJECTS_BETWEEN)  # as the command has it, which is what runs on CPython
    with subprocess.Popen(
        [rivals.python(), Path(__file__).with_name("proselint_run.py")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdin is not None
        assert other.stdout is not None
        for how, texts in _texts().items():
            ours, theirs = [], []
            for text in texts:
                ours.append(milliseconds(draft(text)))
                other.stdin.write(json.dumps(text) + "\n")
                other.stdin.flush()
                theirs.append(float(other.stdout.readline()))
            found |= _figures(f"CPython, {how}", {"ours": ours[WARM_UP:], "proselint": theirs[WARM_UP:]})
        other.stdin.close()
    short = min(milliseconds(draft(text_with_findings())) for _ in range(5))
    found[f"CPython: {LONG:,} characters as a multiple of 4,000"] = min(
        milliseconds(draft(long_text(LONG))) for _ in range(3)
    ) / short  # fmt: skip
    return found


def _in_chromium() -> dict[str, float]:
    program = browsers.find()
    if program is None:
        raise SystemExit("bench: no Chromium here: run `make setup-tests`, or leave it out with --quick")
    with tempfile.TemporaryDirectory() as folder, hosting() as host, sync_playwright() as playwright:
        build_site(Path(folder), host.address)
        rivals.page(Path(folder) / "bench")
        host.folder = Path(folder)
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=os.geteuid() != 0)
        page = browser.new_page()
        page.goto(host.address + "bench/")
        found: dict[str, float] = {}
        for how, texts in _texts().items():
            taken = _times(page.evaluate(_SCRIPT, [host.address, texts, WARM_UP]))
            found |= _figures(f"Chromium, {how}", taken)
        browser.close()
    return found


def _texts() -> dict[str, list[str]]:
    """The texts of each set, one a round."""
    rounds = ROUNDS + WARM_UP
    return {"new": variants(rounds), "typed": typed(rounds), "again": [text_with_findings()] * rounds}


_SCRIPT = """async ([root, texts, warmUp]) => {
  const { measure } = await import(new URL("bench/rivals.js", root).href);
  return measure(root, texts, warmUp);
}"""


def _times(answer: dict[str, Any]) -> dict[str, list[float]]:
    return {name: found["times"] for name, found in answer.items()}


def _figures(where: str, times: dict[str, Sequence[float]] | dict[str, list[float]]) -> dict[str, float]:
    """Medians and the slowest hundredth of each checker, and ours as a share of theirs."""
    found: dict[str, float] = {}
    for name, taken in times.items():
        found[f"{where}: {name}, median ms"] = statistics.median(taken)
        found[f"{where}: {name}, 95th percentile ms"] = sorted(taken)[int(len(taken) * 0.95)]
        found[f"{where}: {name}, 99th percentile ms"] = sorted(taken)[int(len(taken) * 0.99)]
    for name, limit in _LIMITS.items():
        if name in times:
            share = statistics.median(times["ours"]) / statistics.median(times[name])
            found[f"{where}: ours / {name} (at most {limit})"] = share
    return found
