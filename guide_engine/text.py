"""NormalizedText: what a reader takes a text for, with an exact way back to what was typed.

Sellers write "W h a t s A p p", "re\u00adview" with a hidden hyphen, "ｂｒａｎｄ．ｃｏｍ" in full-width letters or "feedbаck" with a
Cyrillic letter. Detectors search the *folded* view, in which all of these are plain lower-case words, and answer with
positions in the *raw* text. The raw text is never padded or patched.

Positions: "folded" positions index `NormalizedText.folded`; `Span`s are raw code points.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from operator import attrgetter
from typing import Any, overload

from guide_engine.characters import LOOKALIKES, fold_char, is_invisible, is_latin
from guide_engine.findings import Span
from guide_engine.memory import Memory

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});|(?<=[A-Za-z])%(?:40|2[eE])(?=[A-Za-z])")
_PIECE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});|(?<=[A-Za-z])%(?:40|2[eE])(?=[A-Za-z]))|(?P<plain>[\x00-\x24\x27-\x7f]+|[%&])"
    # A kana with its voicing mark, typed as two characters, is one letter; everything else is folded by itself.
    r"|(?P<kana>[\u3040-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f])|(?P<other>[^\x00-\x7f])"
)
_NO_LATIN = re.compile(r"[^a-z]+")
_NO_LETTER = re.compile(r"[\W\d_]+")
_FOREIGN_WORD = re.compile(r"(?<![^\W\d_])[a-z]*[^\W\d_a-z][^\W\d_]*")
"""A word with a letter other than a to z. (What stands before that letter is Latin, so nothing is read twice.)"""
_LOOKALIKE = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")
_SPACED = re.compile(
    # Three or more single letters, each pair held apart by the same single sign, with word ends on both sides.
    r"(?<![^\W_])[^\W\d_]( {2}|[ .\-_*·•|/~+])[^\W\d_](?:\1[^\W\d_])+(?![^\W_])"
)
_APART = re.compile(r"([ .\-_*·•|/~+])[^\W\d_]\1{1,2}[^\W\d_](?![^\W_])")
"""What every spaced word holds, and is quicker to look for."""
_SPACED_ADDRESS = re.compile(r"(?<![\w.@-])[^\W_](?: [^\W_]| [.@_-] [^\W_]){4,80}(?![\w@])")
"""Single letters and the signs of an address with a space between any two: "t o o l . d e"."""
_SPACED_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ _]\d){1,2} ?(?=%)")


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text and its folded view.

    `starts[i]` and `ends[i]` are the raw half-open range that folded character `i` stands for. `ends` of neighbouring
    characters may skip raw characters (invisible ones, the spaces in "r e v i e w"), never run backwards.

    `lines` are the lines of the text, each with its line end and with positions of its own that begin at 0: nothing in
    this module looks over a line end. What others work out from one line alone they may leave in its `kept`, to find it
    there when a later text has the same line.
    """

    raw: str
    folded: str
    starts: Sequence[int]
    ends: Sequence[int]
    lines: tuple[NormalizedText, ...] = ()
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

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
        return self._first_at(span.start), self._first_at(span.end)

    def _first_at(self, raw: int) -> int:
        """The first folded character that stands for raw ones from there on."""
        return self.starts.first_at(raw) if isinstance(self.starts, _Joined) else bisect_left(self.starts, raw)


def normalize(raw: str) -> NormalizedText:
    """Fold `raw`. The same text always folds the same way; the result holds no reference to anything else."""
    cut = raw.split("\n")
    pieces = [*(piece + "\n" for piece in cut[:-1]), *filter(None, cut[-1:])]
    lines = [_LINES.get((piece, True), len(piece)) for piece in pieces]
    if any(_DOUBTFUL in line.kept for line in lines) and not _mostly_latin(pieces):
        lines = [
            _LINES.get((piece, _DOUBTFUL not in line.kept), len(piece))
            for piece, line in zip(pieces, lines, strict=True)
        ]
    if len(lines) == 1:
        line = lines[0]
        return NormalizedText(raw, line.folded, line.starts, line.ends, (line,))
    return _joined(raw, tuple(lines))


def _joined(raw: str, lines: tuple[NormalizedText, ...]) -> NormalizedText:
    """The text that the lines make."""
    folded = "".join([line.folded for line in lines])
    if all([type(line.starts) is range for line in lines]):  # noqa: C419  # a generator takes twice as long
        return NormalizedText(raw, folded, range(len(raw)), range(1, len(raw) + 1), lines)
    places = _Places(lines)
    return NormalizedText(raw, folded, _Joined(places, "starts"), _Joined(places, "ends"), lines)


class _Places:
    """Where the lines of a text begin, folded and raw."""

    def __init__(self, lines: tuple[NormalizedText, ...]) -> None:
        self.lines = lines
        self.folded = [0, *accumulate([len(line.folded) for line in lines])]
        self.raw = [0, *accumulate([len(line.raw) for line in lines])]


class _Joined(Sequence[int]):
    """The `starts` or the `ends` of the lines, one after the other. Few of them are asked for in a long text."""

    def __init__(self, places: _Places, which: str) -> None:
        self._places = places
        self._which = attrgetter(which)

    def __len__(self) -> int:
        return self._places.folded[-1]

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        places = self._places
        if not 0 <= at < places.folded[-1]:
            raise IndexError(at)
        number = bisect_right(places.folded, at) - 1
        position: int = self._which(places.lines[number])[at - places.folded[number]]
        return places.raw[number] + position

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def first_at(self, raw: int) -> int:
        """Of the `starts`: the index of the first one that is not before `raw`."""
        places = self._places
        if raw >= places.raw[-1]:
            return len(self)
        number = max(0, bisect_right(places.raw, raw) - 1)
        return places.folded[number] + bisect_left(places.lines[number].starts, raw - places.raw[number])


def _line(key: tuple[str, bool]) -> NormalizedText:
    """One line folded: its raw text, and whether the text it stands in is mostly Latin."""
    raw, in_latin = key
    folded, starts, ends = _fold(raw)
    doubtful = not folded.isascii() and _LOOKALIKE.search(folded) is not None
    if doubtful:
        folded = _undo_lookalikes(folded, in_latin)
    gaps = _letter_gaps(folded)
    if gaps:
        folded, starts, ends = _without(gaps, folded, starts, ends)
    line = NormalizedText(raw, folded, starts, ends)
    if doubtful:
        line.kept[_DOUBTFUL] = True
    return line


_LINES = Memory(_line)
_DOUBTFUL = "doubtful"
"""Kept with a line of which the folding may depend on the other lines, because it holds look-alike letters."""


def _without(
    gaps: Iterable[int], folded: str, starts: Sequence[int], ends: Sequence[int]
) -> tuple[str, list[int], list[int]]:
    """The folded text and its raw ranges without the characters at `gaps`."""
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for gap in (*sorted(gaps), len(folded)):
        pieces.append(folded[at:gap])
        new_starts += starts[at:gap]
        new_ends += ends[at:gap]
        at = gap + 1
    return "".join(pieces), new_starts, new_ends


def _fold(raw: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Fold each character on its own: the folded text and the raw range of each of its characters."""
    if raw.isascii() and not _ENTITY.search(raw):
        return _plain(raw), range(len(raw)), range(1, len(raw) + 1)
    known: dict[str, str] = {}
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(raw):
        piece = match.group()
        start, end = match.span()
        if match.lastgroup == "plain":
            pieces.append(_plain(piece))
            starts += range(start, end)
            ends += range(start + 1, end + 1)
            continue
        folded = known.get(piece)
        if folded is None:
            shown = _SHOWN.get(match.lastgroup or "", str)(piece)
            folded = known[piece] = "".join(map(fold_char, shown))
        pieces.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return "".join(pieces), starts, ends


def _decoded(code: str) -> str:
    """The character that an HTML entity or a percent code ("%40") stands for."""
    return chr(int(code[1:], 16)) if code.startswith("%") else html.unescape(code)


_SHOWN: Mapping[str, Callable[[str], str]] = {
    "entity": _decoded,
    "kana": partial(unicodedata.normalize, "NFKC"),
}
"""What a reader sees of the pieces that are more than one character."""


def _plain(ascii_text: str) -> str:
    return ascii_text.lower().replace("`", "'")


def _undo_lookalikes(folded: str, in_latin: bool) -> str:
    """Turn look-alike letters into Latin ones, only in words where they disguise a Latin word.

    That is a word which mixes scripts, or one made wholly of look-alikes in a text that is otherwise Latin. Cyrillic
    and Greek drafts stay as they are.
    """

    def undo(match: re.Match[str]) -> str:
        word = match.group()
        plain = word.translate(LOOKALIKES)
        return plain if plain.isascii() and (in_latin or any(map(is_latin, word))) else word

    return _FOREIGN_WORD.sub(undo, folded)


def _mostly_latin(lines: Iterable[str]) -> bool:
    """Whether more than half of the letters are Latin as they were typed."""
    counted = [_LETTERS.get(line, len(line)) for line in lines]
    return sum(latin for latin, _ in counted) * 2 > sum(letters for _, letters in counted)


def _letters(raw: str) -> tuple[int, int]:
    """How many Latin letters a line has, and how many letters."""
    folded = _fold(raw)[0]
    return len(_NO_LATIN.sub("", folded)), len(_NO_LETTER.sub("", folded))


_LETTERS = Memory(_letters)


def _letter_gaps(folded: str) -> frozenset[int]:
    """Positions of the signs that hold apart the letters of a spaced word ("w h a t s a p p", "f*r*e*e", "5 0 %")."""
    gaps: set[int] = set()
    for match in _SPACED.finditer(folded) if _APART.search(folded) else ():
        gaps.update(range(match.start() + 1, match.end(), 1 + len(match.group(1))))
        if match.group(1) == "  ":
            gaps.update(range(match.start() + 2, match.end(), 3))
        if (
            match.end() - match.start() > 8
            and not match.group(1).isspace()
            and folded[match.end() :].startswith(match.group(1))
        ):
            gaps.add(match.end())  # "W.h.a.t.s.A.p.p. us": the last dot ends no sentence; short forms keep theirs
    for match in _SPACED_ADDRESS.finditer(folded) if " . " in folded or " @ " in folded else ():
        if re.search(r"[.@]", match.group()) and sum(map(str.isalpha, match.group())) > 4:
            gaps.update(i for i in range(match.start(), match.end()) if folded[i] == " ")
    for match in _SPACED_DIGITS.finditer(folded) if "%" in folded else ():
        gaps.update(i for i in range(match.start(), match.end()) if folded[i] in " _")
    return frozenset(gaps)


def disguises(text: NormalizedText, span: Span) -> tuple[str, ...]:
    """Name the disguises used in a raw range, in words for the person; empty where it is written plainly."""
    raw = text.raw[span.start : span.end]
    if raw.isascii():
        found = ["character codes"] if _ENTITY.search(raw) else []
        return (*found, "spaced-out letters") if _SPACED.search(raw.casefold()) else tuple(found)
    start, end = text.folded_range(span)
    return _DISGUISES.get((raw, text.folded[start:end]), len(raw))


def _disguises(shown: tuple[str, str]) -> tuple[str, ...]:
    """The same from a raw range that is not all ASCII, and what it is folded to."""
    raw, folded = shown
    found = []
    if any(is_invisible(c) and c != "\u200d" for c in raw):
        found.append("invisible characters")
    if _ENTITY.search(raw):
        found.append("character codes")
    visible = [c for c in raw if not is_invisible(c)]
    if any(not c.isascii() and c.casefold().translate(LOOKALIKES) != c.casefold() for c in visible) and any(
        c.isascii() and c.isalpha() for c in folded
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


_DISGUISES = Memory(_disguises)
