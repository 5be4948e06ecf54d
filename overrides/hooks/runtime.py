"""Assemble the Python that runs in the reader's browser.

From the npm package `pyodide` (exact version, see package.json), the engine built as a wheel and its locked
dependency wheels, `build()` makes one folder of files whose names carry their SHA-256, and `manifest.json`, which
names each with its size and hash. The page's worker reads the manifest and nothing else by a fixed name.

Steps: build the engine's wheel; inside Pyodide's own Python, write a lock for the wheels and byte-compile them and
the standard library; trace which library modules the engine asks for and drop the others; hash, name, list.
Every archive is written with a fixed date in a fixed order, so the same inputs give the same bytes.

Run by the site's build and by hand: `python overrides/hooks/runtime.py`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

#: 1 January 2020, the date written into every archive member (seconds since 1970).
EPOCH = 1577836800
MEMBER_DATE = (2020, 1, 1, 0, 0, 0)
#: Library packages kept whole: imported by name at run time, where tracing the examples cannot see it.
ALWAYS_KEPT = ("_pyodide/", "pyodide/", "encodings/utf_", "encodings/latin_1", "encodings/ascii", "encodings/idna")
#: The engine's command line: nobody has one in a browser, and it asks for much of the library.
COMMAND_LINE = ("guide_engine/__main__.", "guide_engine/cli.", "guide_engine/commands/")
#: The lexicons: the browser gets them compiled.
LEXICON = re.compile(r"guide_engine/lexicon/[^/]+\.toml")
#: Files of the npm package that the browser needs, by what the worker calls them. Published as .js: some hosts do not
#: know that .mjs is JavaScript, and browsers then refuse it.
RUNTIME_FILES = {"loader": "pyodide.mjs", "glue": "pyodide.asm.mjs", "wasm": "pyodide.asm.wasm"}


class RuntimeBuildError(Exception):
    """A part that the browser's Python needs is missing or a step failed; says which and what to do."""


@dataclass(frozen=True)
class FileEntry:
    """One published file: its name beside the manifest, its size as stored and gzipped, its hash."""

    name: str
    bytes: int
    gzip_bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the worker needs to start Python; `manifest.json` is exactly this."""

    v: int
    pyodide: str
    python: str
    build: str
    files: dict[str, FileEntry]
    packages: list[str]
    bytes: int
    gzip_bytes: int

    def to_json(self) -> str:
        """The manifest as the worker reads it."""
        return json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"


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

    def inputs(self) -> Iterator[Path]:
        """Every file that the result depends on, in a fixed order."""
        yield self.root / "pyproject.toml"
        yield Path(__file__)
        yield from sorted(self.machinery.glob("runtime*"))
        yield self.pyodide / "package.json"
        for folder in (self.engine_wheels, self.tool_wheels):
            yield from sorted(folder.glob("*.whl"))
        engine = self.root / "guide_engine"
        yield from sorted(p for p in engine.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def fingerprint(parts: Parts) -> str:
    """SHA-256 over the inputs' names and contents: the same inputs need no second build."""
    digest = hashlib.sha256()
    for path in parts.inputs():
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(root: Path, out: Path, say: Callable[[str], None] = lambda _: None) -> Manifest:
    """Make the browser's Python in `out` (for example `build/python`) and return its manifest.

    Skipped when no input changed since `out` was made. Raises RuntimeBuildError with what is missing or which step
    failed; `out` is then left as it was.
    """
    parts = Parts.of(root)
    key = fingerprint(parts)
    stamp = out.with_name(out.name + ".key")
    if (out / "manifest.json").is_file() and stamp.is_file() and stamp.read_text() == key:
        return read_manifest(out)
    say("assembling the browser's Python")
    with tempfile.TemporaryDirectory() as scratch:
        work, fresh = Path(scratch, "work"), Path(scratch, "fresh")
        work.mkdir()
        fresh.mkdir()
        _gather(parts, work)
        _run_inside(parts, work, "pack")
        packages = sorted(json.loads((work / "pyodide-lock.json").read_text())["packages"])
        _run_inside(parts, work, "trace", packages=packages)
        used = json.loads((work / "used.json").read_text())
        for refusal in used["refused"]:
            say(f"the engine did not answer: {refusal}")
        manifest = _publish(parts, work, fresh, packages, used["members"])
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(fresh, out)
    stamp.write_text(key)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder that `build` made."""
    data = json.loads((folder / "manifest.json").read_text())
    data["files"] = {role: FileEntry(**entry) for role, entry in data["files"].items()}
    return Manifest(**data)


def _gather(parts: Parts, work: Path) -> None:
    """Put the engine's wheel, its dependencies, the library and the stock lock side by side."""
    for wheel in parts.engine_wheels.glob("*.whl"):
        shutil.copy(wheel, work)
    shutil.copy(parts.pyodide / "python_stdlib.zip", work)
    shutil.copy(parts.pyodide / "pyodide-lock.json", work / "stock-lock.json")
    _python(parts, "from flit_core.buildapi import build_wheel; build_wheel(sys.argv[1])", work)
    _ship_vocabulary(parts, work)


def _ship_vocabulary(parts: Parts, work: Path) -> None:
    """Put the compiled vocabulary into the engine's wheel in place of the lexicons it is made from."""
    compiled = work / "vocabulary.bin"
    _python(parts, "from guide_engine.store import write_compiled; write_compiled(Path(sys.argv[1]))", compiled)
    wheel = next(work.glob("guide_engine-*.whl"))
    wheel.write_bytes(repack(wheel, lambda name: not LEXICON.fullmatch(name)))
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("guide_engine/lexicon/vocabulary.bin", compiled.read_bytes())


def _python(parts: Parts, code: str, argument: Path) -> None:
    """Run a line of this Python in the project; fixed dates and hash seed, so that it writes the same bytes each time."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-c", f"import sys; from pathlib import Path; {code}", str(argument)]
    _run(command, parts.root, "packing the engine", env)


def _run_inside(parts: Parts, work: Path, step: str, packages: list[str] | None = None) -> None:
    """Run `runtime_<step>.py` in Pyodide's own Python."""
    job = {
        "step": step,
        "pyodide": str(parts.pyodide),
        "work": str(work),
        "tools": str(parts.tool_wheels) if step == "pack" else None,
        "script": str(parts.machinery / f"runtime_{step}.py"),
        "packages": packages or [],
        "epoch": EPOCH,
    }
    job_file = work.parent / f"{step}.json"
    job_file.write_text(json.dumps(job))
    _run([_node(), str(parts.machinery / "runtime.mjs"), str(job_file)], parts.root, f"the {step} step")


def _node() -> str:
    """The Node that the set-up chose: beside this Python where it installed one, else the system's."""
    beside = Path(sys.executable).with_name("node")
    found = str(beside) if beside.exists() else shutil.which("node")
    if not found:
        raise RuntimeBuildError("Node is missing: run `make setup` first")
    return found


def _run(command: list[str], where: Path, what: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=where, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeBuildError(f"{what} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


def _publish(parts: Parts, work: Path, out: Path, packages: list[str], used: list[str]) -> Manifest:
    """Write every file under a name with its hash, then the manifest over them."""
    files = {
        role: _add(out, name.replace(".mjs", ".js"), (parts.pyodide / name).read_bytes())
        for role, name in RUNTIME_FILES.items()
    }
    library = repack(work / "python_stdlib.zip", lambda name: name in used or name.startswith(ALWAYS_KEPT))
    files["stdlib"] = _add(out, "python_stdlib.zip", library)
    lock = json.loads((work / "pyodide-lock.json").read_text())
    for package in packages:
        spec = lock["packages"][package]
        entry = _add(out, spec["file_name"], repack(work / spec["file_name"], _is_wanted_in_wheel))
        files[f"wheel:{package}"] = entry
        spec.update(file_name=entry.name, sha256=entry.sha256)
    files["lock"] = _add(out, "pyodide-lock.json", json.dumps(lock, sort_keys=True).encode())
    manifest = _manifest(parts, lock["info"]["python"], files, packages)
    (out / "manifest.json").write_text(manifest.to_json())
    return manifest


def _manifest(parts: Parts, python: str, files: dict[str, FileEntry], packages: list[str]) -> Manifest:
    version = json.loads((parts.pyodide / "package.json").read_text())["version"]
    build_id = hashlib.sha256("".join(entry.sha256 for entry in files.values()).encode()).hexdigest()[:16]
    return Manifest(
        v=1,
        pyodide=version,
        python=python,
        build=build_id,
        files=files,
        packages=packages,
        bytes=sum(entry.bytes for entry in files.values()),
        gzip_bytes=sum(entry.gzip_bytes for entry in files.values()),
    )


def _is_wanted_in_wheel(name: str) -> bool:
    """The command line and the type stubs stay at home."""
    return not name.startswith(COMMAND_LINE) and not name.endswith((".pyi", "py.typed"))


def repack(archive: Path, wanted: Callable[[str], bool]) -> bytes:
    """The archive again with only the wanted members, in name order and with fixed dates."""
    with tempfile.SpooledTemporaryFile() as buffer:
        with zipfile.ZipFile(archive) as source, zipfile.ZipFile(buffer, "w") as target:
            for name in sorted(source.namelist()):
                if not name.endswith("/") and wanted(name):
                    member = zipfile.ZipInfo(name, MEMBER_DATE)
                    member.external_attr = 0o644 << 16
                    target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED, 9)
        buffer.seek(0)
        return buffer.read()


def _add(out: Path, name: str, content: bytes) -> FileEntry:
    """Write `content` under `name` with eight digits of its hash in it."""
    sha256 = hashlib.sha256(content).hexdigest()
    hashed = hashed_name(name, sha256[:8])
    (out / hashed).write_bytes(content)
    return FileEntry(hashed, len(content), len(gzip.compress(content, 6, mtime=0)), sha256)


def hashed_name(name: str, digits: str) -> str:
    """`a.b` → `a.<digits>.b`; a wheel gets them as its build tag, so that its name stays a wheel's name."""
    if name.endswith(".whl"):
        project, version, tags = name.split("-", 2)
        return f"{project}-{version}-0{digits}-{tags}"
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{digits}.{suffix}"


def main(arguments: list[str] | None = None) -> int:
    """Build by hand and print what came out."""
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description="Assemble the Python that runs in the reader's browser.")
    parser.add_argument("--out", type=Path, default=root / "build" / "python")
    try:
        manifest = build(root, parser.parse_args(arguments).out, say=print)
    except RuntimeBuildError as error:
        print(f"runtime: {error}", file=sys.stderr)
        return 1
    rows: list[dict[str, Any]] = [asdict(entry) for entry in manifest.files.values()]
    for row in sorted(rows, key=lambda row: -int(row["bytes"])):
        print(f"{row['bytes']:>10,} {row['gzip_bytes']:>10,} gz  {row['name']}")
    print(f"{manifest.bytes:>10,} {manifest.gzip_bytes:>10,} gz  in all (Pyodide {manifest.pyodide})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
