"""Python's machine code in two parts does what it did in one, wherever it is split."""

from __future__ import annotations

import json
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from hooks import runtime
from machinery import runtime_split
from machinery.node import find
from machinery.runtime_machine import GLOBAL, MEMORY, TABLE, Kind, Machine, named, section, vector
from machinery.runtime_parts import Parts
from machinery.runtime_profile import counting
from machinery.runtime_wasm import TrimError
from tests.conftest import ROOT

IDLE = b"\x01" * 30  # longer than what stands for a function that is elsewhere
LOG, DOUBLED, COUNTED, RUN, SMALL = range(5)
#: doubled: tells what it got, gives twice as much. counted: adds the seventh to a counter, notes it in memory, gives it.
#: run: doubled(counted(doubled(x))), the inner one by way of the table. small: too short to be elsewhere.
BODIES = {
    DOUBLED: b"\x00\x20\x00\x10\x00" + IDLE + b"\x20\x00\x41\x02\x6c\x0b",
    COUNTED: b"\x00\x23\x00\x23\x01\x6a\x24\x00\x41\x08\x23\x00\x36\x02\x00" + IDLE + b"\x23\x00\x0b",
    RUN: b"\x00\x20\x00\x41\x01\x11\x00\x00\x10\x02\x10\x01" + IDLE + b"\x0b",
    SMALL: b"\x00\x20\x00\x41\x01\x6a\x0b",
}
SPLITTABLE = (DOUBLED, COUNTED, RUN)


def machine(*globals_: bytes) -> bytes:
    """A small machine of the form of Pyodide's."""
    changing, seven = b"\x7f\x01\x41\x00\x0b", b"\x7f\x00\x41\x07\x0b"
    exports = {"memory": (MEMORY, 0), "__indirect_function_table": (TABLE, 0), "counter": (GLOBAL, 0), "run": (0, RUN), "small": (0, SMALL)}
    parts = {
        Kind.TYPES: [b"\x60\x01\x7f\x01\x7f", b"\x60\x01\x7f\x00"],
        Kind.IMPORTS: [named("env") + named("log") + b"\x00\x01"],
        Kind.FUNCTIONS: [b"\x00"] * len(BODIES),
        Kind.TABLES: [b"\x70\x00\x03"],
        Kind.MEMORIES: [b"\x00\x01"],
        Kind.GLOBALS: list(globals_) or [changing, seven],
        Kind.EXPORTS: [named(name) + bytes(at) for name, at in exports.items()],
        Kind.ELEMENTS: [b"\x00\x41\x01\x0b" + vector([bytes([DOUBLED]), bytes([SMALL])])],
        Kind.CODE: [bytes([len(body)]) + body for body in BODIES.values()],
    }
    return b"\0asm\1\0\0\0" + b"".join(section(kind, vector(entries)) for kind, entries in parts.items())


#: Makes each machine run, as the page does, and tells what came of it.
PLAY = """
import { readFileSync } from "node:fs";
import { build } from "esbuild";
const made = await build({ entryPoints: ["overrides/guide/machine.ts"], bundle: true, write: false, format: "esm", logLevel: "error" });
const { joinRest } = await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString("base64")}`);
const code = (text) => new WebAssembly.Module(Buffer.from(text, "base64"));
const told = [];
for (const [first, rest] of JSON.parse(readFileSync(0, "utf8"))) {
  const said = [];
  const imports = { env: { log: (number) => said.push(number) } };
  const instance = new WebAssembly.Instance(code(first), imports);
  let brought = 0;
  if (rest) joinRest(instance, imports, () => (brought++, code(rest)));
  const { run, small, counter, memory, __indirect_function_table: table, ...others } = instance.exports;
  const from = table.length - 1;
  const gave = [small(1), run(1), run(5), table.get(1)(4), counter.value, new Int32Array(memory.buffer)[2]];
  const switches = Object.entries(others).filter(([name]) => name.startsWith("ran:")).map(([name, { value }]) => [name, value]);
  told.push({ gave, said, brought, switches: Object.fromEntries(switches) });
}
console.log(JSON.stringify(told));
"""


def played(machines: list[tuple[bytes, bytes]]) -> list[dict[str, object]]:
    """What comes of running each."""
    from base64 import b64encode  # noqa: PLC0415 -- for this alone

    node = find()
    assert node
    given = json.dumps([[b64encode(part).decode() for part in pair] for pair in machines])
    done = subprocess.run(
        [str(node), "--input-type=module", "-e", PLAY], cwd=ROOT, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told: list[dict[str, object]] = json.loads(done.stdout)
    return told


def test_wherever_it_is_split_it_does_the_same_and_brings_the_rest_once_and_only_if_needed() -> None:
    first_own = min(BODIES)
    kept = [frozenset(one) for size in range(4) for one in combinations(SPLITTABLE, size)]
    parts = [runtime_split.split(machine(), frozenset(f - first_own for f in one)) for one in kept]
    whole, *split = played([(machine(), b""), *parts])
    assert whole["gave"] == [2, 14, 28, 8, 14, 14]
    for one, found in zip(kept, split, strict=True):
        assert (found["gave"], found["said"]) == (whole["gave"], whole["said"]), one
        assert found["brought"] == (0 if one == frozenset(SPLITTABLE) else 1), one


def test_a_release_that_nobody_has_watched_stays_in_one_piece(tmp_path: Path) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(runtime_split.as_profile(b"one release", [0, 3, 70]))
    assert runtime_split.needed(b"one release", profile) == frozenset({0, 3, 70})
    assert runtime_split.needed(b"another", profile) is None
    [found] = played([runtime_split.split(machine(), None)])
    assert found["brought"] == 0


def test_the_profile_is_of_this_release_and_leaves_most_of_it_for_later() -> None:
    """After a change of Pyodide: `python overrides/machinery/runtime_profile.py`."""
    parts = Parts.of(ROOT)
    original = (parts.pyodide / runtime.RUNTIME_FILES["wasm"]).read_bytes()
    needed = runtime_split.needed(original)
    assert needed is not None
    of = Machine(original)
    code = sum(map(len, of.bodies))
    assert sum(len(of.bodies[function]) for function in needed) < code / 3
    files = runtime.pyodides_own(parts)
    assert len(files["remainder"]) > code / 2


def test_the_machine_that_is_watched_tells_which_of_its_functions_ran() -> None:
    whole, watched = played([(machine(), b""), (counting(machine()), b"")])
    assert (watched["gave"], watched["said"]) == (whole["gave"], whole["said"])
    assert watched["switches"] == {"ran:0": 1, "ran:1": 1, "ran:2": 1, "ran:3": 1}


@pytest.mark.parametrize(
    "wasm",
    [
        machine(b"\x7f\x00\x41\x07\x0b", b"\x7f\x01\x41\x00\x0b"),
        machine().replace(b"\x60\x01\x7f\x01\x7f", b"\x60\x01\x63\x01\x7f"),
        machine().replace(b"\x00\x41\x01\x0b\x02", b"\x01\x41\x01\x0b\x02"),
    ],
    ids=["what changes comes last", "an unknown type", "an unknown way to fill the table"],
)
def test_code_of_another_form_is_refused(wasm: bytes) -> None:
    with pytest.raises(TrimError):
        runtime_split.split(wasm, frozenset())
