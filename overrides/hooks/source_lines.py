"""Under each part of a guide, who says what stands in it, and when we checked that.

The marks in the text name sources; their list is at the end of the page. A reader with the page in one hand should not
have to go there to learn whether it is Amazon who says so. The line is made from the marks, so nobody writes it.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Final

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from hooks.cited_source import CitedSource, plain_date

#: The class of the line, which tests, copies and search engines' data go by.
LINE: Final = "mcg-says"
#: The class of the line at the end of a page that dates all of it.
CHECKED: Final = "mcg-checked"
_HEADINGS: Final = frozenset({"h2", "h3"})
_MARK: Final = "footnote-ref"
_TARGET: Final = "#fn:"

#: A source's id with the number of its note on this page.
Marks = dict[str, str]


class SourceLines(Treeprocessor):
    """Ends every part that holds marks with its line."""

    def __init__(self, md: Markdown, sources: Mapping[str, CitedSource]) -> None:
        super().__init__(md)
        self._sources = sources

    def run(self, root: ET.Element) -> None:
        """Called by Markdown itself, once the marks are links."""
        for holder in list(root.iter()):
            for end, marks in reversed(list(_parts(holder))):
                dated = self._is_date(holder[end - 1])
                holder.insert(end - dated, line(marks, self._sources))

    def _is_date(self, element: ET.Element) -> bool:
        """Whether it is the page's last line, which says when the whole page was checked."""
        words = element.text or ""
        kept = self.md.htmlStash.rawHtmlBlocks
        return any(
            CHECKED in str(html) and self.md.htmlStash.get_placeholder(at) == words for at, html in enumerate(kept)
        )


def _parts(holder: ET.Element) -> Iterator[tuple[int, Marks]]:
    """Where each part directly in this element ends, for those with marks: a heading and what follows to the next."""
    marks: Marks | None = None
    for at, child in enumerate(holder):
        if child.tag in _HEADINGS:
            if marks:
                yield at, marks
            marks = {}
        elif marks is not None:
            marks |= _marks_in(child)
    if marks:
        yield len(holder), marks


def _marks_in(element: ET.Element) -> Marks:
    links = (one for one in element.iter("a") if one.get("class") == _MARK)
    return {link.get("href", "").removeprefix(_TARGET): "".join(link.itertext()) for link in links}


def line(marks: Marks, sources: Mapping[str, CitedSource]) -> ET.Element:
    """“Sources: Amazon 1 4, Aura 3. Checked in November 2026.”, each number a link to its note."""
    paragraph = ET.Element("p", {"class": LINE, "data-search-exclude": ""})
    paragraph.text = "Source: " if len(marks) == 1 else "Sources: "
    by: dict[str, Marks] = {}
    for name, number in sorted(marks.items(), key=lambda mark: int(mark[1])):
        by.setdefault(_name(sources[name]), {})[name] = number
    for publisher, own in by.items():
        _add(paragraph, publisher)
        for name, number in own.items():
            above = ET.SubElement(paragraph, "sup")
            link = ET.SubElement(above, "a", {"class": f"{LINE}__mark", "href": f"{_TARGET}{name}"})
            link.text = number
        _add(paragraph, ", " if publisher != list(by)[-1] else "")
    _add(paragraph, f". Checked in {_months(marks, sources)}.")
    return paragraph


def _name(source: CitedSource) -> str:
    """Who says so. The guides speak of “the article”: here the reader learns whose."""
    return f"the article ({source.publisher})" if source.kind == "article" else source.publisher


def _months(marks: Marks, sources: Mapping[str, CitedSource]) -> str:
    """When we read them: one month, or the first and the last."""
    read = sorted({sources[name].read for name in marks})
    return " to ".join(plain_date(month) for month in dict.fromkeys([read[0], read[-1]]))


def _add(paragraph: ET.Element, words: str) -> None:
    """Words at the end of what is there."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + words
    else:
        paragraph.text = (paragraph.text or "") + words
