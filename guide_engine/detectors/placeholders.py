"""Blanks of a form letter that nobody filled in: ``{name}``, ``[Customer Name]``, ``<<ORDER_ID>>``, ``XXX`` ….

Signs alone decide only where nobody writes them by hand (``{{ … }}``). Everywhere else the words inside have to be
those of a blank (the lexicons' *blank* and *order-number*), so that "[cm]", "[at]" and "<Enter>" stay what they are.
Spans are raw code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from guide_engine.clauses import Prose, vocabulary
from guide_engine.detectors.by_line import raw_spans
from guide_engine.findings import Span
from guide_engine.reading import Reading

BLANKS = frozenset({"blank", "order-number"})
JOINTS = ("at-word", "dot-word")
"""The lexicons' lists of words for the signs of an address."""

_SURE = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,60}%\}|\$\{[^{}\n]{1,60}\}|%\([A-Za-z_]{1,40}\)[sd]|\*\|[^|\n]{1,40}\|\*"
    r"|%(?<![\d%\w]%)[sd](?!\w)|#(?<![\w#]#)#[A-Za-z_]{2,40}##"
    r"|@(?<![\w@]@)@[A-Za-z_]{2,40}@@|\[object Object\]"
)
"""Every branch begins with a sign, so that a search passes over letters at once; what stands before is looked at then."""
_IN_SIGNS = re.compile(
    r"\[\[(?P<a>[^\[\]\n]{1,60})\]\]|\[(?P<b>[^\[\]\n]{1,60})\]|<<(?P<c>[^<>\n]{1,60})>>|<(?P<d>[^<>\n=/]{1,60})>"
    r"|\{(?P<e>[^{}\n]{1,60})\}|【(?P<f>[^【】\n]{1,30})】(?=様|さま|さん|殿|先生|女士|您|[,、，])|\$(?P<g>[A-Za-z][A-Za-z_]{2,40})(?!\w)"
    r"|%(?<![\d%\w]%)%?(?P<h>[A-Za-z][A-Za-z_]{1,40}[A-Za-z])%{1,2}(?!\w)"
)
_VARIABLE = re.compile(r"#?[A-Za-z]+(?:_[A-Za-z0-9]+)+|[a-z]{2,}[A-Z][A-Za-z]+|#[A-Za-z][A-Za-z ]{1,30}")
_ONE_WORD = re.compile(r"\s?[a-z][a-z0-9]{2,30}\s?|\d")
_PATH_BEFORE = re.compile(r"[>+→›/|]\s?$")
_PATH_AFTER = re.compile(r"\s?[>+→›|]")
"""A way through menus or a chord of keys: "[Settings] > [Date]", "{Ctrl}+{C}"."""
_VALUE = re.compile(r"\s{0,3}(?:=|\d)")
_COLON = re.compile(r"\s{0,3}[:：]")
_CROSSES = re.compile(r"(?<![\w*-])X{3,}(?:-X{3,})*(?![\w*]|-?(?i:large|l)\b)")
_MASKED = re.compile(r"\d[\s-]{0,2}$")
_MASKED_AFTER = re.compile(r"[\s-]{0,2}\d")
_COUNTED = re.compile(
    r"\b(?:size|sizes|chapter|volume|vol|part|bowl|louis|no|gr|größe|taille|talla|taglia|maat|rozmiar|storlek|tamanho|beden)\.?:?\s*$",
    re.IGNORECASE,
)
_CIRCLES = re.compile(r"(?<![○〇◯●×✕])[○〇◯●×✕]{2,}(?=\s?(?:様|さま|さん|殿|円|日|先生|女士))")
_ROUND_SIGNS = "○〇◯●×✕"
_RULED = re.compile(r"(?<=[^\W_])[ \t]{1,3}_{3,}(?=[ \t]{0,2}[,!.]|[ \t]{1,3}[^\W_])")
_EMPTY_NAME = re.compile(r"^\s*[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?\s(null|undefined|None|NaN|NULL)\s?[,!:]")
_ROUND = re.compile(r"^\s*[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?\s(\([^()\n]{2,40}\))\s?[,!:]")


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank that was not filled in; `order_number` says that the order number belongs there."""

    span: Span
    order_number: bool = False


def blanks(reading: Reading) -> list[Blank]:
    """The blanks of the text."""
    return _find(reading.prose)


def subject_blanks(reading: Reading) -> list[Blank]:
    """The blanks of the subject."""
    return _find(reading.subject_prose)


def _find(prose: Prose) -> list[Blank]:
    """Every blank once: where two readings overlap, the longer one."""
    found = sorted(_candidates(prose), key=lambda one: (one.span.start, -one.span.end))
    kept: list[Blank] = []
    for one in found:
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return kept


def _candidates(prose: Prose) -> Iterator[Blank]:
    raw = prose.text.raw
    words = _Words(prose)
    for span in raw_spans(prose.text, _SURE):
        yield Blank(span, words.order_number(span))
    for span in raw_spans(prose.text, _IN_SIGNS):
        match = _IN_SIGNS.match(raw, span.start)
        if match and _is_blank(match, words):
            yield Blank(span, words.order_number(span))
    for match in _CROSSES.finditer(raw) if "XXX" in raw else ():
        before = raw[max(0, match.start() - 20) : match.start()]
        if not (_MASKED.search(before) or _COUNTED.search(before) or _MASKED_AFTER.match(raw, match.end())):
            yield Blank(_span(match))
    for pattern, possible in (
        (_CIRCLES, not raw.isascii() and any(map(raw.__contains__, _ROUND_SIGNS))),
        (_RULED, "___" in raw),
    ):
        for match in pattern.finditer(raw) if possible else ():
            skip = len(match.group()) - len(match.group().lstrip())
            yield Blank(Span(match.start() + skip, match.end()))
    unnamed = _EMPTY_NAME.match(raw)
    if unnamed:
        yield Blank(Span(*unnamed.span(1)))
    named = _ROUND.match(raw)
    if named and words.mostly_blank(Span(*named.span(1))):
        yield Blank(Span(*named.span(1)))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _is_blank(match: re.Match[str], words: _Words) -> bool:
    """Whether what stands between the signs is the name of a blank, and not its value or a label."""
    kind = match.lastgroup or ""
    inner = match.group(kind)
    if words.joins_an_address(Span(*match.span(kind))):
        return False
    before = match.string[max(0, match.start() - 2) : match.start()]
    if _PATH_AFTER.match(match.string, match.end()) or _PATH_BEFORE.search(before):
        return False
    if kind == "b" and _is_label(match):
        return False
    if _VARIABLE.fullmatch(inner.strip()):
        return True
    if kind == "e" and _ONE_WORD.fullmatch(inner):
        return True
    return words.mostly_blank(Span(*match.span(kind)))


def _is_label(match: re.Match[str]) -> bool:
    """Whether a value follows: "[Order ID] 112-…", or "[Name]: Anna" where it opens the line ("Hola [Nombre]:" greets)."""
    if _VALUE.match(match.string, match.end()):
        return True
    line = match.string[: match.start()].rpartition("\n")[2]
    return not line.strip() and _COLON.match(match.string, match.end()) is not None


_start = attrgetter("start")


class _Words:
    """Which words of a text are those of a blank."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    @cached_property
    def _blank(self) -> set[int]:
        return self._tokens(BLANKS)

    @cached_property
    def _order(self) -> set[int]:
        return self._tokens(frozenset({"order-number"}))

    def _tokens(self, concepts: frozenset[str]) -> set[int]:
        """The tokens in the phrases of these concepts."""
        return {
            token
            for sentence in self._prose.sentences_with(concepts)
            for tag in sentence.tags
            if tag.concept in concepts
            for token in range(tag.start, tag.end)
        }

    def _inside(self, span: Span) -> list[int]:
        start, end = self._prose.text.folded_range(span)
        first = bisect_left(self._prose.tokens, start, key=_start)
        last = bisect_left(self._prose.tokens, end, key=_start)
        return [i for i in range(first, last) if self._prose.tokens[i].kind in ("", "num")]

    def mostly_blank(self, span: Span) -> bool:
        """Whether more than half of the words in `span` are those of a blank, and none is a number."""
        inside = self._inside(span)
        if not inside or any(self._prose.tokens[i].kind == "num" for i in inside):
            return False
        return sum(i in self._blank for i in inside) * 2 > len(inside)

    def joins_an_address(self, span: Span) -> bool:
        """Whether the word in `span` stands for a sign of an address: "jo {at} shop [dot] com"."""
        inside = [self._prose.tokens[i].text for i in self._inside(span)]
        return len(inside) == 1 and any(inside[0] in vocabulary().words_of(name) for name in JOINTS)

    def order_number(self, span: Span) -> bool:
        """Whether the words in `span` name the order number."""
        return any(i in self._order for i in self._inside(span))
