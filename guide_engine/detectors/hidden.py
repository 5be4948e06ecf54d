"""Addresses in spellings that no address has: "brand at g mail", "brandATwebDOTde", "www brand com", "brand#web.de".

`guide_engine.detectors.spelled` undoes what stands where a sign of an address belongs. What is found here has no such
place: the ending is left off, the words are run together, or another sign stands in for the at.

Positions: those of the plain view, and raw ones in `Hidden.span`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from guide_engine.detectors import tlds
from guide_engine.detectors.by_line import Gate, raw_spans
from guide_engine.detectors.hosts import FREE_MAIL, ROLES
from guide_engine.detectors.plain import PlainView
from guide_engine.detectors.signs import AT_WORD, words_of
from guide_engine.findings import Span


@dataclass(frozen=True, slots=True)
class Hidden:
    """An address and how it was hidden: its raw span, the address, its host, whether it is a mail address."""

    span: Span
    text: str
    host: str
    mail: bool
    how: str


_SERVICES: Final = {
    "gmail": r"g[\s-]?mail|gee\s?mail|google[\s-]?mail",
    "hotmail": r"hot[\s-]?mail",
    "icloud": r"i[\s-]?cloud",
    "protonmail": r"proton[\s-]?mail",
    "yahoo": r"yahoo",
    "gmx": r"gmx",
}
"""Services whose mailboxes everybody knows without their ending, and how their names are written."""
_SIGNS_OF_SERVICES: Final = ("mail", "yahoo", "cloud", "gmx")
_SERVICE: Final = re.compile("|".join(_SERVICES.values()))
_ENDING: Final = r"(?:[\s,]{0,2}(?:and\s|then\s|\.|-)?\s?(?:com|de|fr|net|es|it|co\.uk)(?![\w-]))?"
_CAPITALS: Final = re.compile(
    r"(?<![\w.-])(?P<name>[a-z0-9][a-z0-9._-]{1,40})AT(?P<host>[a-z0-9-]{2,40})DOT(?P<ending>[a-z]{2,6})(?![\w-])"
    r"|(?<![\w.-])(?P<NAME>[A-Z0-9._-]{2,40})at(?P<HOST>[A-Z0-9-]{2,40})dot(?P<ENDING>[A-Z]{2,6})(?![\w-])"
)
_BETWEEN_CAPITALS: Final = re.compile("DOT[a-z]|dot[A-Z]")
"""What stands in every one of them, and is quicker to look for; so it is with the other signs below."""
_WWW: Final = re.compile("www")
_APART: Final = re.compile(
    r"(?<![\w.])www(?:[\s,]{1,3}|[_-])(?P<host>[a-z0-9]{3,40}|[a-z0-9-]{3,40}(?=[\s,_]))(?:[\s,]{1,3}|[_-])(?P<ending>com|net|org|info|de|fr|es|it|nl|pl|se|eu|co)(?![\w-])"
)
_ODD_SIGN: Final = re.compile(r"[^\w\s.,:;/?@'\"()\[\]{}<>&=|+-] ?[a-z0-9][a-z0-9-]{0,39}\.[a-z]")
_STAND_IN: Final = re.compile(
    r"(?<![\w.-])(?P<name>[a-z0-9][\w.-]{0,40}) ?(?P<sign>[^\w\s.,:;/?@'\"()\[\]{}<>&=|+-]) ?(?P<host>(?:[a-z0-9-]{1,40}\.){1,3}(?P<ending>[a-z]{2,12}))(?![\w-])"
)
_AT_IS_MEANT: Final = re.compile(r"@|(?<!\w)at[- ]sign|klammeraffe|arrob|chiocciola|apenstaart|snabel|malpa|アット")


def hidden(view: PlainView) -> Iterator[Hidden]:
    """Every address of these kinds, by kind; two may overlap."""
    plain = view.plain
    if any([sign in plain for sign in _SIGNS_OF_SERVICES]) and _SERVICE.search(plain):  # noqa: C419  # a generator takes twice as long
        yield from _mailboxes(view)
    if _WITHOUT_DOT.search(plain):
        yield from _without_dot(view)
    if "dot" in plain:
        yield from _run_together(view)
    if "www" in plain:
        yield from _apart(view)
    if (not plain.isascii() or any(sign in plain for sign in "#*$%!^~`")) and _ODD_SIGN.search(plain):
        yield from _stood_in(view)


@lru_cache(maxsize=1)
def _mailbox() -> re.Pattern[str]:
    """A mailbox whose ending everybody knows is often left off ("brightloom at gmail"), or said after a pause."""
    ats = "|".join(sorted(map(re.escape, words_of(AT_WORD)), key=len, reverse=True))
    hosts = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _SERVICES.items())
    return re.compile(
        rf"(?<![\w.])(?P<name>[a-z0-9](?:[\w.-]{{0,30}}[a-z0-9])?)"
        rf"(?P<at>\s?@\s?|\s?[\[({{]\s?(?:{ats}|@)\s?[\])}}]\s?|,?\s(?:{ats}),?\s|-at-|_at_)(?:the usual\s)?(?:{hosts})"
        rf"(?P<ending>{_ENDING})(?![\w@]|\.\w)"
    )


_MAILBOXES = Gate(_mailbox, 160, lambda: (_SERVICE,), lead=80)
"""No mailbox is as long as this with what stands for its at and its ending. Lines are those of the text only where
nothing was written out in the view."""


def _mailboxes(view: PlainView) -> Iterator[Hidden]:
    for match in _MAILBOXES.matches(view.text, view.plain) if not view.pieces else _mailbox().finditer(view.plain):
        service = next(name for name in _SERVICES if match[name])
        whole = match["ending"].startswith(".") and match[service] == service
        worded = match["at"].strip(", ") in words_of(AT_WORD)
        if whole or (worded and match["name"] in words_of("address-stop")):
            continue  # a whole address is found as such; "look at gmail" is none
        how = "its ending left off" if not match["ending"] else "words in place of its signs"
        yield Hidden(view.span(*match.span()), match.group(), service, mail=True, how=how)


_DOTCOM: Final = re.compile(
    r"(?<![\w.@-])(?P<host>[a-z][a-z0-9-]{2,39})dot(?P<ending>com|net|org|shop|store|info)(?![\w-])"
)
_ENDS_IN_WORDS: Final = re.compile("dot(?:com|net|org|shop|store|info)")
_WITHOUT_DOT: Final = re.compile("@[a-z0-9-]{2,40} (?:com|net|org|de|fr|it|co uk)")
_DOT_LEFT_OUT: Final = re.compile(
    r"(?<![\w.@-])(?P<name>[a-z0-9][\w.+-]{0,40})@(?P<host>[a-z0-9-]{2,40}) (?P<ending>com|net|org|de|fr|it|co uk)(?![\w-])"
)


def _without_dot(view: PlainView) -> Iterator[Hidden]:
    """A mail address whose last dot is left out: "anna@mail com"."""
    for match in _DOT_LEFT_OUT.finditer(view.plain):
        host = f"{match['host']}.{match['ending'].replace(' ', '.')}"
        yield Hidden(view.span(*match.span()), f"{match['name']}@{host}", host, mail=True, how="its dot left out")


def _run_together(view: PlainView) -> Iterator[Hidden]:
    """Words of an address without a space: "brandATwebDOTde", where capitals part them, and "branddotcom"."""
    for match in _DOTCOM.finditer(view.plain) if _ENDS_IN_WORDS.search(view.plain) else ():
        name, at, brand = match["host"].partition("at")
        mail = bool(at) and name in ROLES and len(brand) > 2
        host = f"{brand if mail else match['host']}.{match['ending']}"
        text = f"{name}@{host}" if mail else host
        yield Hidden(view.span(*match.span()), text, host, mail=mail, how="words in place of its signs")
    raw = view.text.raw
    for span in raw_spans(view.text, _CAPITALS) if _BETWEEN_CAPITALS.search(raw) else ():
        match = cast("re.Match[str]", _CAPITALS.match(raw, span.start))
        name, host, ending = (match[part] or match[part.upper()] for part in ("name", "host", "ending"))
        if ending.lower() in tlds.TLDS:
            text = f"{name}@{host}.{ending}".lower()
            yield Hidden(span, text, text.partition("@")[2], mail=True, how="words in place of its signs")


_APARTS = Gate(lambda: _APART, 60, lambda: (_WWW,), lead=0)


def _apart(view: PlainView) -> Iterator[Hidden]:
    """A host whose dots are left out after "www"."""
    for match in _APARTS.matches(view.text, view.plain) if not view.pieces else _APART.finditer(view.plain):
        host = f"www.{match['host']}.{match['ending']}"
        yield Hidden(view.span(*match.span()), host, host, mail=False, how="its dots left out")


def _stood_in(view: PlainView) -> Iterator[Hidden]:
    """Another sign in place of the at, before a mail service or where the text speaks of the at sign."""
    meant = max((one.start() for one in _AT_IS_MEANT.finditer(view.plain)), default=-1)
    for match in _STAND_IN.finditer(view.plain):
        sign, host = match["sign"], match["host"]
        explained = match.end() <= meant and view.plain.count(sign) > 1
        if match["ending"] in tlds.TLDS and (explained or host.split(".")[0] in FREE_MAIL):
            text = f"{match['name']}@{host}"
            yield Hidden(view.span(*match.span()), text, host, mail=True, how="another sign in place of @")
