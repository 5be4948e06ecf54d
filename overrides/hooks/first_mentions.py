"""Links in the finished HTML of a guide: from the first mention of a word to the glossary, and from a heading to itself.

Which words belong to which entry stands in the front matter of docs/about/glossary.md, under ``terms``. Nothing here
imports MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import yaml

GLOSSARY: Final = Path(__file__).resolve().parents[2] / "docs" / "about" / "glossary.md"
ADDRESS: Final = "about/glossary/"
#: Where a link would be in the way: of another one, of a control that a step names, of words that are not ours.
_NOT_IN: Final = frozenset(
    {"a", "blockquote", "button", "code", "figure", "h1", "h2", "h3", "ol", "pre", "script", "summary", "svg", "table"}
)
_NOT_IN_CLASS: Final = re.compile(r'class="[^"]*\b(?:admonition-title|toc|footnote)\b|\bdata-mcg=')
_TAG: Final = re.compile(r"(<[^>]*>)")
_NAME: Final = re.compile(r"</?([a-z0-9]+)")
_HEADING: Final = re.compile(r'(<(h[23]) [^>]*?\bid="([^"]+)"[^>]*>)(.*?)(</\2>)', re.DOTALL)
_CHAIN: Final = (
    '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700'
    'l-1.300 1.300M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.300"/></svg>'
)

#: Anchor of an entry → the words that lead to it.
Terms = Mapping[str, Sequence[str]]


@cache
def terms(path: Path = GLOSSARY) -> Terms:
    """The glossary's words, from its front matter."""
    found: Terms = yaml.safe_load(path.read_text(encoding="utf-8").split("---", 2)[1])["terms"]
    return found


def linked(content: str, address: str, words: Terms) -> str:
    """The page with the first mention of each word linked, once per entry; entries that the page links to already stay."""
    home = "../" * address.count("/")
    left = {anchor: _pattern(ways) for anchor, ways in words.items() if f"glossary/#{anchor}" not in content}
    return "".join(_with_links(part, left, home) if free else part for part, free in _parts(content))


def _pattern(ways: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(ways, key=len, reverse=True)
    return re.compile(rf"(?<![\w&#;-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def _parts(content: str) -> Iterator[tuple[str, bool]]:
    """The page's tags and texts in order, each with whether it is text that may hold a link."""
    inside, depth = "", 0
    for part in _TAG.split(content):
        if not part.startswith("<"):
            yield part, not inside
            continue
        yield part, False
        match = _NAME.match(part)
        name = match[1] if match else ""
        if inside:
            depth += (name == inside) * (-1 if part.startswith("</") else 1)
            inside = inside if depth else ""
        elif not part.startswith("</") and (name in _NOT_IN or _NOT_IN_CLASS.search(part)):
            inside, depth = name, 1


def _with_links(text: str, left: dict[str, re.Pattern[str]], home: str) -> str:
    """One text with the words that are still unlinked; the earliest goes first, and what it linked is done with."""
    found = [(match.start(), anchor, match) for anchor, word in left.items() if (match := word.search(text))]
    if not found:
        return text
    _, anchor, match = min(found, key=lambda one: one[:2])
    del left[anchor]
    link = f'<a class="term" href="{home}{ADDRESS}#{anchor}">{match[0]}</a>'
    return text[: match.start()] + link + _with_links(text[match.end() :], left, home)


def anchored(page: str) -> str:
    """The finished page with a small link on each heading of its text that has an address of its own."""
    start, end = page.find("<article"), page.rfind("</article>")
    if start < 0:
        return page
    link = r'\1\4<a class="headerlink" href="#\3" aria-label="Link to this part">' + _CHAIN + r"</a>\5"
    return page[:start] + _HEADING.sub(link, page[start:end]) + page[end:]
