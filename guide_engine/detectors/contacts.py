"""Mail addresses in a draft. Telephone numbers are in `phones`, messengers and the like in `channels`."""

from __future__ import annotations

from dataclasses import dataclass

from guide_engine.detectors.addresses import addresses_in
from guide_engine.detectors.hosts import is_amazon
from guide_engine.findings import Span, Where
from guide_engine.reading import Reading


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address that is not Amazon's own, and how it was hidden, in words for the person."""

    where: Where
    span: Span
    disguises: tuple[str, ...]


def mails(reading: Reading) -> tuple[Mail, ...]:
    """Every mail address in the text and the subject. Amazon's anonymous aliases and own addresses are none."""
    return tuple(
        Mail(where, address.span, address.disguises)
        for where in (Where.TEXT, Where.SUBJECT)
        for address in addresses_in(reading, where)
        if address.mail and not is_amazon(address.host)
    )
