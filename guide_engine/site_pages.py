"""The site's fixed addresses and their titles, for links from walkthroughs.

Pages made from rules, templates and walkthroughs are not listed: their own objects
know their addresses. A link to anything that is neither listed nor generated fails
when the walkthrough is built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypedDict

#: Address relative to the site's root → what the link says.
PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "Start page",
        "faq/": "Questions and answers",
        "sellers/": "For sellers",
        "sellers/turn-on-messages/": "Switch on message alerts",
        "sellers/open-on-desktop/": "Find messages on a computer (seller)",
        "sellers/open-on-mobile/": "Find messages on a phone (seller)",
        "sellers/reply/": "Answer a buyer",
        "sellers/attachments/": "Send a file",
        "sellers/write-first/": "Write to a buyer first",
        "sellers/opted-out-buyers/": "Buyers who opted out",
        "sellers/answer-in-24-hours/": "Answer within 24 hours",
        "sellers/message-not-delivered/": "A message was not delivered",
        "sellers/mistakes/": "Mistakes that cost sellers",
        "sellers/write-well/": "Write messages people answer",
        "sellers/business-accounts/": "Amazon Business accounts",
        "sellers/what-amazon-sends/": "What Amazon sends already",
        "sellers/desk-card/": "Desk card to print",
        "buyers/": "For buyers",
        "buyers/find-on-desktop/": "Find messages on a computer (buyer)",
        "buyers/find-on-mobile/": "Find messages on a phone (buyer)",
        "buyers/contact-a-seller/": "Write to a seller",
        "buyers/opt-out/": "Stop messages from sellers",
        "buyers/is-this-message-ok/": "Is this message genuine?",
        "tools/check/": "Check a message",
        "tools/reply-clock/": "Reply clock",
        "rules/": "All rules",
        "message-templates/": "All templates",
        "walkthroughs/": "All walkthroughs",
        "about/how-it-works/": "How the message center works",
        "about/what-amazon-sees/": "What Amazon sees",
        "about/important-history/": "The story of [Important]",
        "about/sources/": "Our sources",
        "about/privacy/": "Your privacy here",
        "about/glossary/": "Words explained",
    }
)


class LinkJson(TypedDict):
    """A link as the catalog prints it; ``page`` is relative to the site's root."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to one of the fixed pages. ValueError if there is no such page."""

    page: str

    def __post_init__(self) -> None:
        if self.page not in PAGES:
            raise ValueError(f"The site has no page at {self.page!r}.")

    def to_json(self) -> LinkJson:
        """The link in the catalog's shape."""
        return {"title": PAGES[self.page], "page": self.page}


def links(*pages: str) -> tuple[Link, ...]:
    """Links to several pages, in this order."""
    return tuple(Link(page) for page in pages)
