"""What single characters stand for: look-alikes, invisible characters, letters that Unicode draws in other shapes.

One place for the tables that `guide_engine.text` folds with. Look-alikes follow Unicode's confusables (UTS 39) for the
letters that Latin readers mistake; the whole table would turn every Russian word into nonsense.
"""

from __future__ import annotations

import unicodedata

LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek, then Armenian and Cherokee letters that look like the Latin letter below them (casefolded).
    "аәвсԁеғɡһіїјкӏмноӧрԛгѕтцԝхуүʏᴢαβεγηικνορτυχωϲϳօսցհո",
    "aebcdefghiijklmhoopqrstuwxyyyzabeynikvoptuxwcjoughn",
)
"""Casefolded letters of other scripts → the Latin letter they are mistaken for."""

KEEP = frozenset("™®©℠№℡…½¼¾⅓⅔°ªº")
"""Signs that stay as written: their compatibility forms would run into the word before them."""

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_STROKED = str.maketrans(
    _SMALL_CAPITALS | {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ŧ": "t"}
)
_TYPOGRAPHIC = str.maketrans(
    {"’": "'", "‘": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "＇": "'", "‐": "-", "‑": "-", "‒": "-"}
)
_BOXED = {
    **{chr(base + i): chr(ord("a") + i) for base in (0x1F130, 0x1F150, 0x1F170) for i in range(26)},
    **{chr(0x24EB + i): str(11 + i) for i in range(10)},
    "⓿": "0",
    **{chr(0x24F5 + i): str(i + 1) for i in range(10)},
    **{chr(0x2776 + i): str(i + 1) for i in range(10)},
    **{chr(0x2780 + i): str(i + 1) for i in range(10)},
    **{chr(0x278A + i): str(i + 1) for i in range(10)},
}
"""Boxed and dingbat letters and digits that have no compatibility mapping in Unicode."""

_IGNORABLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u20e3\u2800\u3164\uffa0\ufff9\ufffa\ufffb"
)
_LETTERS_WITH_MARKS = ("LATIN", "GREEK", "CYRILLIC")


def is_invisible(char: str) -> bool:
    """Whether readers cannot see the character and no rule should be misled by it (soft hyphen, zero-width, bidi …)."""
    return char in _IGNORABLE or 0xFE00 <= ord(char) <= 0xFE0F or unicodedata.category(char) == "Cf"


def fold_char(char: str) -> str:
    """The letters a reader takes `char` for: casefolded, without accents, in plain forms; empty where invisible."""
    if is_invisible(char):
        return ""
    if char in _BOXED:
        return _BOXED[char]
    if char in KEEP:
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))  # figures of any script: "٤١٥" is 415
    plain = unicodedata.normalize("NFKC", char).translate(_TYPOGRAPHIC).casefold()
    return "".join(_without_marks(c) for c in plain).translate(_STROKED)


def _without_marks(char: str) -> str:
    """Take accents off Latin, Greek and Cyrillic letters; leave kana and other scripts whole."""
    if char.isascii():
        return char
    if unicodedata.combining(char):
        return ""
    parts = unicodedata.normalize("NFD", char)
    if len(parts) > 1 and unicodedata.name(parts[0], "").startswith(_LETTERS_WITH_MARKS):
        return parts[0]
    return char


def is_latin(char: str) -> bool:
    """Whether a folded letter belongs to the Latin script."""
    return "a" <= char <= "z"


PICTOGRAPHS = (
    "\U0001f300-\U0001faff\U0001f1e6-\U0001f1ff\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f"
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
)
"""The inside of a character class: what shows as an emoji of its own accord (Unicode's Emoji_Presentation, by block).

Digits, ©, ® and ™ carry the Emoji property without being emoji to anyone, so they are not here.
"""
