"""The window and the phone around a sketch, and the sketch as one ``<svg>``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hooks.drawings.canvas import Box, Drawn, Part, rect, stack, stack_height, steps_of
from hooks.drawings.parts import words
from hooks.page_html import literal

_WIDTHS: Final = {"window": 352, "phone": 236}
_TOPS: Final = {"window": 40, "phone": 36}
_GAP: Final = 20
_INSET: Final = 24


@dataclass(frozen=True, slots=True)
class Panel:
    """A window or a phone with what it shows. ``title`` says in words which page or screen it is."""

    kind: str
    title: str
    parts: tuple[Part, ...]
    address: Part | None = None
    foot: Part | None = None

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """The numbers in it, each with the step's words."""
        ends = [part for part in (self.address, self.foot) if part]
        return tuple(sorted(steps_of([*self.parts, *ends])))

    @property
    def height(self) -> int:
        """What it needs for itself; beside others it may get more."""
        foot = self.foot.height + _GAP if self.foot else 0
        return self.top + stack_height(self.parts, _GAP) + 24 + foot

    @property
    def top(self) -> int:
        """Where its content begins: a bar at once, anything else with some air."""
        return _TOPS[self.kind] + (0 if self.parts[0].bleed else 14)


def window(title: str, *parts: Part, address: str | Part = "amazon.example") -> Panel:
    """A browser's window; what stands in the address bar may carry a number."""
    return Panel("window", title, parts, address=words(address, "muted") if isinstance(address, str) else address)


def phone(title: str, *parts: Part, foot: Part | None = None) -> Panel:
    """A phone, with a bar at its foot if the app has one."""
    return Panel("phone", title, parts, foot=foot)


def alternative(panel: Panel) -> str:
    """The sketch in words: what it shows, and what each number stands on."""
    steps = " ".join(f"Number {number} is on: {says}." for number, says in panel.steps)
    return f"{panel.title}. {steps}".strip()


def svg(panel: Panel, name: str, height: int, *, aloud: bool = True) -> str:
    """The sketch, ``height`` units high, on one line. ``name`` is unique on the page.

    Without ``aloud`` it is an ornament: nothing that a reader who cannot see it would miss.
    """
    spoken = (
        f'role="img" aria-label="{literal(alternative(panel))}"' if aloud else 'aria-hidden="true" focusable="false"'
    )
    width = _WIDTHS[panel.kind]
    body = Box(1, panel.top, width - 2, height)
    inside = stack(body, panel.parts, _GAP, _INSET) + _foot(panel, height)
    clip = f'<clipPath id="picture-{name}">{_sheet(panel, "clip", height)}</clipPath>'
    return (
        f'<svg class="picture__{panel.kind}" xmlns="http://www.w3.org/2000/svg"{_size(panel, height)} {spoken}>'
        f'{clip}<g clip-path="url(#picture-{name})">{_edges(panel, "paper", height)}{_top(panel).below}{inside.below}</g>'
        f"{_edges(panel, 'frame', height)}{_top(panel).above}{inside.above}</svg>"
    )


def _alone(panel: Panel, height: int) -> int:
    """How high it is where nothing stands beside it: a window ends under its content, a phone stays a phone."""
    return panel.height if panel.kind == "window" else height


def _size(panel: Panel, height: int) -> str:
    """Its own shape, which holds one under the other; ``slice`` lets it grow to its neighbours' height beside them."""
    width, own = _WIDTHS[panel.kind], _alone(panel, height)
    shape = "" if own == height else f' width="{width}" height="{own}" preserveAspectRatio="xMidYMin slice"'
    return f'{shape} viewBox="0 0 {width} {height}"'


def _edges(panel: Panel, kind: str, height: int) -> str:
    """The sheet of a window or a phone, or its line; two where its height differs, of which the style sheet shows one."""
    own = _alone(panel, height)
    if own == height:
        return _sheet(panel, kind, height)
    return _sheet(panel, f"{kind} picture__alone", own) + _sheet(panel, f"{kind} picture__beside", height)


def _sheet(panel: Panel, kind: str, height: int) -> str:
    return rect(kind, Box(1, 1, _WIDTHS[panel.kind] - 2, height - 2), 14 if panel.kind == "window" else 28)


def _top(panel: Panel) -> Drawn:
    """The upper edge: a window's dots and address, or a phone's ear piece."""
    if panel.address is None:
        return Drawn(rect("scribble", Box(_WIDTHS["phone"] // 2 - 24, 13, 48, 7), 3))
    dots = "".join(f'<circle class="picture__knob" cx="{x}" cy="20" r="4"/>' for x in (18, 32, 46))
    pill = rect("pill", Box(66, 7, 270, 26), 13)
    room = panel.address.width or 230
    return Drawn(dots + pill) + panel.address.draw(Box(80, 20 - panel.address.height // 2, room, panel.address.height))


def _foot(panel: Panel, height: int) -> Drawn:
    if panel.foot is None:
        return Drawn()
    return panel.foot.draw(Box(1, height - panel.foot.height - 1, _WIDTHS[panel.kind] - 2, panel.foot.height))
