"""How long a test waits for what a page does in its own time, and how it looks for it again until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

#: Milliseconds for a step of a page, on a machine many times slower than anybody's. Only a failure waits that long.
PATIENCE = 60_000
#: Milliseconds between two looks.
_AGAIN = 100

Found = TypeVar("Found")


def eventually(page: Page, look: Callable[[], Found], wanted: Found) -> None:
    """Look at a page until it shows what is wanted; fails with what it shows in the end."""
    for _ in range(PATIENCE // _AGAIN):
        if look() == wanted:
            return
        page.wait_for_timeout(_AGAIN)
    assert look() == wanted
