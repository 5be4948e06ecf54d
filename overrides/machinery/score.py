"""The figures of the scoreboard, from a run over all labelled messages.

Measured anew when the checker, a lexicon, a message or the way of measuring has changed, which takes a few seconds;
otherwise the last figures are taken, so that `make serve` and `make site` stay quick.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from machinery import stamps
from machinery.places import BUILD, ROOT

OUT = BUILD / "score.json"
KEY = "score.made-from"
FORM = "score.measured-by"


class ScoreError(Exception):
    """The measuring stopped; the message ends with what it said."""


def figures() -> dict[str, Any]:
    """What `python -m tests.score --json` writes, for the project as it is now. Raises ScoreError."""
    if not is_current():
        key = _key()
        _measure()
        stamps.write(BUILD, key, KEY)
        stamps.write(BUILD, _form(), FORM)
    return _read()


def last_figures() -> dict[str, Any]:
    """The last ones, though the engine or a message has changed since; measured now where others are wanted today."""
    return _read() if OUT.is_file() and stamps.is_current(BUILD, _form(), FORM) else figures()


def is_current() -> bool:
    """Are the last figures those of the project as it is now?"""
    return OUT.is_file() and stamps.is_current(BUILD, _key(), KEY)


def _key() -> str:
    return stamps.fingerprint([sys.version, *inputs()])


def _form() -> str:
    """Which figures there are is up to the code that measures."""
    return stamps.fingerprint(sorted((ROOT / "tests" / "score").rglob("*.py")))


def _read() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(OUT.read_text(encoding="utf-8"))
    return found


def inputs() -> Iterator[Path]:
    """Every file that a figure depends on, in a fixed order."""
    for folder, ending in (("guide_engine", "*.py"), ("guide_engine/lexicon", "*.toml"), ("tests/score", "*")):
        yield from sorted(path for path in (ROOT / folder).rglob(ending) if path.suffix in (".py", ".toml"))
    yield from sorted((ROOT / "tests" / "corpora").glob("*.jsonl"))


def _measure() -> None:
    """Measure in a fresh Python, into a file that appears whole or not at all."""
    part = OUT.with_suffix(".part")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(BUILD / "pycache")}
    command = [sys.executable, "-m", "tests.score", "--json", str(part)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ScoreError(f"python -m tests.score stopped:\n{done.stderr[-4000:]}")
    part.replace(OUT)
