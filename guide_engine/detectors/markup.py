"""HTML in a message: tags, comments and character codes, and what the text is without them. Raw code points.

A tag counts only if it is one of HTML's: "<3", "a < b > c", "<Enter>" and "<Customer Name>" are none. Names that are
also keys or buttons ("<menu>", "<select>", "<del>") count only with an attribute or a closing tag.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.entities import html5

from guide_engine.findings import Edit, Span

_PLAIN = (
    "a abbr article aside b big blockquote body br center code dd div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i "
    "iframe img li meta nobr ol p pre script section small span strike strong style sub sup table tbody td tfoot th "
    "thead tr tt u ul marquee figure figcaption"
)
_ALSO_KEYS = (
    "address area audio base button caption cite col data del details dfn dialog footer form frame header input ins "
    "kbd label legend link main map mark menu nav object option output picture q s samp select source summary svg "
    "textarea time title var video"
)
_TAG = re.compile(
    r"<!--.{0,300}?-->|<!doctype[^<>]{0,200}>|<(style|script)\b[^<>]{0,300}>[^<]{0,300}</\1\s*>"
    r"|<(?P<slash>/?)(?P<name>[a-z][a-z0-9]{0,11})(?P<rest>\s[^<>]{0,300}|/)?>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
_BREAKS = {"br": 1, "hr": 1, "li": 1, "div": 1, "tr": 1, "dt": 1, "dd": 1}
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "section"})
_EMPTY = frozenset({"br", "hr", "img", "meta", "input", "link", "base", "col", "area", "source"})
_BLANK = " \t\u00a0"
_PLAIN_NAMES = frozenset(_PLAIN.split())
_KEY_NAMES = frozenset(_ALSO_KEYS.split())


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, comment or character code in the raw text. `name` is empty for the latter two."""

    span: Span
    name: str = ""
    closes: bool = False
    shows: str = ""
    """What a character code stands for."""


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of markup to report: from an opening tag to its closing one, or a tag on its own."""

    span: Span
    names: tuple[str, ...]
    edits: tuple[Edit, ...]
    """They take the markup out and leave its text."""


def elements(raw: str) -> list[Element]:
    """The pieces of markup in `raw`, in order; nested ones and neighbours count as one."""
    tags = _tags(raw)
    found: list[Element] = []
    at = 0
    for span in _pieces(raw, tags):
        own = []
        while at < len(tags) and span.covers(tags[at].span):
            own.append(tags[at])
            at += 1
        names = tuple(tag.name for tag in own if tag.name and not tag.closes)
        found.append(Element(span, names, tuple(_removal(raw, run) for run in _runs(raw, own))))
    return found


def _tags(raw: str) -> list[Tag]:
    """Every tag and code outside other tags, in order."""
    found = []
    if "<" in raw:
        closed = {m.group("name").lower() for m in _TAG.finditer(raw) if m.group("slash")}
        found += [tag for m in _TAG.finditer(raw) if (tag := _tag(m, closed))]
    if "&" in raw:
        found += [_code(m) for m in _ENTITY.finditer(raw) if _is_code(m.group())]
    found.sort(key=lambda tag: tag.span)
    kept: list[Tag] = []
    for tag in found:
        if not kept or kept[-1].span.end <= tag.span.start:
            kept.append(tag)
    return kept


def _tag(match: re.Match[str], closed: set[str]) -> Tag | None:
    """The tag, or None where the name is not one of HTML's or may as well be a key."""
    name = (match.group("name") or "").lower()
    rest = match.group("rest") or ""
    if rest.strip(" \t\r\n/") and "=" not in rest:
        return None  # "a<b and c>d"
    if not name or name in _PLAIN_NAMES or (name in _KEY_NAMES and ("=" in rest or name in closed)):
        return Tag(Span(match.start(), match.end()), name, bool(match.group("slash")))
    return None


def _is_code(code: str) -> bool:
    return code[1] == "#" or code[1:] in html5


def _code(match: re.Match[str]) -> Tag:
    return Tag(Span(match.start(), match.end()), shows=html.unescape(match.group()))


def _pieces(raw: str, tags: list[Tag]) -> list[Span]:
    """Spans from each opening tag to its closing one in the same paragraph, merged where they touch."""
    spans = []
    closing: dict[str, Span] = {}
    for tag in reversed(tags):
        span = tag.span
        if tag.closes:
            closing[tag.name] = span
        elif tag.name in closing and tag.name not in _EMPTY:
            end = closing[tag.name]
            if raw.find("\n\n", span.end, end.start) < 0:
                span = span.hull(end)
        spans.append(span)
    merged: list[Span] = []
    for span in reversed(spans):
        if merged and (span.overlaps(merged[-1]) or not raw[merged[-1].end : span.start].strip(" \t")):
            merged[-1] = merged[-1].hull(span)
        else:
            merged.append(span)
    return merged


def _runs(raw: str, tags: list[Tag]) -> list[list[Tag]]:
    """Neighbouring tags together; each character code on its own."""
    runs: list[list[Tag]] = []
    for tag in tags:
        last = runs[-1][-1] if runs else None
        if last is None or tag.shows or last.shows or raw[last.span.end : tag.span.start].strip():
            runs.append([tag])
        else:
            runs[-1].append(tag)
    return runs


def _removal(raw: str, run: list[Tag]) -> Edit:
    """Take a run out: put the line ends that its tags stood for, or the sign that a code stands for."""
    span = run[0].span.hull(run[-1].span)
    if run[0].shows:
        return Edit(span, " " if run[0].shows == "\u00a0" else run[0].shows)
    breaks = sum(_BREAKS.get(tag.name, 0) for tag in run if not (tag.closes and tag.name == "li"))
    breaks = 2 if any(tag.name in _PARAGRAPHS for tag in run) else min(2, breaks)
    if not breaks:
        return _inline(raw, span, cells=any(tag.name in ("td", "th") for tag in run))
    start, line_ends_before = _back(raw, span.start)
    end, line_ends_after = _forward(raw, span.end)
    if start == 0 or end == len(raw):
        return Edit(Span(start, end), "")
    return Edit(Span(start, end), "\n" * max(breaks, line_ends_before + line_ends_after))


def _inline(raw: str, span: Span, *, cells: bool) -> Edit:
    """Leave one space between words that had one, and between the cells of a table."""
    start, end = span.start, span.end
    inside = cells or any(c.isspace() for c in _between_tags(raw[start:end]))
    spaced = inside or raw[start - 1 : start].isspace() or raw[end : end + 1].isspace()
    while start > 0 and raw[start - 1] in _BLANK:
        start -= 1
    while end < len(raw) and raw[end] in _BLANK:
        end += 1
    at_edge = start == 0 or end == len(raw) or raw[start - 1] == "\n" or raw[end] in "\r\n"
    at_edge = at_edge or (end == span.end and raw[end] in ".,;:!?)")
    return Edit(Span(start, end), " " if spaced and not at_edge else "")


def _between_tags(raw: str) -> str:
    return _TAG.sub("", raw)


def _back(raw: str, at: int) -> tuple[int, int]:
    """Where the white space before `at` begins, and how many line ends it holds."""
    start = at
    while start > 0 and raw[start - 1].isspace():
        start -= 1
    return start, raw.count("\n", start, at)


def _forward(raw: str, at: int) -> tuple[int, int]:
    """Where the white space after `at` ends, and how many line ends it holds."""
    end = at
    while end < len(raw) and raw[end].isspace():
        end += 1
    return end, raw.count("\n", at, end)
