"""Emoji and text emoticons in the raw text. Positions are raw code points."""

from __future__ import annotations

import re

from guide_engine.characters import is_pictograph
from guide_engine.findings import Span

_JOINERS = frozenset("\u200d\ufe0f\u20e3")
_EMOTICON = re.compile(r"(?<![^\s(])(?:[:;=8][-o*']?[)(\]\[dDpP/\\|@]|<3|\^\^|[xX]D)(?![^\s).,!?])")
_NUMBER_KEYS = re.compile("[0-9#*]\ufe0f?\u20e3")


def emoji(raw: str) -> list[Span]:
    """Runs of emoji, each with its joiners, skin tones and variation signs."""
    if raw.isascii():
        return []
    spans: list[Span] = [Span(m.start(), m.end()) for m in _NUMBER_KEYS.finditer(raw)]
    at = 0
    while at < len(raw):
        if _starts_emoji(raw, at):
            end = at + 1
            while end < len(raw) and (
                raw[end] in _JOINERS or _starts_emoji(raw, end) or 0xE0020 <= ord(raw[end]) <= 0xE007F
            ):
                end += 1
            spans.append(Span(at, end))
            at = end
        else:
            at += 1
    return sorted(spans)


def _starts_emoji(raw: str, at: int) -> bool:
    """Emoji by presentation, or a text sign turned into one by variation selector 16 (⚠️, ❤️)."""
    return is_pictograph(raw[at]) or (raw[at + 1 : at + 2] == "\ufe0f" and not raw[at].isascii())


def emoticons(raw: str) -> list[Span]:
    """Text emoticons such as ``:-)``."""
    return [Span(m.start(), m.end()) for m in _EMOTICON.finditer(raw)]
