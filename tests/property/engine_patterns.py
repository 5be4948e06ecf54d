"""Every regular expression of the engine: those that its modules hold, spell inside functions, or build while running."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import guide_engine

FOLDER = Path(guide_engine.__path__[0])
_FUNCTIONS = frozenset({"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
_ANCHORED = frozenset({"match", "fullmatch"})


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and whether it is only tried at given places."""

    name: str
    pattern: re.Pattern[str]
    anchored: bool


@cache
def all_patterns() -> tuple[Found, ...]:
    """All of them, each once."""
    found = {(f.pattern.pattern, f.pattern.flags): f for f in [*_built(), *_spelled(), *_held()]}
    return tuple(sorted(found.values(), key=lambda f: f.name))


def _held() -> Iterator[Found]:
    """Patterns in the variables of modules, in whatever container."""
    uses = _uses()
    for module in walk_packages(guide_engine.__path__, "guide_engine."):
        if module.name.endswith("__main__"):
            continue
        short = module.name.removeprefix("guide_engine.")
        for variable, value in vars(import_module(module.name)).items():
            for number, pattern in enumerate(_inside(value, 3)):
                name = f"{short}.{variable}" + (f"[{number}]" if number else "")
                yield Found(name, pattern, bool(uses[variable]) and uses[variable] <= _ANCHORED and pattern is value)


def _inside(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for inner in [*value.keys(), *value.values()]:
            yield from _inside(inner, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _inside(inner, depth - 1)


@cache
def _trees() -> dict[str, ast.Module]:
    return {str(p.relative_to(FOLDER)): ast.parse(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.rglob("*.py"))}


def _uses() -> dict[str, set[str]]:
    """For each variable's name what is asked of it anywhere: `_WORD.finditer(…)` and the like."""
    uses: dict[str, set[str]] = defaultdict(set)
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                uses[node.value.id].add(node.attr)
    return uses


def _spelled() -> Iterator[Found]:
    """Patterns written out in a call such as `re.search("…", text)`."""
    for file, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {f"re.{name}" for name in _FUNCTIONS}:
                first = node.args[0]
                method = ast.unparse(node.func).removeprefix("re.")
                if method != "compile" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield Found(f"{file}:{node.lineno}", re.compile(first.value), method in _ANCHORED)


_RECORDER = """
import json, re, sys
seen = []
def recording(real, name):
    def call(pattern, *rest, **more):
        module = sys._getframe(1).f_globals.get("__name__", "")
        if module.startswith("guide_engine"):
            compiled = real_compile(pattern, *rest[:1], **more) if name == "compile" else real_compile(pattern)
            seen.append([module, sys._getframe(1).f_code.co_name, compiled.pattern, compiled.flags, name])
        return real(pattern, *rest, **more)
    return call
real_compile = re.compile
for name in %r:
    setattr(re, name, recording(getattr(re, name), name))
from guide_engine import Draft, check
for text in json.load(sys.stdin):
    check(Draft(text=text))
print(json.dumps(sorted({tuple(row) for row in seen if row[1] != "<module>"})))
"""


def _built() -> Iterator[Found]:
    """Patterns that the engine puts together while it reads drafts in every language."""
    from tests.score.rows import rows

    done = subprocess.run(
        [sys.executable, "-c", _RECORDER % sorted(_FUNCTIONS)],
        input=json.dumps([row.text for row in rows()]),
        capture_output=True,
        text=True,
        check=True,
        cwd=FOLDER.parent,
        timeout=3600,
    )
    for number, (module, function, pattern, flags, name) in enumerate(json.loads(done.stdout)):
        short = module.removeprefix("guide_engine.")
        yield Found(f"{short}.{function}[{number}]", re.compile(pattern, flags & ~re.DEBUG), name in _ANCHORED)
