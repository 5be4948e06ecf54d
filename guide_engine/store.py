"""The compiled vocabulary on disk, so that a start need not read and compile every lexicon again.

It works and is placed as Python's own byte code is, tied to the names, sizes and times of the lexicons.
Where the folder cannot be written, everything works, only slower. The browser's engine carries `COMPILED` instead of
the lexicons, with the language of most drafts, and the others come after it as `LANGUAGES`, a file beside the archive
that the engine is imported from: `write_compiled` makes both when the site is built.
"""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import cast

from guide_engine.vocabulary import State, Vocabularies

COMPILED = "vocabulary.bin"
"""The file, in the package's lexicon folder, that replaces the lexicons where they are not shipped."""

LANGUAGES = "languages.bin"
"""The compiled lexicons that `COMPILED` leaves out."""

AT_ONCE = frozenset({"en"})
"""The languages that a check of most drafts needs: an English draft is read with no other."""

_FORMAT = 4
"""marshal's version: read by every Python from 3.4 on, and it stores equal branches once."""

_FOLDER = Path(__file__).parent / "lexicon"

Packed = dict[str, bytes]
"""Each language's compiled lexicon as bytes of its own."""

Pack = tuple[dict[str, dict[str, list[str]]], Packed]
"""What is stored: the word lists of all languages, and the compiled lexicons."""


def vocabularies() -> Vocabularies:
    """The compiled vocabularies: the shipped ones, else the kept ones if they are up to date, else new ones.

    Where the other languages are still on their way, taking one up raises FileNotFoundError, and can be tried again.
    """
    lists, packed = _pack()

    def load(language: str) -> State:
        if language not in packed:
            packed.update(_languages())
        return cast("State", marshal.loads(packed[language]))  # noqa: S302  # our own

    return Vocabularies(lists, load)


def write_compiled(folder: Path) -> None:
    """Write the files that stand for all lexicons in a build. Raises OSError where `folder` cannot be written."""
    lists, packed = _compile()
    first = {name: state for name, state in packed.items() if name in AT_ONCE}
    others = {name: state for name, state in packed.items() if name not in AT_ONCE}
    (folder / COMPILED).write_bytes(marshal.dumps((lists, first), _FORMAT))
    (folder / LANGUAGES).write_bytes(marshal.dumps(others, _FORMAT))


def _languages() -> Packed:
    beside = _FOLDER.parents[2] / LANGUAGES
    return cast("Packed", marshal.loads(beside.read_bytes()))  # noqa: S302  # our own file, made by our own build


def _shipped() -> Pack | None:
    try:
        # Through the loader, because in the browser the package is an archive, and what is in there is no file.
        data = __spec__.loader.get_data(str(_FOLDER / COMPILED))  # type: ignore[union-attr]  # a spec's loader has it
    except OSError:
        return None
    return cast("Pack", marshal.loads(data))  # noqa: S302  # our own file, made by our own build


def _pack() -> Pack:
    shipped = _shipped()
    if shipped is not None:
        return shipped
    from importlib.util import cache_from_source

    stamp = _stamp()
    kept = Path(cache_from_source(str(_FOLDER / "vocabulary.py"))).with_suffix(".bin")
    try:
        found_stamp, pack = marshal.loads(kept.read_bytes())  # noqa: S302  # as trusted as the byte code beside it
        if found_stamp == stamp:
            return cast("Pack", pack)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    new = _compile()
    _keep(kept, marshal.dumps((stamp, new), _FORMAT))
    return new


def _compile() -> Pack:
    # Imported here: where a compiled vocabulary is at hand, nothing needs the code that makes one.
    from guide_engine.lexicons import compile_lexicon, languages, load, word_lists

    lexicons = [load(language) for language in languages()]
    compiled = {one.language: marshal.dumps(compile_lexicon(one), _FORMAT) for one in lexicons}
    return {one.language: word_lists(one) for one in lexicons}, compiled


def _stamp() -> list[tuple[str, int, int]]:
    """What the lexicons and the code that compiles them look like from outside."""
    sources = [*sorted(_FOLDER.glob("*.toml")), *(Path(__file__).parent / f"{n}.py" for n in _COMPILERS)]
    seen = ((path.name, path.stat()) for path in sources)
    return [(name, status.st_size, status.st_mtime_ns) for name, status in seen]


_COMPILERS = ("lexicons", "vocabulary", "tokens", "text", "characters", "store")


def _keep(target: Path, data: bytes) -> None:
    """Write in one step, so that another process never reads half a file."""
    import tempfile  # only where something is written

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as new:
            new.write(data)
        Path(new.name).replace(target)
    except OSError:
        return  # a folder that cannot be written costs time at the next start, nothing else
