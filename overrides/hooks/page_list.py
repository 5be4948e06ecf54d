"""``llms.txt``: every page with its address and one line, for programs that read the guide for somebody."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: The parts of the list, in the order in which readers need them: the start of an address, and the part's title.
PARTS: Final[Mapping[str, str]] = {
    "": "Start",
    "sellers/": "For sellers",
    "buyers/": "For buyers",
    "tools/": "Tools",
    "faq/": "Questions and answers",
    "walkthroughs/": "Step by step",
    "rules/": "Rules",
    "message-templates/": "Templates",
    "about/": "About",
    "contributing/": "Contributing",
}


@dataclass(frozen=True)
class Listed:
    """A page of the list: its address from the site's root, its public address, title and description."""

    at: str
    address: str
    title: str
    description: str


def llms(name: str, description: str, pages: Sequence[Listed]) -> str:
    """The whole file. A page that belongs to no part stands under the last one."""
    parts: dict[str, list[str]] = {title: [] for title in PARTS.values()}
    for page in sorted(pages, key=lambda page: page.at):
        start = next(
            (start for start in PARTS if start and page.at.startswith(start)), "contributing/" if page.at else ""
        )
        parts[PARTS[start]].append(f"- [{_line(page.title)}]({page.address}): {_line(page.description)}")
    head = (
        f"# {name}\n\n> {_line(description)}\n\nEach page is there as Markdown, too: put index.md after its address.\n"
    )
    return head + "".join(f"\n## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in parts.items() if lines)


def _line(words: str) -> str:
    return " ".join(html.unescape(words).split())
