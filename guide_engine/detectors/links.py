"""Links: every web address of a draft, judged exactly once.

`links` says of each address what it is; each rule about links takes the kinds that are its own. Mail addresses are no
links and stay with `guide_engine.detectors.contacts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from guide_engine.clauses import Prose
from guide_engine.detectors import hosts
from guide_engine.detectors.addresses import Address, addresses_in, inside_tag
from guide_engine.detectors.mend import remove_sentence
from guide_engine.findings import Applicability, Edit, Fix, Hit, Span, Where
from guide_engine.reading import Reading
from guide_engine.text import normalize


class Kind(Enum):
    """What an address is, from fine to barred."""

    AMAZON = "amazon"
    LOCAL = "local"
    REVIEW_PAGE = "review page"
    """A page of Amazon's where reviews are written: left to the rules about reviews."""
    LISTING = "listing"
    CARRIER = "carrier"
    INSECURE = "insecure"
    SHORTENED = "shortened"
    LOOKALIKE = "lookalike"
    OPT_OUT = "opt-out"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the web in the text or the subject, and what it is. `host` is written as it will be resolved."""

    where: Where
    address: Address
    kind: Kind
    host: str

    @property
    def span(self) -> Span:
        """The raw range of the address."""
        return self.address.span


_REVIEW_PATH = re.compile(
    r"/(?:review|gp/customer-reviews|product-reviews|hz/feedback|gp/feedback|feedback)\b|create-review"
)
_LISTING_PATH = re.compile(
    r"/(?:[^/?#]+/)?(?:dp|gp/product|gp/aw/d|exec/obidos|gp/offer-listing|stores|shops|gp/browse|promotion|deal|clp)/"
    r"|/(?:s|b|sp|stores|shops|l/\d+)(?:[/?]|$)|[?&](?:me|seller|marketplaceid|node|field-keywords|k)="
)
_OPT_OUT_ADDRESS = re.compile(
    r"unsubscri|opt-?_?out|subscription|do-?not-?contact|abmeld|abbestell|desabonn|desinscri|darse-?de-?baja|cancelar-?suscri"
    r"|disiscri|afmeld|uitschrij|wypisz|rezygnacj|avregistr|descadastr|cancelar-?inscri|abonelikten"
)


def links(reading: Reading) -> tuple[Link, ...]:
    """Every link in the text and the subject, in order, each with its kind."""
    return tuple(
        _link(reading, where, address)
        for where in (Where.TEXT, Where.SUBJECT)
        for address in addresses_in(reading, where)
        if not address.mail
    )


def _link(reading: Reading, where: Where, address: Address) -> Link:
    host = _resolved(address.host)
    prose = reading.prose if where is Where.TEXT else reading.subject_prose
    raw = reading.field(where).raw[address.span.start : address.span.end]
    return Link(where, address, _kind(prose, address, host, raw), host)


def _resolved(host: str) -> str:
    """The host with its ``xn--`` labels written in letters, folded as readers see them."""
    if "xn--" not in host:
        return host
    return ".".join(_decoded(label) for label in host.split("."))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return normalize(label.removeprefix("xn--").encode("ascii").decode("punycode")).folded
    except (UnicodeError, ValueError, OverflowError):
        return label


def _kind(prose: Prose, address: Address, host: str, raw: str) -> Kind:
    if hosts.is_local(host):
        return Kind.LOCAL
    own = hosts.is_amazon(host)
    if _imitates(address, host, raw) if own else hosts.resembles_amazon(host):
        return Kind.LOOKALIKE
    if _OPT_OUT_ADDRESS.search(host + address.rest) or _about_opting_out(prose, address.span):
        return Kind.OPT_OUT
    if hosts.within(host, hosts.SHORTENERS) or hosts.within(host, hosts.AMAZON_SHORT):
        return Kind.SHORTENED
    if not own and not hosts.within(host, hosts.CARRIERS):
        return Kind.EXTERNAL
    if own and _REVIEW_PATH.search(address.rest):
        return Kind.REVIEW_PAGE
    if address.scheme in ("http", "ftp"):
        return Kind.INSECURE
    if not own:
        return Kind.CARRIER
    return Kind.LISTING if _LISTING_PATH.search(address.rest) else Kind.AMAZON


def _imitates(address: Address, host: str, raw: str) -> bool:
    """Whether a host that reads as Amazon's is written with foreign look-alike letters."""
    if host != address.host:
        return True
    return any(c.isalpha() and not unicodedata.normalize("NFKC", c).isascii() for c in raw)


def _about_opting_out(prose: Prose, span: Span) -> bool:
    sentence = prose.sentence_at(span.start)
    return sentence is not None and "opt-out" in sentence.concepts


def link_check(kind: Kind, say: Callable[[Link], str]) -> Callable[[Reading], Iterator[Hit]]:
    """A check that reports the links of one kind; `say` words the message."""

    def check(reading: Reading) -> Iterator[Hit]:
        for link in reading.once(links):
            if link.kind is kind:
                yield Hit(link.span, link.where, say(link) + disguise_note(link.address), fixes=fixes(reading, link))

    return check


def disguise_note(address: Address) -> str:
    """A sentence that names how an address was hidden; empty where it is written plainly."""
    if not address.disguises:
        return ""
    return f" It is written with {' and '.join(address.disguises)}; that does not hide it."


def fixes(reading: Reading, link: Link) -> tuple[Fix, ...]:
    """Take out the link: its tag where it has one, else the sentence."""
    if link.where is not Where.TEXT:
        return (Fix("Remove the address", (Edit(link.span, ""),)),)
    raw = reading.draft.text
    if inside_tag(raw, link.span):
        tag = _tag_fix(raw, link.span)
        if tag is not None:
            return (tag,)
    return remove_sentence(reading, link.span)


def _tag_fix(raw: str, span: Span) -> Fix | None:
    """Remove ``<a …>`` and ``</a>`` and keep the words between them; None where the tag does not end."""
    start = raw.rfind("<", 0, span.start)
    opened = raw.find(">", span.end)
    if opened < 0:
        return None
    edits = [Edit(Span(start, opened + 1), "")]
    closing = re.compile(r"<\s*/\s*a\s*>", re.IGNORECASE).search(raw, opened)
    if closing:
        edits.append(Edit(Span(closing.start(), closing.end()), ""))
    return Fix("Remove the link and keep its words", tuple(edits), Applicability.SAFE)


def https_fix(reading: Reading, link: Link) -> tuple[Fix, ...]:
    """Write https instead of http, which costs nothing where the page is served both ways."""
    raw = reading.field(link.where).raw
    start = link.span.start
    if raw[start : start + 5].lower() != "http:":
        return fixes(reading, link)
    applicability = Applicability.SAFE if hosts.is_amazon(link.host) else Applicability.SUGGESTED
    return (Fix("Write https", (Edit(Span(start, start + 4), "https"),), applicability),)
