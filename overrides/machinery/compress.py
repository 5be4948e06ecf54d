"""Brotli and gzip beside each large file of the site, for hosts that serve what lies there.

The hardest setting takes half a minute for Python's machine code and memory: each file is compressed once, ever, and kept under
the hash of its content in build/compressed; the work goes on beside the building of the pages.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from machinery.places import BUILD, ROOT

KEPT = BUILD / "compressed"
_SCRIPT = ROOT / "overrides" / "machinery" / "compress.mjs"
#: What compresses; fonts and pictures are compressed in themselves. Pages are left to the host, which does it as it serves.
_SUFFIXES = frozenset({".css", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm"})
#: Smaller files travel in one packet anyway.
_LEAST = 1_400
FORMS = ("br", "gz")


class CompressError(Exception):
    """Compressing failed; says what Node said."""


def worth(files: Iterable[Path]) -> Iterator[Path]:
    """The files that are worth it."""
    return (file for file in files if file.suffix in _SUFFIXES and file.is_file() and file.stat().st_size >= _LEAST)


class Compressor:
    """One build's compressing: `begin` early, `finish` when the site is written."""

    def __init__(self, node: str) -> None:
        self._node = node
        self._running: list[subprocess.Popen[bytes]] = []
        self._begun: set[str] = set()

    def begin(self, files: Iterable[Path]) -> None:
        """Compress what was never compressed before, without waiting for it."""
        KEPT.mkdir(parents=True, exist_ok=True)
        hashes = {_hash(file): str(file) for file in worth(files)}
        missing = {
            name: path for name, path in hashes.items() if not all((KEPT / f"{name}.{f}").is_file() for f in FORMS)
        }
        missing = {name: path for name, path in missing.items() if name not in self._begun}
        if not missing:
            return
        self._begun |= missing.keys()
        command = [self._node, str(_SCRIPT), str(KEPT)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdin is not None  # noqa: S101  # asked for above
        process.stdin.write(json.dumps(missing).encode())
        process.stdin.close()
        self._running.append(process)

    def finish(self, site: Path) -> None:
        """Put `.br` and `.gz` beside each large file of the site. Raises CompressError."""
        self._wait()
        files = list(worth((site / "assets").rglob("*")))
        self.begin(files)
        self._wait()
        for file in files:
            name = _hash(file)
            for form in FORMS:
                shutil.copyfile(KEPT / f"{name}.{form}", file.with_name(f"{file.name}.{form}"))

    def _wait(self) -> None:
        while self._running:
            process = self._running.pop()
            assert process.stderr is not None  # noqa: S101  # asked for in begin
            said = process.stderr.read().decode(errors="replace")
            if process.wait():
                raise CompressError(f"compressing failed:\n{said[-2000:]}")


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
