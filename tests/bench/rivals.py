"""The other checkers of the bench, installed into build/ when it first runs: the guide itself needs none of them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from machinery import stamps
from machinery.places import BUILD, LOCKS, NODE_MODULES, ROOT
from machinery.progress import Command, run

HERE = Path(__file__).parent
LOCK = LOCKS / "bench.txt"
PYTHON_HOME = BUILD / "bench-venv"
PYTHON = PYTHON_HOME / "bin" / "python"
PAGE = BUILD / "bench-npm"
BUNDLE = PAGE / "rivals.js"
WASM = PAGE / "node_modules" / "harper.js" / "dist" / "harper_wasm_bg.wasm"


def python() -> Path:
    """A Python with proselint, every file checked against its hash."""
    key = stamps.fingerprint([LOCK, sys.version])
    if not stamps.is_current(PYTHON_HOME, key):
        run("an environment for the bench", [sys.executable, "-m", "venv", "--clear", PYTHON_HOME], ROOT)
        pip: Command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r", LOCK]
        run("proselint", pip, ROOT)
        stamps.write(PYTHON_HOME, key)
    return PYTHON


def page(into: Path) -> None:
    """Put the script with alex, Harper and write-good, and what it loads, into a folder."""
    key = stamps.fingerprint([HERE / name for name in ("package.json", "package-lock.json", "rivals.js")])
    if not stamps.is_current(PAGE, key):
        PAGE.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", "rivals.js"):
            shutil.copy(HERE / name, PAGE / ("source.js" if name == "rivals.js" else name))
        npm: Command = ["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"]
        run("alex, Harper and write-good", npm, PAGE)
        esbuild: Command = [
            NODE_MODULES / ".bin" / "esbuild",
            "source.js",
            "--bundle",
            "--format=esm",
            "--platform=browser",
        ]
        # Harper asks for Node's files only where it runs under Node.
        run("their script", [*esbuild, "--external:fs", "--log-level=error", f"--outfile={BUNDLE}"], PAGE)
        stamps.write(PAGE, key)
    into.mkdir()
    shutil.copy(BUNDLE, into)
    shutil.copy(WASM, into)
    (into / "index.html").write_text('<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>')
