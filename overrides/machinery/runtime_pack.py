"""Runs inside Pyodide (see runtime.mjs): byte-compile archives for this very interpreter, and lock our wheels.

Reads /pack/pack.json: `{"compile": [[source, target], …], "lock": [wheel, …]}`, all names in /pack. What is compiled loses its docstrings,
assertions and line tables: nobody in a browser reads them, and they are a good third of the bytes. A lock is written
to /pack/pyodide-lock.json where wheels are named: what the stock lock says of the interpreter, and our wheels only.
"""

import json
import marshal
import struct
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

WORK = Path("/pack")
#: Flags (hash-based, never looked at again) and a hash of nothing: the same bytes whenever it is made.
HEADER = MAGIC_NUMBER + struct.pack("<I", 1) + bytes(8)


def no_lines(units: int) -> bytes:
    """A line table that says of so many instructions that they are on no line: an entry for eight at most."""
    full, rest = divmod(units, 8)
    return bytes([0xFF] * full + ([0xF8 | (rest - 1)] if rest else []))


def slim(code: CodeType) -> CodeType:
    """The code, and all code in it, without line numbers."""
    inner = tuple(slim(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=no_lines(len(code.co_code) // 2))


def compiled(name: str, source: bytes) -> bytes:
    """A module's byte code as a file. Raises SyntaxError where the source is not for this Python."""
    return HEADER + marshal.dumps(slim(compile(source, name, "exec", dont_inherit=True, optimize=2)))


def compile_archive(source: Path, target: Path) -> None:
    """The archive again, stored, with byte code instead of sources."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for name in given.namelist():
            if name.endswith(".py"):
                try:
                    made.writestr(f"{name}c", compiled(name, given.read(name)))
                except SyntaxError:
                    continue  # a test file that is wrong on purpose
            elif not name.endswith("/"):
                made.writestr(name, given.read(name))


def lock(wheels: list[str]) -> None:
    """Keep what the stock lock says of the interpreter, drop its packages, add ours with their hashes."""
    # These live in Pyodide's Python only, not in the host's virtual environment.
    from pyodide_lock import PyodideLockSpec  # type: ignore[import-not-found,unused-ignore]
    from pyodide_lock.utils import add_wheels_to_spec  # type: ignore[import-not-found,unused-ignore]

    stock = PyodideLockSpec.from_json(WORK / "stock-lock.json")
    stock.packages = {}
    ours = add_wheels_to_spec(stock, sorted(WORK / name for name in wheels), base_path=WORK)
    ours.to_json(WORK / "pyodide-lock.json", indent=1)


job = json.loads((WORK / "pack.json").read_text())
for origin, result in job["compile"]:
    compile_archive(WORK / origin, WORK / result)
if job["lock"]:
    lock(job["lock"])
