"""Take out of Pyodide's machine code what its memory brings and no first check reads; it is fetched after the check.

With the build's memory Python is up already: the code of its frozen modules has been read, and tables of East Asian
encodings are read by modules that are not in our library. Zeros take their place, which compress to nothing. A start
without that memory gets these bytes before anything runs, every other start when they have come, at the same addresses:
from then on nothing is different.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from machinery.runtime_wasm import active_data

Range = tuple[int, int]

#: Tables of characters in one release of Pyodide, from and to an address, by the SHA-256 of its machine code. The build
#: of another release leaves its own in place until somebody looks where they are: `tests/site/test_runtime.py` says how.
TABLES: dict[str, tuple[Range, ...]] = {
    "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6": (
        (0xC3720, 0xDFA00),  # Chinese and Hong Kong's, as Python's codecs have them
        (0xFB830, 0x1534DE),  # Japanese, Korean and Taiwan's
        (0x2B2720, 0x2CF910),  # the same in the C library, for `iconv`
    ),
}
#: The head of marshalled code: its kind, then no arguments of any sort.
_CODE = (b"c" + bytes(8), b"\xe3" + bytes(8))
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Piece:
    """Some bytes at an address of the machine's memory, and where they stand in the file."""

    address: int
    place: int
    size: int


def without_cold(wasm: bytes, original: bytes) -> tuple[bytes, bytes]:
    """The machine code with zeros instead, and a file of what stood there. `original` is the code as Pyodide ships it."""
    pieces = [Piece(*piece) for piece in active_data(wasm)]
    memory = image(wasm)
    ranges = sorted({*_frozen(memory), *TABLES.get(hashlib.sha256(original).hexdigest(), ())})
    made = bytearray(wasm)
    for start, end in ranges:
        for place, size in _places(pieces, start, end):
            made[place : place + size] = bytes(size)
    return bytes(made), _file(memory, ranges)


def _file(memory: bytes, ranges: list[Range]) -> bytes:
    """Numbers of 32 bits: how many ranges, of each its address and size; then their bytes."""
    head = [len(ranges), *(number for start, end in ranges for number in (start, end - start))]
    return struct.pack(f"<{len(head)}I", *head) + b"".join(memory[start:end] for start, end in ranges)


def image(wasm: bytes) -> bytes:
    """Memory as it is when the machine has just been made."""
    pieces = list(active_data(wasm))
    memory = bytearray(max((address + size for address, _, size in pieces), default=0))
    for address, place, size in pieces:
        memory[address : address + size] = wasm[place : place + size]
    return bytes(memory)


def _places(pieces: list[Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in the file the bytes of these addresses stand, and how many."""
    first = bisect_right(pieces, start, key=lambda piece: piece.address) - 1
    for piece in pieces[max(first, 0) :]:
        if piece.address >= end:
            return
        skipped = max(start - piece.address, 0)
        size = min(end - piece.address, piece.size) - skipped
        if size > 0:
            yield piece.place + skipped, size


def _frozen(memory: bytes) -> Iterable[Range]:
    """Where the frozen modules' code is: Python lists them as name, code, size and whether it is a package."""
    words = array("I", memory[: len(memory) // 4 * 4])
    for at in range(len(words) - 3):
        name, code, size, package = words[at : at + 4]
        if package > 1 or not size or not name or not code or code + size > len(memory) or name > len(memory):
            continue
        if memory.startswith(_CODE, code) and _is_name(memory, name):
            yield code, code + size


def _is_name(memory: bytes, at: int) -> bool:
    text, end, _ = memory[at : at + _LONGEST_NAME].partition(b"\0")
    return bool(end) and text.isascii() and text.decode().replace(".", "_").isidentifier()
