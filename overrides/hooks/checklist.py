"""The checker's page without scripts: a list to check by hand, and the examples that the tool opens.

Pure functions from the engine's catalogue; nothing here knows MkDocs.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

Catalog = Mapping[str, Any]

#: What stands in docs/tools/check.md where the list and the examples go.
CHECKLIST_MARK: Final = "<!-- mcg:checklist -->"
EXAMPLES_MARK: Final = "<!-- mcg:examples -->"

#: The examples offered above the text: one that is plainly wrong, one that is fine, one that needs a second look.
OFFERED: Final = (
    ("One that breaks rules", "review-incentive.flagged.4"),
    ("One that is fine", "template.delay-notice"),
    ("A subtle one", "conditional-review-request.flagged.1"),
)

#: How each severity is put in the list, worst first.
_ORDER: Final = ("error", "warning", "info")
_HEADINGS: Final = {
    "error": "Take these out",
    "warning": "Look at these again",
    "info": "Good to know",
}


def examples(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """Every example that can be opened by its id: each rule's, and each template filled in (`template.<name>`)."""
    found: dict[str, dict[str, Any]] = {}
    for rule in catalog["rules"]:
        for one in [*rule["examples"]["flagged"], *rule["examples"]["allowed"]]:
            found[one["id"]] = {"text": one["text"], "context": one.get("context") or {}}
    for template in catalog["templates"]:
        context = template.get("context") or {}
        found[f"template.{template['name']}"] = {"text": template["example_text"], "context": context}
    return found


def examples_json(catalog: Catalog, more: Mapping[str, Any]) -> str:
    """The file from which the tool opens an example that an address names; `more` comes from the guides."""
    return json.dumps(examples(catalog) | dict(more), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def offered(catalog: Catalog) -> list[dict[str, Any]]:
    """The examples offered above the text, with their labels; one that the catalogue lacks is left out."""
    known = examples(catalog)
    return [{"id": name, "label": label, **known[name]} for label, name in OFFERED if name in known]


def examples_block(catalog: Catalog) -> str:
    """The offered examples as data for the tool.

    An attribute, because Material runs every script element anew that comes with a page changed without a load, data
    blocks included; and because the search does not read attributes.
    """
    data = json.dumps(offered(catalog), ensure_ascii=True, separators=(",", ":"))
    return f'<div class="mcg-examples" hidden data-examples="{html.escape(data)}"></div>'


def checklist(catalog: Catalog) -> str:
    """The rules as a list to go through by hand, in Markdown: worst first, each with a link to its page."""
    current = [rule for rule in catalog["rules"] if rule["status"] != "retired"]
    current.sort(key=lambda rule: (_ORDER.index(rule["severity"]), rule["family_title"], rule["code"]))
    parts = []
    for severity, rules in groupby(current, key=lambda rule: rule["severity"]):
        parts.append(f"### {_HEADINGS[severity]} {{#by-hand-{severity}}}\n")
        for family, members in groupby(rules, key=lambda rule: rule["family_title"]):
            parts.append(f"**{family}**\n")
            parts.append("\n".join(_line(rule) for rule in members) + "\n")
    return "\n".join(parts)


def _line(rule: Mapping[str, Any]) -> str:
    scope = "" if "reply" in rule["applies_to"] else " *First messages only.*"
    return f"- [{rule['title']}](../{rule['page'].rstrip('/')}.md): {rule['summary']}{scope}"


def fill(markdown: str, catalog: Catalog) -> str:
    """Put the list and the examples where a page asks for them; any other page comes back as it was."""
    if CHECKLIST_MARK not in markdown and EXAMPLES_MARK not in markdown:
        return markdown
    return markdown.replace(CHECKLIST_MARK, checklist(catalog)).replace(EXAMPLES_MARK, examples_block(catalog))
