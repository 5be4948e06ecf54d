"""Reading JSON from outside strictly: what is read can always be written back for every other JSON reader."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

Identity = str | int | float | bool | None
"""What a row or a request may be called: anything in JSON but a list or an object."""


def read(text: str) -> Any:
    """The value that `text` spells. Raises ValueError, without quoting the text, where it is no JSON.

    Stricter than `json.loads`: NaN, Infinity and numbers beyond all bounds are refused, and so is what is nested too
    deep to be read.
    """
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        message = "it is nested too deep"
        raise ValueError(message) from None


def identity(value: object) -> Identity:
    """`value` where it can serve as a name in an answer, else None."""
    return value if isinstance(value, str | int | float | bool) else None


def _refuse(name: str) -> NoReturn:
    message = f"{name} is no number in JSON"
    raise ValueError(message)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        message = "it holds a number too large to count with"
        raise ValueError(message)
    return number
