"""Stands in for `pyodide.webloop`: without `asyncio` there is no loop to put on the page's.

Pyodide takes a snapshot only where the first JavaScript objects that Python holds are the ones it knows: they are asked
for here and in no_packages.py in the same order as in the originals.
"""

from pyodide_js._api import scheduleCallback  # type: ignore[import-not-found]  # in Pyodide's library only

__all__ = ["scheduleCallback"]


def _initialize_event_loop() -> None:
    """Nothing to begin with."""
