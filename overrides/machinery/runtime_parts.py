"""What the browser's Python is made from and what comes out: the inputs, the published files, the manifest over them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


class RuntimeBuildError(Exception):
    """A part that the browser's Python needs is missing or a step failed; says which and what to do."""


@dataclass(frozen=True)
class FileEntry:
    """One published file: its name beside the manifest, its size as stored, its hash."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the worker needs to start Python; `manifest.json` is exactly this."""

    v: int
    pyodide: str
    python: str
    build: str
    files: dict[str, FileEntry]
    first: list[str]
    plain: list[str]
    later: list[str]
    lock: dict[str, Any]

    def to_json(self) -> str:
        """The manifest as the worker reads it."""
        return json.dumps(asdict(self), separators=(",", ":"), sort_keys=True) + "\n"


@dataclass(frozen=True)
class Parts:
    """Where the inputs lie."""

    root: Path
    pyodide: Path
    engine_wheels: Path
    tool_wheels: Path
    machinery: Path

    @classmethod
    def of(cls, root: Path) -> Parts:
        """The inputs of the project at `root`.

        Raises RuntimeBuildError where the set-up has not fetched one of them.
        """
        wheels = root / "build" / "wheels"
        parts = cls(
            root,
            root / "node_modules" / "pyodide",
            wheels / "engine",
            wheels / "tools",
            root / "overrides" / "machinery",
        )
        for folder in (parts.pyodide, parts.engine_wheels, parts.tool_wheels):
            if not folder.is_dir():
                raise RuntimeBuildError(f"{folder.relative_to(root)} is missing: run `make setup` first")
        return parts

    @property
    def stand_ins(self) -> Path:
        """Our own modules for some of the library's."""
        return self.machinery / "runtime_stand_ins"

    @property
    def mould(self) -> Path:
        """What makes the memory from which every visit starts."""
        return self.root / "overrides" / "guide" / "mould.ts"

    @property
    def kept(self) -> Path:
        """Where compiled archives are kept from build to build."""
        return self.root / "build" / "runtime"

    def scripts(self) -> Iterator[Path]:
        """The code of this build step."""
        yield self.root / "overrides" / "hooks" / "runtime.py"
        yield from sorted(self.machinery.glob("runtime*.*"))
        yield from sorted(self.stand_ins.glob("*.py"))
        yield self.pyodide / "package.json"

    def inputs(self) -> Iterator[Path]:
        """Every file that the result depends on, in a fixed order."""
        yield self.root / "pyproject.toml"
        yield from self.scripts()
        for part in ("mould", "install", "machine", "memory", "rehearse"):
            yield self.mould.with_name(f"{part}.ts")
        for folder in (self.engine_wheels, self.tool_wheels):
            yield from sorted(folder.glob("*.whl"))
        engine = self.root / "guide_engine"
        yield from sorted(p for p in engine.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def fingerprint(files: Iterable[Path]) -> str:
    """SHA-256 over the files' names and contents: the same inputs need no second build."""
    digest = hashlib.sha256()
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
