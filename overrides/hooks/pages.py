"""The generated pages of the site: catalog in, Markdown out.

``pages`` makes whole pages: one for each rule, template and walkthrough, and the page
of all sources. ``fill`` puts the generated lists into pages that are written by hand
and ask for them with a mark. Nothing here imports MkDocs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Final

from hooks import page_home, page_rules, page_sources, page_templates, page_walkthroughs
from hooks.page_html import Json

#: What a hand-written page writes where a generated part goes, and what makes that part.
PARTS: Final[Mapping[str, Callable[[Json], str]]] = {
    "<!-- mcg:rules -->": lambda catalog: page_rules.index(catalog["rules"]),
    "<!-- mcg:templates -->": lambda catalog: page_templates.index(catalog["templates"]),
    "<!-- mcg:walkthroughs -->": lambda catalog: page_walkthroughs.index(catalog["flows"]),
    "<!-- mcg:sample -->": page_home.sample,
}


def pages(catalog: Json, repository: str | None = None) -> dict[str, str]:
    """Docs path → Markdown, for every generated page.

    ``repository`` is the project's public address, for links to a rule's source; without it REPO_URL is asked.
    Raises KeyError where something in the catalog cites a source, or names a template, that the catalog does not have.
    """
    address = os.environ.get("REPO_URL", "") if repository is None else repository
    sources = {source["id"]: source for source in catalog["sources"]}
    templates = {template["name"]: template for template in catalog["templates"]}
    rules = page_rules.in_order(catalog["rules"])
    made = {_path(rule): page_rules.rule_page(rule, rules, sources, address) for rule in rules}
    made |= {
        _path(one): page_templates.template_page(one, catalog["templates"], sources) for one in catalog["templates"]
    }
    made |= {_path(flow): page_walkthroughs.walkthrough_page(flow, templates, sources) for flow in catalog["flows"]}
    return made | {page_sources.PATH: page_sources.sources_page(catalog)}


def _path(thing: Json) -> str:
    return f"{thing['page'].rstrip('/')}.md"


def fill(markdown: str, catalog: Json) -> str:
    """Put the generated parts where a page asks for them; any other page comes back as it was."""
    for mark, make in PARTS.items():
        if mark in markdown:
            markdown = markdown.replace(mark, make(catalog))
    return markdown
