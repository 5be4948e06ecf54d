"""Small pieces of HTML and Markdown that every generated page is built from.

Text from the catalog comes in two kinds. Prose (``why``, ``fix``, ``notes`` …) is
Markdown that we wrote. Messages, addresses and titles are plain text and may hold
anything, so ``literal`` writes every sign that HTML or Markdown could take for its
own as a character reference. A message is always put on one line of HTML: then no
empty line, indent or include mark in it can end the block it stands in.

``data-search-exclude`` keeps lists that repeat other pages out of the search index, which every visit fetches.
The search plugin takes the end of any inner element of the same name for the end of what is excluded, so it stands
only on elements that hold none of their own kind.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

#: Catalog objects as parsed JSON. Their shapes are the engine's TypedDicts; this side reads what a subprocess printed.
Json = Mapping[str, Any]

#: Severity in the reader's words, with the class that colours it.
SEVERITIES: Final[Mapping[str, str]] = {"error": "Stops the message", "warning": "Look again", "info": "Good to know"}

#: What each severity means, for the line under it.
SEVERITY_HINTS: Final[Mapping[str, str]] = {
    "error": "Take it out before you send.",
    "warning": "Read the reason, then decide.",
    "info": "No offence. It only helps you decide.",
}

#: Status in the reader's words.
STATUSES: Final[Mapping[str, str]] = {
    "documented": "Amazon says so itself",
    "restated": "Others say so",
    "contested": "Sources disagree",
    "retired": "No longer in force",
}

#: What each status means.
STATUS_HINTS: Final[Mapping[str, str]] = {
    "documented": "Written on a page by Amazon or by its forum team.",
    "restated": "Told by other companies. We did not find it in Amazon’s own words.",
    "contested": "We show each side below, with its source.",
    "retired": "It used to apply. We keep it so that you know it ended.",
}

#: Verdicts of a filled template or an outcome: class of the sign, words.
VERDICTS: Final[Mapping[str, tuple[str, str]]] = {
    "send": ("ok", "Fine to send"),
    "review": ("warning", "Look again first"),
    "stop": ("error", "Do not send"),
    "undeliverable": ("info", "Will not arrive"),
}

_SHAPES: Final[Mapping[str, str]] = {
    "error": "M7 1.5h6L18.5 7v6L13 18.5H7L1.5 13V7zM6.5 8.7v2.6h7V8.7z",
    "warning": "M10 1.8 19.2 18H.8zM8.9 7.5l.3 5h1.6l.3-5zM10 13.6a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z",
    "info": "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.9 8.6h2.2V15H8.9zM10 4.8a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z",
    "ok": "M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.6 14.3 4.7 10.4l1.5-1.5 2.4 2.4 5.2-5.2 1.5 1.5z",
}

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_LINK: Final = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s#]+/)(#[^)\s]*)?\)")
_REFERENCE: Final = re.compile(r"\[([A-Z][0-9A-Za-z]*)(?:, \d{4})?\](?![(\[:])")
_SECTIONS: Final = frozenset({"sellers", "buyers", "rules", "message-templates", "walkthroughs"})


def literal(text: str) -> str:
    """Plain text as HTML that neither HTML nor Markdown reads anything into. One line; line ends become line feeds."""
    return "".join(_sign(character) for character in readable(text.replace("\r\n", "\n").replace("\r", "\n")))


def words(text: str) -> str:
    """A short text of our own, in which *stars* stand for emphasis; everything else as in ``literal``."""
    star = "&#42;"
    return re.sub(rf"(?<!{star}){star}(?!{star})([^*]+?)(?<!{star}){star}(?!{star})", r"<em>\1</em>", literal(text))


def readable(text: str) -> str:
    """The text with U+FFFD for each sign that HTML has no way to write: control characters and lone surrogates."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text)


def _sign(character: str) -> str:
    return character if character.isalnum() or character == " " else f"&#{ord(character)};"


def sign(kind: str, words: str) -> str:
    """A severity or verdict as a coloured shape with words. ``kind`` is error, warning, info or ok."""
    shape = f'<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="{_SHAPES[kind]}"/></svg>'
    return f'<span class="sign is-{kind}">{shape}{literal(words)}</span>'


def severity_sign(rule: Json) -> str:
    """The sign of a rule's severity."""
    return sign(rule["severity"], SEVERITIES[rule["severity"]])


def plain_sign(words: str) -> str:
    """A sign without a colour or shape, for a status."""
    return f'<span class="sign sign--plain">{literal(words)}</span>'


def day(value: str) -> str:
    """``2026-11`` as “November 2026”, ``2018-10-01`` as “1 October 2018”. Anything else is returned as it is."""
    match = _DATE.fullmatch(value)
    if not match:
        return value
    year, month, number = match.groups()
    words = [str(int(number))] if number else []
    return " ".join([*words, *([_MONTHS[int(month) - 1]] if month else []), year])


def anchor(kind: str, name: str) -> str:
    """An id for a place on a page, from letters, digits and hyphens only."""
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower()


def link(url: str, text: str) -> str:
    """A link to a source. An address that is not on the web is shown as text and not linked."""
    if not re.match(r"https?://", url):
        return literal(text)
    return f'<a href="{literal(url)}">{literal(text)}</a>'


def source_facts(source: Json, where: str = "", read: str = "") -> str:
    """Publisher, place in the page, its own date and when we read it, in one line."""
    parts = [source["publisher"], where]
    if source.get("dated"):
        parts.append(f"written {day(source['dated'])}")
    parts.append(f"read {day(read or source['read'])}")
    return literal(" · ".join(part for part in parts if part))


def cited(citations: Sequence[Json], sources: Mapping[str, Json], *, ids: bool = True) -> str:
    """Sources as a numbered list, each with its address and the month in which we read it; ``ids`` makes them targets."""
    rows = []
    for citation in citations:
        source = sources[citation["id"]]
        facts = source_facts(source, citation["where"], citation["read"])
        mark = f' id="{anchor("source", source["id"])}"' if ids else ""
        rows.append(
            f"<li{mark}>{link(source['url'], source['title'])}"
            f'<span class="cited__facts">{facts}</span><span class="cited__facts cited__address">{literal(source["url"])}</span></li>'
        )
    return f'<ol class="cited" data-search-exclude>{"".join(rows)}</ol>'


def sides(positions: Sequence[Json], sources: Mapping[str, Json]) -> str:
    """The sides of a disagreement, each with what it says, its sources and their dates."""
    return f'<ul class="sides">{"".join(_side(position, sources) for position in positions)}</ul>'


def disagreement(positions: Sequence[Json], sources: Mapping[str, Json]) -> str:
    """The box on a contested page: that the sources disagree, how we weigh them, and every side."""
    return (
        '<div class="box box--warning" data-contested data-search-exclude><p class="box__title">The sources disagree</p>'
        "<p>We show each side as it stands. Where they clash, Amazon’s own newer text weighs more.</p>"
        f"{sides(positions, sources)}</div>"
    )


def _side(position: Json, sources: Mapping[str, Json]) -> str:
    rows = [sources[name] for name in position["sources"]]
    lines = "".join(f"<li>{link(row['url'], row['title'])}<br>{source_facts(row)}</li>" for row in rows)
    return f"<li><p>{words(position['says'])}</p><ul>{lines}</ul></li>"


def prose(markdown: str, page: str, citations: Sequence[Json] = ()) -> str:
    """Our own Markdown, ready for the page at the address ``page``.

    Links to other pages of the site, written as addresses, become links to files, which MkDocs checks. Source ids in
    square brackets become numbers that lead to the page's own list of sources, or to the page of all sources.
    """
    numbers = {citation["id"]: number for number, citation in enumerate(citations, 1)}

    def to_file(match: re.Match[str]) -> str:
        return f"]({file_of(match[1], page)}{match[2] or ''})"

    def to_number(match: re.Match[str]) -> str:
        name = match[1]
        if name in numbers:
            return f'<sup><a href="#{anchor("source", name)}" aria-label="Source {numbers[name]}">{numbers[name]}</a></sup>'
        if re.fullmatch(r"[AST]\d*(?:old|new)?", name):
            return f"([source {name}]({relative('about/sources.md', page)}#{anchor('source', name)}))"
        return match[0]

    return _LINK.sub(to_file, _REFERENCE.sub(to_number, markdown.strip()))


def file_of(address: str, page: str) -> str:
    """The Markdown file behind a site address that is relative to ``page``, itself relative to that page's file."""
    target = posixpath.normpath(posixpath.join(page, address))
    return relative(f"{target}/index.md" if target in _SECTIONS else f"{target}.md", page)


def relative(path: str, page: str) -> str:
    """A file's path as seen from the file of ``page`` (``rules/emoji/`` is ``rules/emoji.md``)."""
    return posixpath.relpath(path, posixpath.dirname(page.rstrip("/")) or ".")


def front_matter(**values: Any) -> str:
    """YAML front matter. JSON is YAML, so no title can break it; the description goes into an attribute as it is."""
    if "description" in values:
        values["description"] = html.escape(values["description"])
    lines = [f"{name}: {json.dumps(value, ensure_ascii=True)}" for name, value in values.items() if value is not None]
    return "\n".join(["---", *lines, "---", ""])


def join(parts: Iterable[str]) -> str:
    """Parts of a page, each a block of its own; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
