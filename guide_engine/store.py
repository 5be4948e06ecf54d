"""The compiled vocabulary on disk, so that a start need not read and compile every lexicon again.

It works and is placed as Python's own byte code is, tied to the names, sizes and times of the lexicons.
Where the folder cannot be written, everything works, only slower. The browser's engine carries `COMPILED` instead of
the lexicons: `write_compiled` makes it when the site is built.
"""

from __future__ import annotations

import marshal
import tempfile
from importlib.util import cache_from_source
from pathlib import Path
from typing import cast

from guide_engine.vocabulary import State, compile_state, languages, load

COMPILED = "vocabulary.bin"
"""The file, in the package's lexicon folder, that replaces the lexicons where they are not shipped."""

_FORMAT = 4
"""marshal's version: read by every Python from 3.4 on, and it stores equal branches once."""

_FOLDER = Path(__file__).parent / "lexicon"


def stored_state() -> State:
    """The compiled vocabulary: the shipped one, else the kept one if it is up to date, else a new one."""
    shipped = _FOLDER / COMPILED
    if shipped.exists():
        return cast("State", marshal.loads(shipped.read_bytes()))  # noqa: S302  # our own file, made by our own build
    stamp = _stamp()
    kept = Path(cache_from_source(str(_FOLDER / "vocabulary.py"))).with_suffix(".bin")
    try:
        found_stamp, state = marshal.loads(kept.read_bytes())  # noqa: S302  # as trusted as the byte code beside it
        if found_stamp == stamp:
            return cast("State", state)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    state = compile_state(map(load, languages()))
    _keep(kept, marshal.dumps((stamp, state), _FORMAT))
    return state


def write_compiled(target: Path) -> None:
    """Write the file that stands for all lexicons in a build. Raises OSError where `target` cannot be written."""
    target.write_bytes(marshal.dumps(compile_state(map(load, languages())), _FORMAT))


def _stamp() -> list[tuple[str, int, int]]:
    """What the lexicons and the code that compiles them look like from outside."""
    sources = [*sorted(_FOLDER.glob("*.toml")), *(Path(__file__).parent / f"{n}.py" for n in _COMPILERS)]
    seen = ((path.name, path.stat()) for path in sources)
    return [(name, status.st_size, status.st_mtime_ns) for name, status in seen]


_COMPILERS = ("vocabulary", "tokens", "text", "characters")


def _keep(target: Path, data: bytes) -> None:
    """Write in one step, so that another process never reads half a file."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as new:
            new.write(data)
        Path(new.name).replace(target)
    except OSError:
        return  # a folder that cannot be written costs time at the next start, nothing else
