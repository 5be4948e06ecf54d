"""Amazon's order numbers in a text: 17 digits as 3-7-7, and what comes close to it. Spans are raw code points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide_engine.detectors.by_line import FIGURES, ranges
from guide_engine.findings import Span
from guide_engine.reading import Reading
from guide_engine.text import NormalizedText

_DASH = r"[-–—−・ー]"
_WHOLE = re.compile(rf"(?<![\w-])[a-z\d]\d\d(?:{_DASH}| ?)\d{{7}}(?:{_DASH}| ?)\d{{7}}(?![\w-])")
_NEARLY = re.compile(rf"(?<![\w-])[a-z\d]?\d{{2,4}}{_DASH}\d{{5,9}}{_DASH}\d{{5,9}}(?![\w-])")
_SHAPE = re.compile(r"[A-Z\d]\d\d-\d{7}-\d{7}")
_NOT_A_SIGN = re.compile(r"[^a-z\d]")


@dataclass(frozen=True, slots=True)
class OrderId:
    """An order number as 3-7-7, or as it stands where it is not `whole`, and where in the text it is."""

    number: str
    span: Span
    whole: bool


def is_order_id(text: str) -> bool:
    """Whether `text` is an order number: digits as 3-7-7, or a letter first, as digital orders have it."""
    return _SHAPE.fullmatch(text) is not None


def order_ids(reading: Reading) -> list[OrderId]:
    """The order numbers of the text, and runs of digits that look like a mistyped one."""
    return _find(reading.text)


def subject_order_ids(reading: Reading) -> list[OrderId]:
    """The order numbers of the subject."""
    return _find(reading.subject)


def _find(text: NormalizedText) -> list[OrderId]:
    found = []
    for start, end in ranges(text, _WHOLE, FIGURES):
        signs = _NOT_A_SIGN.sub("", text.folded[start:end]).upper()
        number = f"{signs[:3]}-{signs[3:10]}-{signs[10:]}"
        found.append(OrderId(number, text.span(start, end), whole=True))
    for start, end in ranges(text, _NEARLY, FIGURES):
        span = text.span(start, end)
        if not any(span.overlaps(other.span) for other in found):
            found.append(OrderId(text.raw_of(start, end), span, whole=False))
    return sorted(found, key=lambda one: one.span)
