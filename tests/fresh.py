"""Checks that take nothing from earlier ones, to compare with, and where the lexicons change under the checker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from guide_engine.memory import Memory


@contextmanager
def without_memory() -> Iterator[None]:
    """Let everything be worked out anew each time."""

    def get(self: Memory[Any, Any], key: Any, _characters: int) -> Any:
        return self._work_out(key)

    with mock.patch.object(Memory, "get", get):
        yield
