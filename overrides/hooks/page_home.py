"""The sample on the first page: a real example of a real rule, with what the checker says of it."""

from __future__ import annotations

from typing import Final

from hooks.page_html import Json, day, link, literal, severity_sign
from hooks.page_messages import CHECKER, circumstances, marked

#: The examples to show, best first; the first that the catalog has is taken, else its first flagged one.
_CHOICE: Final = ("conditional-review-request.flagged.1", "review-incentive.flagged.1")


def sample(catalog: Json) -> str:
    """One flagged message with its marks, the finding, its source and date, and a link that opens it in the checker."""
    rule, example = _pick(catalog)
    sources = {source["id"]: source for source in catalog["sources"]}
    citation = rule["citations"][0]
    source = sources[citation["id"]]
    return (
        f'<figure class="message sample"><figcaption class="message__head">{severity_sign(rule)}'
        f'<span class="message__kind">{literal(circumstances(example["context"]))}</span></figcaption>'
        f'<div class="message__text" data-search-exclude>{marked(example["text"], example["spans"], rule["severity"])}</div>'
        f'<div class="sample__finding"><strong>{literal(rule["title"])}</strong>'
        f"<p>{literal(rule['summary'])}</p>"
        f"<small>Source: {link(source['url'], source['title'])}, {literal(source['publisher'])}, "
        f"read {day(citation['read'])}</small></div>"
        f'<p class="message__foot"><a href="{CHECKER}#example={literal(example["id"])}">Open in the checker</a></p></figure>'
    )


def _pick(catalog: Json) -> tuple[Json, Json]:
    """The rule and the example to show. Raises ValueError where the catalog has no rules."""
    known = {one["id"]: (rule, one) for rule in catalog["rules"] for one in rule["examples"]["flagged"]}
    for name in (*_CHOICE, *known):
        if name in known:
            return known[name]
    message = "the catalog has no flagged example to show"
    raise ValueError(message)
