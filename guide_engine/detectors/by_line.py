"""Searching a text line by line, so that a line that stood in the last text as well is not searched again.

Positions are those of the whole text: folded ones, or raw code points where the name says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from guide_engine.findings import Span
from guide_engine.text import NormalizedText

_Ranges = tuple[tuple[int, int], ...]


def ranges(text: NormalizedText, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """The folded ranges where `pattern` is met. It must not look over a line end, nor back to the one before."""
    found: list[tuple[int, int]] = []
    at = 0
    number = _number(pattern)
    for line in text.lines:
        here: _Ranges | None = line.kept.get(number)
        if here is None:
            here = line.kept[number] = tuple([match.span() for match in pattern.finditer(line.folded)])
        if here:
            found += [(start + at, end + at) for start, end in here]
        at += len(line.folded)
    return found


def raw_spans(text: NormalizedText, pattern: re.Pattern[str]) -> list[Span]:
    """The spans of the raw text where `pattern` is met. It must not look over a line end, nor back to the one before."""
    found: list[Span] = []
    at = 0
    number = -_number(pattern)
    for line in text.lines:
        here: _Ranges | None = line.kept.get(number)
        if here is None:
            here = line.kept[number] = tuple([match.span() for match in pattern.finditer(line.raw)])
        if here:
            found += [Span(start + at, end + at) for start, end in here]
        at += len(line.raw)
    return found


_NUMBERED: dict[int, re.Pattern[str]] = {}


def _number(pattern: re.Pattern[str]) -> int:
    """A number of the pattern's own; the pattern is held, so that no later one gets the same.

    As a key it is quicker than the pattern itself, of which all the code is hashed each time.
    """
    number = id(pattern)
    _NUMBERED.setdefault(number, pattern)
    return number


class Gate:
    """Where a costly pattern can be met at all.

    Its matches may go over line ends: whether one begins in a line, and whether it ends there, is told from the line
    and the `reach` characters after it. What stands before a line must not matter: a line end says as much as the
    beginning of the text.
    """

    def __init__(self, pattern: Callable[[], re.Pattern[str]], reach: int) -> None:
        self._pattern = pattern
        self._reach = reach

    def matches(self, text: NormalizedText, folded: str) -> Iterator[re.Match[str]]:
        """What `finditer` finds in `folded`, which has the line ends of `text.folded` and says no more than its lines do."""
        pattern = self._pattern()
        at = done = 0
        for line in text.lines:
            end = at + len(line.folded)
            if done <= at:
                after = folded[end : end + self._reach]
                kept: tuple[str, list[int]] | None = line.kept.get(self)
                if kept is None or kept[0] != after:
                    starts = self._starts(pattern, folded, at, end)
                    kept = line.kept[self] = (after, [start - at for start in starts])
                begun: Sequence[int] = [at + start for start in kept[1]] if kept[1] else ()
            else:
                begun = self._starts(pattern, folded, done, end)
            for start in begun:
                if match := pattern.match(folded, start):
                    yield match
                    done = match.end()
            at = end

    def _starts(self, pattern: re.Pattern[str], folded: str, first: int, end: int) -> list[int]:
        """Where the matches begin that `folded[first:end]` has."""
        starts: list[int] = []
        while first < end and (begun := pattern.search(folded, first, end + self._reach)):
            match = pattern.match(folded, begun.start()) if begun.start() < end else None
            if match is None:
                break
            starts.append(match.start())
            first = match.end()
        return starts
