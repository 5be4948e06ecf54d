"""Reads built HTML for the site's tests: what a page links to, loads, and can be jumped to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

#: Elements whose address is fetched by the browser without anybody clicking, and the attribute that holds it.
LOADED_BY = {
    "audio": ["src"],
    "embed": ["src"],
    "form": ["action"],
    "iframe": ["src"],
    "image": ["href", "xlink:href"],
    "img": ["src", "srcset"],
    "input": ["src", "formaction"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}
#: `<link rel=…>` that only names an address: nothing is fetched.
NAMING_LINKS = {"canonical", "next", "prev", "alternate", "author", "license", "help", "bookmark"}


@dataclass
class Element:
    """A start tag: its name and attributes."""

    tag: str
    attributes: dict[str, str]


@dataclass
class BuiltPage:
    """The elements of one HTML file, and its ids in order."""

    path: Path
    html: str
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element with this name."""
        return [element.attributes for element in self.elements if element.tag == tag]

    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def targets(self) -> set[str]:
        """What a fragment may name: ids and named anchors."""
        return {*self.ids(), *(link["name"] for link in self.all("a") if "name" in link)}

    def links(self) -> list[str]:
        """Every address that a reader may follow."""
        return [link["href"] for link in self.all("a") if "href" in link]

    def loads(self) -> list[str]:
        """Every address that the browser fetches by itself."""
        found = [
            element.attributes[name]
            for element in self.elements
            for name in LOADED_BY.get(element.tag, [])
            if name in element.attributes
        ]
        links = [link for link in self.all("link") if not set(link.get("rel", "").split()) <= NAMING_LINKS]
        return found + [link["href"] for link in links if "href" in link]


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))


@cache
def read(path: Path) -> BuiltPage:
    """The page in this file, read once a run."""
    page = BuiltPage(path, path.read_text(encoding="utf-8"))
    _Reader(page).feed(page.html)
    return page
