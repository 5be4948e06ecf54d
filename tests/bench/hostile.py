"""What a character costs in a long text, beside a short one, where the text is made to be slow to read.

The tests count the work for the same texts (tests/property/test_hostile.py); here it is timed, with all that the
counting cannot see: what happens inside regular expressions, and searches in strings.
"""

from __future__ import annotations

import gc
import time

from guide_engine import Draft, check
from tests.bench.figures import Figure
from tests.fresh import without_memory
from tests.hostile import PATTERNS, repeated

SMALL, LARGE = 2_500, 20_000
MUST = 3.0
"""Where all work is quadratic, a character of the long text costs 8 times as much."""
LEAST = 0.0005
"""Seconds; a shorter time than this says more about the clock than about the text."""


def measure() -> Figure:
    """The worst of all patterns, and which it is."""
    check(Draft(text="★"))  # all lexicons are taken up
    ratio, name = max((_ratio(pattern), name) for name, pattern in PATTERNS.items())
    return Figure(
        "engine", f"a character's time in {LARGE:,} hostile ones as a multiple of that in {SMALL:,}, the worst", "×",
        ratio, must=MUST, note=f"the slowest was “{PATTERNS[name]}”, again and again ({name})".replace("\n", "⏎"),
    )  # fmt: skip


def _ratio(pattern: str) -> float:
    """For one pattern, from the best of a few tries; again where it is high, as other processes take time too."""
    best = float("inf")
    for _ in range(3):
        small = min(_seconds(pattern, SMALL) for _ in range(5))
        large = min(_seconds(pattern, LARGE) for _ in range(2))
        best = min(best, (large / LARGE) / (max(small, LEAST) / SMALL))
        if best <= MUST / 2:
            break
    return best


def _seconds(pattern: str, characters: int) -> float:
    draft = Draft(text=repeated(pattern, characters))
    gc.collect()
    with without_memory():
        started = time.process_time()
        check(draft)
        return time.process_time() - started
