"""The little of WebAssembly's form that is needed to take something out of a file: its sections, its numbers, its data."""

from __future__ import annotations

from collections.abc import Iterator

_DATA = 11
_I32_CONST = 0x41
_END = 0x0B


class TrimError(Exception):
    """Pyodide's files no longer look as they are expected here; says what is different."""


def sections(wasm: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Of each section its kind, where it starts, where its content starts, where it ends. Raises TrimError."""
    if wasm[:4] != b"\0asm":
        raise TrimError("pyodide.asm.wasm is no WebAssembly")
    at = 8
    while at < len(wasm):
        size, content = read_number(wasm, at + 1)
        yield wasm[at], at, content, content + size
        at = content + size


def active_data(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    """What the machine puts into its memory when it is made: of each piece its address, place in the file and size.

    In the order of the addresses. Raises TrimError where a piece has no address of its own.
    """
    for kind, _, content, _ in sections(wasm):
        if kind == _DATA:
            yield from sorted(_pieces(wasm, content))


def _pieces(wasm: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    count, at = read_number(wasm, at)
    for _ in range(count):
        flags, at = read_number(wasm, at)
        if flags or wasm[at] != _I32_CONST:
            raise TrimError("pyodide.asm.wasm holds data without an address")
        address, at = read_number(wasm, at + 1)
        if wasm[at] != _END:
            raise TrimError("pyodide.asm.wasm works out an address")
        size, at = read_number(wasm, at + 1)
        yield address, at, size
        at += size


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """A number in WebAssembly's form (LEB128, unsigned), and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return value, at


def as_number(value: int) -> bytes:
    """The same the other way round."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def as_signed(value: int) -> bytes:
    """A number from 0 on, in the form that WebAssembly has for numbers that may be negative."""
    out = bytearray()
    while value >= 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
