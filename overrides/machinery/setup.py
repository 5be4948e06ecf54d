"""`make setup`: everything that the commands need, from a machine with Python and not much else.

Each step is skipped when what it made was made from today's inputs (see stamps.py), so that a second start needs no
network and no noticeable time. Uses the standard library only: it runs before anything is installed.

    python3 -m machinery.setup            with PYTHONPATH=overrides, as the Makefile does
    python3 -m machinery.setup --browser  also find or install the browser that the tests drive
"""

from __future__ import annotations

import argparse
import fcntl
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machinery import browser, node, stamps
from machinery.places import BIN, BUILD, LOCKS, NODE_MODULES, REQUIREMENTS, ROOT, VENV, WHEELS
from machinery.progress import Command, SetupError, run, say

PYTHON = BIN / "python"
#: Pyodide's Python: what the wheels for the browser must fit.
BROWSER_PYTHON = "3.14"


def main(arguments: list[str] | None = None) -> int:
    """Do what is not done yet. Returns 0, or 1 after a plain sentence about what is missing."""
    parser = argparse.ArgumentParser(description="Install what the project's commands need.")
    parser.add_argument("--browser", action="store_true", help="also find or install a browser for the tests")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        with _alone():
            _virtual_environment()
            _python_packages()
            _engine()
            program = node.ensure(PYTHON)
            _front_end_packages(program)
            _browser_wheels()
            if options.browser:
                say(f"Set-up: the tests use {browser.ensure()}")
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    say(f"Set-up is complete ({time.monotonic() - started:.1f} s).")
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """Two commands started at once must not install over each other: the second waits."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / ".set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _virtual_environment() -> None:
    """Make .venv with the Python that runs this; again where it does not start or is of another version."""
    key = stamps.fingerprint([sys.version, str(VENV)])
    if PYTHON.exists() and stamps.is_current(VENV, key):
        return
    say(f"Set-up 1/5: a virtual environment (Python {sys.version.split()[0]})")
    shutil.rmtree(VENV, ignore_errors=True)
    command: Command = [sys.executable, "-m", "venv", VENV]
    try:
        run("virtual environment", command, ROOT)
    except SetupError:
        # Debian and Ubuntu keep the part that makes environments in a package of its own.
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        commands = browser.apt_install(package)
        if not commands:
            raise SetupError(f"Python makes no virtual environment here: install {package} and try again.") from None
        for install in commands:
            run(package, install, ROOT, {"DEBIAN_FRONTEND": "noninteractive"})
        run("virtual environment", [*command, "--clear"], ROOT)
    stamps.write(VENV, key)


def _python_packages() -> None:
    """Install what requirements.txt locks, every file checked against its hash."""
    key = stamps.fingerprint([REQUIREMENTS])
    if stamps.is_current(VENV, key, ".packages-from"):
        return
    count = len(re.findall(r"^[\w.-]+==", REQUIREMENTS.read_text(), re.MULTILINE))
    say(f"Set-up 2/5: {count} Python packages, each checked against its hash")
    pip: Command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        REQUIREMENTS,
    ]
    run("Python packages", pip, ROOT)
    stamps.write(VENV, key, ".packages-from")


def _engine() -> None:
    """Install the engine as a link to this folder, with its console script."""
    key = stamps.fingerprint([ROOT / "pyproject.toml"])
    if stamps.is_current(VENV, key, ".engine-from"):
        return
    pip: Command = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    run("the engine", [*pip, "--no-build-isolation", "--no-deps", "--no-index", "-e", "."], ROOT)
    stamps.write(VENV, key, ".engine-from")


def _front_end_packages(program: Path) -> None:
    """`npm ci`: exactly what package-lock.json says. No package's own install script is run."""
    key = stamps.fingerprint([ROOT / "package.json", ROOT / "package-lock.json", node.platform_key()])
    if stamps.is_current(NODE_MODULES, key):
        return
    say("Set-up 3/5: front-end packages and Pyodide, from npm")
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    npm = shutil.which("npm", path=path) or "npm"
    run("front-end packages", [npm, "ci", "--ignore-scripts", "--no-fund", "--no-audit"], ROOT, {"PATH": path})
    stamps.write(NODE_MODULES, key)


def _browser_wheels() -> None:
    """Fetch the wheels that the browser's Python is made of; nothing is installed on this machine."""
    for number, (folder, lock, what) in enumerate(
        (
            (WHEELS / "engine", LOCKS / "engine.txt", "wheels for the browser's Python"),
            (WHEELS / "tools", LOCKS / "pyodide-tools.txt", "wheels of the tools that pack it"),
        ),
        4,
    ):
        key = stamps.fingerprint([lock, BROWSER_PYTHON])
        if stamps.is_current(folder, key):
            continue
        say(f"Set-up {number}/5: {what}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        fit: Command = ["--only-binary", ":all:", "--python-version", BROWSER_PYTHON, "--platform", "any", "--no-deps"]
        pip: Command = [PYTHON, "-m", "pip", "download", "--disable-pip-version-check", "--require-hashes"]
        run(what, [*pip, *fit, "--dest", folder, "-r", lock], ROOT)
        stamps.write(folder, key)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next start goes on from here.")
