"""The plain view: the folded text with spelled-out addresses written as addresses, and the way back.

Which those are is `guide_engine.detectors.spelled`' business.

Positions: `PlainView.plain` has its own; `Span`s are raw code points; all others are folded ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from guide_engine.findings import Span
from guide_engine.text import NormalizedText

Spelled = tuple[int, int, tuple[tuple[int, int, str], ...]]
"""A spelled-out address: its range, and the ranges of its joints with the sign that each stands for."""


@dataclass(frozen=True, slots=True)
class PlainView:
    """The folded text with spelled-out addresses written plainly. `spelled` are the changed ranges of `plain`.

    `pieces` are its parts, in order: each one's place in `plain`, and the folded range that it stands for. A piece of
    more than one character stands as it was; a sign may stand for several characters.
    """

    text: NormalizedText
    plain: str
    pieces: tuple[tuple[int, int, int], ...] = ()
    spelled: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The raw range behind `plain[start:end]`. Raises ValueError where that is empty or outside."""
        if not 0 <= start < end <= len(self.plain):
            message = f"{start}:{end} is not a range of the plain view"
            raise ValueError(message)
        return self.text.span(self._folded(start)[0], self._folded(end - 1)[1])

    def _folded(self, at: int) -> tuple[int, int]:
        """The folded range that the character at a place of `plain` stands for."""
        if not self.pieces:
            return at, at + 1
        number = bisect_right(self.pieces, at, key=itemgetter(0)) - 1
        begin, start, end = self.pieces[number]
        after = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else len(self.plain)
        return (start, end) if after - begin == 1 else (start + at - begin, start + at - begin + 1)

    def is_spelled(self, start: int, end: int) -> bool:
        """Whether `plain[start:end]` was written in a way that needed undoing."""
        return any(first < end and start < last for first, last in self.spelled)


def written_out(text: NormalizedText, edits: Iterable[Spelled]) -> PlainView:
    """The view of a text in which these addresses are written plainly; of two that overlap, the first one."""
    folded = text.folded
    if not edits:
        return PlainView(text, folded)
    written = _Written(folded)
    spelled = []
    for chain_start, chain_end, joints in edits:
        if chain_start < written.at:
            continue
        written.copy(chain_start)
        begin = written.size
        for start, end, sign in joints:
            written.copy(start)
            written.put(sign, end)
        written.copy(chain_end)
        spelled.append((begin, written.size))
    written.copy(len(folded))
    return PlainView(text, "".join(written.parts), tuple(written.pieces), tuple(spelled))


class _Written:
    """A plain view in the making: `at` is how far the folded text is written out, `size` how long that has become."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self.at = self.size = 0
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, int]] = []

    def copy(self, end: int) -> None:
        """Go on as it stands, up to `end`."""
        if self.at < end:
            self._add(self._folded[self.at : end], end)

    def put(self, sign: str, end: int) -> None:
        """Write a sign for what stands there up to `end`."""
        self._add(sign, end)

    def _add(self, part: str, end: int) -> None:
        self.parts.append(part)
        self.pieces.append((self.size, self.at, end))
        self.size += len(part)
        self.at = end
