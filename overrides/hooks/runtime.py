"""Assemble the Python that runs in the reader's browser.

From the npm package `pyodide` (exact version, see package.json), the engine built as a wheel and its locked
dependency wheels, `build()` makes one folder of files whose names carry their SHA-256, and `manifest.json`, which
names each with its size and hash, and says which are needed for the first check and which come after it. The page's
worker reads the manifest and nothing else by a fixed name.

Steps: build the engine's wheel; inside Pyodide's own Python, byte-compile it, its dependencies and the standard
library, and write a lock; trace which modules the engine asks for and drop the others; hash, name, list.
Archives are stored, not deflated: whole files compress better (see machinery/compress.py), and Python imports from
them as they are. Every archive has fixed dates and a fixed order, so the same inputs give the same bytes, and what
was compiled once is kept (`build/runtime`) under the hash of what it was made from.

Run by the site's build and by hand: `python overrides/hooks/runtime.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

#: 1 January 2020, the date written into every archive member (seconds since 1970).
EPOCH = 1577836800
MEMBER_DATE = (2020, 1, 1, 0, 0, 0)
#: Library modules that other modules of the library can do without, and do when they are not there: nothing here
#: opens a compressed archive or a secure socket of its own.
DONE_WITHOUT = ("_ssl.", "ssl.", "bz2.", "lzma.", "compression/")
#: Kept whole: imported by name at run time, where tracing the examples cannot see all of it.
ALWAYS_KEPT = (
    "encodings/utf_8",
    "encodings/punycode",
    "encodings/latin_1",
    "encodings/ascii",
    "phonenumbers/data/region_",
)
#: What a wheel brings beside code that is worth shipping: who wrote it and on what terms.
KEPT_IN_WHEELS = re.compile(r".*\.dist-info/(?:METADATA|licen[cs]es?/.*|LICEN[CS]E.*)|.*\.bin", re.IGNORECASE)
#: The engine's command line: nobody has one in a browser, and it asks for much of the library.
COMMAND_LINE = ("guide_engine/__main__.", "guide_engine/cli.", "guide_engine/commands/")
#: The lexicons: the browser gets them compiled.
LEXICON = re.compile(r"guide_engine/lexicon/[^/]+\.toml")
LIBRARY = "python_stdlib.zip"
#: Files of the npm package that the browser needs, by what the worker calls them. Published as .js: some hosts do not
#: know that .mjs is JavaScript, and browsers then refuse it.
RUNTIME_FILES = {"loader": "pyodide.mjs", "glue": "pyodide.asm.mjs", "wasm": "pyodide.asm.wasm"}
#: Fetched when the first check is answered, and needed by some drafts only: big telephone plans, other languages.
LATER = ("wheel:phonenumberslite", "languages")


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
    def kept(self) -> Path:
        """Where compiled archives are kept from build to build."""
        return self.root / "build" / "runtime"

    def scripts(self) -> Iterator[Path]:
        """The code of this build step."""
        yield Path(__file__)
        yield from sorted(self.machinery.glob("runtime*"))
        yield self.pyodide / "package.json"

    def inputs(self) -> Iterator[Path]:
        """Every file that the result depends on, in a fixed order."""
        yield self.root / "pyproject.toml"
        yield from self.scripts()
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


def build(root: Path, out: Path, say: Callable[[str], None] = lambda _: None) -> Manifest:
    """Make the browser's Python in `out` (for example `build/python`) and return its manifest.

    Skipped when no input changed since `out` was made. Raises RuntimeBuildError with what is missing or which step
    failed; `out` is then left as it was.
    """
    parts = Parts.of(root)
    key = fingerprint(parts.inputs())
    stamp = out.with_name(out.name + ".key")
    if (out / "manifest.json").is_file() and stamp.is_file() and stamp.read_text() == key:
        return read_manifest(out)
    say("assembling the browser's Python")
    with tempfile.TemporaryDirectory() as scratch:
        work, fresh = Path(scratch, "work"), Path(scratch, "fresh")
        work.mkdir()
        fresh.mkdir()
        wheels = _gather(parts, work)
        _compile(parts, work, wheels)
        _run_inside(parts, work, "trace", wheels)
        used = json.loads((work / "used.json").read_text())
        for refusal in used["refused"]:
            say(f"the engine did not answer: {refusal}")
        manifest = _publish(parts, work, fresh, frozenset(used["members"]))
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(fresh, out)
    stamp.write_text(key)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder that `build` made."""
    data = json.loads((folder / "manifest.json").read_text())
    data["files"] = {role: FileEntry(**entry) for role, entry in data["files"].items()}
    return Manifest(**data)


def _gather(parts: Parts, work: Path) -> list[str]:
    """Put the engine's wheel, its dependencies, the library and the stock lock side by side; the wheels' names."""
    for wheel in parts.engine_wheels.glob("*.whl"):
        shutil.copy(wheel, work)
    library = repack(parts.pyodide / LIBRARY, lambda name: not name.startswith(DONE_WITHOUT))
    (work / LIBRARY).write_bytes(library)
    shutil.copy(parts.pyodide / "pyodide-lock.json", work / "stock-lock.json")
    _python(parts, "from flit_core.buildapi import build_wheel; build_wheel(sys.argv[1])", work)
    _ship_vocabulary(parts, work)
    return sorted(path.name for path in work.glob("*.whl"))


def _ship_vocabulary(parts: Parts, work: Path) -> None:
    """Put the compiled vocabulary into the engine's wheel in place of the lexicons; other languages beside it."""
    _python(parts, "from guide_engine.store import write_compiled; write_compiled(Path(sys.argv[1]))", work)
    wheel = next(work.glob("guide_engine-*.whl"))
    unwanted = (*COMMAND_LINE, "guide_engine/lexicons.")
    wheel.write_bytes(repack(wheel, lambda name: not LEXICON.fullmatch(name) and not name.startswith(unwanted)))
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr(member("guide_engine/lexicon/vocabulary.bin"), (work / "vocabulary.bin").read_bytes())


def _python(parts: Parts, code: str, argument: Path) -> None:
    """Run a line of this Python in the project; fixed dates and hash seed, so that it writes the same bytes each time."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-c", f"import sys; from pathlib import Path; {code}", str(argument)]
    _run(command, parts.root, "packing the engine", env)


def _compile(parts: Parts, work: Path, wheels: list[str]) -> None:
    """Byte-compile every archive in place, those that were not compiled before; and lock the wheels."""
    parts.kept.mkdir(parents=True, exist_ok=True)
    scripts = list(parts.scripts())
    keys = {name: fingerprint([*scripts, work / name])[:32] for name in (LIBRARY, *wheels)}
    lock_key = hashlib.sha256("".join(keys.values()).encode()).hexdigest()[:32]
    missing = [name for name, key in keys.items() if not (parts.kept / key).is_file()]
    locked = parts.kept / lock_key
    if missing or not locked.is_file():
        todo = {"compile": [[name, f"{name}.compiled"] for name in missing], "lock": wheels}
        (work / "pack.json").write_text(json.dumps(todo))
        _run_inside(parts, work, "pack", [])
        for name in missing:
            _keep(work / f"{name}.compiled", parts.kept / keys[name])
        _keep(work / "pyodide-lock.json", locked)
    for name, key in keys.items():
        shutil.copy(parts.kept / key, work / name)
    shutil.copy(locked, work / "pyodide-lock.json")


def _keep(made: Path, kept: Path) -> None:
    """Move in one step, so that another build never reads half a file."""
    partial = kept.with_name(f"{kept.name}.{os.getpid()}")
    shutil.move(made, partial)
    partial.replace(kept)


def _run_inside(parts: Parts, work: Path, step: str, wheels: list[str]) -> None:
    """Run `runtime_<step>.py` in Pyodide's own Python."""
    job = {
        "step": step,
        "pyodide": str(parts.pyodide),
        "work": str(work),
        "tools": str(parts.tool_wheels) if step == "pack" else None,
        "script": str(parts.machinery / f"runtime_{step}.py"),
        "library": LIBRARY,
        "wheels": wheels,
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


def _publish(parts: Parts, work: Path, out: Path, used: frozenset[str]) -> Manifest:
    """Write every file under a name with its hash, then the manifest over them."""

    def wanted(name: str) -> bool:
        return name in used or name.startswith(ALWAYS_KEPT) or KEPT_IN_WHEELS.fullmatch(name) is not None

    files = {
        role: _add(out, name.replace(".mjs", ".js"), (parts.pyodide / name).read_bytes())
        for role, name in RUNTIME_FILES.items()
    }
    files["stdlib"] = _add(out, LIBRARY, repack(work / LIBRARY, wanted))
    files["languages"] = _add(out, "languages.bin", (work / "languages.bin").read_bytes())
    lock = json.loads((work / "pyodide-lock.json").read_text())
    for package, spec in sorted(lock["packages"].items()):
        entry = _add(out, spec["file_name"], repack(work / spec["file_name"], wanted))
        files[f"wheel:{package}"] = entry
        spec.update(file_name=entry.name, sha256=entry.sha256)
    manifest = _manifest(parts, lock, files)
    (out / "manifest.json").write_text(manifest.to_json())
    return manifest


def _manifest(parts: Parts, lock: dict[str, Any], files: dict[str, FileEntry]) -> Manifest:
    version = json.loads((parts.pyodide / "package.json").read_text())["version"]
    build_id = hashlib.sha256("".join(entry.sha256 for entry in files.values()).encode()).hexdigest()[:16]
    return Manifest(
        v=2,
        pyodide=version,
        python=lock["info"]["python"],
        build=build_id,
        files=files,
        first=[role for role in files if role not in LATER],
        later=list(LATER),
        lock=lock,
    )


def member(name: str) -> zipfile.ZipInfo:
    """An archive member of that name, stored, with a fixed date and fixed rights."""
    info = zipfile.ZipInfo(name, MEMBER_DATE)
    info.external_attr = 0o644 << 16
    return info


def repack(archive: Path, wanted: Callable[[str], bool]) -> bytes:
    """The archive again with only the wanted members: stored, in name order and with fixed dates."""
    with tempfile.SpooledTemporaryFile() as buffer:
        with zipfile.ZipFile(archive) as source, zipfile.ZipFile(buffer, "w") as target:
            for name in sorted(source.namelist()):
                if not name.endswith("/") and wanted(name):
                    target.writestr(member(name), source.read(name))
        buffer.seek(0)
        return buffer.read()


def _add(out: Path, name: str, content: bytes) -> FileEntry:
    """Write `content` under `name` with eight digits of its hash in it."""
    sha256 = hashlib.sha256(content).hexdigest()
    hashed = hashed_name(name, sha256[:8])
    (out / hashed).write_bytes(content)
    return FileEntry(hashed, len(content), sha256)


def hashed_name(name: str, digits: str) -> str:
    """`a.b` → `a.<digits>.b`. Archives end in .txt besides: plain hosts compress text, but no archive and no wheel."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{digits}.{suffix}{'.txt' if suffix in {'whl', 'zip', 'bin'} else ''}"


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
        print(f"{row['bytes']:>10,}  {row['name']}")
    print(f"{sum(row['bytes'] for row in rows):>10,}  in all (Pyodide {manifest.pyodide})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
