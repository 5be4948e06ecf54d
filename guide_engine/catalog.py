"""The catalog: everything the engine knows, as one JSON object. Pages, checklists and tests are made from it."""

from __future__ import annotations

from typing import Any

from guide_engine.registry import flows, rules, templates
from guide_engine.sources import SOURCES


def catalog() -> dict[str, list[Any]]:
    """Rules, templates, flows and sources, each as a list in the order in which the site shows them."""
    return {
        "rules": [rule.to_json() for rule in rules()],
        "templates": [template.to_json() for template in templates()],
        "flows": [flow.to_json() for flow in flows()],
        "sources": [source.to_json() for source in SOURCES.values()],
    }
