"""Pictures in pages: the mark in Markdown, and the figure that takes its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from hooks.drawings import frames
from hooks.page_html import literal

#: What every picture says of itself.
CAPTION: Final = (
    "Our own sketch, not a screenshot. Each number is a step from the list above. "
    "On your screen, things may stand in another place."
)
_MARK: Final = re.compile(r"^\{\{ *picture +([^\s}]*) *\}\}[ \t]*$", re.MULTILINE)
_LEFT_OVER: Final = re.compile(r"\{\{ *picture\b[^}\n]*\}?\}?")
#: Between two panels: a way on.
_ARROW: Final = '<svg class="picture__arrow" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12h15M13 6l6 6-6 6"/></svg>'


class UnknownPicture(ValueError):
    """A page asks for a picture that is not in the list, twice for the same one, or not on a line of its own."""


class Picture:
    """One to three panels, read from left to right."""

    def __init__(self, *panels: frames.Panel) -> None:
        self.panels = panels

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """Every number in it with the step's words, in the order of the numbers."""
        return tuple(sorted(step for panel in self.panels for step in panel.steps))


def figure(name: str, picture: Picture) -> str:
    """The picture as HTML on one line, ready for Markdown. Panels side by side are equally high."""
    height = max(panel.height for panel in picture.panels)
    drawn = (frames.svg(panel, f"{literal(name)}-{place}", height) for place, panel in enumerate(picture.panels, 1))
    kind = picture.panels[0].kind
    return (
        f'<figure class="picture picture--{kind} picture--{len(picture.panels)}" data-picture="{literal(name)}" '
        f'data-search-exclude=""><div class="picture__sheet">{_ARROW.join(drawn)}</div>'
        f"<figcaption>{CAPTION}</figcaption></figure>"
    )


def ornament(name: str, panel: frames.Panel) -> str:
    """A sketch that only decorates, beside words that say it all."""
    return f'<div class="picture picture--ornament">{frames.svg(panel, literal(name), panel.height, aloud=False)}</div>'


def expand(markdown: str, pictures: Mapping[str, Picture]) -> str:
    """The page with its pictures in place of their marks; any other page comes back as it was. May raise UnknownPicture."""
    seen: set[str] = set()

    def draw(match: re.Match[str]) -> str:
        name = match[1]
        if name not in pictures or name in seen:
            message = (
                f"There is no picture {name!r}." if name not in pictures else f"The picture {name!r} stands here twice."
            )
            raise UnknownPicture(message)
        seen.add(name)
        return figure(name, pictures[name])

    expanded = _MARK.sub(draw, markdown)
    left = _LEFT_OVER.search(expanded)
    if left:
        message = f"{left[0]} must stand on a line of its own, from its first column."
        raise UnknownPicture(message)
    return expanded
