"""Options of the form NAME=VALUE, given as often as needed."""

from __future__ import annotations

from collections.abc import Sequence


class UnusablePairError(ValueError):
    """A pair that cannot be used; the text is the sentence for the person."""


def read_pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    """The pairs by name. Raises UnusablePairError where there is no ``=``, no name, or the same name twice."""
    pairs: dict[str, str] = {}
    for item in given:
        name, sign, value = item.partition("=")
        name = name.strip()
        if not sign or not name:
            message = f"Write {option} as name=value, not {item!r}."
            raise UnusablePairError(message)
        if name in pairs:
            message = f"{option} {name} is given twice."
            raise UnusablePairError(message)
        pairs[name] = value
    return pairs
