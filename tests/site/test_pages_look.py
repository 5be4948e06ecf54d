"""The colours: readable in both schemes, the same with and without scripts, and every name that tools rely on."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.site.pages_html import ROOT

PARTS = ROOT / "overrides" / "assets" / "stylesheets" / "parts"
TOKENS = (PARTS / "tokens.css").read_text(encoding="utf-8")

#: The names that the tools' style sheet may use.
PROMISED = [
    *("ink", "muted", "surface", "raised", "line", "accent", "accent-ink", "focus", "radius", "font", "mono", "space"),
    *("error", "error-soft", "warning", "warning-soft", "info", "info-soft", "ok", "ok-soft"),
]
GROUNDS = ("surface", "raised", "sunken")
SIGNALS = ("error", "warning", "info", "ok")


def declared(after: str) -> dict[str, str]:
    """The custom properties in the first block after this text."""
    block = TOKENS[TOKENS.index(after) :].split("{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--mcg-([a-z0-9-]+):\s*([^;]+);", block))


LIGHT = declared('[data-md-color-scheme="default"]')
DARK = declared('[data-md-color-scheme="slate"]')
SCHEMES = {"light": LIGHT, "dark": DARK}
BRAND = declared(":root {")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two colours written #rrggbb."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_promised_name_is_declared() -> None:
    assert not [name for name in PROMISED if name not in BRAND | LIGHT]
    assert set(LIGHT) == set(DARK)


def test_dark_is_the_same_with_and_without_scripts() -> None:
    assert declared(".no-js [data-md-color-scheme]") == DARK


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "accent-hover"])
def test_body_text_reaches_seven_to_one(scheme: str, ground: str, text: str) -> None:
    colours: Mapping[str, str] = SCHEMES[scheme]
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("signal", SIGNALS)
def test_signals_are_readable_on_their_own_ground_and_on_the_page(scheme: str, signal: str) -> None:
    colours = SCHEMES[scheme]
    for ground in (f"{signal}-soft", "surface", "raised"):
        assert contrast(colours[signal], colours[ground]) >= 7
    assert contrast(colours["ink"], colours[f"{signal}-soft"]) >= 7
    # Links stand in boxes of every signal.
    assert contrast(colours["accent"], colours[f"{signal}-soft"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_buttons_edges_and_focus_can_be_seen(scheme: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours["accent-ink"], colours["accent"]) >= 7
    assert contrast(colours["accent-ink"], colours["accent-hover"]) >= 7
    assert contrast(colours["accent"], colours["accent-soft"]) >= 7
    for ground in GROUNDS:
        assert contrast(colours["focus"], colours[ground]) >= 3
        assert contrast(colours["line-strong"], colours[ground]) >= 3


def test_text_on_the_bar_reaches_seven_to_one() -> None:
    for ground in ("brand", "brand-deep"):
        assert contrast(BRAND["brand-ink"], BRAND[ground]) >= 7
        assert contrast(BRAND["brand-muted"], BRAND[ground]) >= 7
        assert contrast(BRAND["highlight"], BRAND[ground]) >= 7
    assert contrast(BRAND["highlight-ink"], BRAND["highlight"]) >= 7


@pytest.mark.parametrize("path", sorted([*PARTS.glob("*.css"), *PARTS.parent.glob("*.css")]), ids=lambda path: path.name)
def test_parts_fetch_nothing_but_our_fonts_and_stay_short(path: object) -> None:
    text = (PARTS / str(path)).read_text(encoding="utf-8")
    assert re.findall(r"url\(\"?([^)\"]+)", text) == re.findall(r"url\(\"(\.\./\.\./fonts/[a-z0-9-]+\.woff2)\"\)", text)
    assert text.count("\n") < 350
