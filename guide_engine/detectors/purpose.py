"""What a message is for: by what the seller said, else by its words. Spans are raw code points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from guide_engine.clauses import Prose
from guide_engine.detectors.phrases import find
from guide_engine.detectors.promotion_talk import DISCOUNTS, PROMOTIONS
from guide_engine.detectors.review_talk import ASKED, GLOWING, IF_HAPPY, REWARDED, TELL_US_FIRST
from guide_engine.draft import CRITICAL, Reason
from guide_engine.findings import Span
from guide_engine.reading import Reading
from guide_engine.text import NormalizedText


class Purpose(Enum):
    """Why a seller writes, as far as it decides about the tag."""

    SELLING = "selling"
    """Asks for a review or sells: barred with any tag, whatever else the message says."""
    CRITICAL = "critical"
    """Needed to complete the order; reaches buyers who opted out."""
    CONTESTED = "contested"
    """Safety, recall or warranty: critical for the article, on no list of Amazon's."""
    OTHER = "other"


NEEDED = frozenset(
    {"address-trouble", "custom-question", "appointment", "delay", "cannot-supply", "order-trouble", "cancel-ask"}
)
"""The concepts of what a seller needs to complete an order, or has to say because it cannot be completed."""

_SELLING = (*DISCOUNTS, *PROMOTIONS, *ASKED, *GLOWING, *IF_HAPPY, *REWARDED, *TELL_US_FIRST)
_BRACKETED = re.compile(r"[\[【]\s{0,3}([^\[\]【】\n]{2,40})[\]】]")
_TAG_WORDS = 8


def purpose(reading: Reading) -> Purpose:
    """The purpose of the draft. What sells is named so even where a better purpose is claimed."""
    if reading.once(sells):
        return Purpose.SELLING
    reason = reading.draft.reason
    if reason in CRITICAL:
        return Purpose.CRITICAL
    if reason in (Reason.SAFETY, Reason.WARRANTY):
        return Purpose.CONTESTED
    if reason not in (None, Reason.OTHER):
        return Purpose.OTHER
    return by_words(reading)


def sells(reading: Reading) -> bool:
    """Whether the text asks for a review, or advertises."""
    return bool(find(reading.prose, _SELLING))


def by_words(reading: Reading) -> Purpose:
    """The purpose that the words of the text and the subject show."""
    said = [s.concepts for prose in (reading.prose, reading.subject_prose) for s in prose.sentences]
    if any("safety" in concepts or _warranty(concepts) for concepts in said):
        return Purpose.CONTESTED
    return Purpose.CRITICAL if any(NEEDED & concepts for concepts in said) else Purpose.OTHER


def _warranty(concepts: frozenset[str]) -> bool:
    """Whether a sentence is about the warranty that the buyer has, and not one offered as a gift."""
    return "warranty" in concepts and "sure-reward" not in concepts


@dataclass(frozen=True, slots=True)
class TypedTag:
    """A typed [Important]: its place, and what goes with it when it is taken out."""

    span: Span
    removal: Span


def text_tag(reading: Reading) -> TypedTag | None:
    """The tag that opens the text."""
    return _tag(reading.text, reading.prose, opening=True)


def subject_tag(reading: Reading) -> TypedTag | None:
    """The tag in the subject: it once worked anywhere in it (source A5old)."""
    return _tag(reading.subject, reading.subject_prose, opening=False)


def _tag(text: NormalizedText, prose: Prose, *, opening: bool) -> TypedTag | None:
    for match in _BRACKETED.finditer(text.folded):
        if opening and text.folded[: match.start()].strip():
            return None
        if _says_important(prose, *match.span(1)):
            span = text.span(*match.span())
            return TypedTag(span, _with_gap(text.raw, span))
    return None


def _says_important(prose: Prose, start: int, end: int) -> bool:
    """Whether the words between the brackets are the tag, with few more ("Important notice", "重要なお知らせ")."""
    inside = [i for i, token in enumerate(prose.tokens) if start <= token.start < end and not token.kind]
    tagged = {
        i
        for sentence in prose.sentences
        for tag in sentence.tags
        if tag.concept == "important-tag"
        for i in range(tag.start, tag.end)
    }
    return len(inside) <= _TAG_WORDS and not tagged.isdisjoint(inside)


def _with_gap(raw: str, span: Span) -> Span:
    """The tag with the space and the colon or dash after it."""
    end = span.end
    while end < len(raw) and (raw[end].isspace() or raw[end] in ":-–—：!"):
        end += 1
    return Span(span.start, end)
