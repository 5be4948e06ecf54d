"""Pairs of a weak and a strong message in a guide, judged by the checker while the site is built.

A page writes a pair as one comment of named lines:

    <!-- mcg:pair size-question
    situation: The buyer asks about a size.
    kind: reply
    before: Please see www.example.com for sizes.
    after: Hello Ana, the strap is 22 mm wide.
    -->

`reason` may follow `kind`, as in the checker. What stands under `before` must have an error, and what stands under
`after` must have neither error nor warning: otherwise PairError stops the build, so that a guide never teaches what its
own checker says to leave out. Runs in a fresh Python (see machinery/catalog.py), with the engine as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide_engine import Draft, Finding, Report, Severity, Where, check
from hooks.page_html import literal, sign
from hooks.page_messages import CHECKER, circumstances

_PAIR: Final = re.compile(r"<!-- mcg:pair (?P<name>[a-z-]+)\n(?P<lines>.*?)-->", re.DOTALL)
_LINE: Final = re.compile(r"(?P<name>[a-z]+): (?P<text>.+)")
_NEEDED: Final = frozenset({"situation", "kind", "before", "after"})
_ORDER: Final = (Severity.INFO, Severity.WARNING, Severity.ERROR)


class PairError(ValueError):
    """A pair that is not whole, or of which the checker says otherwise than the page. Names the page and the pair."""


def fill(path: str, markdown: str) -> str:
    """The page with its pairs drawn, marks and all; any other page comes back as it was. May raise PairError."""

    def draw(match: re.Match[str]) -> str:
        return _figure(match["name"], _judged(path, match), _root(path))

    return _PAIR.sub(draw, markdown)


def _root(path: str) -> str:
    """The way from a page to the site's root: a page has a folder of its own, an index its folder's."""
    return "../" * (path.count("/") + (not path.endswith("index.md")))


def examples(written: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Both sides of every pair by the id under which the checker opens them. Raises PairError as `fill` does."""
    found: dict[str, dict[str, Any]] = {}
    for path, markdown in written.items():
        for match in _PAIR.finditer(markdown):
            pair = _read(path, match)
            for side in ("before", "after"):
                found[_id(match["name"], side)] = {"text": pair[side], "context": _context(pair)}
    return found


def _id(name: str, side: str) -> str:
    return f"pair.{name}.{side}"


def _read(path: str, match: re.Match[str]) -> dict[str, str]:
    pair = {line["name"]: line["text"].strip() for line in _LINE.finditer(match["lines"])}
    if missing := _NEEDED - set(pair):
        message = f"{path}: the pair {match['name']} lacks {', '.join(sorted(missing))}."
        raise PairError(message)
    return pair


def _context(pair: Mapping[str, str]) -> dict[str, str]:
    return {name: pair[name] for name in ("kind", "reason") if name in pair}


def _judged(path: str, match: re.Match[str]) -> tuple[dict[str, str], Report]:
    """The pair, and what the checker says of its weak side."""
    pair = _read(path, match)
    weak, strong = (check(Draft.from_json({"text": pair[side], **_context(pair)})) for side in ("before", "after"))
    if all(finding.severity is not Severity.ERROR for finding in weak.findings):
        message = f"{path}: the checker has no error in what the pair {match['name']} shows as weak."
        raise PairError(message)
    if bad := [finding.title for finding in strong.findings if finding.severity is not Severity.INFO]:
        message = f"{path}: in what the pair {match['name']} shows as strong, the checker finds: {', '.join(bad)}."
        raise PairError(message)
    return pair, weak


def _figure(name: str, judged: tuple[dict[str, str], Report], root: str) -> str:
    """Everything on one line, so that Markdown sees one block whatever the messages hold."""
    pair, weak = judged
    kind = f'<span class="message__kind">{literal(circumstances(_context(pair)))}</span>'
    said = f'<figcaption class="compared__situation">{literal(pair["situation"])}</figcaption>'
    return (
        f'<figure class="compared" data-pair="{name}">{said}<div class="compared__sides">'
        f'<div class="message"><p class="message__head">{sign("error", "Weak")}{kind}</p>'
        f"{_text(_marked(pair['before'], weak.findings))}{_reasons(weak.findings, root)}{_open(name, 'before', root)}</div>"
        f'<div class="message"><p class="message__head">{sign("ok", "Strong")}{kind}</p>'
        f"{_text(literal(pair['after']))}{_open(name, 'after', root)}</div></div></figure>"
    )


def _text(html: str) -> str:
    return f'<div class="message__text" data-search-exclude>{html}</div>'


def _open(name: str, side: str, root: str) -> str:
    return f'<p class="message__foot"><a href="{root}{CHECKER}#example={_id(name, side)}">Open in the checker</a></p>'


def _reasons(findings: Iterable[Finding], root: str) -> str:
    """Why each is marked: the rule's title, leading to its page, and what it says."""
    told = {finding.rule: finding for finding in findings if finding.severity is not Severity.INFO}
    rows = (
        f'<li><a href="{root}{one.page}">{literal(one.title)}</a>: {literal(one.message)}</li>' for one in told.values()
    )
    return f'<ul class="compared__reasons">{"".join(rows)}</ul>'


def _marked(text: str, findings: Iterable[Finding]) -> str:
    """The text with what was found in ``<mark>``; where two findings meet, the graver one colours what they share."""
    worst: list[Severity | None] = [None] * len(text)
    for one in sorted(findings, key=lambda finding: _ORDER.index(finding.severity)):
        if one.span is not None and one.where is Where.TEXT:
            worst[one.span.start : one.span.end] = [one.severity] * (one.span.end - one.span.start)
    html, at = [], 0
    while at < len(text):
        end = next((place for place in range(at, len(text)) if worst[place] is not worst[at]), len(text))
        piece = literal(text[at:end])
        severity = worst[at]
        html.append(piece if severity is None else f'<mark class="mark is-{severity.value}">{piece}</mark>')
        at = end
    return "".join(html)
