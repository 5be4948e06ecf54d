"""What the site publishes beside its pages, and what of the theme's folders it keeps to itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from machinery import stamps
from machinery.places import BIN, BUILD, NODE_MODULES, ROOT

BUNDLES = BUILD / "assets"
PYTHON = BUILD / "python"
_SCRIPT = ROOT / "overrides" / "machinery" / "bundle.mjs"
_STAMP = ".assets-from"

#: Files of the theme's folders that are sources or machinery, or that Material brings and this site never loads.
_KEPT_BACK = re.compile(
    r"""^(?:
        guide/ | hooks/ | machinery/ | partials/
      | .*\.(?:ts|mts|tsx|mjs|py|toml|txt|map)$
      | assets/stylesheets/(?!theme\.css$|tools\.css$)   # parts, and Material's own style sheets
      | assets/javascripts/lunr/                         # stemmers for languages that the site is not in
      | assets/images/favicon\.png$                      # Material's mark: we have our own
      | \..*                                             # icon sources
    )""",
    re.VERBOSE,
)


class AssetError(Exception):
    """The scripts or style sheets do not bundle; the message is esbuild's."""


def is_published(uri: str) -> bool:
    """May this file of the theme's folders go into the site?"""
    return not _KEPT_BACK.match(uri)


def node() -> str:
    """The Node that the set-up chose: its own in the virtual environment, else the system's."""
    return shutil.which("node", path=str(BIN)) or shutil.which("node") or "node"


def bundle(dev: bool) -> None:
    """Run esbuild where a source changed since the last time. Raises AssetError with what esbuild says."""
    key = stamps.fingerprint([*sorted(_sources()), *(str(path) for path in sorted(_sources())), str(dev)])
    if BUNDLES.is_dir() and stamps.is_current(BUILD, key, _STAMP):
        return
    command = [node(), str(_SCRIPT), *(["--dev"] if dev else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssetError(f"the front end does not bundle:\n{done.stdout}{done.stderr}")
    stamps.write(BUILD, key, _STAMP)


def _sources() -> Iterator[Path]:
    """Everything the bundles depend on; the npm packages by their lock."""
    yield _SCRIPT
    yield NODE_MODULES / stamps.NAME
    overrides = ROOT / "overrides"
    yield from (path for path in (overrides / "guide").rglob("*") if path.is_file())
    yield from (overrides / "assets" / "stylesheets").rglob("*.css")


def built() -> Iterator[tuple[str, Path]]:
    """Every built file with its address in the site."""
    for folder, prefix in ((BUNDLES, "assets"), (PYTHON, "assets/python")):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                yield f"{prefix}/{path.relative_to(folder).as_posix()}", path
