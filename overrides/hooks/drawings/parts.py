"""The parts of a sketched page: words, signs, buttons, fields, menus, rows; and the number of a step on any of them."""

from __future__ import annotations

from typing import Final

from hooks.drawings.canvas import Box, Drawn, Part, fitting, rect, row, stack, stack_height, steps_of, text, width_of
from hooks.drawings.signs import SIGNS

_RING: Final = 11
#: How far the highlight reaches over what it marks: to the sides, up and down.
_ASIDE: Final = 8
_OVER: Final = 5
#: Room at the end of words for the number.
_FOR_RING: Final = 13


def here(part: Part, *, aside: int = _ASIDE) -> Part:
    """The part in the highlight."""

    def draw(box: Box) -> Drawn:
        glow = Box(box.x - aside, box.y - _OVER, box.width + 2 * aside, box.height + 2 * _OVER)
        inner = part.draw(box)
        return Drawn(f'<g class="picture__here">{rect("glow", glow, 9)}{inner.below}</g>', inner.above)

    return Part(part.height, draw, part.width, part.bleed, part.steps)


def step(number: int, says: str, part: Part, at: str = "end") -> Part:
    """The part in the highlight, with the number of the step on the page.

    ``says`` is what the step itself calls the control: a test compares the two, and it is read aloud. ``at`` puts the
    number on the right edge (``end``), or on the lower right corner of a small sign (``corner``).
    """
    corner = at == "corner"
    # The words keep clear of the number; the highlight goes under it.
    room = 0 if corner else _FOR_RING
    inner = here(row(part, space(room), gap=0) if room else part, aside=_OVER if corner else _ASIDE)

    def draw(box: Box) -> Drawn:
        x, y = (box.right + _OVER, box.y + box.height + 1) if corner else (box.right + _ASIDE - 2, box.middle)
        ring = f'<circle class="picture__ring" cx="{x}" cy="{y}" r="{_RING}"/>'
        return inner.draw(box) + Drawn(above=ring + text(str(number), x, y + 5, "number", "middle"))

    width = None if part.width is None else part.width + room
    return Part(part.height, draw, width, part.bleed, ((number, says), *part.steps))


def words(line: str, kind: str = "") -> Part:
    """A line of words, as wide as it is long."""
    bold = "bold" in kind

    def draw(box: Box) -> Drawn:
        return Drawn(text(fitting(line, box.width, bold=bold), box.x, box.middle + 5, kind))

    return Part(20, draw, width_of(line, bold=bold))


def heading(line: str) -> Part:
    """What the page calls itself."""
    return words(line, "bold")


def spring() -> Part:
    """Room that pushes apart what stands beside it."""
    return Part(0, lambda _: Drawn())


def space(width: int) -> Part:
    """Room of a given width."""
    return Part(0, lambda _: Drawn(), width)


def sign(name: str) -> Part:
    """One of our own signs."""

    def draw(box: Box) -> Drawn:
        return Drawn(f'<path class="picture__sign" transform="translate({box.x} {box.y})" d="{SIGNS[name]}"/>')

    return Part(24, draw, 24)


def scribble(*shares: int) -> Part:
    """Lines of text that do not matter here, each so many hundredths of the room wide."""

    def draw(box: Box) -> Drawn:
        lines = (
            rect("scribble", Box(box.x, box.y + 14 * line, box.width * share // 100, 6), 3)
            for line, share in enumerate(shares)
        )
        return Drawn("".join(lines))

    return Part(14 * len(shares) - 8, draw)


def bar(*parts: Part) -> Part:
    """The bar along the top (or the foot) of a page or an app."""
    inner = row(*parts, gap=16)

    def draw(box: Box) -> Drawn:
        middle = Box(box.x + 18, box.y + (box.height - inner.height) // 2, box.width - 40, inner.height)
        return Drawn(rect("bar", box, 0)) + inner.draw(middle)

    return Part(48, draw, bleed=True, steps=inner.steps)


def button(line: str, *, wide: bool = False) -> Part:
    """A button with words on it."""

    def draw(box: Box) -> Drawn:
        said = text(fitting(line, box.width - 12, bold=True), box.x + box.width // 2, box.middle + 5, "bold", "middle")
        return Drawn(rect("button", box, 8) + said)

    return Part(32, draw, None if wide else width_of(line, bold=True) + 28)


def tick(line: str, *, on: bool = True) -> Part:
    """A box to tick, with its words."""

    def draw(box: Box) -> Drawn:
        square = rect("box", Box(box.x + 1, box.y + 1, 18, 18), 4)
        mark = f'<path class="picture__sign" transform="translate({box.x - 2} {box.y - 2})" d="{SIGNS["tick"]}"/>'
        said = text(fitting(line, box.width - 28), box.x + 28, box.middle + 5)
        return Drawn(square + (mark if on else "") + said)

    return Part(20, draw)


def choice(line: str, *, on: bool = False) -> Part:
    """One of several answers, of which one is taken."""

    def draw(box: Box) -> Drawn:
        ring = f'<circle class="picture__box" cx="{box.x + 10}" cy="{box.middle}" r="8"/>'
        dot = f'<circle class="picture__dot" cx="{box.x + 10}" cy="{box.middle}" r="4"/>' if on else ""
        return Drawn(ring + dot + text(fitting(line, box.width - 28), box.x + 28, box.middle + 5))

    return Part(20, draw)


def switch(line: str) -> Part:
    """A switch that is on, with its words before it."""

    def draw(box: Box) -> Drawn:
        track = rect("box", Box(box.right - 40, box.y + 1, 36, 20), 10)
        knob = f'<circle class="picture__dot" cx="{box.right - 14}" cy="{box.y + 11}" r="6"/>'
        return Drawn(text(fitting(line, box.width - 42), box.x, box.middle + 5) + track + knob)

    return Part(22, draw)


def field(line: str, *, lead: str = "", rows: int = 1) -> Part:
    """A field to type in, with what stands in it; ``lead`` is a sign before the words."""
    height = 32 if rows == 1 else 16 + 20 * rows

    def draw(box: Box) -> Drawn:
        mark = ""
        if lead:
            mark = f'<path class="picture__sign" transform="translate({box.x + 6} {box.y + 4})" d="{SIGNS[lead]}"/>'
        left = 36 if lead else 12
        said = text(fitting(line, box.width - left - 8), box.x + left, box.y + 21, "muted")
        return Drawn(rect("field", box, 7) + mark + said)

    return Part(height, draw)


def entry(line: str, lead: str = "", tail: str = "") -> Part:
    """One line of a menu or a list: words, with a sign before or after them."""
    signs = [sign(lead)] if lead else []
    return row(*signs, words(line), spring(), *([sign(tail)] if tail else []), gap=10)


def talk(name: str, note: str = "") -> Part:
    """A talk in the list of messages: who it is with, and a line of it."""

    def draw(box: Box) -> Drawn:
        face = f'<circle class="picture__face" cx="{box.x + 15}" cy="{box.middle}" r="14"/>'
        person = f'<path class="picture__sign" transform="translate({box.x + 6} {box.middle - 10}) scale(.75)" d="{SIGNS["person"]}"/>'
        who = text(fitting(name, box.width - 42, bold=True), box.x + 40, box.y + 15, "bold")
        if note:
            under = text(fitting(note, box.width - 42), box.x + 40, box.y + 34, "muted")
        else:
            under = rect("scribble", Box(box.x + 40, box.y + 26, (box.width - 40) * 7 // 10, 6), 3)
        return Drawn(face + person + who + under)

    return Part(40, draw)


def said(*lines: str, own: bool = False) -> Part:
    """A message in a talk: the other side's on the left, your own on the right. Without lines, a scribble."""
    inner = [words(line) for line in lines] or [scribble(90, 60)]
    height = stack_height(inner, 0) + 20

    def draw(box: Box) -> Drawn:
        width = box.width * 5 // 6
        bubble = Box(box.right - width if own else box.x, box.y, width, height)
        inside = Box(bubble.x + 12, bubble.y + 10, width - 24, height)
        return Drawn(rect("own" if own else "said", bubble, 12)) + stack(inside, inner, 0)

    return Part(height, draw, steps=steps_of(inner))


def card(*parts: Part) -> Part:
    """Things that belong together, in a frame."""
    height = stack_height(parts, 18) + 28

    def draw(box: Box) -> Drawn:
        inside = Box(box.x + 14, box.y + 14, box.width - 28, height - 28)
        return Drawn(rect("card", box, 10)) + stack(inside, parts, 18)

    return Part(height, draw, steps=steps_of(parts))


def menu(*parts: Part, wide: int = 232, right: bool = True) -> Part:
    """A menu that opened under the bar, on its right or left side."""
    height = stack_height(parts, 18) + 30

    def draw(box: Box) -> Drawn:
        sheet = Box(box.right - wide if right else box.x, box.y, wide, height)
        tip_x = sheet.right - 40 if right else sheet.x + 22
        tip = f'<path class="picture__tip" d="M{tip_x - 9} {sheet.y}l9 -9l9 9"/>'
        inside = Box(sheet.x + 14, sheet.y + 15, wide - 28, height - 30)
        return Drawn(rect("menu", sheet, 10) + tip) + stack(inside, parts, 18)

    return Part(height, draw, steps=steps_of(parts))
