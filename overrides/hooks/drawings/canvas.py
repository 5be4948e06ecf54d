"""What every drawing is made of: a box to draw in, and a part that knows its size.

All lengths are in the drawing's own units. A window is 352 units wide, about as many pixels as it gets on a phone,
so a letter of 14 units is never smaller than 12 pixels on any page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hooks.page_html import literal

#: Mean width of a letter of 14 units in the page's face, on the safe side; bold ones are wider.
_LETTER: Final = 7.3
_BOLD_LETTER: Final = 7.9


class DoesNotFit(ValueError):
    """Words or parts are wider than the room they have."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a part is drawn."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Half way down."""
        return self.y + self.height // 2

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Drawn:
    """SVG in two layers: ``above`` holds the numbers, which nothing may cover."""

    below: str = ""
    above: str = ""

    def __add__(self, other: Drawn) -> Drawn:
        return Drawn(self.below + other.below, self.above + other.above)


@dataclass(frozen=True, slots=True)
class Part:
    """Something to draw. Without a ``width`` it takes the room there is; ``bleed`` reaches from edge to edge."""

    height: int
    draw: Callable[[Box], Drawn]
    width: int | None = None
    bleed: bool = False
    #: The numbers in it, each with the words that the step on the page uses for it.
    steps: tuple[tuple[int, str], ...] = ()


def steps_of(parts: Sequence[Part]) -> tuple[tuple[int, str], ...]:
    """All numbers in these parts, in the order of the drawing."""
    return tuple(step for part in parts for step in part.steps)


def text(words: str, x: int, baseline: int, kind: str = "", anchor: str = "") -> str:
    """One line of words. ``kind`` is bold, muted, small … as in the style sheet."""
    classes = " ".join(["picture__text", *(f"picture__text--{one}" for one in kind.split())])
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{classes}" x="{x}" y="{baseline}"{where}>{literal(words)}</text>'


def rect(kind: str, box: Box, radius: int) -> str:
    """A rectangle with round corners."""
    return f'<rect class="picture__{kind}" x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{radius}"/>'


def width_of(words: str, *, bold: bool = False) -> int:
    """How much room a line of words takes at most, near enough."""
    return round(len(words) * (_BOLD_LETTER if bold else _LETTER))


def fitting(words: str, room: int, *, bold: bool = False) -> str:
    """The words. Raises DoesNotFit where they would reach over their edge: no reader should have to guess the rest."""
    if width_of(words, bold=bold) > room:
        message = f"{words!r} needs {width_of(words, bold=bold)} units and has {room}"
        raise DoesNotFit(message)
    return words


def stack_height(parts: Sequence[Part], gap: int) -> int:
    """How high these parts are, one under the other."""
    return sum(part.height for part in parts) + gap * max(0, len(parts) - 1)


def stack(box: Box, parts: Sequence[Part], gap: int, inset: int = 0) -> Drawn:
    """Parts one under the other; all but those that bleed keep ``inset`` from both edges."""
    drawn, y = Drawn(), box.y
    for part in parts:
        aside = 0 if part.bleed else inset
        room = box.width - 2 * aside
        width = room if part.width is None else part.width
        if width > room:
            message = f"a part is {width} units wide and has {room}"
            raise DoesNotFit(message)
        drawn += part.draw(Box(box.x + aside, y, width, part.height))
        y += part.height + gap
    return drawn


def row(*parts: Part, gap: int = 12) -> Part:
    """Parts side by side, each half way down; those without a width share what is left."""
    height = max(part.height for part in parts)

    def draw(box: Box) -> Drawn:
        taken = sum(part.width or 0 for part in parts) + gap * (len(parts) - 1)
        open_ones = sum(part.width is None for part in parts)
        share = (box.width - taken) // max(1, open_ones)
        if share < 0:
            message = f"a row needs {taken} units and has {box.width}"
            raise DoesNotFit(message)
        drawn, x = Drawn(), box.x
        for part in parts:
            width = share if part.width is None else part.width
            drawn += part.draw(Box(x, box.y + (height - part.height) // 2, width, part.height))
            x += width + gap
        return drawn

    return Part(height, draw, steps=steps_of(parts))
