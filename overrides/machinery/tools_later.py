"""Under `make serve`, what takes long after a rule was edited is made beside the pages, which show the edit at once.

That is the browser's Python with the engine in it, and the figures of the scoreboard. Until both are new, the tools and
that page stay as they were; then the site is built once more, and the browser loads it again. Nothing is waited for but
the very first Python of all.
"""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

from hooks import runtime
from machinery import assets, runtime_parts, score
from machinery.places import BUILD, ROOT

#: The new Python until the next build takes it over.
NEXT = BUILD / "next" / "python"
#: A folder for `serve` to watch: a file in it changes when something new is ready.
READY = BUILD / "ready"


class ToolsLater:
    """Call `prepare` at the start of each build."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        READY.mkdir(parents=True, exist_ok=True)

    def prepare(self) -> None:
        """Have a Python to serve: the one of today's engine where it is there, else the last one while the new one is made.

        Raises RuntimeBuildError where there is none at all and none can be made.
        """
        key = runtime_parts.fingerprint(runtime_parts.Parts.of(ROOT).inputs())
        if _made_from(NEXT) == key and _made_from(assets.PYTHON) != key:
            _take_over()
        if _made_from(assets.PYTHON) is None:
            runtime.build(ROOT, assets.PYTHON)
        if _made_from(assets.PYTHON) != key or not score.is_current():
            self._begin()

    def _begin(self) -> None:
        """One at a time: the build that its end brings about looks again whether anything changed meanwhile."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._make, name="tools", daemon=True)
            self._thread.start()

    def _make(self) -> None:
        try:
            if _made_from(assets.PYTHON) != runtime_parts.fingerprint(runtime_parts.Parts.of(ROOT).inputs()):
                NEXT.parent.mkdir(exist_ok=True)
                runtime.build(ROOT, NEXT)
                _tell()
            score.figures()
        except (runtime_parts.RuntimeBuildError, score.ScoreError, OSError) as error:
            # Half-written code, mostly. The next change begins anew; a build that runs meanwhile must not fail for it.
            print(f"The tools keep the last good engine: {error}", file=sys.stderr, flush=True)
            return
        self._thread = None
        _tell()


def _tell() -> None:
    """Something new is there, or another edit was made meanwhile: build once more and look."""
    (READY / "made").write_text(_made_from(NEXT) or "")


def _made_from(folder: Path) -> str | None:
    """The fingerprint of what a Python was made from; None where there is none."""
    stamp = folder.with_name(f"{folder.name}.key")
    return stamp.read_text() if stamp.is_file() and (folder / "manifest.json").is_file() else None


def _take_over() -> None:
    """The stamp goes first and comes last: a Python without one is made anew."""
    stamp = assets.PYTHON.with_name(f"{assets.PYTHON.name}.key")
    stamp.unlink(missing_ok=True)
    shutil.rmtree(assets.PYTHON, ignore_errors=True)
    NEXT.rename(assets.PYTHON)
    NEXT.with_name(f"{NEXT.name}.key").rename(stamp)
