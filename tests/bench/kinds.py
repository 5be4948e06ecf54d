"""One page of each kind, for the figures that are taken page by page. Shared with the byte budgets in tests/site."""

from __future__ import annotations

from typing import Final

#: What it is called → its address below the site's root.
KINDS: Final = {
    "home": "",
    "guide": "sellers/",
    "steps": "sellers/reply/",
    "for buyers": "buyers/is-this-message-ok/",
    "rules": "rules/",
    "rule": "rules/external-link/",
    "templates": "message-templates/",
    "template": "message-templates/delay-notice/",
    "walkthrough": "walkthroughs/may-i-send/",
    "checker": "tools/check/",
    "reply clock": "tools/reply-clock/",
    "questions": "faq/",
    "about": "about/how-it-works/",
    "sources": "about/sources/",
    "contributing": "contributing/",
    "not found": "404.html",
}
#: Fetched because a tool is wanted: Python, its worker, the editor and the tools.
ENGINE: Final = ("assets/python/", "assets/guide/worker.js", "bench-stock/")
