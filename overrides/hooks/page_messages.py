"""A message as the pages show it: with its marks, its circumstances in words, and a link that opens it in the checker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from hooks.page_html import Json, day, literal, sign, words

#: Where the checker lives, relative to the site.
CHECKER: Final = "tools/check/"

_BLANK: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")

_REASONS: Final = {
    "delivery-scheduling": "about a delivery date",
    "customization": "about a custom design",
    "address-problem": "about the address",
    "order-problem": "about a problem with the order",
    "return": "about a return",
    "invoice": "about an invoice",
    "warranty": "about the warranty",
    "safety": "about safety",
    "legal-disclosure": "with a paper the law asks for",
    "digital-key": "with a digital key",
    "service": "about a service",
    "product-question": "about a product question",
    "review-request": "asking for a review",
}


def marked(text: str, spans: Sequence[Sequence[int]], severity: str) -> str:
    """The text with what the rule found in ``<mark>``. ``spans`` are code points; those that overlap become one."""
    html, at = [], 0
    for start, end in _merged(spans, len(text)):
        html.append(literal(text[at:start]))
        html.append(f'<mark class="mark is-{severity}">{_seen(text[start:end])}</mark>')
        at = end
    return "".join([*html, literal(text[at:])])


def _seen(passage: str) -> str:
    """What is marked; where that is nothing but line ends, each has a sign."""
    shown = literal(passage)
    return shown if passage.strip() else shown.replace(literal("\n"), '<span class="line-end"></span>' + literal("\n"))


def _merged(spans: Sequence[Sequence[int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def circumstances(context: Json) -> str:
    """What else the checker was told, in words: “You write first, about a return”."""
    kind = "You write first" if context.get("kind") == "proactive" else "A reply"
    facts = [
        _REASONS.get(str(context.get("reason")), ""),
        {"yes": "the buyer opted out", "no": "the buyer did not opt out"}.get(str(context.get("opted_out")), ""),
        "a review was asked for before" if context.get("review_requested_before") else "",
        _age(context),
        _attachments(context.get("attachments") or ()),
        f"sent before: {len(context['previous'])}" if context.get("previous") else "",
    ]
    return ", ".join([kind, *(fact for fact in facts if fact)])


def _age(context: Json) -> str:
    completed, today = context.get("completed_on"), context.get("today")
    if not completed:
        return ""
    if not today:
        return f"order completed on {day(completed)}"
    days = (date.fromisoformat(today) - date.fromisoformat(completed)).days
    when = "after" if days >= 0 else "before"
    return f"{abs(days)} {'day' if abs(days) == 1 else 'days'} {when} the order was completed"


def _attachments(attachments: Sequence[Json]) -> str:
    names = [f"{one.get('name', 'a file')} ({_size(int(one.get('bytes') or 0))})" for one in attachments]
    return f"with {' and '.join(names)}" if names else ""


def _size(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


def message(example: Json, *, root: str, severity: str | None, caption: str = "") -> str:
    """One example as a figure. ``severity`` is None where the message is fine; ``root`` leads from the page to the site's root.

    Everything stands on one line, so that Markdown sees one block whatever the message holds.
    """
    head = sign(severity, caption) if severity else sign("ok", "Fine")
    subject = str(example["context"].get("subject") or "")
    parts = [
        f'<figure class="message"><figcaption class="message__head">{head}',
        f'<span class="message__kind">{literal(circumstances(example["context"]))}</span></figcaption>',
        f'<p class="message__subject">Subject: {literal(subject)}</p>' if subject else "",
        _body(marked(example["text"], example["spans"] if severity else (), severity or "info")),
        f'<p class="message__note">{words(example["note"])}</p>' if example.get("note") else "",
        _after(example.get("fixed")),
        f'<p class="message__foot"><a href="{root}{CHECKER}#example={literal(example["id"])}">Open in the checker</a></p></figure>',
    ]
    return "".join(parts)


def _body(html: str) -> str:
    # dir=auto lets a message in a right-to-left script stand right; the search index leaves messages out, so that
    # a search for “review” finds what we say about reviews and not what a sender wrote.
    return f'<div class="message__text" dir="auto" data-search-exclude>{html}</div>'


def _after(fixed: str | None) -> str:
    if fixed is None:
        return ""
    text = _body(literal(fixed)) if fixed.strip() else '<p class="message__text">Nothing is left to send.</p>'
    return f'<div class="message__after"><p class="message__label">Put right</p>{text}</div>'


def blanks(body: str, fields: Sequence[Json]) -> str:
    """A template's body with each ``{blank}`` shown as its label."""
    labels = {field["name"]: field["label"] for field in fields}
    html, at = [], 0
    for match in _BLANK.finditer(body):
        html.append(literal(body[at : match.start()]))
        html.append(f'<span class="slot">{literal(str(labels.get(match[1], match[1])))}</span>')
        at = match.end()
    return "".join([*html, literal(body[at:])])
