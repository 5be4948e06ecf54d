"""Searching a text line by line, so that a line that stood in the last text as well is not searched again.

Positions are those of the whole text: folded ones, or raw code points where the name says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from guide_engine.findings import Span
from guide_engine.text import NormalizedText

_Ranges = tuple[tuple[int, int], ...]


def ranges(text: NormalizedText, pattern: re.Pattern[str], sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The folded ranges where `pattern` is met. It must not look over a line end, nor back to the one before.

    What it finds always holds `sign`, which is quicker to look for; several patterns may share one.
    """
    found: list[tuple[int, int]] = []
    number = _number(pattern)
    for at, line in _showing(text, sign):
        here: _Ranges | None = line.kept.get(number)
        if here is None:
            here = line.kept[number] = _met(pattern, line.folded)
        if here:
            found += [(start + at, end + at) for start, end in here]
    return found


def _met(pattern: re.Pattern[str], line: str) -> _Ranges:
    return tuple([match.span() for match in pattern.finditer(line)])


def _showing(text: NormalizedText, sign: re.Pattern[str]) -> list[tuple[int, NormalizedText]]:
    """The lines that hold a sign, each with the folded position where it begins."""
    number = _number(sign)
    found: list[tuple[int, NormalizedText]] | None = text.kept.get(number)
    if found is None:
        found = text.kept[number] = []
        at = 0
        for line in text.lines:
            shown: bool | None = line.kept.get(number)
            if shown is None:
                shown = line.kept[number] = sign.search(line.folded) is not None
            if shown:
                found.append((at, line))
            at += len(line.folded)
    return found


FIGURES = re.compile(r"\d(?:\D{0,20}\d){3}")
"""The sign of whatever holds four figures or more that are near each other."""


def raw_spans(text: NormalizedText, pattern: re.Pattern[str], *, beyond_ascii: bool = False) -> list[Span]:
    """The spans of the raw text where `pattern` is met. It must not look over a line end, nor back to the one before.

    `beyond_ascii` says that nothing is met where all is ASCII.
    """
    found: list[Span] = []
    at = 0
    number = -_number(pattern)
    for line in text.lines:
        here: _Ranges | None = line.kept.get(number)
        if here is None:
            here = line.kept[number] = () if beyond_ascii and line.raw.isascii() else _met(pattern, line.raw)
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
    beginning of the text. Each match holds one of the `signs`, which are quicker to look for, at most `lead` characters
    behind its beginning.
    """

    def __init__(
        self,
        pattern: Callable[[], re.Pattern[str]],
        reach: int,
        signs: Callable[[], Iterable[re.Pattern[str]]],
        lead: int,
    ) -> None:
        self._pattern = pattern
        self._reach = reach
        self._signs = signs
        self._lead = lead

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
        last = end + self._reach
        while first < end:
            shown = [sign.start() for one in self._signs() if (sign := one.search(folded, first, last))]
            if not shown:
                break
            begun = pattern.search(folded, max(first, min(shown) - self._lead), last)
            match = pattern.match(folded, begun.start()) if begun and begun.start() < end else None
            if match is None:
                break
            starts.append(match.start())
            first = match.end()
        return starts
