"""Generated pages as a reader's browser gets them: rendered with the site's own Markdown settings, then parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from markdown import Markdown

from hooks.citations import CitationExtension

ROOT = Path(__file__).resolve().parents[2]
_VOID = {"br", "hr", "img", "input", "meta", "link", "path", "circle"}


@dataclass
class Element:
    """One element with its children; text is a child as well."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> set[str]:
        """The class names."""
        return set(self.attributes.get("class", "").split())

    def all(self) -> Iterator[Element]:
        """This element and everything inside, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def with_class(self, name: str) -> list[Element]:
        """Every element inside with this class."""
        return [element for element in self.all() if name in element.classes]

    def with_tag(self, tag: str) -> list[Element]:
        """Every element inside with this tag."""
        return [element for element in self.all() if element.tag == tag]


class _Tree(HTMLParser):
    """Builds the elements and refuses HTML whose tags do not pair up: that is how text would break out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        opened = self.open.pop()
        assert opened.tag == tag, f"</{tag}> closes <{opened.tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


class _Config(yaml.SafeLoader):
    """mkdocs.yml without MkDocs: its own tags give only the folder of the fragments, which no generated page includes."""


_Config.add_multi_constructor("!", lambda _loader, _suffix, _node: str(ROOT / "docs" / "includes"))


def markdown(sources: list[dict[str, Any]]) -> Markdown:
    """Markdown as the site sets it up."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Config)  # noqa: S506 (a SafeLoader)
    names, settings = [], {}
    for extension in config["markdown_extensions"]:
        name, options = next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        names.append(name)
        settings[name] = options or {}
    cited: Any = {source["id"]: SimpleNamespace(**source) for source in sources}
    return Markdown(extensions=[*names, CitationExtension(cited)], extension_configs=settings)


def render(page: str, sources: list[dict[str, Any]]) -> Element:
    """The body of a generated page, rendered and parsed. Front matter is left out, as MkDocs does."""
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    tree = _Tree()
    tree.feed(markdown(sources).convert(body))
    tree.close()
    assert tree.open == [tree.root], f"<{tree.open[-1].tag}> is never closed"
    return tree.root


def meta(page: str) -> dict[str, Any]:
    """The front matter of a generated page."""
    made: dict[str, Any] = yaml.safe_load(page.split("\n---\n", 1)[0].removeprefix("---\n"))
    return made
