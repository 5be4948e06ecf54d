"""NormalizedText: what a reader takes a text for, with an exact way back to what was typed.

Sellers write "W h a t s A p p", "re\u00adview" with a hidden hyphen, "ｂｒａｎｄ．ｃｏｍ" in full-width letters or "feedbаck" with a
Cyrillic letter. Detectors search the *folded* view, in which all of these are plain lower-case words, and answer with
positions in the *raw* text. The raw text is never padded or patched.

Positions: "folded" positions index `NormalizedText.folded`; `Span`s are raw code points.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from dataclasses import dataclass

from guide_engine.characters import LOOKALIKES, fold_char, is_invisible, is_latin
from guide_engine.findings import Span

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_WORD = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(
    # Three or more single letters, each pair held apart by the same single sign, with word ends on both sides.
    r"(?<![^\W_])[^\W\d_]([ .\-_*·•|/~+])[^\W\d_](?:\1[^\W\d_])+(?![^\W_])"
)
_SPACED_DIGITS = re.compile(r"(?<![\w.,])\d(?: \d){1,2} ?(?=%)")


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text and its folded view.

    `starts[i]` and `ends[i]` are the raw half-open range that folded character `i` stands for. `ends` of neighbouring
    characters may skip raw characters (invisible ones, the spaces in "r e v i e w"), never run backwards.
    """

    raw: str
    folded: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def span(self, start: int, end: int) -> Span:
        """The raw range behind the folded range `start:end`. Raises ValueError where the range is empty or outside."""
        if not 0 <= start < end <= len(self.folded):
            message = f"{start}:{end} is not a range of the folded text"
            raise ValueError(message)
        return Span(self.starts[start], self.ends[end - 1])

    def raw_of(self, start: int, end: int) -> str:
        """The raw text behind the folded range `start:end`."""
        span = self.span(start, end)
        return self.raw[span.start : span.end]

    def folded_range(self, span: Span) -> tuple[int, int]:
        """The folded range that lies in the raw `span` (empty where all of it is invisible)."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def normalize(raw: str) -> NormalizedText:
    """Fold `raw`. The same text always folds the same way; the result holds no reference to anything else."""
    chars, starts, ends = _fold(raw)
    if not raw.isascii():
        chars = _undo_lookalikes(chars)
    folded = "".join(chars)
    cuts = _letter_gaps(folded)
    if cuts:
        keep = [i for i in range(len(folded)) if i not in cuts]
        folded = "".join(folded[i] for i in keep)
        return NormalizedText(raw, folded, tuple(starts[i] for i in keep), tuple(ends[i] for i in keep))
    return NormalizedText(
        raw,
        folded,
        tuple(starts) if isinstance(starts, list) else starts,
        tuple(ends) if isinstance(ends, list) else ends,
    )


def _fold(raw: str) -> tuple[list[str], list[int] | range, list[int] | range]:
    """Fold each character on its own: the folded characters and the raw range of each."""
    entities = {m.start(): m for m in _ENTITY.finditer(raw)} if "&" in raw else {}
    if raw.isascii() and not entities:
        plain = raw.lower().replace("`", "'")
        return list(plain), range(len(plain)), range(1, len(plain) + 1)
    table: dict[str, str] = {}
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(raw):
        entity = entities.get(at)
        end = entity.end() if entity else at + 1
        shown = html.unescape(entity.group()) if entity else raw[at]
        if shown not in table:
            table[shown] = "".join(fold_char(c) for c in shown)
        for char in table[shown]:
            chars.append(char)
            starts.append(at)
            ends.append(end)
        at = end
    return chars, starts, ends


def _undo_lookalikes(chars: list[str]) -> list[str]:
    """Turn look-alike letters into Latin ones, only in words where they disguise a Latin word.

    That is a word which mixes scripts, or one made wholly of look-alikes in a text that is otherwise Latin. Cyrillic
    and Greek drafts stay as they are.
    """
    folded = "".join(chars)
    if folded.isascii():
        return chars
    latin = sum(map(is_latin, folded))
    mostly_latin = latin * 2 > sum(map(str.isalpha, folded))
    for match in _WORD.finditer(folded):
        word = match.group()
        if word.isascii():
            continue
        plain = word.translate(LOOKALIKES)
        if plain != word and plain.isascii() and (mostly_latin or any(map(is_latin, word))):
            chars[match.start() : match.end()] = plain
    return chars


def _letter_gaps(folded: str) -> frozenset[int]:
    """Positions of the signs that hold apart the letters of a spaced word ("w h a t s a p p", "f*r*e*e", "5 0 %")."""
    gaps: set[int] = set()
    for match in _SPACED.finditer(folded):
        gaps.update(range(match.start() + 1, match.end(), 2))
    for match in _SPACED_DIGITS.finditer(folded):
        gaps.update(i for i in range(match.start(), match.end()) if folded[i] == " ")
    return frozenset(gaps)


def disguises(text: NormalizedText, span: Span) -> tuple[str, ...]:
    """Name the disguises used in a raw range, in words for the person; empty where it is written plainly."""
    raw = text.raw[span.start : span.end]
    start, end = text.folded_range(span)
    found = []
    if any(is_invisible(c) and c != "\u200d" for c in raw):
        found.append("invisible characters")
    if "&" in raw and _ENTITY.search(raw):
        found.append("character codes")
    visible = [c for c in raw if not is_invisible(c)]
    if any(not c.isascii() and c.casefold().translate(LOOKALIKES) != c.casefold() for c in visible) and any(
        c.isascii() and c.isalpha() for c in text.folded[start:end]
    ):
        found.append("look-alike letters")
    if any(
        (not c.isascii() and fold_char(c).isascii() and fold_char(c).isalnum() and not c.isalpha())
        or 0xFF01 <= ord(c) <= 0xFF5E
        or 0x1D400 <= ord(c) <= 0x1D7FF
        for c in visible
    ):
        found.append("special letter forms")
    if _SPACED.search(raw.casefold()) is not None:
        found.append("spaced-out letters")
    return tuple(found)
