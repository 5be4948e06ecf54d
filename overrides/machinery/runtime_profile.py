"""Watch which functions of Python's machine code messages need, for runtime_split.py: run by hand with a new Pyodide.

`python overrides/machinery/runtime_profile.py` takes a minute. It has each function of the machine code switch on a global
of its own, starts Python from a memory as a reader's browser does, and puts to the engine every labelled message, every
example, template and walkthrough of the catalog, and what is no proper question at all. A function that was not seen is
still there for the reader, only later: so the profile need not be anew for each change of the rules.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Run by hand: the folder above is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hooks.runtime import LATER, LIBRARY, RUNTIME_FILES, build, in_one_piece, run_node
from machinery.runtime_machine import GLOBAL, Kind, Machine, named
from machinery.runtime_parts import Manifest, Parts
from machinery.runtime_split import PROFILE, as_profile
from machinery.runtime_wasm import as_number, read_number

_OFF = b"\x7f\x01\x41\x00\x0b"
_SWITCH_ON = b"\x41\x01\x24"
_LONG = 30_000


def counting(wasm: bytes) -> bytes:
    """The machine code with a switch `ran:<number>` for each function, which it turns from 0 to 1 when it runs."""
    machine = Machine(wasm)
    first = len(machine.imported_globals) + len(machine.globals)
    bodies = [_switching(body, first + at) for at, body in enumerate(machine.bodies)]
    switches = range(len(bodies))
    return machine.rewritten(
        {
            Kind.GLOBALS: [*machine.globals, *(_OFF for _ in switches)],
            Kind.EXPORTS: [
                *machine.exports,
                *(named(f"ran:{at}") + bytes([GLOBAL]) + as_number(first + at) for at in switches),
            ],
            Kind.CODE: [as_number(len(body)) + body for body in bodies],
        }
    )


def _switching(body: bytes, switch: int) -> bytes:
    """After the list of a function's local variables comes what it does."""
    groups, at = read_number(body, 0)
    for _ in range(groups):
        at = read_number(body, at)[1] + 1  # how many, and their type
    return body[:at] + _SWITCH_ON + as_number(switch) + body[at:]


def questions(root: Path) -> Iterator[str]:
    """For the engine's bridge, as JSON."""
    from guide_engine.catalog import catalog

    known: dict[str, Any] = catalog()
    yield _asking("check", {"text": "Write to us at shop@example.com, please."})
    for corpus in sorted((root / "tests" / "corpora").glob("*.jsonl")):
        for line in corpus.read_text(encoding="utf-8").splitlines():
            yield _asking("check", {"text": json.loads(line)["text"]})
    for rule in known["rules"]:
        for example in [*rule["examples"]["flagged"], *rule["examples"]["allowed"]]:
            draft = {**example["context"], "text": example["text"]}
            yield from (_asking("check", draft), _asking("fix", draft))
    for template in known["templates"]:
        yield _asking("render", {"template": template["name"], "fields": {}})
        yield _asking("render", {"template": template["name"], "fields": template["example"]})
    for flow in known["flows"]:
        yield _asking("walk", {"flow": flow["name"], "answers": {}})
    yield _asking("catalog", {})
    yield from _improper()


def _improper() -> Iterator[str]:
    for text in ("", "   ", "\0", "\u202e.", "a" * _LONG, "Write: a@b.example, " * (_LONG // 20), "\U0001f600" * 400):
        yield _asking("check", {"text": text})
    yield from ("", "{", '{"v": 1}', _asking("nothing", {}), _asking("check", {"texts": 1}), _asking("walk", {}))


def _asking(method: str, params: dict[str, Any]) -> str:
    return json.dumps({"v": 1, "id": 1, "method": method, "params": params})


def watch(root: Path) -> list[int]:
    """The numbers of the functions that ran. Raises RuntimeBuildError where something is missing or fails."""
    parts = Parts.of(root)
    made = root / "build" / "python"
    manifest = build(root, made)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        whole = in_one_piece(parts)
        for role, name in RUNTIME_FILES.items():
            (folder / name).write_bytes(counting(whole[role]) if role == "wasm" else whole[role])
        (folder / "questions.json").write_text(json.dumps(list(questions(root))))
        (folder / "lock.json").write_text(json.dumps(manifest.lock))
        (folder / "job.json").write_text(json.dumps(_job(parts, folder, made, manifest)))
        run_node(parts, "runtime_profile.mjs", folder / "job.json", "the profile")
        ran: list[int] = json.loads((folder / "ran.json").read_text())
        return ran


def _job(parts: Parts, folder: Path, made: Path, manifest: Manifest) -> dict[str, Any]:
    paths = {role: str(made / entry.name) for role, entry in manifest.files.items()}
    library = shutil.copy(paths["stdlib"], folder / LIBRARY)
    archives = [[role, path] for role, path in paths.items() if role.startswith("wheel:") or role in LATER]
    return {
        "folder": str(folder),
        "library": str(library),
        "lock": str(folder / "lock.json"),
        "first": [one for one in archives if one[0] not in LATER],
        "later": [one for one in archives if one[0] in LATER],
        "cold": paths["cold"],
        "profile": str(parts.mould.with_name("profile.ts")),
        "questions": str(folder / "questions.json"),
        "out": str(folder / "ran.json"),
    }


def main() -> int:
    """Write the profile, and say what it holds."""
    root = Path(__file__).resolve().parents[2]
    ran = watch(root)
    original = (Parts.of(root).pyodide / RUNTIME_FILES["wasm"]).read_bytes()
    PROFILE.write_text(as_profile(original, ran), encoding="utf-8")
    print(f"{len(ran):,} of {len(Machine(original).bodies):,} functions ran; written to {PROFILE.relative_to(root)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
