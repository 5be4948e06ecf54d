"""MkDocs events that let pages be found: by the search box, by search engines, by programs that read Markdown.

Each event hands over to a module that does not know MkDocs, as in site.py.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

# MkDocs loads hooks by path: the folder above is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hooks import first_mentions, page_list, reading_copy, search_index, structured_data, unbroken
from machinery import lessons

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

#: This build's pages by their address from the site's root: what is listed of them, and their Markdown copies.
state = SimpleNamespace(listed={}, copies={})


#: `make serve` builds every page again for one that changed: of the others the same text comes out.
_structured = lru_cache(maxsize=512)(structured_data.of_page)
_copy = lru_cache(maxsize=512)(reading_copy.markdown)


def on_pre_build(**_: Any) -> None:
    """Forget the last build: `serve` lives on."""
    state.listed, state.copies = {}, {}
    first_mentions.terms.cache_clear()


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """In the hand-written guides, lead from the first mention of a word to where it is explained; break no word in two."""
    guide = "audience" in page.meta and page.url != first_mentions.ADDRESS
    linked = first_mentions.linked(html, page.url, first_mentions.terms()) if guide else html
    return unbroken.kept_whole(linked)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Remember each page, and give its template what it tells search engines."""
    description = str(page.meta.get("description") or config.site_description or "")
    title = str(page.meta.get("title") or page.title or config.site_name)
    state.listed[page.url] = page_list.Listed(page.url, page.canonical_url or page.url, title, description)
    context["mcg_structured"] = _structured(page.content or "", page.url, title, description)
    context["mcg_copy"] = "index.md"
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Keep the page as Markdown for the end of the build; give its headings links to themselves."""
    state.copies[page.file.dest_uri] = _copy(output, page.canonical_url or "")
    return first_mentions.anchored(output) if page.meta else output


@event_priority(-100)  # after the search plugin has written its file
def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Put the search index where only the search fetches it; write the Markdown copies and the list of the pages."""
    site = Path(config.site_dir)
    _write_search(site / "search")
    for name, text in state.copies.items():
        site.joinpath(name).with_suffix(".md").write_text(text, encoding="utf-8")
    listed = page_list.llms(config.site_name, config.site_description or "", list(state.listed.values()))
    (site / "llms.txt").write_text(listed, encoding="utf-8")


def _write_search(folder: Path) -> None:
    whole = folder / "search_index.json"
    written = json.loads(whole.read_text(encoding="utf-8"))
    descriptions = {at: page.description for at, page in state.listed.items()}
    settings, index = search_index.split(written, descriptions, search_index.words())
    index["lessons"] = lessons.learnt(index)
    (folder / "pages.json").write_text(search_index.dumps(index), encoding="utf-8")
    whole.write_text(search_index.dumps(settings), encoding="utf-8")
