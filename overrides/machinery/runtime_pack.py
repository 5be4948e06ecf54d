"""Runs inside Pyodide (see runtime.mjs): write a lock for our wheels and byte-compile them and the library.

Finds the wheels, `python_stdlib.zip` and `stock-lock.json` in /pack; leaves byte-compiled archives and
`pyodide-lock.json` there, with the SHA-256 of each wheel.
"""

from pathlib import Path

# These live in Pyodide's Python only, not in the host's virtual environment.
from pyodide_build._py_compile import _py_compile_archive_dir  # type: ignore[import-not-found,unused-ignore]
from pyodide_lock import PyodideLockSpec  # type: ignore[import-not-found,unused-ignore]
from pyodide_lock.utils import add_wheels_to_spec  # type: ignore[import-not-found,unused-ignore]

WORK = Path("/pack")


def lock_our_wheels() -> None:
    """Keep what the stock lock says of the interpreter, drop its packages, add ours with their hashes."""
    stock = PyodideLockSpec.from_json(WORK / "stock-lock.json")
    stock.packages = {}
    ours = add_wheels_to_spec(stock, sorted(WORK.glob("*.whl")), base_path=WORK)
    ours.to_json(WORK / "pyodide-lock.json", indent=1)


lock_our_wheels()
_py_compile_archive_dir(WORK, keep=False, verbose=False)
