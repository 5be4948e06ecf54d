"""Addresses written so that a machine should miss them: "info (at) brand (dot) com", "brand Punkt de", "gmail . com".

`plain_view` writes them out as addresses and keeps the way back. It looks only where the text hints at such a
spelling, and changes only what turns out to be an address, so "the point in question" stays as it is.

Positions are folded ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide_engine.detectors import tlds
from guide_engine.detectors.by_line import Gate
from guide_engine.detectors.hosts import FREE_MAIL, ROLES
from guide_engine.detectors.plain import PlainView, Spelled, written_out
from guide_engine.detectors.signs import COMMON, LINK_CUE, PLACES, Patterns, patterns, words_of
from guide_engine.memory import Memory
from guide_engine.text import NormalizedText

_SIGNS = {"dot": ".", "at": "@", "bar": "_"}

_REACH = 90
"""How far from a hint the rest of an address may stand, in characters."""


@dataclass(frozen=True, slots=True)
class _Joint:
    """What stands between two labels: its folded range, the sign it means, and how that is written."""

    start: int
    end: int
    sign: str
    style: str
    """``plain``, ``spaced``, ``before`` (a space before it only), ``after``, ``bracket``, ``rare`` for a word
    that is hardly anything else, ``word`` and ``weak`` for one that mostly is."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """Labels and the joints between them: one more label than joints. Positions are folded."""

    labels: tuple[tuple[int, int, str], ...]
    joints: tuple[_Joint, ...]


def plain_view(text: NormalizedText) -> PlainView:
    """Write the spelled-out addresses of a text plainly."""
    return written_out(text, sorted(set(_edits(text))))


_HINTS = Gate(lambda: patterns().hint, 40, lambda: patterns().signs, lead=2)
"""No hint is as long as this: a word for a sign, the brackets around it and what has to follow."""


def _edits(text: NormalizedText) -> Iterator[Spelled]:
    """Each spelled-out address of a text."""
    folded = text.folded
    seen = 0
    for hint in _HINTS.matches(text, folded):
        if hint.start() < seen:
            continue
        low = max(seen, hint.start() - _REACH)
        while low > 0 and folded[low - 1].isalnum():
            low += 1
            if low >= len(folded):
                return
        first, last = max(0, low - _CUE_REACH), min(len(folded), hint.end() + _REACH)
        # All that is looked at around a hint: what it holds was perhaps found a moment ago, before the last key.
        part = folded[first : last + 2]
        found, end = _WINDOWS.get((part, low - first, last - first), len(part))
        seen = max(seen, end + first) if end else seen
        for start, stop, joints in found:
            yield start + first, stop + first, tuple([(a + first, b + first, sign) for a, b, sign in joints])


_CUE_REACH = 60
"""How far before an address a word may stand that leads to it."""


def _in_window(window: tuple[str, int, int]) -> tuple[tuple[Spelled, ...], int]:
    """The spelled-out addresses in a part of a text between two places, and where the last chain of words ends, or 0."""
    part, low, high = window
    made = patterns()
    found: list[Spelled] = []
    end = 0
    for match in made.chain.finditer(part, low, high):
        end = match.end()
        found += _addresses(part, _chain(made, match))
        end = max(end, found[-1][1]) if found else end
    return tuple(found), end


_WINDOWS = Memory(_in_window)


def _chain(made: Patterns, match: re.Match[str]) -> _Chain:
    """Take a match apart into labels and joints."""
    folded = match.string
    labels: list[tuple[int, int, str]] = []
    joints: list[_Joint] = []
    at = match.start()
    for found in made.joint.finditer(folded, match.start(), match.end()):
        if found.start() <= at or found.end() >= match.end() + 1:
            continue
        labels.append((at, found.start(), folded[at : found.start()]))
        name = found.lastgroup or ""
        joints.append(_Joint(found.start(), found.end(), _SIGNS[name.rstrip("0123456789")], _style(name, found)))
        at = found.end()
    labels.append((at, match.end(), folded[at : match.end()]))
    return _Chain(tuple(labels), tuple(joints))


def _style(name: str, found: re.Match[str]) -> str:
    if name.endswith("3"):
        written = found.group()
        if "。" in written:
            return "rare"
        if "@@" in written:
            return "bracket"
        before, after = written[0].isspace(), written[-1].isspace()
        return {(True, True): "spaced", (True, False): "before", (False, True): "after"}.get((before, after), "plain")
    if name in ("dot1", "at1", "dot10", "at10", "at11", "dot11", "at12", "dot12", "at15"):
        return "bracket"
    if name.endswith("7"):
        return "hyphen"
    if found[name] == "et" or found[name] in PLACES:
        return "weak" if found[name] == "et" else "place"
    return "word" if found[name] in COMMON else "rare"


def _addresses(folded: str, chain: _Chain) -> Iterator[Spelled]:
    """The addresses in a chain, from its end to its start: mail addresses where there is an at, hosts elsewhere."""
    last = len(chain.joints)
    while last > 0:
        first = _address_start(folded, chain, last)
        if first is None:
            last -= 1
            continue
        joints = chain.joints[first:last]
        if any(joint.style != "plain" for joint in joints):
            signs = [(j.start, j.end, j.sign) for j in joints]
            end = chain.labels[last][1]
            for slash in _slashes(folded, end) if all(joint.sign == "." for joint in joints) else ():
                signs.append((*slash.span("sign"), "/"))
                end = slash.end()
            yield chain.labels[first][0], end, tuple(signs)
        last = first - 1


_SLASH = re.compile(r"(?P<sign>\s(?:forward\s)?slash\s)[a-z0-9_-]{1,40}")


def _slashes(folded: str, end: int) -> Iterator[re.Match[str]]:
    """The parts of a path that is told in words after a host which ends at `end`: "… dot net slash firing"."""
    while found := _SLASH.match(folded, end):
        yield found
        end = found.end()


def _address_start(folded: str, chain: _Chain, last: int) -> int | None:
    """The first label of an address that ends with label `last`, or None where there is no address."""
    ending = chain.labels[last][2]
    if chain.joints[last - 1].sign != "." or ending not in tlds.TLDS:
        return None
    first = last
    while first > 0 and chain.joints[first - 1].sign == "." and not _breaks(chain, first, last):
        first -= 1
    if first == last:
        return None
    joints = chain.joints[first:last]
    if first > 0 and chain.joints[first - 1].sign == "@":
        local = _local_start(chain, first)
        if _is_mail(folded, chain, local, first, last):
            return local
    return first if _is_host(folded, chain, first, last, joints) else None


def _breaks(chain: _Chain, label: int, last: int) -> bool:
    """Whether the dot before `label` is rather a full stop: a space follows it, and no sure ending comes after."""
    joint = chain.joints[label - 1]
    return joint.style == "after" and not (label == last and chain.labels[last][2] in ("com", "net", "org"))


def _local_start(chain: _Chain, host: int) -> int:
    """The first label of a mail address whose host begins with label `host`: labels and dots before the at."""
    first = host - 1
    while first > 0 and chain.joints[first - 1].sign in "._" and chain.joints[first - 1].style != "after":
        first -= 1
    return first


def _is_mail(folded: str, chain: _Chain, local: int, host: int, last: int) -> bool:
    """Whether the labels make a mail address. A bare "at" is a word like any other, so it needs more than that."""
    at = chain.joints[host - 1]
    dots = [joint for joint in chain.joints[local:last] if joint.sign == "."]
    if at.style == "weak":  # "and" in French, the sign in Turkish: only beside an unmistakable dot
        return any(joint.style == "rare" for joint in dots)
    if at.style == "place":
        return any(joint.style in ("word", "rare") for joint in dots)
    if at.style == "hyphen":  # "vis-a-vis.de", "look-at-me.com"
        return any(joint.style == "hyphen" for joint in dots)
    if at.style not in ("word", "before"):
        return True
    if _SLASH.match(folded, chain.labels[last][1]):
        return False  # a page: "the chart is at brand dot com slash chart"
    name = chain.labels[host - 1][2]
    start = chain.labels[local][0]
    if name in ROLES or (len(name) > _PRONOUN and folded.endswith("to ", 0, start) and _written_to(folded, start)):
        return True  # "info at brand.com", "drop a line to orders at brand dot com"
    dotted = any(joint.style in ("word", "rare", "spaced") for joint in chain.joints[local:last] if joint.sign == ".")
    if host - local == 1 and (name in words_of(LINK_CUE) or (_ordinary(name) and not (dotted and len(name) == 1))):
        return False
    if at.style == "before":
        return len(name) > 2 and name not in words_of("account-cue")  # "as @brand.studio", "insta @brand.studio"
    if dotted or chain.labels[host][2] in FREE_MAIL:
        return True
    return host - local > 1 or any(not c.isalpha() for c in name) or _written_to(folded, start)


_PRONOUN = 4
"""No "us", "him" or "them" is longer: "write to us at brand.com" names a place."""

_TO_WRITE = re.compile(
    r"(?<![a-z])(?:e-?mails?|mail|write|schreiben|send|sent|photos?|fotos?|pictures?|videos?|claims?|questions?|pdfs?|files?|drop|address)"
    r"(?![a-z])[^.!?\n]{0,40}(?<![a-z])(?:to|is|an)\s$|(?<![a-z])e-?mail(?: us)?:? $|[:→>] ?$"
)
"""What stands before the name of a mailbox: "photos of the dent go to"."""


def _written_to(folded: str, start: int) -> bool:
    """Whether the words before a name show that something is to be sent there."""
    return _TO_WRITE.search(folded, max(0, start - _CUE_REACH), start) is not None


def _is_host(folded: str, chain: _Chain, first: int, last: int, joints: tuple[_Joint, ...]) -> bool:
    """Whether labels with dots between them, without an at, make a host name."""
    label, ending = chain.labels[first][2], chain.labels[last][2]
    styles = {joint.style for joint in joints}
    if styles == {"plain"}:
        return False
    if (
        label == "www"
        or _SLASH.match(folded, chain.labels[last][1])
        or (styles & {"bracket", "hyphen"} and label.isascii())
    ):
        return True
    sure = tlds.is_sure(ending)
    if _ordinary(label) or label.isdigit():
        return False
    if styles == {"before"} and ending == "net":
        return _shown_off(folded, chain, first, last)  # "needs .NET 6" speaks of a program
    if "after" in styles:
        return len(label) > 4 and _stops_there(folded, chain, last)
    if sure and ("word" not in styles or ending in tlds.PLAIN):
        return True
    if "-" in label or "_" in label or any(map(str.isdigit, label)):
        return True
    return _shown_off(folded, chain, first, last)


def _shown_off(folded: str, chain: _Chain, first: int, last: int) -> bool:
    """Whether a word leads to the address ("visit", "our site") and nothing more is said after it."""
    before = re.findall(r"[^\W_]+", folded[max(0, chain.labels[first][0] - _CUE_REACH) : chain.labels[first][0]])
    cues = words_of(LINK_CUE)
    return any(word in cues for word in before[-2:]) and _stops_there(folded, chain, last)


def _stops_there(folded: str, chain: _Chain, last: int) -> bool:
    """Whether no further word follows the address."""
    after = folded[chain.labels[last][1] : chain.labels[last][1] + 2].strip()
    return not after or not after[0].isalnum()


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    return words_of("address-stop")


def _ordinary(word: str) -> bool:
    """Whether a word is one that ends sentences and begins no address ("item", "us", "the")."""
    return len(word) < 2 or word in _ordinary_words()
