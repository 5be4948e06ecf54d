"""What the last checks have worked out, kept for the next one.

While somebody types, each check gets a text that differs from the last one in one line. What depends on a line alone is
worked out once and found here again. A memory holds so many characters and no more, so that a long day of typing fills
no more room than its first minute.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

ROOM = 16_000
"""Characters in each of the two halves: the lines of the longest message that can be sent, as typed the last few times."""

LONGEST = 2_000
"""Longer lines are not kept: one key pressed in them changes all of it, and they would push out everything else."""

OBJECTS_BETWEEN = 100_000
"""So many new objects bring the garbage collector once, in programs that are the engine's alone. What the memories hold
and let go again is up to 50,000, none of it in a ring: to look through that took as long as a check, and found nothing.
"""

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memory(Generic[_Key, _Value]):
    """The answers of a function that depends on nothing but its key, those asked for last.

    It has two halves. When the newer one is full it becomes the older one, and what nobody has asked for since then goes.
    """

    def __init__(self, work_out: Callable[[_Key], _Value]) -> None:
        self._work_out = work_out
        self._newer: dict[_Key, _Value] = {}
        self._older: dict[_Key, _Value] = {}
        self._used = 0

    def get(self, key: _Key, characters: int) -> _Value:
        """The answer for `key`, which is about so many `characters`."""
        found = self._newer.get(key)
        if found is not None:
            return found
        found = self._older.get(key)
        if found is None:
            found = self._work_out(key)
        if characters <= LONGEST:
            self._keep(key, found, characters)
        return found

    def _keep(self, key: _Key, value: _Value, characters: int) -> None:
        self._used += characters + 1
        if self._used > ROOM:
            self._older, self._newer, self._used = self._newer, {}, characters + 1
        self._newer[key] = value
