"""Emoji and text emoticons in the raw text. Positions are raw code points."""

from __future__ import annotations

import re

from guide_engine.characters import PICTOGRAPHS
from guide_engine.detectors.by_line import raw_spans
from guide_engine.findings import Span
from guide_engine.text import NormalizedText

_ONE = (
    # A key such as 1️⃣; an emoji by presentation; a text sign turned into one by variation selector 16 (⚠️, ❤️).
    rf"(?:[0-9#*]\ufe0f?\u20e3|[{PICTOGRAPHS}]|[^\x00-\x7f]\ufe0f)"
)
_RUN = re.compile(rf"{_ONE}(?:{_ONE}|[\u200d\ufe0f\U000e0020-\U000e007f])*")
_EMOTICON = re.compile(
    # It begins with the sign, so that a search passes over letters at once; what stands before is looked at then.
    r"[:;=8<^xX](?<![^\s(].)(?:(?<=[:;=8])[-o*']?[)(\]\[dDpP/\\|@]|(?<=<)3|(?<=\^)\^|(?<=[xX])D)(?![^\s).,!?])"
)


def emoji(text: NormalizedText) -> list[Span]:
    """Runs of emoji, each with its joiners, skin tones and variation signs."""
    return [] if text.raw.isascii() else raw_spans(text, _RUN, beyond_ascii=True)


def emoticons(text: NormalizedText) -> list[Span]:
    """Text emoticons such as ``:-)``."""
    return raw_spans(text, _EMOTICON)
