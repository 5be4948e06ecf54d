"""Telling from a regular expression alone whether some text can make it slow.

Python's `re` tries, fails and tries again. Three shapes make that cost more than a fixed number of steps per character:

- *nested*: a repeat in a repeat with nothing between the rounds that tells where one ends: ``(a+)+``;
- *adjacent*: two repeats that can share the same characters before something that may fail: ``a*a*b``;
- *late start*: a repeat that runs to the end of a stretch, fails there, and is begun anew from each place inside the
  stretch, because nothing forbids a match to begin there: ``a+b`` searched in ``aaaa``.

What a pattern's parts can match is worked out over a sample of characters of every sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]  # the parser's own names; typeshed leaves them out
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LONG = 300
"""A repeat with no more rounds than this costs a fixed number of steps."""

SAMPLE = (
    "".join(map(chr, range(128)))
    + "éßİǆµ½²٣५Ω中レ。，：「」　\u00a0\u00ad\u0301\u200b\u2028\u202e★⭐🎉€£…–—•·™\ufe0f\ue000"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a pattern: what characters it can hold, how few, and whether it repeats without end.

    `body` are the alternatives inside it, each a sequence of parts; empty for single characters and assertions.
    """

    chars: frozenset[str]
    least: int
    endless: bool
    body: tuple[tuple[Part, ...], ...] = ()
    assertion: str = ""


Sequence = tuple[Part, ...]


def parts_of(pattern: re.Pattern[str]) -> Sequence:
    """The pattern as parts, groups opened up where they stand alone."""
    sample = SAMPLE + "".join(c for c in pattern.pattern if c not in SAMPLE)
    return _sequence(parser.parse(pattern.pattern, pattern.flags), frozenset(sample), pattern.flags, {})


def _sequence(items: Any, sample: frozenset[str], flags: int, groups: dict[int, frozenset[str]]) -> Sequence:
    found: list[Part] = []
    for operation, argument in items:
        if operation in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            inner = _sequence(argument[3] if operation is sre.SUBPATTERN else argument, sample, flags, groups)
            if operation is sre.SUBPATTERN and argument[0] is not None:
                groups[argument[0]] = _chars(inner)
            found += inner
        else:
            found.append(_part(operation, argument, sample, flags, groups))
    return tuple(found)


def _part(operation: Any, argument: Any, sample: frozenset[str], flags: int, groups: dict[int, frozenset[str]]) -> Part:
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, most, items = argument
        body = _sequence(items, sample, flags, groups)
        endless = most is sre.MAXREPEAT or most > LONG
        return Part(_chars(body), least * _least(body), endless, (body,))
    if operation is sre.BRANCH:
        bodies = tuple(_sequence(items, sample, flags, groups) for items in argument[1])
        return Part(frozenset().union(*map(_chars, bodies)), min(map(_least, bodies)), endless=False, body=bodies)
    if operation is sre.GROUPREF:
        return Part(groups.get(argument, sample), 0, endless=False)
    if operation in (sre.ASSERT, sre.ASSERT_NOT):
        direction, items = argument
        body = _sequence(items, sample, flags, groups)
        name = ("not " if operation is sre.ASSERT_NOT else "") + ("behind" if direction < 0 else "ahead")
        return Part(_chars(body), 0, endless=False, body=(body,), assertion=name)
    if operation is sre.AT:
        return Part(frozenset(), 0, endless=False, assertion=str(argument))
    return Part(frozenset(c for c in sample if _matches(operation, argument, c, flags)), 1, endless=False)


def _matches(operation: Any, argument: Any, char: str, flags: int) -> bool:
    if flags & re.IGNORECASE and {char.lower(), char.upper(), char.casefold()} != {char}:
        plain = flags & ~re.IGNORECASE
        return any(_matches(operation, argument, c, plain) for c in {char.lower(), char.upper(), char} if len(c) == 1)
    if operation is sre.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    if operation in (sre.LITERAL, sre.NOT_LITERAL):
        return (ord(char) == argument) is (operation is sre.LITERAL)
    if operation is sre.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    if operation is sre.CATEGORY:
        return bool(re.fullmatch(_CATEGORIES[argument], char))
    if operation is sre.IN:
        negated = bool(argument[0][0] is sre.NEGATE)
        return negated != any(_matches(op, arg, char, flags) for op, arg in argument[negated:])
    raise NotImplementedError(operation)


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _chars(sequence: Sequence) -> frozenset[str]:
    return frozenset().union(*(part.chars for part in sequence if not part.assertion))


def _least(sequence: Sequence) -> int:
    return sum(part.least for part in sequence)


def _first(sequence: Sequence) -> frozenset[str]:
    """The characters with which a sequence may begin."""
    found: frozenset[str] = frozenset()
    for part in sequence:
        if not part.assertion:
            found |= frozenset().union(*map(_first, part.body)) if part.body else part.chars
            if part.least:
                break
    return found


def problems(pattern: re.Pattern[str], *, anchored: bool = False) -> list[str]:
    """What could make a search for `pattern` slow, in words; empty where nothing can.

    `anchored` says that it is only tried at given places (`match`, `fullmatch`), so that late starts do not count.
    """
    parts = parts_of(pattern)
    found = [*_nested(parts), *_adjacent(parts, may_fail=False)]
    for alternative in () if anchored else _alternatives(parts):
        found += _late_starts(alternative)
    return sorted(set(found))


def _alternatives(parts: Sequence) -> Iterator[Sequence]:
    """The top-level alternatives of a pattern, each with what comes before and after them."""
    for index, part in enumerate(parts):
        if part.body and not part.endless and not part.assertion and len(part.body) > 1:
            for body in part.body:
                yield from _alternatives((*parts[:index], *body, *parts[index + 1 :]))
            return
    yield parts


def _endless(sequence: Sequence) -> Iterator[Part]:
    """The endless repeats in a sequence, however deep, not those in assertions."""
    for part in sequence:
        if part.endless:
            yield part
        if not part.assertion:
            for body in part.body:
                yield from _endless(body)


def _nested(sequence: Sequence) -> Iterator[str]:
    for part in sequence:
        for body in part.body:
            yield from _nested(body)
            if not part.endless:
                continue
            if not _least(body):
                yield f"a repeat whose rounds may be empty, over {_shown(part.chars)}"
            for alternative in _alternatives(body):
                for inner in _endless(alternative):
                    if not any(p.least and not p.endless and not p.chars & inner.chars for p in alternative):
                        yield f"a repeat in a repeat over {_shown(inner.chars)}"


def _adjacent(sequence: Sequence, *, may_fail: bool) -> Iterator[str]:
    for index, one in enumerate(sequence):
        fails_after = may_fail or any(p.least or p.assertion for p in sequence[index + 1 :])
        for body in one.body:
            yield from _adjacent(body, may_fail=fails_after or one.endless)
        if not one.endless:
            continue
        for later in range(index + 1, len(sequence)):
            other = sequence[later]
            fails = may_fail or any(p.least or p.assertion for p in sequence[later + 1 :])
            if other.endless and _first((other,)) & one.chars and fails:
                yield f"two repeats that share {_shown(_first((other,)) & one.chars)}"
            if other.least and not other.chars & one.chars:
                break


def _late_starts(sequence: Sequence) -> Iterator[str]:
    for index, part in enumerate(sequence):
        if not part.endless or not any(p.least or p.assertion for p in sequence[index + 1 :]):
            continue
        before = sequence[:index]
        inside = part.chars
        needed = [p for p in before if p.least]
        if all(p.chars & inside for p in needed) and not _guarded(before, part):
            yield f"a match may begin anywhere in a stretch of {_shown(inside)} and fail at its end"


def _guarded(before: Sequence, part: Part) -> bool:
    """Whether a look-behind at the start forbids that a match begins inside a stretch of the repeat's characters."""
    start = next((p for p in before if p.assertion in ("not behind", "AT_BEGINNING", "AT_BEGINNING_STRING")), None)
    if start is None or before.index(start) > 0:
        return False
    return start.assertion != "not behind" or part.chars <= start.chars


def _shown(chars: frozenset[str]) -> str:
    """A few of the characters, for people."""
    printable = sorted(c for c in chars if c.isprintable())
    return repr("".join(printable[:12]) + ("…" if len(printable) > 12 else ""))
