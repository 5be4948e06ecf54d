"""Assemble the Python that runs in the reader's browser.

From the npm package `pyodide` (exact version, see package.json), the engine built as a wheel and its locked
dependency wheels, `build()` makes one folder of files whose names carry their SHA-256, and `manifest.json`, which
names each with its size and hash, and says which are needed for the first check and which come after it. The page's
worker reads the manifest and nothing else by a fixed name.

Steps: build the engine's wheel; inside Pyodide's own Python, byte-compile it, its dependencies and the standard
library, and write a lock; trace which modules the engine asks for and drop the others; trim Pyodide's own files;
hash, name, list.
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
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

# Run by hand or by MkDocs: the folder above is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from machinery import runtime_cold, runtime_split
from machinery.runtime_archives import EPOCH, hashed_name, member, repack
from machinery.runtime_parts import FileEntry, Manifest, Parts, RuntimeBuildError, fingerprint
from machinery.runtime_trim import trimmed
from machinery.runtime_wasm import TrimError

#: Library modules that other modules of the library can do without, and do when they are not there: nothing here
#: opens a compressed archive or a secure socket of its own.
DONE_WITHOUT = ("_ssl.", "ssl.", "bz2.", "lzma.", "compression/", "asyncio/")
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
#: Library modules whose start costs more than anything here gets from them, and what stands in for each.
REPLACED = {
    "_colorize.py": "no_colours.py",
    "_pyodide/__init__.py": "no_traceback_printer.py",
    "_pyodide/_base.py": "plain_code.py",
    "asyncio/__init__.py": "no_event_loop.py",
    "pyodide/_package_loader.py": "no_packages.py",
    "pyodide/code.py": "code_to_run.py",
    "pyodide/webloop.py": "no_loop_of_the_page.py",
}
LIBRARY = "python_stdlib.zip"
#: Files of the npm package that the browser needs, by what the worker calls them. Published as .js: some hosts do not
#: know that .mjs is JavaScript, and browsers then refuse it.
RUNTIME_FILES = {"loader": "pyodide.mjs", "glue": "pyodide.asm.mjs", "wasm": "pyodide.asm.wasm"}
#: What is published of them, and what the machine code goes without until the first check is answered: some of its bytes
#: and most of its functions.
PUBLISHED = {
    "loader": "pyodide.js",
    "glue": "pyodide.asm.js",
    "wasm": "pyodide.asm.wasm",
    "cold": "cold.bin",
    "remainder": "remainder.wasm",
}
#: Fetched when the first check is answered, and needed by some drafts only: big telephone plans, other languages.
LATER = ("wheel:phonenumberslite", "languages")
#: Needed at once where a browser does not take back the memory that the build made; else fetched after the first check.
WITHOUT_MEMORY = ("remainder", "cold", "stdlib", "wheel:guide-engine", "wheel:linkify-it-py")


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
    library = repack(parts.pyodide / LIBRARY, lambda name: name not in REPLACED and not name.startswith(DONE_WITHOUT))
    (work / LIBRARY).write_bytes(library)
    with zipfile.ZipFile(work / LIBRARY, "a") as archive:
        for name, ours in REPLACED.items():
            archive.writestr(member(name), (parts.stand_ins / ours).read_bytes())
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
    run_node(parts, "runtime.mjs", job_file, f"the {step} step")


def run_node(parts: Parts, script: str, job: Path, what: str) -> None:
    """Run one of the machinery's scripts with a job file. Raises RuntimeBuildError with what it says."""
    _run([_node(), str(parts.machinery / script), str(job)], parts.root, what)


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

    files = {role: _add(out, PUBLISHED[role], content) for role, content in pyodides_own(parts).items()}
    files["stdlib"] = _add(out, LIBRARY, repack(work / LIBRARY, wanted))
    files["languages"] = _add(out, "languages.bin", (work / "languages.bin").read_bytes())
    lock = json.loads((work / "pyodide-lock.json").read_text())
    for package, spec in sorted(lock["packages"].items()):
        entry = _add(out, spec["file_name"], repack(work / spec["file_name"], wanted))
        files[f"wheel:{package}"] = entry
        spec.update(file_name=entry.name, sha256=entry.sha256)
    files["memory"] = _add(out, "memory.bin", _memory(parts, work, out, files, lock))
    manifest = _manifest(parts, lock, files)
    (out / "manifest.json").write_text(manifest.to_json())
    return manifest


def _memory(parts: Parts, work: Path, out: Path, files: dict[str, FileEntry], lock: dict[str, Any]) -> bytes:
    """Python's memory with the engine imported and warm, made by exactly the files that the browser gets."""
    folder = work / "as-published"
    folder.mkdir()
    for role, name in RUNTIME_FILES.items():
        shutil.copy(out / files[role].name, folder / name)
    (folder / "lock.json").write_text(json.dumps(lock))
    job = {
        "folder": str(folder),
        "library": str(out / files["stdlib"].name),
        "lock": str(folder / "lock.json"),
        "archives": [
            [role, str(out / files[role].name)] for role in files if role.startswith("wheel:") and role not in LATER
        ],
        "cold": str(out / files["cold"].name),
        "remainder": str(out / files["remainder"].name),
        "mould": str(parts.mould),
        "out": str(work / "memory.bin"),
    }
    (folder / "job.json").write_text(json.dumps(job))
    run_node(parts, "runtime_memory.mjs", folder / "job.json", "the memory step")
    return (work / "memory.bin").read_bytes()


def pyodides_own(parts: Parts) -> dict[str, bytes]:
    """Pyodide's files by role, without what only add-on libraries would need, and the machine code in two parts."""
    files = in_one_piece(parts)
    needed = runtime_split.needed((parts.pyodide / RUNTIME_FILES["wasm"]).read_bytes())
    try:
        files["wasm"], files["remainder"] = runtime_split.split(files["wasm"], needed)
    except TrimError as error:
        raise RuntimeBuildError(str(error)) from error
    return files


def in_one_piece(parts: Parts) -> dict[str, bytes]:
    """The same before the machine code is split."""
    files = {role: (parts.pyodide / name).read_bytes() for role, name in RUNTIME_FILES.items()}
    try:
        wasm, glue = trimmed(files["wasm"], files["glue"].decode(), files["loader"].decode())
        wasm, cold = runtime_cold.without_cold(wasm, files["wasm"])
    except TrimError as error:
        raise RuntimeBuildError(str(error)) from error
    return {**files, "wasm": wasm, "glue": glue.encode(), "cold": cold}


def _manifest(parts: Parts, lock: dict[str, Any], files: dict[str, FileEntry]) -> Manifest:
    version = json.loads((parts.pyodide / "package.json").read_text())["version"]
    build_id = hashlib.sha256("".join(entry.sha256 for entry in files.values()).encode()).hexdigest()[:16]
    return Manifest(
        v=4,
        pyodide=version,
        python=lock["info"]["python"],
        build=build_id,
        files=files,
        first=[*RUNTIME_FILES, "memory"],
        plain=[*RUNTIME_FILES, *WITHOUT_MEMORY],
        later=list(LATER),
        lock=lock,
    )


def _add(out: Path, name: str, content: bytes) -> FileEntry:
    """Write `content` under `name` with eight digits of its hash in it."""
    sha256 = hashlib.sha256(content).hexdigest()
    hashed = hashed_name(name, sha256[:8])
    (out / hashed).write_bytes(content)
    return FileEntry(hashed, len(content), sha256)


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
