"""Stands in for the library's `_colorize` in the browser: there is no terminal to colour anything in.

The library's own makes a dozen classes at each start, so that the words of an error could be red.
"""

from typing import Any

COLORIZE = False


class _NoColour(str):
    """No sign at all, whichever colour or part of a theme is asked for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "_NoColour":
        return self


def can_colorize(**_: Any) -> bool:
    """Never."""
    return False


def get_theme(**_: Any) -> _NoColour:
    """A theme without colours."""
    return _NoColour()
