"""The hand-written guides as a reader gets them: Markdown expanded to HTML, then to sections.

The pages go through the same extensions as in the site (shared fragments, citations,
footnotes, fixed heading anchors), so a test sees what stands on the page without
waiting for a whole build.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

from guide_engine.sources import SOURCES
from hooks import citations
from hooks.drawings.figure import expand
from hooks.drawings.pictures import PICTURES
from hooks.source_lines import LINE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
INCLUDES = DOCS / "includes"

_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col"}
_HEADINGS = ("h1", "h2", "h3")
_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd"}


def guide_paths() -> list[str]:
    """Every hand-written guide, as a path relative to docs/."""
    folders = [DOCS / name for name in ("sellers", "buyers", "about")]
    found = [path for folder in folders for path in folder.rglob("*.md")]
    found += [DOCS / "faq.md", DOCS / "tools" / "reply-clock.md"]
    return sorted(path.relative_to(DOCS).as_posix() for path in found)


@dataclass
class Block:
    """One paragraph, list item, heading or cell; ``quoted`` if it is an example message."""

    tag: str
    text: str = ""
    quoted: bool = False


@dataclass
class Section:
    """A heading with all that stands under it, up to the next heading of its level."""

    anchor: str
    level: int
    heading: str = ""
    text: str = ""
    #: Per contested box: the spelled-out citations in it.
    contested: list[list[str]] = field(default_factory=list)
    #: How many footnote marks stand in the section.
    notes: int = 0
    #: The lines right in it, not under a heading of its own, that tell who says so and when it was checked.
    says: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects blocks for the reading level and sections for the facts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, set[str]]] = []
        self.blocks: list[Block] = []
        self.open_blocks: list[Block] = []
        self.sections: list[Section] = []
        #: The section we are in and those around it, the outermost first.
        self.around: list[Section] = []
        self.steps: dict[str, int] = {}
        self.ids: set[str] = set()

    def _inside(self, name: str) -> bool:
        return any(name == tag or name in classes for tag, classes in self.stack)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        classes = set(given.get("class", "").split())
        self.ids.update({given["id"]} if "id" in given else ())
        if tag in _HEADINGS:
            self._open_section(Section(given.get("id", ""), int(tag[1])))
        for section in self.around:
            self._note_in_section(section, tag, classes)
        if tag not in _VOID:
            self.stack.append((tag, classes))
        if tag in _BLOCKS and not self._inside("footnote") and LINE not in classes:
            block = Block(tag, quoted=self._inside("blockquote"))
            self.blocks.append(block)
            self.open_blocks.append(block)

    def _open_section(self, section: Section) -> None:
        self.around = [outer for outer in self.around if outer.level < section.level] + [section]
        self.sections.append(section)

    def _note_in_section(self, section: Section, tag: str, classes: set[str]) -> None:
        """Count what tests ask for: boxes, citations, footnote marks, numbered steps."""
        if tag == "div" and "contested" in classes:
            section.contested.append([])
        if "mcg-source" in classes and self._inside("contested"):
            section.contested[-1].append("")
        if LINE in classes and section is self.around[-1]:
            section.says.append("")
        if "footnote-ref" in classes:
            section.notes += 1
        if tag == "li" and self.stack[-1][0] == "ol" and not self._inside("footnote"):
            self.steps[section.anchor] = self.steps.get(section.anchor, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        if all(tag != name for name, _ in self.stack):
            return  # <hr /> and its like close what they never opened
        while self.stack:
            name, _ = self.stack.pop()
            if name == tag:
                break
        if self.open_blocks and self.open_blocks[-1].tag == tag:
            self.open_blocks.pop()

    def handle_data(self, data: str) -> None:
        if self._inside("footnote"):
            return
        if self._inside(LINE):
            # Made from the marks, not written: it is no prose.
            self.around[-1].says[-1] += data
            return
        if self._inside("mcg-source"):
            # Spelled-out sources are for the facts' tests; nobody reads them as prose.
            for section in self.around if self._inside("contested") else ():
                section.contested[-1][-1] += data
            return
        if self._inside("sup"):
            return
        if self.open_blocks:
            self.open_blocks[-1].text += data
        for section in self.around:
            section.text += data
        if self.around and any(self._inside(heading) for heading in _HEADINGS):
            self.around[-1].heading += data


@dataclass(frozen=True)
class GuidePage:
    """One guide: its front matter, its HTML and what was read out of it."""

    path: str
    meta: dict[str, Any]
    html: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    steps: dict[str, int]
    ids: frozenset[str]

    def section(self, anchor: str) -> Section | None:
        """The section under the heading with this anchor, or None."""
        return next((one for one in self.sections if one.anchor == anchor), None)


def render(text: str) -> str:
    """Markdown to HTML the way the site does it, without the theme around it."""
    return markdown.markdown(
        text,
        extensions=[
            "admonition",
            "attr_list",
            "footnotes",
            "md_in_html",
            "tables",
            "toc",
            "markdown_include.include",
            citations.CitationExtension(SOURCES),
        ],
        extension_configs={"markdown_include.include": {"base_path": str(INCLUDES), "throwException": True}},
    )


@cache
def load(path: str) -> GuidePage:
    """One guide by its path relative to docs/."""
    return read(path, (DOCS / path).read_text(encoding="utf-8"))


def read(path: str, text: str) -> GuidePage:
    """A guide from its text."""
    _, front, body = text.split("---\n", 2)
    html = render(expand(body, PICTURES))
    reader = _Reader()
    reader.feed(html)
    return GuidePage(
        path=path,
        meta=yaml.safe_load(front),
        html=html,
        blocks=tuple(reader.blocks),
        sections=tuple(reader.sections),
        steps=reader.steps,
        ids=frozenset(reader.ids),
    )
