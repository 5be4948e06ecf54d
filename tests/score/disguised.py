"""Contacts in disguise: every plain link, mail address and telephone number of the corpora, hidden in each usual way.

A disguised contact is *caught* when its label is still reported. Clean messages wear the disguises that fit any text;
none of them may be flagged that is not flagged as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from guide_engine import Span
from guide_engine.lexicons import load
from tests.score.measure import by_checker
from tests.score.rows import Row, rows

Disguise = Callable[[str, str], str]
"""Hides a text written in a language; the text itself where it has nothing to hide."""


def wide(text: str, _: str = "") -> str:
    """Full-width letters, digits and signs."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def bold(text: str, _: str = "") -> str:
    """Mathematical bold letters and digits, as fonts for social networks make them."""
    return "".join(
        chr(0x1D400 + ord(c) - ord("A")) if "A" <= c <= "Z"
        else chr(0x1D41A + ord(c) - ord("a")) if "a" <= c <= "z"
        else chr(0x1D7CE + int(c)) if c.isascii() and c.isdigit()
        else c
        for c in text
    )  # fmt: skip


def cyrillic(text: str, _: str = "") -> str:
    """Cyrillic letters that look like Latin ones."""
    return text.translate(str.maketrans("aceopxy", "асеорху"))


def sprinkled(sign: str) -> Disguise:
    """An invisible sign after every letter and digit."""

    def hide(text: str, _: str = "") -> str:
        return "".join(char + sign if char.isalnum() else char for char in text)

    return hide


def _digits_as(first: int, zero: int) -> Disguise:
    """Each digit as a sign of its own: `first` is the code point of the one, `zero` that of the zero."""
    table = {ord("0"): zero, **{ord("0") + digit: first + digit - 1 for digit in range(1, 10)}}
    return lambda text, _: text.translate(table)


def _in_words(text: str, language: str) -> str:
    lists = load(language).lists
    words = {str(digit): lists[f"digit-{digit}"][0] for digit in range(10) if lists.get(f"digit-{digit}")}
    digits = re.sub(r"[^0-9]", "", text)
    return " ".join(words[digit] for digit in digits) if len(words) == 10 else text


def _sign_in_word(name: str, sign: str) -> Disguise:
    """A sign of an address as the language's word for it, between spaces."""

    def hide(text: str, language: str) -> str:
        words = load(language).lists.get(name, ())
        return text.replace(sign, f" {words[0]} ") if words and language != "ja" else text

    return hide


def _joined(sign: str) -> Disguise:
    return lambda text, _: sign.join(text) if text.isascii() else text


ANY: dict[str, Disguise] = {
    "zero-width spaces": sprinkled("\u200b"),
    "soft hyphens": sprinkled("\u00ad"),
    "full-width letters": wide,
    "mathematical letters": bold,
}
ADDRESSES: dict[str, Disguise] = {
    "Cyrillic look-alikes": cyrillic,
    "spaced signs": lambda text, _: re.sub(r"(?<=\w)([.@])(?=\w)", r" \1 ", text),
    "dots in brackets": lambda text, _: text.replace(".", "[.]"),
    "dots in words": _sign_in_word("dot-word", "."),
    "spaced letters": _joined(" "),
}
MAILS: dict[str, Disguise] = {
    "at in brackets": lambda text, _: text.replace("@", " (at) "),
    "at in words": _sign_in_word("at-word", "@"),
}
NUMBERS: dict[str, Disguise] = {
    "figures in words": _in_words,
    "spaced figures": lambda text, _: " ".join(re.sub(r"[^0-9]", "", text)),
    "keycap figures": lambda text, _: re.sub(r"(\d)", "\\1\ufe0f\u20e3", text),
    "circled figures": _digits_as(0x2460, 0x24EA),
    "figures over two lines": lambda text, _: re.sub(r"[ ./-](?=\d{3,}\D*$)", "\n", text, count=1),
}
OF_LABEL = {
    "external_link": ANY | ADDRESSES,
    "email_address": ANY | ADDRESSES | MAILS,
    "phone_number": ANY | NUMBERS,
}


@dataclass(frozen=True, slots=True)
class Hidden:
    """A message with one contact in disguise, and whether the contact is found."""

    row: Row
    label: str
    disguise: str
    caught: bool


def hidden(wanted: Sequence[Row] | None = None) -> Iterator[Hidden]:
    """Every plain contact of the rows in every disguise that changes it."""
    for row in rows() if wanted is None else wanted:
        for span, label in row.spans:
            plain = row.text[span.start : span.end]
            if not _is_plain(plain, label):
                continue
            for name, disguise in OF_LABEL[label].items():
                put = disguise(plain, row.lang)
                if put != plain:
                    text = row.text[: span.start] + put + row.text[span.end :]
                    yield Hidden(row, label, name, _reports(replace(row, text=text), label, span))


def _is_plain(contact: str, label: str) -> bool:
    """Whether a contact is written openly: nothing can be said about a disguise of a disguise."""
    forms = {
        "external_link": r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}",
        "email_address": r"[a-z0-9._-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}",
        "phone_number": r"\+?[0-9][0-9 ()/.-]{8,18}",
    }
    return label in forms and re.fullmatch(forms[label], contact) is not None


def _reports(row: Row, label: str, span: Span) -> bool:
    """Whether the label is reported there; what stands elsewhere in the message has not moved before `span`."""
    return any(one.label == label and one.span and one.span.end > span.start for one in by_checker(row))


@cache
def alarms() -> tuple[int, int]:
    """How many clean messages are flagged as they stand, and how many in some disguise of the whole text."""
    clean = [row for row in rows() if row.clean]
    as_typed = sum(bool(by_checker(row)) for row in clean)
    dressed = sum(
        any(by_checker(replace(row, text=dress(row.text, row.lang))) for dress in ANY.values()) for row in clean
    )
    return as_typed, dressed
