"""Mail addresses in a draft. Telephone numbers are in `phones`, messengers and the like in `channels`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide_engine.detectors.addresses import addresses_in
from guide_engine.detectors.hosts import is_amazon
from guide_engine.detectors.spelled import words_of
from guide_engine.findings import Span, Where
from guide_engine.reading import Reading
from guide_engine.text import disguises

_MAILBOX = re.compile(
    # "brightloom at gmail": a mailbox whose ending everybody knows is often left off.
    r"(?<![\w.])(?P<name>[a-z0-9](?:[\w.-]{0,30}[a-z0-9])?)(?P<at>\s?@\s?|\s?[\[({]\s?(?:at|@)\s?[\])}]\s?|\sat\s)"
    r"(?:gmail|googlemail|hotmail|yahoo|icloud|protonmail|gmx)(?![\w@]|\.\w)"
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address that is not Amazon's own, and how it was hidden, in words for the person."""

    where: Where
    span: Span
    disguises: tuple[str, ...]


def mails(reading: Reading) -> tuple[Mail, ...]:
    """Every mail address in the text and the subject. Amazon's anonymous aliases and own addresses are none."""
    return tuple(_mails(reading, Where.TEXT)) + tuple(_mails(reading, Where.SUBJECT))


def _mails(reading: Reading, where: Where) -> Iterator[Mail]:
    found = [address for address in addresses_in(reading, where) if address.mail]
    for address in found:
        if not is_amazon(address.host):
            yield Mail(where, address.span, address.disguises)
    text = reading.field(where)
    if "@" not in text.folded and "at" not in text.folded:
        return
    for match in _MAILBOX.finditer(text.folded):
        span = text.span(match.start(), match.end())
        if match["name"] in words_of("address-stop") and match["at"].strip() == "at":
            continue
        if not any(span.overlaps(address.span) for address in found):
            yield Mail(where, span, (*disguises(text, span), "its ending left off"))
