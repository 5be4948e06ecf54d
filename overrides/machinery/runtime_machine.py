"""A WebAssembly module as lists of entries, each left as it stands in the file, so that one can be put beside another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cached_property

from machinery.runtime_wasm import TrimError, as_number, read_number, sections

#: What is given or taken, as imports and exports number it.
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)


class Kind(IntEnum):
    """The sections of a module."""

    TYPES = 1
    IMPORTS = 2
    FUNCTIONS = 3
    TABLES = 4
    MEMORIES = 5
    GLOBALS = 6
    EXPORTS = 7
    ELEMENTS = 9
    CODE = 10
    TAGS = 13


_FUNCTION_TYPE = 0x60
#: Types of one byte: numbers, vectors, references to functions and to JavaScript's objects.
_VALUES = frozenset({0x7F, 0x7E, 0x7D, 0x7C, 0x7B, 0x70, 0x6F})
#: What may work out a value that stands when the machine is made, and the bytes after it where they are no LEB number.
_I32_CONST, _I64_CONST, _GLOBAL_GET, _REF_NULL, _REF_FUNC = 0x41, 0x42, 0x23, 0xD0, 0xD2
_WITH_NUMBER = frozenset({_I32_CONST, _I64_CONST, _GLOBAL_GET, _REF_NULL, _REF_FUNC})
_END = 0x0B

#: Over one entry: from where it starts to where it ends.
_Skip = Callable[[bytes, int], int]


def vector(entries: list[bytes]) -> bytes:
    """A list as WebAssembly has it: how many, then each."""
    return as_number(len(entries)) + b"".join(entries)


def section(kind: int, content: bytes) -> bytes:
    """A section with its head."""
    return bytes([kind]) + as_number(len(content)) + content


def named(name: str) -> bytes:
    """A name with its length."""
    return as_number(len(name.encode())) + name.encode()


class Machine:
    """One module, read. Raises TrimError where it is of a form that is not expected here."""

    def __init__(self, wasm: bytes) -> None:
        self._wasm = wasm
        self._sections = {kind: (content, end) for kind, _, content, end in sections(wasm) if kind}
        self.head = wasm[:8]
        self.types = self._entries(Kind.TYPES, _over_type)
        self.imports = self._entries(Kind.IMPORTS, _over_import)
        self.tables = self._entries(Kind.TABLES, _over_table)
        self.memories = self._entries(Kind.MEMORIES, _over_limits)
        self.globals = self._entries(Kind.GLOBALS, _over_global)
        self.exports = self._entries(Kind.EXPORTS, lambda wasm, at: read_number(wasm, _over_name(wasm, at) + 1)[1])
        self.elements = self._entries(Kind.ELEMENTS, _over_elements)
        self.tags = self._entries(Kind.TAGS, lambda wasm, at: read_number(wasm, at + 1)[1])
        self.function_types = [read_number(one, 0)[0] for one in self._entries(Kind.FUNCTIONS, _over_number)]
        self.bodies = [one[read_number(one, 0)[1] :] for one in self._entries(Kind.CODE, _over_sized)]

    def _entries(self, kind: Kind, skip: _Skip) -> list[bytes]:
        if kind not in self._sections:
            return []
        content, end = self._sections[kind]
        count, at = read_number(self._wasm, content)
        found = []
        for _ in range(count):
            start, at = at, skip(self._wasm, at)
            found.append(self._wasm[start:at])
        if at != end:
            raise TrimError(f"pyodide.asm.wasm has {kind.name.lower()} of an unknown form")
        return found

    @cached_property
    def _imported(self) -> list[tuple[int, bytes]]:
        """Of each import its kind and its description."""
        found = []
        for entry in self.imports:
            at = _over_name(entry, _over_name(entry, 0))
            found.append((entry[at], entry[at + 1 :]))
        return found

    @cached_property
    def imported_globals(self) -> list[bytes]:
        """Their descriptions."""
        return [description for kind, description in self._imported if kind == GLOBAL]

    @cached_property
    def _types_of_all(self) -> list[int]:
        imported = [read_number(description, 0)[0] for kind, description in self._imported if kind == FUNCTION]
        return imported + self.function_types

    @property
    def imported_functions(self) -> int:
        """How many: the module's own are numbered after them."""
        return len(self._types_of_all) - len(self.function_types)

    def type_of(self, function: int) -> int:
        """The number of its type."""
        return self._types_of_all[function]

    def parameters(self, of: int) -> int:
        """How many arguments functions of this type take."""
        return read_number(self.types[of], 1)[0]

    def numbered(self) -> Iterator[tuple[int, bytes]]:
        """The number of each of its own functions, and its body."""
        return enumerate(self.bodies, self.imported_functions)

    @property
    def table_size(self) -> int:
        """How many places the table of functions has from the start."""
        return read_number(self.tables[0], 2)[0]

    def listed(self) -> tuple[int, list[int]]:
        """From which place on the table is filled when the machine is made, and with which functions."""
        if len(self.elements) != 1:
            raise TrimError("pyodide.asm.wasm does not fill its table in one go")
        entry = self.elements[0]
        start, at = read_number(entry, 2)
        count, at = read_number(entry, at + 1)
        functions = []
        for _ in range(count):
            function, at = read_number(entry, at)
            functions.append(function)
        return start, functions

    def rewritten(self, changed: dict[Kind, list[bytes]]) -> bytes:
        """The module with other entries in some sections, and the rest as it was."""
        parts = [self.head]
        others = {int(kind): entries for kind, entries in changed.items()}
        for kind, start, _, end in sections(self._wasm):
            known = others.get(kind)
            parts.append(self._wasm[start:end] if known is None else section(kind, vector(known)))
        return b"".join(parts)


def _over_number(wasm: bytes, at: int) -> int:
    return read_number(wasm, at)[1]


def _over_sized(wasm: bytes, at: int) -> int:
    size, at = read_number(wasm, at)
    return at + size


_over_name = _over_sized


def _over_type(wasm: bytes, at: int) -> int:
    if wasm[at] != _FUNCTION_TYPE:
        raise TrimError("pyodide.asm.wasm has types that are no functions")
    at += 1
    for _ in ("arguments", "results"):
        count, at = read_number(wasm, at)
        if not _VALUES.issuperset(wasm[at : at + count]):
            raise TrimError("pyodide.asm.wasm has functions of unknown types")
        at += count
    return at


def _over_limits(wasm: bytes, at: int) -> int:
    flags = wasm[at]
    at = _over_number(wasm, at + 1)
    return _over_number(wasm, at) if flags & 1 else at


def _over_table(wasm: bytes, at: int) -> int:
    return _over_limits(wasm, at + 1)


def _over_import(wasm: bytes, at: int) -> int:
    at = _over_name(wasm, _over_name(wasm, at))
    skips: dict[int, _Skip] = {FUNCTION: _over_number, GLOBAL: lambda _, place: place + 2}
    skip = skips.get(wasm[at])
    if not skip:
        raise TrimError("pyodide.asm.wasm takes more than functions and globals")
    return skip(wasm, at + 1)


def _over_value(wasm: bytes, at: int) -> int:
    if wasm[at] not in _WITH_NUMBER:
        raise TrimError("pyodide.asm.wasm works out a value in an unknown way")
    at = _over_number(wasm, at + 1)
    if wasm[at] != _END:
        raise TrimError("pyodide.asm.wasm works out a value in several steps")
    return at + 1


def _over_global(wasm: bytes, at: int) -> int:
    return _over_value(wasm, at + 2)


def _over_elements(wasm: bytes, at: int) -> int:
    if wasm[at] != 0:
        raise TrimError("pyodide.asm.wasm fills its table in an unknown way")
    count, at = read_number(wasm, _over_value(wasm, at + 1))
    for _ in range(count):
        at = _over_number(wasm, at)
    return at
