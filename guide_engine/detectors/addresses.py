"""Web and mail addresses in a text, each found exactly once.

linkify-it-py finds the candidates in the plain view (disguises undone). What remains is to tell addresses from what only
looks like one: "the item.It arrived", "manual.zip", "St.Louis", "Node.js".

Positions: `Address.span` is raw; everything else refers to the plain view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from guide_engine.detectors import tlds
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
from guide_engine.memory import Memory
from guide_engine.reading import Reading
from guide_engine.text import disguises

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

_HINT = re.compile(r"\S\.[^\W\d_]|//|mailto:|\w@\w|(?:\d{1,3}\.){3}\d")
_SIGN = re.compile(r"\.[^\W\d_]|//|mailto:|@\w|\.\d{1,3}\.\d")
"""What every hint holds, told by its first letter, so that the whole text is looked through in no time."""
_CHUNK = re.compile(
    # Addresses hold no spaces. Longer stretches are cut: the library reads an open bracket to the end of its text.
    r"\S{1,1000}"
)
_CJK = re.compile(
    # Letters of Chinese and Japanese that touch an address: nobody writes a space there.
    r"(?<=[a-z0-9])[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]+"
    r"|(?<![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+(?=[a-z0-9])"
)
_CJK_LETTER = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_COLON = re.compile(
    r"(?<=[^\W\d_]):(?=(?:[a-z0-9-]{1,60}\.){1,5}(?P<ending>[a-z]{2,24})(?![\w.]))|(?<=[^\W\d_]):(?=[\w.+-]{1,60}@)"
)
_ARROW = re.compile(
    # Drawn signs that touch an address, and the bar: "see →https://brand.com", "►brand.com◄".
    r"(?<!/)[|\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff](?!\.)"
)
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


@lru_cache(maxsize=1)
def _linkifier() -> LinkifyIt:
    """The library, set to take any letters for a top-level domain: a look into the set of real ones is quicker.

    Imported when first needed: most drafts hold no address, and the browser starts sooner without it.
    """
    from linkify_it import LinkifyIt

    found = LinkifyIt(options={"fuzzy_ip": True})
    found.tlds([r"[^\W\d_]{2,24}", r"xn--[a-z0-9-]{2,59}"])
    return found


@lru_cache(maxsize=1)
def _bare_hosts() -> re.Pattern[str]:
    """The library's pattern for addresses without a scheme: what stands before, then the address."""
    return re.compile(_linkifier().re["link_fuzzy"], re.IGNORECASE)


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
    if not _HINT.search(view.plain):
        return tuple(sorted(found, key=lambda address: address.span))
    plain = view.plain.replace("hxxp", "http")
    if _CJK_LETTER.search(plain):
        plain = _CJK.sub(lambda match: " " * len(match.group()), plain)
    taken = tuple(address.span for address in found)
    for at, chunk in _hinted(_ARROW.sub(" ", plain)):
        piece = chunk
        if ":" in piece and "//" not in piece and "mailto:" not in piece:
            piece = _COLON.sub(_space_after_label, piece)
        for start, end, schema in _CANDIDATES.get(piece, len(piece)):
            address = _address(view, plain, at + start, at + end, schema)
            if address is not None and not any(address.span.overlaps(span) for span in taken):
                found.append(address)
    return tuple(sorted(found, key=lambda address: address.span))


def _hinted(plain: str) -> Iterator[tuple[int, str]]:
    """The pieces of text without spaces that may hold an address, and where they stand."""
    done = 0
    for sign in _SIGN.finditer(plain):
        at = sign.start()
        if at < done:
            continue
        while at > done and not plain[at - 1].isspace():
            at -= 1
        done = at
        for chunk in _CHUNK.finditer(plain, at):
            if chunk.start() > done:
                break
            done = chunk.end()
            if _HINT.search(chunk.group()):
                yield chunk.start(), chunk.group()


def _candidates(piece: str) -> tuple[tuple[int, int, str], ...]:
    """What the library takes for addresses in a piece of text without spaces: start, end, schema.

    Most pieces hold neither a scheme nor an at sign. For them its pattern for bare hosts is all it would try.
    """
    if "//" in piece or "@" in piece or "mailto:" in piece:
        return tuple([(match.index, match.last_index, match.schema) for match in _linkifier().match(piece) or ()])
    return tuple([(found.start(2), found.end(2), "") for found in _bare_hosts().finditer(piece)])


_CANDIDATES = Memory(_candidates)


def _unlike_addresses(view: PlainView) -> Iterator[Address]:
    """Addresses in spellings that no address has."""
    for one in hidden(view):
        how = (*disguises(view.text, one.span), one.how)
        yield Address(one.span, one.text, one.host, "", "", mail=one.mail, disguises=how)


def _space_after_label(colon: re.Match[str]) -> str:
    """A space in place of the colon of "Website:brand.com"; "path:to:file.pm" stays."""
    sure = colon["ending"] is None or tlds.is_sure(colon["ending"]) or colon.string.startswith("/", colon.end("ending"))
    return " " if sure else colon.group()


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
