"""Split Python's machine code in two: what messages have been seen to need, and the rest, which comes when it is asked for.

Ten thousand messages run a tenth of Python's functions (see runtime_profile.py). The first part keeps their code; in each
other place it has a few bytes that fetch the rest, if it is not here yet, and go on there. Nothing is renumbered: both
parts know every function under the same number, have the same memory and the same table of functions, and meet in that
table. So whatever a function does, it does in either part; where the code lies is all that changes.

The page's side is overrides/guide/machine.ts: it puts the function that brings the rest into the table's last place.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from machinery.runtime_machine import GLOBAL, MEMORY, TABLE, TAG, Kind, Machine, named, section, vector
from machinery.runtime_wasm import TrimError, as_number, as_signed

#: What messages were seen to need, as runtime_profile.py writes it.
PROFILE = Path(__file__).with_name("runtime_profile.json")
#: Where the two parts meet: the names under which the first gives what the rest takes, and the switch that is on once the
#: rest is here.
MEETING = "split"
READY = "split:ready"
#: The code in its place is no shorter.
SMALL = 24
_I32, _FUNCREF = b"\x7f", b"\x70"
_NOTHING_TO_NOTHING, _NUMBER_TO_NUMBER = b"\x60\x00\x00", b"\x60\x01\x7f\x01\x7f"
_LOCAL_GET, _GLOBAL_GET, _CALL, _CALL_INDIRECT, _CONST = b"\x20", b"\x23", b"\x10", b"\x11", b"\x41"
_IS_ZERO, _IF, _END, _FIRST_TABLE = b"\x45", b"\x04\x40", b"\x0b", b"\x00"
_NO_LOCALS = b"\x00"


@dataclass(frozen=True)
class Places:
    """Where each function that the other part calls stands in the table, and the last place, for what brings the rest."""

    kept: dict[int, int]
    gone: dict[int, int]
    #: Of those, the ones that had no place before, in the order of their places.
    added: list[int]
    last: int

    @classmethod
    def of(cls, machine: Machine, kept: Iterable[int], gone: Iterable[int]) -> Places:
        """Those that have a place keep it; the others get new ones behind, what is gone at the very end."""
        start, listed = machine.listed()
        known = {function: start + at for at, function in enumerate(listed)}
        added = [function for function in kept if function not in known]
        new = {function: machine.table_size + at for at, function in enumerate(added)}
        behind = machine.table_size + len(added)
        places = {function: behind + at for at, function in enumerate(gone)}
        return cls({f: known.get(f, new.get(f, 0)) for f in kept}, places, added, behind + len(places))


def as_profile(original: bytes, functions: Iterable[int]) -> str:
    """The file's text: which release of Pyodide was watched, and a bit for each of its functions that ran."""
    bits = sum(1 << function for function in functions)
    packed = zlib.compress(bits.to_bytes((bits.bit_length() + 7) // 8, "little"), 9)
    found = {"wasm": hashlib.sha256(original).hexdigest(), "needed": base64.b64encode(packed).decode()}
    return json.dumps(found, indent=1) + "\n"


def needed(original: bytes, profile: Path = PROFILE) -> frozenset[int] | None:
    """What to give to `split`. None for a release that nobody has watched yet: then it is left in one piece.

    `original` is the code as Pyodide ships it.
    """
    found = json.loads(profile.read_text(encoding="utf-8"))
    if found["wasm"] != hashlib.sha256(original).hexdigest():
        return None
    bits = int.from_bytes(zlib.decompress(base64.b64decode(found["needed"])), "little")
    return frozenset(at for at, bit in enumerate(f"{bits:b}"[::-1]) if bit == "1")


def split(wasm: bytes, needed: frozenset[int] | None) -> tuple[bytes, bytes]:
    """The first part and the rest. `needed` holds numbers of functions, counted from the first that is not imported; None
    stands for all of them, and leaves nothing to the rest.

    Raises TrimError where the code is of a form that is not expected.
    """
    machine = Machine(wasm)
    own = range(machine.imported_functions, machine.imported_functions + len(machine.bodies))
    ran = frozenset(range(len(own))) if needed is None else needed
    large = [f for f, body in zip(own, machine.bodies, strict=True) if len(body) > SMALL]
    kept = [f for f in large if f - machine.imported_functions in ran]
    gone = [f for f in large if f - machine.imported_functions not in ran]
    places = Places.of(machine, kept, gone)
    return _first(machine, places), _rest(machine, places)


def _first(machine: Machine, places: Places) -> bytes:
    types = len(machine.types)
    ensure = machine.imported_functions + len(machine.bodies)
    ready = len(machine.imported_globals) + len(machine.globals)
    bodies = [
        _elsewhere(machine, f, places.gone[f], _CALL + as_number(ensure)) if f in places.gone else body
        for f, body in machine.numbered()
    ]
    bring = _CONST + as_signed(places.last) + _CALL_INDIRECT + as_number(types) + _FIRST_TABLE
    bodies.append(
        _NO_LOCALS + _GLOBAL_GET + as_number(ready) + _IS_ZERO + _IF + bring + _END + _LOCAL_GET + b"\x00" + _END
    )
    switch = named(READY) + bytes([GLOBAL]) + as_number(ready)
    return machine.rewritten(
        {
            Kind.TYPES: [*machine.types, _NOTHING_TO_NOTHING, _NUMBER_TO_NUMBER],
            Kind.FUNCTIONS: [*map(as_number, machine.function_types), as_number(types + 1)],
            Kind.TABLES: [_FUNCREF + b"\x00" + as_number(places.last + 1), *machine.tables[1:]],
            Kind.GLOBALS: [*machine.globals, _I32 + b"\x01" + _CONST + b"\x00" + _END],
            Kind.EXPORTS: [*machine.exports, *(entry for entry, _ in _shared(machine)), switch],
            Kind.ELEMENTS: [*machine.elements, _elements(machine.table_size, places.added)],
            Kind.CODE: [as_number(len(body)) + body for body in bodies],
        }
    )


def _rest(machine: Machine, places: Places) -> bytes:
    bodies = [
        _elsewhere(machine, f, places.kept[f], b"") if f in places.kept else body for f, body in machine.numbered()
    ]
    taken = len(_changing(machine))
    start = min(places.gone.values(), default=places.last)
    parts = {
        Kind.TYPES: machine.types,
        Kind.IMPORTS: [*machine.imports, *(entry for _, entry in _shared(machine))],
        Kind.FUNCTIONS: [as_number(of) for of in machine.function_types],
        Kind.GLOBALS: machine.globals[taken:],
        Kind.ELEMENTS: [_elements(start, list(places.gone))],
        Kind.CODE: [as_number(len(body)) + body for body in bodies],
    }
    return machine.head + b"".join(section(kind, vector(entries)) for kind, entries in parts.items())


def _elsewhere(machine: Machine, function: int, place: int, before: bytes) -> bytes:
    """The body of a function that calls what stands at a place of the table; `before` gets that place, and gives it back."""
    of = machine.type_of(function)
    arguments = b"".join(_LOCAL_GET + as_number(at) for at in range(machine.parameters(of)))
    call = _CALL_INDIRECT + as_number(of) + _FIRST_TABLE
    return _NO_LOCALS + arguments + _CONST + as_signed(place) + before + call + _END


def _elements(start: int, functions: list[int]) -> bytes:
    return b"\x00" + _CONST + as_signed(start) + _END + vector([as_number(f) for f in functions])


def _changing(machine: Machine) -> list[bytes]:
    """The globals that change: they come first, the rest takes them; the others are numbers that it has itself."""
    found = list(takewhile(lambda one: one[1], machine.globals))
    if any(one[1] for one in machine.globals[len(found) :]):
        raise TrimError("pyodide.asm.wasm does not declare first the globals that change")
    return found


def _shared(machine: Machine) -> list[tuple[bytes, bytes]]:
    """Of all that both parts have: how the first gives it, and how the rest takes it."""
    first_global = len(machine.imported_globals)
    tables = [_FUNCREF + b"\x00\x00", *(table[:1] + b"\x00\x00" for table in machine.tables[1:])]
    kinds = (
        (MEMORY, machine.memories, 0),
        (TABLE, tables, 0),
        (GLOBAL, [one[:2] for one in _changing(machine)], first_global),
        (TAG, machine.tags, 0),
    )
    found = []
    for kind, descriptions, first in kinds:
        for at, description in enumerate(descriptions):
            name = named(f"{MEETING}:{kind}:{at}")
            what = bytes([kind])
            found.append((name + what + as_number(first + at), named(MEETING) + name + what + description))
    return found
