"""The browser that the tests drive: the system's Chromium, else Playwright's own, else Debian's package.

`CHROMIUM` in the environment names another program. Only `make test` needs a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from machinery.places import BIN, ROOT
from machinery.progress import Command, SetupError, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> Path | None:
    """A browser that answers when asked for its version, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not _answers(named):
            raise SetupError(f"CHROMIUM names {named}, which does not run as a browser.")
        return Path(named)
    return next((Path(program) for program in _candidates() if _answers(program)), None)


def _candidates() -> Iterator[str]:
    """Where a browser may be; Playwright is asked last, because asking it takes a second."""
    yield from (found for name in NAMES if (found := shutil.which(name)))
    yield from (program for program in APPLICATIONS if Path(program).exists())
    own = _playwrights_own()
    if own:
        yield own


def _answers(program: str) -> bool:
    """Ubuntu's chromium-browser may be a note about snap: a browser says its version."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwrights_own() -> str | None:
    """The Chromium that Playwright keeps in its cache, where it is there."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)\n"
    )
    done = subprocess.run([str(BIN / "python"), "-c", code], capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    return path if path and Path(path).is_file() else None


def ensure() -> Path:
    """Find a browser or install one. Raises SetupError, in a plain sentence, where none can be had."""
    found = find()
    if found:
        return found
    say("  No Chromium on this machine: the browser tests need one.")
    attempts: list[tuple[str, list[Command]]] = [
        ("Playwright's Chromium", [[BIN / "python", "-m", "playwright", "install", "--with-deps", "chromium"]]),
        ("Debian's chromium", apt_install("chromium")),
    ]
    for what, commands in attempts:
        try:
            for command in commands:
                run(what, command, ROOT, {"DEBIAN_FRONTEND": "noninteractive"})
        except SetupError as error:
            say(f"  {what} could not be installed:\n    " + "\n    ".join(str(error).splitlines()[-6:-2]))
        found = find()
        if found:
            return found
    raise SetupError(
        "The browser tests need Chromium, and none could be found or installed. Install Chromium or Chrome, "
        "or name one: CHROMIUM=/path/to/browser make test"
    )


def apt_install(*packages: str) -> list[Command]:
    """The commands that install Debian packages, or none where this user may not."""
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        prefix: Command = []
    elif _may_sudo():
        prefix = ["sudo", "-n"]
    else:
        return []
    return [[*prefix, "apt-get", "update"], [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *packages]]


def _may_sudo() -> bool:
    """May this user become root without a password?"""
    return bool(shutil.which("sudo")) and not subprocess.run(["sudo", "-n", "true"], check=False).returncode
