"""What a page tells search engines about itself, as schema.org objects, read from the words that it shows.

Questions of the page of questions become an FAQPage, the steps of a step page a HowTo. The trail (BreadcrumbList) is
made in partials/structured.html, where the sections' names are. Nothing here imports MkDocs.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, Final

from hooks.reading_copy import Node, one_line, text, tree
from hooks.source_lines import CHECKED, LINE

#: The heading over a page's steps, and the one over its sources.
STEPS: Final = "steps"
SOURCES: Final = "sources"


def of_page(markup: str, address: str, title: str, description: str) -> list[dict[str, Any]]:
    """The objects for a page, from the HTML between its bars; none where it has neither questions nor steps."""
    root = tree(markup)
    if address == "faq/":
        return [_questions(root)]
    steps = list(_steps(root))
    if not steps:
        return []
    heading = root.first(lambda node: node.tag == "h1")
    return [
        {
            "@type": "HowTo",
            "name": one_line(heading) if heading else title,
            "description": html.unescape(description),
            "step": [{"@type": "HowToStep", "position": at, "text": step} for at, step in enumerate(steps, 1)],
        }
    ]


def sections(root: Node) -> Iterator[tuple[Node, list[Node | str]]]:
    """Each heading of the second level at the top of the page, with everything up to the next."""
    inside: list[Node | str] | None = None
    for child in root.children:
        if isinstance(child, Node) and child.tag == "h2":
            inside = []
            yield child, inside
        elif inside is not None:
            inside.append(child)


def _questions(root: Node) -> dict[str, Any]:
    asked = [
        {
            "@type": "Question",
            "name": one_line(heading),
            "acceptedAnswer": {"@type": "Answer", "text": _answer(body)},
        }
        for heading, body in list(sections(root))
        if heading.attributes.get("id") != SOURCES
    ]
    return {"@type": "FAQPage", "mainEntity": asked}


def _answer(body: list[Node | str]) -> str:
    """The words of an answer, without the lines on its sources and on when they were checked."""
    said = (part for part in body if isinstance(part, str) or not part.classes & {LINE, CHECKED})
    return " ".join("".join(map(text, said)).split())


def _steps(root: Node) -> Iterator[str]:
    for heading, body in list(sections(root)):
        if heading.attributes.get("id") != STEPS:
            continue
        for part in body:
            if isinstance(part, Node) and (first := part.first(lambda node: node.tag == "ol")):
                yield from (one_line(item) for item in first.elements() if item.tag == "li")
