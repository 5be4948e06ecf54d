"""Imports run one way through the engine, and the engine stays free of what it must not know."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "guide_engine"

LAYERS = (
    "source_table characters function_words json_input memory",
    "sources site_pages",
    "findings draft fields",
    "text quoting flow_json flow_shape",
    "tokens language",
    "prose vocabulary",
    "lexicons",
    "store flow template",
    "clauses",
    "reading notice",
    "rule notices",
    "detectors",
    "rules templates flows",
    "registry",
    "checker catalog by_name clock",
    "headline concern",
    "concerns",
    "answers",
    "bridge",
    "commands",
    "cli",
    "__main__",
)
"""Lowest first: modules, and folders with all that is in them. A module imports only from layers below its own.

Inside a folder, detectors and commands may share; rules, templates and walkthroughs share nothing but modules whose
name begins with an underscore.
"""

FORBIDDEN = (
    "mkdocs markdown jinja2 socket ssl http urllib.request requests subprocess asyncio threading multiprocessing",
    "ctypes pickle shutil webbrowser js pyodide hooks machinery tests",
)
OUTER_ONLY = frozenset({"argparse", "sys", "os", "pathlib", "io", "tempfile"})
"""What only the command line may use: the rest of the engine knows nothing of files, terminals or arguments."""
OUTER = frozenset({"commands", "cli", "__main__", "store"})
"""The modules that may. The store keeps the compiled lexicons beside them, as Python keeps its byte code."""


def _modules() -> dict[str, Path]:
    found = {}
    for path in sorted(ENGINE.rglob("*.py")):
        parts = path.relative_to(ENGINE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()
INNER = {name: path for name, path in MODULES.items() if name}


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports at run time, as a dotted name (imports for type checkers only are left out)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for part in block.body
        for node in ast.walk(part)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: write imports in full"
            module = node.module or ""
            yield from (_module_of(module, alias.name) for alias in node.names)


def _module_of(module: str, name: str) -> str:
    """`from guide_engine.commands import check` names a module, `from guide_engine.checker import check` a function."""
    inner = f"{module}.{name}".removeprefix("guide_engine.")
    return f"guide_engine.{inner}" if module.startswith("guide_engine") and inner in INNER else module


def _layer(name: str) -> int:
    for number, layer in enumerate(LAYERS):
        if name.partition(".")[0] in layer.split():
            return number
    pytest.fail(f"guide_engine.{name} has no place in the order; add it to LAYERS")


def _may_import(name: str, other: str) -> bool:
    if _layer(other) != _layer(name):
        return _layer(other) < _layer(name)
    folder, _, module = other.partition(".")
    shared = folder in ("detectors", "commands") or module.startswith("_")
    return name.partition(".")[0] == folder and shared


@pytest.mark.parametrize("name", INNER)
def test_imports_run_one_way(name: str) -> None:
    inner = [i.removeprefix("guide_engine.") for i in _imports(INNER[name]) if i.startswith("guide_engine.")]
    assert [other for other in inner if not _may_import(name, other)] == []


@pytest.mark.parametrize("name", INNER)
def test_modules_are_imported_from_where_they_are(name: str) -> None:
    assert "guide_engine" not in set(_imports(INNER[name])), "import the module that has it, not the front door"


def test_no_import_goes_in_a_circle() -> None:
    below = {
        name: {i.removeprefix("guide_engine.") for i in _imports(path) if i.startswith("guide_engine.")}
        for name, path in INNER.items()
    }
    done: set[str] = set()
    while len(done) < len(below):
        free = {name for name, needs in below.items() if name not in done and needs <= done | {name}}
        assert free, f"a circle among {sorted(set(below) - done)}"
        done |= free


@pytest.mark.parametrize("name", MODULES)
def test_the_engine_knows_no_network_no_processes_and_no_site(name: str) -> None:
    forbidden = " ".join(FORBIDDEN).split()
    bad = [i for i in _imports(MODULES[name]) if any(i == f or i.startswith(f"{f}.") for f in forbidden)]
    assert bad == []


@pytest.mark.parametrize("name", [name for name in INNER if name.partition(".")[0] not in OUTER])
def test_only_the_command_line_knows_files_and_terminals(name: str) -> None:
    assert [imported for imported in _imports(INNER[name]) if imported in OUTER_ONLY] == []
    assert [call for call in _calls(INNER[name]) if call in ("open", "print", "input", "exec", "eval")] == []


def _calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


@pytest.mark.parametrize("name", [n for n in INNER if n != "bridge"])
def test_only_the_bridge_knows_that_javascript_counts_utf16(name: str) -> None:
    code = ast.parse(INNER[name].read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(code) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(code) if isinstance(node, ast.Attribute)}
    texts = {node.value for node in ast.walk(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert [n for n in names if "utf16" in n.lower() or "utf_16" in n.lower()] == []
    assert [t for t in texts if t.lower().startswith("utf-16")] == []


def test_importing_the_engine_brings_in_nothing_heavy() -> None:
    heavy = ["phonenumbers", "argparse", "mkdocs", "asyncio", "socket", "ssl", "subprocess", "linkify_it", "unittest"]
    code = (
        "import sys; before = set(sys.modules); import guide_engine; "
        f"print([m for m in {heavy!r} if m in sys.modules and m not in before])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=600
    )
    assert done.stdout.strip() == "[]"


def test_files_are_short_enough_to_read() -> None:
    long = {
        name: lines
        for name, path in MODULES.items()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350
    }
    assert long == {}
