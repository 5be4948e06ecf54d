"""Pages of the message templates: the text with its blanks, each blank explained, and a filled example."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from guide_engine.template import GROUPS
from hooks.page_html import VERDICTS, Json, anchor, cited, day, front_matter, join, literal, prose, sign, words
from hooks.page_messages import CHECKER, blanks, circumstances

_ROOT: Final = "../../"
_KINDS: Final = {
    "name": "a name",
    "order-id": "an order number",
    "date": "a date",
    "money": "an amount",
    "text": "a few words",
    "choice": "one of a list",
}

#: What the template builder needs to know; everything else it asks the engine.
_DATA: Final = ("name", "title", "context", "fields", "body", "example")


def template_page(template: Json, templates: Sequence[Json], sources: Mapping[str, Json]) -> str:
    """The page of one template, as Markdown with front matter; whole without scripts."""
    page, citations = template["page"], template["citations"]
    return join(
        [
            front_matter(
                title=template["title"],
                description=template["purpose"],
                wide=True,
                hide=["navigation", "toc"],
                neighbours=_neighbours(template, templates),
            ),
            f'<p class="eyebrow" data-search-exclude>Template: {literal(template["group"])}</p>',
            f"# {literal(template['title'])}",
            f'<p class="lead">{literal(template["purpose"])}</p>',
            "## When to use it {#when}",
            prose(template["use_when"], page, citations),
            "**Not when:** " + prose(template["not_when"], page, citations),
            "## The text {#text}",
            _tool(template),
            "## A filled example {#example data-search-exclude}",
            _example(template),
            "## Good to know {#notes}" if template["notes"] else "",
            prose(template["notes"], page, citations),
            "## Sources {#sources data-search-exclude}",
            cited(citations, sources),
        ]
    )


def _tool(template: Json) -> str:
    """What stands here without scripts; the template builder takes its place. One line, so Markdown sees one block."""
    kind = literal(circumstances(template["context"]))
    fields = "".join(_field(field) for field in template["fields"])
    # In an attribute, for pages that change without a load make script elements anew and lose what is in them.
    data = literal(json.dumps({key: template[key] for key in _DATA}))
    return (
        f'<div data-mcg="template" data-name="{literal(template["name"])}" data-template="{data}">'
        f'<div class="message"><p class="message__head"><span class="message__kind">{kind}</span></p>'
        f'<div class="message__text" data-search-exclude>{blanks(template["body"], template["fields"])}</div></div>'
        '<h3 id="fields">What goes in the blanks</h3>'
        f'<dl class="fields">{fields}</dl></div>'
    )


def _field(field: Json) -> str:
    needed = "" if field.get("required", True) else " You may leave it out."
    choices = field.get("choices") or ()
    listed = f" Choose: {literal(', '.join(map(str, choices)))}." if choices else ""
    example = f" For example: <q>{literal(_shown(field))}</q>." if field.get("example") else ""
    return (
        f'<div><dt><span class="slot">{literal(field["label"])}</span> <small>{_KINDS.get(field["kind"], "text")}</small></dt>'
        f"<dd>{words(field['help'])}{listed}{example}{needed}</dd></div>"
    )


def _shown(field: Json) -> str:
    example = str(field["example"])
    return day(example) if field["kind"] == "date" else example.rstrip(".")


def _example(template: Json) -> str:
    kind, words = VERDICTS[template["verdict"]]
    return (
        f'<figure class="message"><figcaption class="message__head">{sign(kind, words)}'
        f'<span class="message__kind">{literal(circumstances(template["context"]))}</span></figcaption>'
        f'<div class="message__text" data-search-exclude>{literal(template["example_text"])}</div>'
        f'<p class="message__foot"><a href="{_ROOT}{CHECKER}#example=template.{template["name"]}">Open in the checker</a></p></figure>'
    )


def _neighbours(template: Json, templates: Sequence[Json]) -> dict[str, dict[str, str]]:
    ordered = [other for _, shelf in _shelves(templates) for other in shelf]
    at = [other["name"] for other in ordered].index(template["name"])
    found = {}
    if at > 0:
        found["previous"] = {"title": ordered[at - 1]["title"], "at": ordered[at - 1]["page"]}
    if at + 1 < len(ordered):
        found["next"] = {"title": ordered[at + 1]["title"], "at": ordered[at + 1]["page"]}
    return found


def _shelves(templates: Sequence[Json]) -> list[tuple[str, list[Json]]]:
    ordered = sorted(templates, key=lambda one: GROUPS.index(one["group"]))
    return [(name, list(members)) for name, members in groupby(ordered, key=lambda one: one["group"])]


def index(templates: Sequence[Json]) -> str:
    """All templates by shelf, in the mount of the tool that narrows them down."""
    shelves = "".join(
        f'<section><h2 id="{anchor("shelf", name)}">{literal(name)}</h2><ul class="rows" data-search-exclude>{"".join(map(_row, shelf))}</ul></section>'
        for name, shelf in _shelves(templates)
    )
    return f'<div data-mcg="picker">{shelves}</div>'


def _row(template: Json) -> str:
    verdict = sign(*VERDICTS[template["verdict"]]) if template["verdict"] != "send" else ""
    first = template["context"].get("kind") == "proactive"
    # More words to find it by, links taken out: “refund” also finds what a refund comes up in.
    more = re.sub(r"\]\([^)]*\)", "", f"{template['group']} {template['use_when']}")
    return (
        f'<li data-kind="{"proactive" if first else "reply"}" data-words="{literal(more)}">'
        f'<div class="row"><a class="row__title" href="../{literal(template["page"])}">{literal(template["title"])}</a>'
        f'<p class="row__text">{literal(template["purpose"])}</p>'
        f'<div class="row__signs"><span class="sign sign--plain">{"You write first" if first else "A reply"}</span>{verdict}</div></div></li>'
    )
