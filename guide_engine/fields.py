"""The typed blanks of a template: what may be written in each, and how it is printed.

A value is trimmed and then taken as it is; only dates change their form. Anything
that cannot stand in a message is refused with one plain sentence that starts with
the field's label, so it can be shown beside the field or in a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, NotRequired, TypedDict, get_args

FieldKind = Literal["name", "order-id", "date", "money", "text", "choice"]

#: Longest value of each kind, in code points. A long answer may set its own limit.
MAX_LENGTH: Final[Mapping[FieldKind, int]] = MappingProxyType(
    {"name": 80, "order-id": 19, "date": 10, "money": 30, "text": 300, "choice": 200}
)

#: A date further from today than this is taken for a slip in the year.
YEARS_AROUND_TODAY: Final = 10

#: Amazon's order numbers: three, seven and seven digits (POLICY C15).
ORDER_ID: Final = re.compile(r"[0-9]{3}-[0-9]{7}-[0-9]{7}")

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# Not strftime: it would follow the machine's language settings.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Grouped by three (1,234.50 / 1.234,50 / 1 234,50 / 1'234.50) or plain digits.
_AMOUNT: Final = r"(?:[0-9]{1,3}(?:[.,' \u00a0\u202f\u2019][0-9]{3})+|[0-9]{1,9})(?:[.,][0-9]{1,2})?"

# Currencies of the countries Amazon sells in, as people write them.
_SIGN: Final = (
    r"(?:(?:US|CA|C|MX|AU|A|S|R)?\$|€|£|¥|₺|₹|￥|円|元|zł|zl|kr|TL|Rs\.?|R|USD|CAD|MXN|BRL|EUR|GBP|PLN|SEK|TRY"
    "|JPY|INR|AED|SAR|EGP|SGD|AUD|ZAR|CNY|CHF|DKK|NOK|CZK)"
)
_GAP: Final = "[ \u00a0\u202f]?"
_MONEY: Final = re.compile(f"{_SIGN}{_GAP}{_AMOUNT}|{_AMOUNT}{_GAP}{_SIGN}(?:{_GAP}{_SIGN})?", re.IGNORECASE)

# Characters that reorder the text around them: a message must read as it was written.
_REORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Refused(ValueError):
    """A value that cannot stand in the field; the text is a sentence for the person."""


class FieldJson(TypedDict):
    """A field as the catalog prints it; ``choices`` and ``multiline`` only where they say something."""

    name: str
    label: str
    kind: FieldKind
    help: str
    example: str
    choices: NotRequired[list[str]]
    multiline: NotRequired[bool]
    required: bool


@dataclass(frozen=True, slots=True)
class TemplateField:
    """One blank in a template.

    ``name`` is its name in the body (``{buyer_name}``), ``label`` what a person sees.
    ``multiline`` lets a text hold line breaks. ``max_length`` counts code points and
    replaces the kind's own limit. ValueError if the description contradicts itself.
    """

    name: str
    label: str
    kind: FieldKind
    help: str
    example: str
    choices: tuple[str, ...] = ()
    required: bool = True
    multiline: bool = False
    max_length: int = 0

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ValueError(f"{self.name!r} is no field name: use small letters and _.")
        if self.kind not in get_args(FieldKind):
            raise ValueError(f"Field {self.name!r} has the unknown kind {self.kind!r}.")
        if bool(self.choices) != (self.kind == "choice"):
            raise ValueError(f"Field {self.name!r}: choices belong to the kind 'choice'.")
        if self.multiline and self.kind != "text":
            raise ValueError(f"Field {self.name!r}: only a text can have several lines.")
        try:
            self.read(self.example)
        except Refused as problem:
            raise ValueError(f"Field {self.name!r}: its example fails. {problem}") from None

    @property
    def mark(self) -> str:
        """What stands in the preview while the field is empty or wrong."""
        return f"[{self.label}]"

    def read(self, value: str, today: date | None = None) -> str:
        """The value as it goes into the message, or ``Refused`` with a plain sentence.

        ``today`` lets a date with a mistyped year be caught; without it no such check.
        """
        value = value.replace("\r\n", "\n").strip()
        _refuse_unprintable(self, value)
        limit = self.max_length or MAX_LENGTH[self.kind]
        if self.kind != "choice" and len(value) > limit:
            raise Refused(f"{self.label}: this is too long ({len(value)} characters). Use at most {limit}.")
        return _READERS[self.kind](self, value, today)

    def to_json(self) -> FieldJson:
        """The field in the catalog's shape."""
        shown: FieldJson = {
            "name": self.name,
            "label": self.label,
            "kind": self.kind,
            "help": self.help,
            "example": self.example,
            "required": self.required,
        }
        if self.choices:
            shown["choices"] = list(self.choices)
        if self.multiline:
            shown["multiline"] = True
        return shown


def plain_date(day: date) -> str:
    """A date in plain English: ``8 October 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _refuse_unprintable(blank: TemplateField, value: str) -> None:
    """Refuse what a message cannot carry.

    That is control characters, stray line breaks, halves of a character (lone surrogates),
    and signs that turn the reading direction.
    """
    for char in value:
        if char == "\n" and blank.multiline:
            continue
        category = unicodedata.category(char)
        if char in "\n\r\v\f\x85" or category in ("Zl", "Zp"):
            raise Refused(f"{blank.label}: write it in one line.")
        if category in ("Cc", "Cs") or char in _REORDERING:
            raise Refused(
                f"{blank.label}: it holds a character that cannot be shown "
                f"(U+{ord(char):04X}). Delete it and type it again."
            )


def _read_name(blank: TemplateField, value: str, _today: date | None) -> str:
    if any(char in "[]{}<>" for char in value):
        raise Refused(f"{blank.label}: write the name itself, without brackets.")
    if not any(char.isalpha() for char in value):
        raise Refused(f"{blank.label}: write it with letters, such as {blank.example}.")
    return value


def _read_order_id(blank: TemplateField, value: str, _today: date | None) -> str:
    if not ORDER_ID.fullmatch(value):
        raise Refused(f"{blank.label}: write it as 112-1234567-1234567.")
    return value


def _read_date(blank: TemplateField, value: str, today: date | None) -> str:
    try:
        if not _ISO_DATE.fullmatch(value):
            raise ValueError
        day = date.fromisoformat(value)
    except ValueError:
        raise Refused(f"{blank.label}: write the date as year-month-day, such as 2026-10-08.") from None
    if today is not None and abs(day.year - today.year) > YEARS_AROUND_TODAY:
        raise Refused(f"{blank.label}: check the year, {day.year} looks wrong.")
    return plain_date(day)


def _read_money(blank: TemplateField, value: str, _today: date | None) -> str:
    if not _MONEY.fullmatch(value):
        raise Refused(f"{blank.label}: write the amount with its currency, such as $24.99 or 24,99 €.")
    if not any(char in "123456789" for char in value):
        raise Refused(f"{blank.label}: the amount must be more than zero.")
    return value


def _read_text(_blank: TemplateField, value: str, _today: date | None) -> str:
    return value


def _read_choice(blank: TemplateField, value: str, _today: date | None) -> str:
    if value not in blank.choices:
        raise Refused(f"{blank.label}: choose one of these: {'; '.join(blank.choices)}.")
    return value


_READERS: Final[Mapping[FieldKind, Callable[[TemplateField, str, date | None], str]]] = MappingProxyType(
    {
        "name": _read_name,
        "order-id": _read_order_id,
        "date": _read_date,
        "money": _read_money,
        "text": _read_text,
        "choice": _read_choice,
    }
)


# Blanks that most templates share, described once.
BUYER_NAME: Final = TemplateField(
    "buyer_name",
    "Buyer's name",
    "name",
    "The name the order or the message shows. First name is enough.",
    "Anna",
)
SELLER_NAME: Final = TemplateField(
    "seller_name",
    "Your name",
    "name",
    "Your own name or the name of your shop. No web address.",
    "Jo from Acme Home",
)
ORDER_NUMBER: Final = TemplateField(
    "order_id",
    "Order number",
    "order-id",
    "17 digits, as the order page shows them.",
    "112-1234567-1234567",
)
ITEM: Final = TemplateField(
    "item",
    "Item",
    "text",
    "What the buyer ordered, in two or three plain words.",
    "stoneware mug",
    max_length=120,
)
