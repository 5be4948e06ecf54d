"""Stands in for `_pyodide` itself: Python's words about an error could quote the draft, and go nowhere here."""

from typing import Any

from _pyodide import _base, _importhook  # type: ignore[import-not-found]  # in Pyodide's library only

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Have an error that nobody catches pass in silence, and spare the start the printer and the tokenizer it needs."""
    import sys

    def say_nothing(*_: Any) -> None:
        pass

    sys.excepthook = say_nothing
