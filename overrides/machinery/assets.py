"""What the site publishes beside its pages, and what of the theme's folders it keeps to itself."""

from __future__ import annotations

import fcntl
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from machinery import stamps
from machinery.places import BIN, BUILD, NODE_MODULES, ROOT

PYTHON = BUILD / "python"
_SCRIPT = ROOT / "overrides" / "machinery" / "bundle.mjs"

#: Files of the theme's folders that are sources or machinery, or that Material brings and this site never loads.
_KEPT_BACK = re.compile(
    r"""^(?:
        guide/ | hooks/ | machinery/ | partials/
      | .*\.(?:ts|mts|tsx|mjs|py|toml|txt|map)$
      | assets/stylesheets/(?!theme\.css$|tools\.css$)   # parts, and Material's own style sheets
      | assets/javascripts/lunr/                         # stemmers for languages that the site is not in
      | assets/javascripts/workers/                      # Material's search: ours is guide/search.ts
      | assets/images/favicon\.png$                      # Material's mark: we have our own
      | \..*                                             # icon sources
    )""",
    re.VERBOSE,
)


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def alone() -> AbstractContextManager[None]:
    """Two builds at once must not swap files under each other: the second waits until the first is done."""
    return _held(BUILD / ".site.lock")


class AssetError(Exception):
    """The scripts or style sheets do not bundle; the message is esbuild's."""


def is_published(uri: str) -> bool:
    """May this file of the theme's folders go into the site?"""
    return not _KEPT_BACK.match(uri)


def node() -> str:
    """The Node that the set-up chose: its own in the virtual environment, else the system's."""
    return shutil.which("node", path=str(BIN)) or shutil.which("node") or "node"


def bundles(dev: bool) -> Path:
    """Where the bundles lie: readable ones for `serve`, small ones for the site."""
    return BUILD / ("assets-dev" if dev else "assets")


def bundle(dev: bool) -> None:
    """Run esbuild where a source changed since the last time. Raises AssetError with what esbuild says."""
    out = bundles(dev)
    key = stamps.fingerprint([*sorted(_sources()), *(str(path) for path in sorted(_sources()))])
    if stamps.is_current(out, key):
        return
    command = [node(), str(_SCRIPT), str(out), *(["--dev"] if dev else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssetError(f"the front end does not bundle:\n{done.stdout}{done.stderr}")
    stamps.write(out, key)


def _sources() -> Iterator[Path]:
    """Everything the bundles depend on; the npm packages by their lock."""
    yield _SCRIPT
    yield NODE_MODULES / stamps.NAME
    overrides = ROOT / "overrides"
    yield from (path for path in (overrides / "guide").rglob("*") if path.is_file())
    yield from (overrides / "assets" / "stylesheets").rglob("*.css")


def built(dev: bool) -> Iterator[tuple[str, Path]]:
    """Every built file with its address in the site."""
    for folder, prefix in ((bundles(dev), "assets"), (PYTHON, "assets/python")):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            # The service worker gets its list of files when these are written (see offline.py); early.js goes into pages.
            if path.is_file() and not path.name.startswith(".") and path.parent.name not in {"offline", "inline"}:
                yield f"{prefix}/{path.relative_to(folder).as_posix()}", path
