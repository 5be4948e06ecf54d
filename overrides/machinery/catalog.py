"""The engine's catalogue and the pages made from it, each fetched by a program of its own.

`mkdocs serve` lives for hours: a module that it imported would be the one of its start. A fresh Python reads the rules
and the page makers as they are now.

    python -m machinery.catalog    {"catalog": …, "written": {path: text}, "score": …} on standard input → {docs path: text}
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from machinery import stamps
from machinery.places import BUILD, ROOT

Catalog = dict[str, Any]
#: The record of the last full run of `make bench`, for the page contributing/performance.
BENCH = ROOT / "tests" / "bench" / "record.json"


class CatalogError(Exception):
    """The engine or the page makers stopped; the message ends with what they said."""


def export() -> Catalog:
    """What `python -m guide_engine catalog` prints: rules, templates, flows and sources."""
    catalog: Catalog = json.loads(_exported(stamps.fingerprint(_code("guide_engine"))))
    return catalog


@lru_cache(maxsize=1)
def _exported(_made_from: str) -> str:
    """Asked again only when the engine changed: `mkdocs serve` builds often, and mostly for a word in a guide."""
    return _python("guide_engine", "catalog")


def _code(*folders: str) -> list[Path]:
    """The modules and tables in these folders, in a fixed order."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*")))
    return [path for path in found if path.suffix in {".py", ".toml"}]


def pages(catalog: Catalog, written: Mapping[str, str], score: Mapping[str, Any]) -> dict[str, str]:
    """Every generated file by its path under docs/, and the `written` pages with their generated parts put in.

    `score` is what machinery.score measured.
    """
    given = json.dumps({"catalog": catalog, "written": dict(written), "score": score})
    code = _code("guide_engine", "overrides/hooks", "overrides/machinery")
    made: dict[str, str] = json.loads(_made(stamps.fingerprint([*code, *([BENCH] if BENCH.is_file() else [])]), given))
    return made


@lru_cache(maxsize=1)
def _made(_made_from: str, given: str) -> str:
    """Made again only when the page makers, or what they are given, changed."""
    return _python("machinery.catalog", given=given)


def modules(catalog: Catalog) -> dict[str, str]:
    """Docs path of a generated page → the module it comes from, relative to the project: what "Edit" should open."""
    things = [thing for kind in ("rules", "templates", "flows") for thing in catalog[kind]]
    return {f"{thing['page'].rstrip('/')}.md": thing["module"] for thing in things if thing.get("module")}


def _python(module: str, *arguments: str, given: str | None = None) -> str:
    """Run a module in a fresh Python and return what it prints."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "overrides")])
    # Byte code beside the sources would look like a change to the live reload.
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(BUILD / "pycache"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise CatalogError(f"python -m {module} {' '.join(arguments)} stopped:\n{done.stderr[-4000:]}")
    return done.stdout


def _bench() -> dict[str, Any] | None:
    """What the last full run of `make bench` found, as it was committed."""
    kept: dict[str, Any] | None = json.loads(BENCH.read_text(encoding="utf-8")) if BENCH.is_file() else None
    return kept


def main() -> int:
    """Make the pages of what is on standard input."""
    # Imported here: export() does not need them.
    from hooks import checklist, page_pairs, page_performance, page_scoreboard, pages

    given = json.load(sys.stdin)
    catalog = given["catalog"]
    made = pages.pages(catalog)
    for path, text in given["written"].items():
        made[path] = pages.fill(checklist.fill(page_pairs.fill(path, text), catalog), catalog)
    made[page_scoreboard.PATH] = page_scoreboard.scoreboard_page(given["score"])
    made[page_performance.PATH] = page_performance.performance_page(_bench())
    made["assets/examples.json"] = checklist.examples_json(catalog, page_pairs.examples(given["written"]))
    json.dump(made, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
