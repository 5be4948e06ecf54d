"""Telephone numbers in forms that only they have: words on the keys, short codes, groups told in turn or held apart by odd signs.

Nothing here decides either: see `guide_engine.detectors.numbers`, of which this is the smaller part. Positions are folded ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide_engine.detectors.by_line import FIGURES, ranges
from guide_engine.detectors.numbers import FEWEST, MOST, Candidate
from guide_engine.text import NormalizedText

_KEYPAD: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
_VANITY = re.compile(
    r"(?<![\w-])1[-. ]8(?:00|33|44|55|66|77|88)[-. ](?=[\d-]{0,8}[a-z]{3})[a-z\d](?:-?[a-z\d]){6,9}(?![\w-])"
)


def worded_keys(text: NormalizedText) -> Iterator[Candidate]:
    """Toll-free numbers with words on the telephone's keys: "1-800-BRIGHT-1"."""
    for start, end in ranges(text, _VANITY, FIGURES):
        written = text.folded[start:end]
        digits = "".join(filter(str.isdigit, written.translate(_KEYPAD)))
        yield Candidate(start, end, written, digits, worded=True)


_KEYWORD = re.compile(r"(?<!\w)(?:text|sms|txt) (?:[a-z]{2,12} )?to (?P<number>\d{5,6})(?![\w-])")


def short_codes(text: NormalizedText) -> Iterator[Candidate]:
    """Short numbers that a word is to be sent to: "text STRAP to 60777"."""
    for start, end in ranges(text, _KEYWORD, FIGURES):
        number = text.folded[start:end].rpartition(" ")[2]
        yield Candidate(end - len(number), end, number, number, worded=True)


_THEN = re.compile(
    r"(?<![\w.,-])\d{2,5}(?:,?\s(?:and\s)?(?:then|dann|danach|puis|ensuite|luego|despues|poi|dan|sedan|potem|depois)\s\d{2,5}){1,4}(?![\w-])"
)


def told_in_turn(text: NormalizedText) -> Iterator[Candidate]:
    """Numbers whose groups are told one after the other: "503 then 555 then 0119"."""
    for start, end in ranges(text, _THEN, FIGURES):
        written = text.folded[start:end]
        digits = "".join(filter(str.isdigit, written))
        if FEWEST <= len(digits) <= MOST:
            yield Candidate(start, end, written, digits, worded=True)


_ODD_SIGNS: Final = re.compile(
    r"(?<![\w.,:;'|#+-])\d{3,5} ?(?P<sign>[|=:;>,'#^]) ?\d{2,5}(?: ?(?P=sign) ?\d{2,5}){1,3}(?!\w|[.,:;]\d)"
)
_ALSO_ELSEWHERE = ",':"
"""Signs that also part the thousands of an amount, times and sizes: there only a nought in front shows a number to call."""


def oddly_parted(text: NormalizedText) -> Iterator[Candidate]:
    """Numbers whose groups are held apart by one sign that no other number uses so: "0203|555|0142"."""
    for start, end in ranges(text, _ODD_SIGNS, FIGURES):
        written = text.folded[start:end]
        digits = "".join(filter(str.isdigit, written))
        doubtful = any(sign in written for sign in _ALSO_ELSEWHERE) and not written.startswith("0")
        if FEWEST < len(digits) <= MOST and not doubtful:
            yield Candidate(start, end, written, digits)
