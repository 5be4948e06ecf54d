"""What `make serve` need not make again: each page's HTML, as long as nothing that it is made from has changed.

Kept in memory by the running command only, so that a new start always begins afresh. A page is made anew when its own
Markdown changes, or anything that Markdown looks at besides: which files there are and at which addresses (links are
checked against them), the shared fragments, the sources that can be cited, the settings. A page that drew a warning is
not kept, so that the warning comes again with each build.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page


#: Scripts and Python, which no page links to: their names change with their content, and with every rule.
_NEVER_LINKED = ("assets/guide/", "assets/python/")


@dataclass(frozen=True)
class _Made:
    """What `Page.render` leaves behind, and the hash of what it was made from."""

    key: str
    content: str
    toc: Any
    title: str | None
    anchors: set[str] | None
    #: Links to places in other files, by the file's name: the objects are new in each build.
    links: dict[str, dict[str, str]] | None


class RenderedPages:
    """The pages of the last builds. Call `begin` once a build, `watch` for each page before it is rendered."""

    def __init__(self) -> None:
        self._kept: dict[str, _Made] = {}
        self._around = ""
        #: What the search plugin found in a page, with all that it looked at.
        self._entries: dict[str, tuple[str, list[dict[str, Any]]]] = {}
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)

    def begin(self, files: Files, settings: Iterable[Path], more: Any) -> None:
        """Note what every page of this build depends on: `settings` are files, `more` is data."""
        around = hashlib.sha256(json.dumps(more, sort_keys=True, default=str).encode())
        linked = (file for file in files if not file.src_uri.startswith(_NEVER_LINKED))
        for file in sorted(linked, key=lambda file: file.src_uri):
            around.update(f"\0{file.src_uri}\0{file.dest_uri}\0{file.inclusion}".encode())
        for path in settings:
            around.update(f"\0{path.name}\0".encode() + path.read_bytes())
        self._around = around.hexdigest()

    def watch(self, page: Page) -> None:
        """Let this page take its HTML from an earlier build, where that fits."""
        make = page.render

        def render(config: MkDocsConfig, files: Files) -> None:
            uri = page.file.src_uri
            key = hashlib.sha256(f"{self._around}\0{uri}\0{page.markdown}".encode()).hexdigest()
            made = self._kept.get(uri)
            if made is not None and made.key == key:
                _restore(page, made, files)
                return
            before = self._warned()
            make(config, files)
            self._kept.pop(uri, None)
            if self._warned() == before:
                self._kept[uri] = _made(page, key)

        page.render = render  # type: ignore[method-assign]  # for this one page of this one build

    def watch_search(self, index: Any) -> None:
        """Let the search plugin's index of this build take a page's entries from an earlier one: it reads each page's HTML again."""
        add = index.add_entry_from_context

        def add_entries(page: Page) -> None:
            key = f"{page.title}\0{json.dumps(page.meta, sort_keys=True, default=str)}\0{page.content}"
            kept, entries = self._entries.get(page.url, ("", []))
            if kept == key:
                index.entries.extend(dict(entry) for entry in entries)
                return
            before = len(index.entries)
            add(page)
            self._entries[page.url] = key, [dict(entry) for entry in index.entries[before:]]

        index.add_entry_from_context = add_entries

    def _warned(self) -> int:
        return sum(count for _, count in self._warnings.get_counts())


def _made(page: Page, key: str) -> _Made:
    links = page.links_to_anchors
    named = None if links is None else {file.src_uri: places for file, places in links.items()}
    title: str | None = page._title_from_render  # noqa: SLF001  # where MkDocs keeps it, and asks for it
    return _Made(key, page.content or "", page.toc, title, page.present_anchor_ids, named)


def _restore(page: Page, made: _Made, files: Files) -> None:
    page.content = made.content
    page.toc = made.toc
    page._title_from_render = made.title  # noqa: SLF001  # as above
    page.present_anchor_ids = made.anchors
    page.links_to_anchors = None if made.links is None else _found(made.links, files)


def _found(links: Mapping[str, dict[str, str]], files: Files) -> dict[File, dict[str, str]]:
    """The same links with this build's files; all are there, else the page would be made anew."""
    found = ((files.get_file_from_path(uri), places) for uri, places in links.items())
    return {file: places for file, places in found if file is not None}
