"""MkDocs events that let pages be found: by the search box, by search engines, by programs that read Markdown.

Each event hands over to a module that does not know MkDocs, as in site.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

# MkDocs loads hooks by path: the folder above is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hooks import search_index

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

#: Each page of this build by its address: what the files at the end are made from.
state = SimpleNamespace(descriptions={})


def on_pre_build(**_: Any) -> None:
    """Forget the last build: `serve` lives on."""
    state.descriptions = {}


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Remember each page."""
    state.descriptions[page.url] = str(page.meta.get("description", ""))
    return context


@event_priority(-100)  # after the search plugin has written its file
def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Put the search index where only the search fetches it."""
    _write_search(Path(config.site_dir) / "search")


def _write_search(folder: Path) -> None:
    whole = folder / "search_index.json"
    settings, index = search_index.split(
        json.loads(whole.read_text(encoding="utf-8")), state.descriptions, search_index.words()
    )
    (folder / "pages.json").write_text(search_index.dumps(index), encoding="utf-8")
    whole.write_text(search_index.dumps(settings), encoding="utf-8")
