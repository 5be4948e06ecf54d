"""Hints in the head of pages with a tool: the browser fetches the tool's code while it still reads the page.

Without them a chain begins: the page names main.js, which finds the tool, which names its parts. The machine code of
Python gets no hint: a host that lets nothing be kept would send its megabytes twice, once for the hint. The worker is
hinted at as any other module: Chromium knows no as="worker" for these, passes such a hint over and says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

#: Tools that are wanted as soon as their page is open, and whether Python starts at once with them.
_WANTED = {"check": True, "template": True, "walkthrough": False, "assess": False, "clock": False, "notice": False}
_AT_THE_TOP = "check"
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_TOOL = re.compile(r"""<[a-z]+\b[^>]*\bdata-mcg=["']?([a-z-]+)""")
_MAIN = re.compile(r"""<script\b[^>]*\bsrc=["']?([^"' >]*)assets/guide/main\.js[^>]*>""")

Needs = Mapping[str, Sequence[str]]
"""What each module that is fetched later needs, as bundle.mjs writes it."""


def read(bundles: Path) -> Needs:
    """What esbuild found out when it bundled."""
    found: Needs = json.loads((bundles / ".needs.json").read_text(encoding="utf-8"))
    return found


def with_hints(html: str, needs: Needs) -> str:
    """The page with a hint for each part of its tools; a page without a tool as it is."""
    main = _MAIN.search(html)
    parts = list(dict.fromkeys(_parts(html, needs)))
    if main is None or not parts:
        return html
    links = "".join(f'<link rel="modulepreload" href="{main[1]}assets/guide/{part}">' for part in parts)
    if _AT_THE_TOP in _TOOL.findall(html):
        # The page's own words and their look come first; main.js follows these hints once the page has been drawn.
        links = f'<template id="mcg-hints">{links}</template>'
    return html.replace("</head>", f"{links}</head>", 1)


def early(bundles: Path) -> str:
    """The script that starts Python on a later visit while the page is still being read."""
    return (bundles / "inline" / "early.js").read_text(encoding="utf-8").strip()


def with_manifest(html: str, manifest: str, script: str) -> str:
    """The page with what the worker's manifest says, where Python starts at once; any other page as it is.

    A later visit reads its files from what the browser keeps: with their names at hand it need not ask for them first.
    Where the tool is what stands at the page's top, `script` does so before the page itself is there.
    """
    tools, main = _TOOL.findall(html), _MAIN.search(html)
    if main is None or not any(_WANTED.get(tool) for tool in tools):
        return html
    block = manifest.strip().replace("<", "\\u003c")
    head = f'<script type="application/json" id="mcg-python">{block}</script>'
    if _AT_THE_TOP in tools:
        head += f'<script data-base="{main[1] or "./"}">{script}</script>'
    # Before the style sheets: a script behind them waits for them.
    return _CHARSET.sub(lambda charset: charset[0] + head, html, count=1)


def _parts(html: str, needs: Needs) -> Iterator[str]:
    for tool in _TOOL.findall(html):
        if tool not in _WANTED:
            continue
        if _WANTED[tool]:  # Python takes longest: what starts it comes first
            yield from (*needs["visit"], *needs["worker"])
            if tool == _AT_THE_TOP:
                yield from needs["begin"]
        yield from needs[tool]
        if tool == _AT_THE_TOP:
            yield from needs["editor"]  # main.js runs it by itself, before the tool
        if tool != "walkthrough":
            yield from needs["visit"]  # the engine's side of the page
