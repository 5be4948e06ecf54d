"""Citations in hand-written pages: a source's address, title and date are written once.

A guide names a source by its id in one of two ways:

- ``[^A8]`` after a claim: a footnote. The page ends with the sources it names, in
  the order of first mention, under one heading, and each part of the page says
  in a line who backs it (``source_lines.py``).
- ``{{ source A8 }}`` inside a sentence, mostly in the boxes that show two sides:
  the linked title, the publisher and the dates, spelled out on the spot.

``expand`` is pure: text and sources in, text out. ``CitationExtension`` runs it on
every page after markdown-include, so that a shared fragment may cite as well.
Nothing here imports MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from hooks.cited_source import CitedSource, plain_date
from hooks.source_lines import CHECKED, SourceLines

#: The heading over the sources at the end of a page, with its fixed anchor.
SOURCES_HEADING: Final = "## Where does this come from? {#sources}"

#: markdown-include registers its preprocessor at 101; a lower number runs later.
_AFTER_INCLUDES: Final = 100
#: Markdown makes the marks links at 20 and numbers repeated ones at 15; headings get their anchors at 8.
_AFTER_MARKS: Final = 12

_FENCE: Final = re.compile(r"^\s*(`{3,}|~{3,})")
# Code spans come first, so that what stands between back-ticks stays as written.
_TOKEN: Final = re.compile(
    r"(?P<code>`+[^`]*`+)"
    r"|\{\{\s*source\s+(?P<inline>[^\s}]+)\s*\}\}"
    r"|\[\^(?P<note>[AST][0-9A-Za-z-]*)\](?!:)"
)


class UnknownSource(ValueError):
    """A page cites an id that is not in the table of sources."""


def reference(source: CitedSource) -> str:
    """One source as Markdown: linked title, publisher, its own date if known, date read."""
    title = re.sub(r"([\[\]])", r"\\\1", source.title)
    dated = f"{plain_date(source.dated)}, " if source.dated else ""
    # Angle brackets: some addresses contain parentheses.
    return f"[{title}](<{source.url}>), {source.publisher}, {dated}read {plain_date(source.read)}"


def a_year_after(day: date) -> date:
    """The same day twelve months later; for 29 February the 1st of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def with_date_checked(text: str, checked: date | None) -> str:
    """The page with a last line that says when its claims were checked; unchanged without a date.

    It carries the day from which on they must be looked at again. That day has come or not in the reader's browser,
    not in the build: overrides/guide/review.ts says so then.
    """
    if checked is None:
        return text
    day = checked.isoformat()
    line = (
        f'<p class="{CHECKED}" data-review-from="{a_year_after(checked)}">'
        f'Last checked on <time datetime="{day}">{plain_date(day)}</time>.</p>'
    )
    return f"{text.rstrip()}\n\n{line}\n"


def expand(text: str, sources: Mapping[str, CitedSource]) -> str:
    """The text with every citation resolved. UnknownSource names an id that is not there."""
    noted: dict[str, CitedSource] = {}

    def find(source_id: str) -> CitedSource:
        if source_id not in sources:
            raise UnknownSource(f"There is no source with the id {source_id!r}.")
        return sources[source_id]

    def replace(match: re.Match[str]) -> str:
        if match["inline"]:
            return f'<span class="mcg-source">{reference(find(match["inline"]))}</span>'
        if match["note"]:
            noted.setdefault(match["note"], find(match["note"]))
        return match[0]

    lines = [line if fenced else _TOKEN.sub(replace, line) for line, fenced in _with_fences(text.split("\n"))]
    return "\n".join(lines + _notes(noted))


def _with_fences(lines: list[str]) -> list[tuple[str, bool]]:
    """Each line with whether it belongs to a fenced code block."""
    marked: list[tuple[str, bool]] = []
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if fence:
            marked.append((line, True))
            if match and match[1].startswith(fence):
                fence = ""
        else:
            fence = match[1] if match else ""
            marked.append((line, bool(fence)))
    return marked


def _notes(noted: Mapping[str, CitedSource]) -> list[str]:
    """The heading and the footnotes for the end of the page; nothing if none is cited."""
    if not noted:
        return []
    definitions = [f"[^{key}]: {reference(source)}." for key, source in noted.items()]
    return ["", SOURCES_HEADING, "", "///Footnotes Go Here///", "", *definitions, ""]


class _CitationPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, sources: Mapping[str, CitedSource]) -> None:
        super().__init__(md)
        self._sources = sources

    def run(self, lines: list[str]) -> list[str]:
        return expand("\n".join(lines), self._sources).split("\n")


class CitationExtension(Extension):
    """Resolves citations on every page; needs the footnotes and attr_list extensions."""

    def __init__(self, sources: Mapping[str, CitedSource]) -> None:
        super().__init__()
        self._sources = sources

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Called by Markdown itself."""
        step = _CitationPreprocessor(md, self._sources)
        md.preprocessors.register(step, "mcg-citations", _AFTER_INCLUDES)
        md.treeprocessors.register(SourceLines(md, self._sources), "mcg-source-lines", _AFTER_MARKS)
