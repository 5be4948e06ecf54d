"""The draft: a message and everything about it that decides how the rules apply.

`Draft.from_json` is the one place where outside data becomes a draft, whether it came from the command line, from a
line of JSON or from the page. What it cannot use, it names in a sentence for the person who typed it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

MAX_CODE_POINTS = 200_000
"""Longer drafts are refused: no message of that length can be sent, and the reader would wait for nothing."""


class Kind(StrEnum):
    """Whether the buyer wrote first in this thread (`REPLY`) or the seller does (`PROACTIVE`)."""

    REPLY = "reply"
    PROACTIVE = "proactive"


class OptedOut(StrEnum):
    """Whether the buyer has opted out of messages that sellers start. Sellers cannot see this beforehand."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """What the message is for. The five in `CRITICAL` reach buyers who opted out (sources A3, A5old, A20)."""

    CUSTOMIZATION = "customization"
    DELIVERY_SCHEDULING = "delivery-scheduling"
    ADDRESS_PROBLEM = "address-problem"
    ORDER_PROBLEM = "order-problem"
    RETURN = "return"
    INVOICE = "invoice"
    WARRANTY = "warranty"
    SAFETY = "safety"
    LEGAL_DISCLOSURE = "legal-disclosure"
    DIGITAL_KEY = "digital-key"
    SERVICE = "service"
    PRODUCT_QUESTION = "product-question"
    REVIEW_REQUEST = "review-request"
    OTHER = "other"


CRITICAL = frozenset(
    {
        Reason.CUSTOMIZATION,
        Reason.DELIVERY_SCHEDULING,
        Reason.ADDRESS_PROBLEM,
        Reason.ORDER_PROBLEM,
        Reason.LEGAL_DISCLOSURE,
    }
)


class DraftError(ValueError):
    """A draft that cannot be checked. `field` names the part at fault, the text says what to do about it."""

    def __init__(self, message: str, field_name: str | None = None) -> None:
        super().__init__(message)
        self.field = field_name


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the message: its name and its size in bytes (never its content)."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One message before it is sent. Only `text` is required; what was not said is listed in `assumed`."""

    text: str
    subject: str = ""
    kind: Kind = Kind.REPLY
    completed_on: dt.date | None = None
    today: dt.date = field(default_factory=dt.date.today)
    opted_out: OptedOut = OptedOut.UNKNOWN
    reason: Reason | None = None
    order_id: str | None = None
    locale: str | None = None
    attachments: tuple[Attachment, ...] = ()
    previous: tuple[str, ...] = ()
    review_requested_before: bool = False
    assumed: tuple[str, ...] = ()

    @property
    def proactive(self) -> bool:
        """Whether the seller starts the thread."""
        return self.kind is Kind.PROACTIVE

    @property
    def critical(self) -> bool:
        """Whether the stated purpose is one that reaches buyers who opted out."""
        return self.reason in CRITICAL

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Draft:
        """Build a draft from outside data. Raises DraftError with a sentence for the person, never anything else."""
        if not isinstance(data, Mapping):
            message = 'A draft must be a JSON object with at least a text, such as {"text": "Hello …"}.'
            raise DraftError(message)
        known = {f.name for f in fields(cls)} - {"assumed"}
        unknown = sorted(str(key) for key in data if key not in known and key != "id")
        if unknown:
            message = f"There is no field called {unknown[0]!r}. The fields are: {', '.join(sorted(known))}."
            raise DraftError(message, unknown[0])
        given = {
            name: _READERS[name](name, value) for name, value in data.items() if value is not None and name in known
        }
        if "text" not in given:
            message = 'There is no text to check. Give the message as "text".'
            raise DraftError(message, "text")
        return cls(**given, assumed=() if "kind" in given else ("kind",))


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        message = f"{name} must be text in quotes, not {_kind_of(value)}."
        raise DraftError(message, name)
    if len(value) > MAX_CODE_POINTS:
        message = f"{name} has {len(value):,} characters. The checker takes up to {MAX_CODE_POINTS:,}: split it up."
        raise DraftError(message, name)
    for sign, what in (("\0", "a NUL character"),):
        if sign in value:
            at = value.index(sign)
            message = f"{name} contains {what} at position {at}, so it is not plain text. Remove it and try again."
            raise DraftError(message, name)
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            message = (
                f"{name} contains half of a character (a lone surrogate) at position {error.start}. "
                "Paste the text again from where it came from."
            )
            raise DraftError(message, name) from error
    return value


def _message(name: str, value: object) -> str:
    text = _text(name, value)
    if not text.strip("\ufeff \t\r\n\v\f\u00a0\u200b\u2028\u2029\u3000"):
        raise DraftError("There is no text to check: the message is empty.", name)
    return text


def _date(name: str, value: object) -> dt.date:
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    message = f"{name} must be a real date written as YYYY-MM-DD, such as 2026-11-23, not {value!r}."
    raise DraftError(message, name)


def _flag(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    message = f"{name} must be true or false, not {_kind_of(value)}."
    raise DraftError(message, name)


def _choice(options: type[StrEnum]) -> Any:
    def read(name: str, value: object) -> StrEnum:
        try:
            return options(value)  # type: ignore[arg-type]  # any wrong value, of any type, ends in the except below
        except ValueError:
            message = f"{name} must be one of {', '.join(options)}, not {value!r}."
            raise DraftError(message, name) from None

    return read


def _attachments(name: str, value: object) -> tuple[Attachment, ...]:
    if not isinstance(value, list):
        message = f'{name} must be a list such as [{{"name": "label.pdf", "bytes": 120000}}].'
        raise DraftError(message, name)
    return tuple(_attachment(name, item) for item in value)


def _attachment(name: str, item: object) -> Attachment:
    if isinstance(item, Mapping) and set(item) == {"name", "bytes"}:
        size = item["bytes"]
        if isinstance(item["name"], str) and isinstance(size, int) and not isinstance(size, bool) and size >= 0:
            return Attachment(_text(name, item["name"]), size)
    message = (
        f'Each entry of {name} needs a name and a size in bytes, such as {{"name": "label.pdf", "bytes": 120000}}.'
    )
    raise DraftError(message, name)


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        message = f"{name} must be a list of texts."
        raise DraftError(message, name)
    return tuple(_text(name, item) for item in value)


def _kind_of(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "nothing" if value is None else names.get(type(value), type(value).__name__)


_READERS: Mapping[str, Any] = {
    "text": _message,
    "subject": _text,
    "kind": _choice(Kind),
    "completed_on": _date,
    "today": _date,
    "opted_out": _choice(OptedOut),
    "reason": _choice(Reason),
    "order_id": _text,
    "locale": _text,
    "attachments": _attachments,
    "previous": _texts,
    "review_requested_before": _flag,
}
