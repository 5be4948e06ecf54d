"""Telephone numbers: a number is one if its size fits a country's plan **and** something says that it is to be called.

What may say so: a word before it ("call", "Tel."), a word right after it ("is our hotline"), an international prefix, or
a grouping that only telephone numbers have. A word that names another kind of number ("tracking number", "EAN") says
the opposite; the nearer word counts.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from guide_engine.characters import is_invisible
from guide_engine.clauses import Prose
from guide_engine.detectors.addresses import addresses_in
from guide_engine.detectors.numbers import (
    Candidate,
    candidates,
    is_article_code,
    no_phone,
    worded,
)
from guide_engine.detectors.signs import words_of
from guide_engine.detectors.told_numbers import oddly_parted, short_codes, told_in_turn, worded_keys
from guide_engine.findings import Span, Where
from guide_engine.language import language_of
from guide_engine.memory import Memory
from guide_engine.reading import Reading
from guide_engine.text import NormalizedText, disguises

PHONE_CUE = "phone-cue"
CODE_NAME = "code-name"
LINE_OWNER = "line-owner"
"""A carrier, a maker or a warranty: their lines are graded milder."""

_REACH_LEFT, _REACH_RIGHT = 64, 28
_CODE_REACH = 26
_MAY_CALL = frozenset({PHONE_CUE, "messenger", "messenger-weak"})
_SPEAKING = _MAY_CALL | {CODE_NAME}

_REGIONS = {
    "en": "US GB CA AU IE IN",
    "de": "DE AT CH",
    "fr": "FR BE CH CA",
    "es": "ES MX US",
    "it": "IT CH",
    "nl": "NL BE",
    "pl": "PL",
    "sv": "SE",
    "pt": "PT BR",
    "tr": "TR",
    "ja": "JP",
    "zh": "CN",
}
"""The countries that speak a language and have a marketplace, most buyers first."""

_EVERYWHERE = tuple(dict.fromkeys(" ".join(_REGIONS.values()).split()))


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: its raw span, whose line it is, and how it was hidden, in words for the person."""

    where: Where
    span: Span
    owner: bool
    disguises: tuple[str, ...]


def phones(reading: Reading) -> tuple[Phone, ...]:
    """Every telephone number in the text and the subject."""
    return tuple(_phones(reading, Where.TEXT)) + tuple(_phones(reading, Where.SUBJECT))


def _phones(reading: Reading, where: Where) -> Iterator[Phone]:
    text = reading.field(where)
    if not text.raw:
        return
    taken = sorted(address.span for address in addresses_in(reading, where))
    prose = reading.prose if where is Where.TEXT else reading.subject_prose
    around = _Around(prose, _cue_words(prose), reading.draft.locale)
    codes: set[str] = set()
    before = -1  # where the number before this one ends
    for found in _candidates(text):
        span = text.span(found.start, found.end)
        if overlaps_any(span, taken) or _enumerates(text.raw[span.start : span.end]):
            continue
        cue, shape = _cue(around, found), re.sub(r"\d", "0", found.text)
        if cue == CODE_NAME:
            codes.add(shape)
        elif shape in codes and (cue is None or len(found.digits) < 9):
            continue  # "Model 800-555-1230 is black, 800-555-1240 white": of one make with a code before it
        end = _extension_end(text.folded, found.end)
        if _is_phone(around, found, end) or _goes_on(around, found, before):
            before = end
            span = text.span(found.start, end)
            insort(taken, span)
            yield Phone(where, span, _owned(prose, span), _named(text, span, found))


def _candidates(text: NormalizedText) -> Iterator[Candidate]:
    """Every run of figures or number words that may be a telephone number, the plainest first."""
    for source in (candidates, worded_keys, told_in_turn, short_codes, oddly_parted, worded):
        yield from source(text)


def _enumerates(raw: str) -> bool:
    """Whether enclosed figures count up by one: "①②③④⑤⑥⑦" are marks on parts."""
    if raw.isascii():
        return False
    values = [unicodedata.numeric(char) for char in raw if unicodedata.category(char) == "No"]
    return len(values) > 3 and all(b - a == 1 for a, b in pairwise(values))


def overlaps_any(span: Span, taken: list[Span]) -> bool:
    """Whether `span` shares a place with one of the sorted spans `taken`, which do not overlap each other."""
    at = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def regions_of(locale: str | None) -> tuple[str, ...]:
    """The countries whose plans a number may follow: the locale's own, or those that speak its language."""
    parts = re.split(r"[-_]", locale or "")
    if len(parts) > 1 and len(parts[-1]) == 2:
        region = parts[-1].upper()
        return ("GB",) if region == "UK" else (region,)
    return tuple(_REGIONS.get(parts[0].lower(), "").split()) or _EVERYWHERE


_CueWord = tuple[int, int, bool]
"""Folded start and end of a word that speaks for or against a number to call, and whether it speaks for one."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What a candidate is judged by beside its own shape."""

    prose: Prose
    cues: tuple[_CueWord, ...]
    locale: str | None

    @property
    def regions(self) -> tuple[str, ...]:
        """The countries whose numbers may be meant."""
        return regions_of(self.locale)

    @property
    def home(self) -> tuple[str, ...]:
        """The countries whose numbers are most likely meant: the locale's, or those that speak the text's language."""
        spoken = self.locale or language_of(self.prose.text)
        return regions_of(spoken) if spoken else ()


def _cue_words(prose: Prose) -> tuple[_CueWord, ...]:
    """Every such word of the text, in order. "Tracking number is" names a code, though "number is" names a phone."""
    found: list[_CueWord] = []
    for line in prose.lines_with(_SPEAKING):
        if _cue_words not in line.prose.kept:
            line.prose.kept[_cue_words] = _cue_words_in(line.prose)
        found += [(start + line.folded, end + line.folded, calls) for start, end, calls in line.prose.kept[_cue_words]]
    return tuple(found)


def _cue_words_in(prose: Prose) -> tuple[_CueWord, ...]:
    found: list[_CueWord] = []
    for sentence in prose.sentences_with(_SPEAKING):
        codes = [tag for tag in sentence.tags if tag.concept == CODE_NAME]
        for tag in sentence.tags:
            speaks_for = tag.concept in _MAY_CALL
            if not speaks_for and tag.concept != CODE_NAME:
                continue
            if tag.concept == PHONE_CUE and any(c.end == tag.start or 0 <= c.start - tag.end <= 1 for c in codes):
                continue
            found.append((prose.tokens[tag.start].start, prose.tokens[tag.end - 1].end, speaks_for))
    return tuple(sorted(found))


def _is_phone(around: _Around, found: Candidate, end: int) -> bool:
    """Whether the candidate is to be called; `end` is where its extension ends, if it has one."""
    if no_phone(found) and not found.worded:
        return False
    cue = _cue(around, found)
    if cue == CODE_NAME:
        return False
    if found.worded:
        return cue is not None or len(found.digits) > 8
    alone = _is_all(around.prose.text, found, end)
    if found.international:
        return _possible(found, ()) or (found.grouped and len(found.digits) > 7 and (alone or cue is not None))
    if cue is not None:
        return _possible(found, around.regions)
    if is_article_code(found):
        return False
    hidden = len(found.digits) > 8 and _sprinkled(around.prose.text, found)
    if (alone or hidden or end > found.end) and _possible(found, around.regions):
        return True
    return found.typical or (found.grouped and len(found.digits) > 8 and _is_national(found, around.home))


def _sprinkled(text: NormalizedText, found: Candidate) -> bool:
    """Whether signs that nobody sees stand between the figures and nowhere before: no other number needs to be hidden."""
    span = text.span(found.start, found.end)
    return any(map(is_invisible, text.raw[span.start : span.end])) and not any(
        map(is_invisible, text.raw[max(0, span.start - _REACH_LEFT) : span.start])
    )


def _goes_on(around: _Around, found: Candidate, before: int) -> bool:
    """Whether the candidate is the next of a list whose last number ended at `before`: "033316005 or 032316005"."""
    gap = around.prose.text.folded[before : found.start]
    joined = 0 <= before < found.start and len(gap) <= 8 and not re.search(r"[.!?\n\d]", gap)
    if not joined or no_phone(found) or is_article_code(found) or len(re.findall(r"[^\W\d_]+", gap)) > 1:
        return False
    return _possible(found, around.regions)


def _is_all(text: NormalizedText, found: Candidate, end: int) -> bool:
    """Whether the message is nothing but this number."""
    return not any(map(str.isalnum, text.folded[: found.start] + text.folded[end:]))


def _possible(found: Candidate, regions: tuple[str, ...]) -> bool:
    """Whether the number has a size that exists: anywhere for an international one, else in one of `regions`."""
    return _SIZES.get((found.text, found.grouped, regions), len(found.text))


_ODD = re.compile(r"[ー_·•*|=:;>,'#^]")
"""Signs between groups that people read over and the library does not know."""


def _has_size(asked: tuple[str, bool, tuple[str, ...]]) -> bool:
    import phonenumbers  # big, and most drafts hold no candidate

    text, grouped, regions = asked
    written = re.sub(r"^00", "+", re.sub(r"\s+", " ", _ODD.sub("-", text)).lstrip("("))
    for region in regions or (None,):
        try:
            # Mexico dropped its long-distance prefix 01 in 2019; people still write it.
            number = phonenumbers.parse(re.sub(r"^01[ -]?(?=\()", "", written) if region == "MX" else written, region)
        except phonenumbers.NumberParseException:
            continue
        reason = phonenumbers.is_possible_number_with_reason(number)
        if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
            return True
        if reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY and grouped:
            return True
    return False


_SIZES = Memory(_has_size)


def _is_national(found: Candidate, regions: tuple[str, ...]) -> bool:
    """Whether the number is one of a country's plan and grouped as that country writes it."""
    return _NATIONAL.get((found.text, regions), len(found.text))


def _has_national_form(asked: tuple[str, tuple[str, ...]]) -> bool:
    import phonenumbers  # big, and most drafts hold no candidate

    text, regions = asked
    groups = re.findall(r"\d+", text)
    if set(map(len, groups)) == {3}:
        return False  # so part numbers are written, too
    for region in regions:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        if phonenumbers.is_valid_number_for_region(number, region) and re.findall(r"\d+", written) == groups:
            return True
    return False


_NATIONAL = Memory(_has_national_form)


def _cue(around: _Around, found: Candidate) -> str | None:
    """What the words around say: a telephone cue, the name of another number, or nothing."""
    folded = around.prose.text.folded
    calls: list[int] = []
    codes: list[int] = []
    first = bisect_left(around.cues, (found.start - 2 * _REACH_LEFT, 0, False))
    last = bisect_left(around.cues, (found.end + _REACH_RIGHT + 1, 0, False))
    for start, end, speaks_for in around.cues[first:last]:
        if end <= found.start <= end + _REACH_LEFT:
            gap = folded[end : found.start]
            if _reaches(gap):
                (calls if speaks_for else codes).append(len(gap))
        elif speaks_for and found.end <= start <= found.end + _REACH_RIGHT:
            gap = folded[found.end : start]
            if not re.search(r"[.!?\n\d]", gap):
                calls.append(len(gap) + 4)
    code = min(codes, default=_CODE_REACH + 1)
    if code <= _CODE_REACH and (not calls or code <= min(calls)):
        return PHONE_CUE if calls and (found.typical or found.international) else CODE_NAME
    return PHONE_CUE if calls else None


def _reaches(gap: str) -> bool:
    """Whether what stands between a word and a number lets the word speak for the number."""
    if re.search(r"\d", gap):
        return False
    if re.search(r"[.!?。！？](?:\s|$)", gap):
        return not any(map(str.isalpha, gap)) or len(re.findall(r"[^\W\d_]+", gap)) < 2
    return True


@lru_cache(maxsize=1)
def _extension() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, words_of("extension-word")), key=len, reverse=True)) or "ext"
    return re.compile(rf"\s{{0,4}},?\s?(?:(?:{words})\.?|[x#])\s?:?\s{{0,4}}\d{{1,7}}(?!\d|\s?(?:mm|cm|m|x|in)(?!\w))")


def _extension_end(folded: str, end: int) -> int:
    """Where the number ends if an extension follows it ("ext. 4", "x123")."""
    found = _extension().match(folded, end)
    return found.end() if found else end


def _owned(prose: Prose, span: Span) -> bool:
    """Whether the sentence names a carrier, a maker or a warranty as the owner of the line."""
    sentence = prose.sentence_at(span.start)
    return sentence is not None and LINE_OWNER in sentence.concepts


def _named(text: NormalizedText, span: Span, found: Candidate) -> tuple[str, ...]:
    """How the number was hidden."""
    return ("number words",) if found.worded else disguises(text, span)
