"""A built page as Markdown, for copying: what a reader sees, with headings, lists, tables and links, and nothing else.

Made from the finished HTML, so that shared fragments, citations and generated parts are in it as on the page. Links
count from the root of the web, drawings are told by their text alternatives, forms and menus are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin

_VOID: Final = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
#: Elements of the page that say nothing on paper.
_SILENT: Final = frozenset(
    {"button", "form", "head", "input", "nav", "script", "select", "style", "template", "textarea", "title"}
)
_SILENT_CLASSES: Final = frozenset({"again", "all", "footnote-backref", "tell-us"})
#: Numbers that lead to a note at the end of the page.
_MARKS: Final = frozenset({"footnote-ref", "mcg-says__mark"})
_APART: Final = frozenset({"answer__next", "cited__facts", "sign"})
#: Blocks: everything else stands in a line.
_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
    }
    | {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section"}
    | {"summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")


@dataclass
class Node:
    """An element of the page with what is in it: elements and text."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").split())

    def elements(self) -> list[Node]:
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Node)]

    def first(self, fits: Callable[[Node], bool]) -> Node | None:
        """The first element in it, or itself, that fits, in the order of the page."""
        if fits(self):
            return self
        return next((found for child in self.elements() if (found := child.first(fits))), None)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if at:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def tree(markup: str) -> Node:
    """The elements of an HTML text, under one root."""
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.root


def content(page: Node) -> Node:
    """The part of a built page that is the page: its article, or everything between the bars on the front page."""
    article = page.first(lambda node: node.tag == "article" and "md-content__inner" in node.classes)
    return article or page.first(lambda node: node.attributes.get("id") == "content-start") or page


def is_silent(node: Node) -> bool:
    """Whether an element has no words for a reader of the text."""
    hidden = "hidden" in node.attributes or node.attributes.get("aria-hidden") == "true"
    return hidden or node.tag in _SILENT or bool(node.classes & _SILENT_CLASSES)


def text(node: Node | str) -> str:
    """The words of an element in one line, without drawings and without the numbers of notes."""
    if isinstance(node, str):
        return node
    if is_silent(node) or node.tag in {"svg", "figure", "sup"}:
        return ""
    inside = "".join(text(child) for child in node.children)
    return f" {inside} " if node.tag in _BLOCKS or node.tag == "br" else inside


def one_line(node: Node) -> str:
    """``text`` with single blanks."""
    return _BLANKS.sub(" ", text(node)).strip()


def markdown(markup: str, address: str) -> str:
    """The page of a built HTML text as Markdown; ``address`` is its own, from which its links count."""
    blocks = _blocks(content(tree(markup)), address)
    return _EMPTY_LINES.sub("\n\n", "\n\n".join(block for block in blocks if block.strip())).strip() + "\n"


def _blocks(node: Node, address: str) -> list[str]:
    """The blocks in an element, each as Markdown; words between blocks make a block of their own."""
    made: list[str] = []
    line = ""
    for child in node.children:
        if isinstance(child, str) or not _holds_blocks(child):
            line += _inline(child, address)
            continue
        made += [_tidy(line), *_block(child, address)]
        line = ""
    return [block for block in [*made, _tidy(line)] if block]


def _holds_blocks(node: Node) -> bool:
    return not is_silent(node) and (
        node.tag in _BLOCKS or (node.tag != "svg" and any(_holds_blocks(child) for child in node.elements()))
    )


def _block(node: Node, address: str) -> list[str]:
    if node.tag in {"ul", "ol"}:
        return ["\n".join(_item(item, address, mark) for item, mark in _items(node))]
    if node.tag == "table":
        return [_table(node, address)]
    if node.tag == "pre":
        return [f"```\n{_raw(node).strip()}\n```"]
    if node.tag == "hr":
        return []
    blocks = _blocks(node, address)
    if re.fullmatch("h[1-6]", node.tag):
        return [f"{'#' * int(node.tag[1])} {' '.join(blocks)}"]
    if node.tag in {"summary", "dt"} or node.classes & {"admonition-title", "box__title"}:
        return [f"**{' '.join(blocks).replace('**', '')}**"] if blocks else []
    if node.tag == "blockquote" or "message__text" in node.classes:
        return ["\n>\n".join("> " + block.replace("\n", "\n> ") for block in blocks)]
    return blocks


def _items(node: Node) -> list[tuple[Node, str]]:
    items = [child for child in node.elements() if child.tag == "li" and not is_silent(child)]
    return [(item, f"{number}." if node.tag == "ol" else "-") for number, item in enumerate(items, 1)]


def _item(node: Node, address: str, mark: str) -> str:
    body = "\n".join(_blocks(node, address))
    return f"{mark} " + body.replace("\n", "\n" + " " * (len(mark) + 1))


def _table(node: Node, address: str) -> str:
    rows = [[" ".join(_blocks(cell, address)).replace("|", "\\|") for cell in row.elements()] for row in _rows(node)]
    if not rows:
        return ""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def _rows(node: Node) -> list[Node]:
    return [row for child in node.elements() for row in ([child] if child.tag == "tr" else _rows(child))]


def _raw(node: Node | str) -> str:
    return node if isinstance(node, str) else "".join(_raw(child) for child in node.children)


def _inline(node: Node | str, address: str) -> str:
    if isinstance(node, str):
        # A message may show HTML: in Markdown it would be taken at its word.
        return _BLANKS.sub(" ", node).replace("<", "\\<")
    if is_silent(node):
        return ""
    if node.tag in {"img", "svg"}:
        told = node.attributes.get("alt") or node.attributes.get("aria-label", "")
        return f" ({told}) " if told else ""
    inside = "".join(_inline(child, address) for child in node.children)
    # A sign or a small print beside a title stands apart on the page by its look alone.
    apart = node.tag == "small" or bool(node.classes & _APART)
    return f" {inside} " if apart else _dressed(node, inside, address)


def _dressed(node: Node, inside: str, address: str) -> str:
    """An element of a line with its marks; blanks at its ends stay outside of them."""
    words = inside.strip()
    if node.tag == "br":
        return " "
    if not words:
        return inside
    href = node.attributes.get("href", "")
    if node.tag == "a" and node.classes & _MARKS:
        return f"[{words}]"
    if node.tag == "a" and href:
        target = urljoin(address, href)
        words = f"[{words}](<{target}>)" if re.search(r"[()\s]", target) else f"[{words}]({target})"
    elif node.tag in {"strong", "b"}:
        words = f"**{words}**"
    elif node.tag in {"em", "i"}:
        words = f"*{words}*"
    elif node.tag in {"code", "kbd"}:
        words = f"`{_BLANKS.sub(' ', _raw(node)).strip()}`"
    return f"{' ' * inside.startswith(' ')}{words}{' ' * inside.endswith(' ')}"


def _tidy(line: str) -> str:
    return _BLANKS.sub(" ", line).strip()
