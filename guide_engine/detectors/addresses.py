"""Web and mail addresses in a text, each found exactly once.

linkify-it-py finds the candidates in the plain view (disguises undone). What remains is to tell addresses from what only
looks like one: "the item.It arrived", "manual.zip", "St.Louis", "Node.js".

Positions: `Address.span` is raw; everything else refers to the plain view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guide_engine.detectors import tlds
from guide_engine.detectors.address_candidates import candidates_in, readable
from guide_engine.detectors.hidden import hidden
from guide_engine.detectors.hosts import (
    AMAZON_SHORT,
    MESSENGER_HOSTS,
    SHORTENERS,
    SOCIAL_HOSTS,
    is_ip4,
    is_local,
    within,
)
from guide_engine.detectors.plain import PlainView
from guide_engine.detectors.signs import LINK_CUE, words_of
from guide_engine.detectors.spelled import plain_view
from guide_engine.findings import Span, Where
from guide_engine.reading import Reading
from guide_engine.text import disguises

_LEADING: Final = ".:;,=&+$-\"'"
_SCHEME: Final = re.compile(r"(?:(https?|ftp):)?//", re.IGNORECASE)
_KNOWN_HOSTS: Final = MESSENGER_HOSTS | SOCIAL_HOSTS | SHORTENERS | AMAZON_SHORT
_NO_HOSTS: Final = tlds.names("asp.net vb.net ado.net ml.net node.js vue.js next.js")
_HREF = re.compile(r"""<\s*a\b[^<>]*$""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web or mail address.

    `text` is the address written plainly, `host` its host in small letters, `rest` what follows the host, `scheme`
    ``http``, ``https``, ``ftp``, ``//`` or empty. `disguises` names how it was hidden, in words for the person.
    """

    span: Span
    text: str
    host: str
    rest: str
    scheme: str
    mail: bool
    disguises: tuple[str, ...]


def addresses(reading: Reading) -> tuple[Address, ...]:
    """The addresses in the text."""
    return _find(reading.once(_text_view))


def subject_addresses(reading: Reading) -> tuple[Address, ...]:
    """The addresses in the subject."""
    return _find(plain_view(reading.subject)) if reading.subject.raw else ()


def addresses_in(reading: Reading, where: Where) -> tuple[Address, ...]:
    """The addresses in the text or in the subject."""
    return reading.once(addresses if where is Where.TEXT else subject_addresses)


def _text_view(reading: Reading) -> PlainView:
    return plain_view(reading.text)


def _find(view: PlainView) -> tuple[Address, ...]:
    found: list[Address] = []
    for unlike in _unlike_addresses(view):
        if not any(unlike.span.overlaps(other.span) for other in found):
            found.append(unlike)
    plain = readable(view.plain)
    taken = tuple(address.span for address in found)
    at = 0
    for line in plain.split("\n"):
        for start, end, schema in candidates_in(line):
            address = _address(view, plain, at + start, at + end, schema)
            if address is not None and not any(address.span.overlaps(span) for span in taken):
                found.append(address)
        at += len(line) + 1
    return tuple(sorted(found, key=lambda address: address.span)) if len(found) > 1 else tuple(found)


def _unlike_addresses(view: PlainView) -> Iterator[Address]:
    """Addresses in spellings that no address has."""
    for one in hidden(view):
        how = (*disguises(view.text, one.span), one.how)
        yield Address(one.span, one.text, one.host, "", "", mail=one.mail, disguises=how)


def _address(view: PlainView, plain: str, start: int, end: int, schema: str) -> Address | None:
    """The candidate as an address, or None where it only looks like one."""
    written = plain[start:end]
    if schema == "mailto:":
        if not written.startswith("mailto:"):
            start += max(len(written) - len(written.lstrip(_LEADING)), written.rfind(":") + 1)
        return _mail(view, plain[start:end], start, end, explicit=written.startswith("mailto:"))
    scheme = _SCHEME.match(written)
    if scheme is None and schema:
        return None
    host, rest = _split(written[scheme.end() :] if scheme else written)
    span = view.span(start, end)
    if scheme is None and not view.is_spelled(start, end):
        typed = view.span(start, start + len(host))
        raw = view.text.raw[typed.start : typed.end]
        if not _is_bare_address(_Candidate(plain, start, end, tuple(host.split(".")), rest, raw)):
            return None
    if scheme is not None and not any(map(str.isalnum, host)):
        return None
    return Address(
        span, written, host, rest, _scheme_name(scheme), mail=False, disguises=_named(view, span, start, end)
    )


def _scheme_name(scheme: re.Match[str] | None) -> str:
    return "" if scheme is None else (scheme.group(1) or "//").lower()


def _split(rest: str) -> tuple[str, str]:
    """Host (without user name and port) and what follows it."""
    cut = re.search(r"[/?#]", rest)
    authority, tail = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    return authority.rsplit("@", 1)[-1].split(":")[0].rstrip("."), tail


def _mail(view: PlainView, written: str, start: int, end: int, *, explicit: bool) -> Address | None:
    address = written.removeprefix("mailto:")
    host = address.rsplit("@", 1)[-1]
    if not explicit and host.rsplit(".", 1)[-1] not in tlds.TLDS and not is_ip4(host):
        return None
    span = view.span(start, end)
    return Address(span, address, host, "", "", mail=True, disguises=_named(view, span, start, end))


def _named(view: PlainView, span: Span, start: int, end: int) -> tuple[str, ...]:
    """How an address was hidden."""
    found = disguises(view.text, span)
    raw = view.text.raw[span.start : span.end]
    if view.is_spelled(start, end):
        wordy = re.search(r"[^\W_]\W+(?:\w+)\W+[^\W_]", raw) and not re.fullmatch(r"[\w-]+\s*[.@]\s*[\w.-]+", raw)
        found += ("words or brackets in place of its signs" if wordy else "spaces around its signs",)
    return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A host without a scheme: where it stands in the plain view, its labels, and what follows the host."""

    plain: str
    start: int
    end: int
    labels: tuple[str, ...]
    rest: str
    raw: str
    """The host as it was typed."""

    @property
    def ending(self) -> str:
        return self.labels[-1]

    @property
    def host(self) -> str:
        return ".".join(self.labels)

    @property
    def sure(self) -> bool:
        """Whether the ending is hardly ever a word of its own."""
        return tlds.is_sure(self.ending)

    @property
    def has_path(self) -> bool:
        return len(self.rest) > 1 and self.rest[0] in "/?#" and self.rest[1].isalnum()


def _is_bare_address(found: _Candidate) -> bool:
    """Whether a host without a scheme is meant as an address."""
    if is_ip4(found.host):
        return bool(found.rest) or _follows_cue(found)
    if found.ending not in tlds.TLDS or found.host in _NO_HOSTS:
        known = found.ending.startswith("xn--") or (is_local(found.host) and bool(found.rest))
        return known and found.host not in _NO_HOSTS
    if found.labels[0] == "www":
        return len(found.labels) > 2 or bool(found.rest)
    if _new_sentence(found.raw) and not (found.ending in tlds.PLAIN and len(found.ending) < 5):
        return False
    if found.has_path and within(found.host, _KNOWN_HOSTS):
        return True
    if _of_numbers_or_letters(found):
        return False
    if found.has_path:
        return not _alternative(found)
    return _is_bare_host(found)


def _of_numbers_or_letters(found: _Candidate) -> bool:
    """Whether nothing but numbers, or single letters before a word, stands before the last dot ("2.0.is", "p.m.so")."""
    before = found.labels[:-1]
    return all(map(str.isdigit, before)) or (not found.sure and all(len(label) == 1 for label in before))


def _is_bare_host(found: _Candidate) -> bool:
    """Whether a host with nothing after it is meant as an address rather than as a file or two sentences."""
    if found.ending in tlds.FILES:
        return False
    if found.sure:
        return len(found.labels) > 2 or found.labels[-2] not in words_of("abbreviation")
    return found.labels[-2] not in words_of("abbreviation") and _is_led_to(found)


def _new_sentence(raw: str) -> bool:
    """Whether the letters show a full stop without a space: the part after it begins with a capital ("item.It")."""
    before, _, last = raw.replace("．", ".").rpartition(".")
    return last[:1].isupper() and not (raw.isupper() and len(before) > 1)


def _alternative(found: _Candidate) -> bool:
    """Whether a slash stands between two words rather than before a path ("in/out.to/from")."""
    labels = found.labels
    ordinary = len(labels) == 2 and labels[0] in words_of("address-stop")
    return not found.sure and ordinary and found.rest.count("/") == 1


def _follows_cue(found: _Candidate) -> bool:
    """Whether the word before leads to an address ("on", "visit"), or nothing stands before it."""
    words = re.findall(r"[^\W_]+", found.plain[max(0, found.start - 30) : found.start])
    return not words or words[-1] in words_of(LINK_CUE)


def _is_led_to(found: _Candidate) -> bool:
    """Whether the words around an address such as "lamp.it" or "brand.today" show that it is meant as one."""
    label = found.labels[-2]
    if label in words_of("address-stop"):
        return False
    if len(found.labels) > 2 or "-" in label or any(map(str.isdigit, label)):
        return True
    before = found.plain[max(0, found.start - 30) : found.start].rstrip()
    if before.endswith(":") and before[:-1].rpartition(" ")[2] in words_of("account-cue"):
        return False
    if not before or before[-1] in ".!?:(>[\"'«„“|·•" or _follows_cue(found):
        return True
    after = found.plain[found.end : found.end + 2].strip()
    if after[:1].isalnum():
        return False
    # A long name before an ending that opens no sentence: "brightlanterns.bike", not "instructions.how".
    coined = len(label) > 8 and len(found.ending) > 3 and found.ending not in words_of("address-stop")
    return found.ending in tlds.WORDS or coined


def inside_tag(raw: str, span: Span) -> bool:
    """Whether an address stands inside an opening ``<a …>`` tag."""
    return _HREF.search(raw[max(0, span.start - 200) : span.start]) is not None
