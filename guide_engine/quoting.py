"""Which parts of a text somebody else wrote: what mail programs quote below or between an answer.

Positions are raw code points.
"""

from __future__ import annotations

import re

from guide_engine.findings import Span

_MARKED = re.compile(r"^[ \t]*[>＞].*(?:\n|$)", re.MULTILINE)
_ATTRIBUTION = re.compile(
    # The line that mail programs put above a quoted message, in the languages that buyers' mail programs speak.
    r"^[ \t]{0,20}(?:"
    r"-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale"
    r"|oorspronkelijk bericht|oryginalna wiadomość|ursprungligt meddelande|mensagem original|özgün ileti|元のメッセージ)\s*-{2,}"
    r"|on\b.{4,120}\bwrote:|am\b.{4,120}\bschrieb\b.{0,80}:|le\b.{4,120}\ba écrit\s?:|el\b.{4,120}\bescribió:"
    r"|il\b.{4,120}\bha scritto:|op\b.{4,120}\bschreef\b.{0,80}:|w dniu\b.{4,120}\bnapisał(?:\(a\)|a)?:|den\b.{4,120}\bskrev\b.{0,80}:"
    r"|em\b.{4,120}\bescreveu:|.{4,120}\btarihinde.{0,80}\byazdı:"
    r")[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


_MAY_END = re.compile(r":[ \t]*$|--[ \t]*$", re.MULTILINE)
"""How each of those lines ends. Few lines of a message do."""


def quoted_spans(raw: str) -> tuple[Span, ...]:
    """The ranges of `raw` that quote another message: lines that begin with ``>``, and all below "On … wrote:"."""
    spans = [Span(m.start(), m.end()) for m in _MARKED.finditer(raw)] if ">" in raw or "＞" in raw else []
    attribution = _ATTRIBUTION.search(raw) if _MAY_END.search(raw) else None
    if attribution:
        spans = [span for span in spans if span.start < attribution.start()]
        spans.append(Span(attribution.start(), len(raw)))
    return tuple(spans)
