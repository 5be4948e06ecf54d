"""Writes what a run found: build/bench.json each time, and the record that the site shows where all parts were measured."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from machinery.places import BUILD
from tests.bench.figures import Figure

OUT = BUILD / "bench.json"
RECORD = Path(__file__).with_name("record.json")


def write(figures: Sequence[Figure], browser: str, missing: Mapping[str, str], *, whole: bool) -> None:
    """Write build/bench.json, and the record after a run of all parts; `missing` tells why a part has no figures."""
    found = {
        "date": datetime.now(tz=UTC).strftime("%Y-%m-%d"),
        "machine": {**machine(), **({"browser": browser} if browser else {})},
        "not_measured": [{"part": part, "why": why} for part, why in missing.items()],
        "figures": [figure.as_json() for figure in figures],
    }
    OUT.parent.mkdir(exist_ok=True)
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    OUT.write_text(text, encoding="utf-8")
    if whole:
        RECORD.write_text(text, encoding="utf-8")


def machine() -> dict[str, Any]:
    """What a reader needs to know of this machine; nothing that tells it from another of its kind."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        listed = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "unknown"
    named = re.search(r"^model name\s*:\s*(.+)$", listed, re.MULTILINE)
    return named[1].strip() if named else platform.machine()


def browser_version(program: Path) -> str:
    """The browser's name and version, without what its packagers add."""
    said = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(Chromium|Google Chrome|Microsoft Edge)\D*([\d.]+)", said)
    return f"{found[1]} {found[2]}" if found else "Chromium"


def line(figure: Figure) -> str:
    """A figure in one line of the terminal."""
    found = figure.as_json()
    stock = "" if figure.stock is None else f"  stock {found['stock']:,} {figure.unit}, ratio {found['ratio']}"
    met = found["must_met"]
    judged = (
        ""
        if met is None
        else f"  ({'at least' if figure.at_least else 'at most'} {figure.must}: {'met' if met else 'MISSED'})"
    )
    note = f"  [{figure.note}]" if figure.note else ""
    return f"{figure.part:<10} {figure.name:<72} {found['value']:>9,} {figure.unit}{stock}{judged}{note}"
