"""Running the command line as a person does: as a process of its own, with bytes in and bytes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as one JSON value."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def guide_engine(*arguments: str, given: bytes = b"", folder: Path | None = None, **environment: str) -> Ran:
    """Run `python -m guide_engine` with these arguments and this standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "guide_engine", *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=600,
        cwd=folder or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def jsonl(*rows: Any, options: tuple[str, ...] = ()) -> Ran:
    """Check rows as JSON lines; a row given as bytes goes in as it is."""
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    return guide_engine("check", "--format", "jsonl", *options, "-", given=b"".join(line + b"\n" for line in lines))
