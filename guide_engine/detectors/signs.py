"""How the signs of an address are written where they are not typed as signs: words, brackets, pauses, bullets.

`guide_engine.detectors.spelled` takes what these patterns find for an address, or leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from guide_engine.clauses import vocabulary

AT_WORD = "at-word"
DOT_WORD = "dot-word"
BAR_WORD = "underscore-word"
LINK_CUE = "link-cue"
"""Words before an address: "visit", "on", "our site"."""

PLACES = frozenset({"chez", "bei", "presso", "bij"})
"""Words for "at" as in "at our shop": they stand for the sign only where the dot is a word, too."""

COMMON = frozenset({"at", "et", "point", "punto", "punt", "ponto", "点", "period"}) | PLACES
"""Words for the signs that mean other things more often."""

_QUOTE = r"[\"'#/|~^]"
"""Signs that are put around a word to show that it stands for a sign: 'name "at" host', "name#at#host"."""

_SIGN_NAMES = r"(?:@|at(?:[ -](?:sign|symbol))?|(?:curly|snail|monkey)[ -](?:sign|symbol)|curl|snail)"
"""What the at sign is called where an address is told piece by piece: "petra, then the curly sign, then brand.com"."""

_BULLET = r"[•·∙●✦・*]"
_COMMA_ENDINGS = "com|net|org|info|shop|store|online|io|eu|de|fr|es|it|nl|pl|se|co|uk|jp|br|ru|cn|us|ca|pt|tr|ch|at|be"
"""Endings before which a comma may stand for the dot."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """A hint that an address is spelled out, of which each holds one of the `signs`; a chain of labels and joints; one joint."""

    signs: tuple[re.Pattern[str], ...]
    hint: re.Pattern[str]
    chain: re.Pattern[str]
    joint: re.Pattern[str]


def words_of(concept: str) -> frozenset[str]:
    """The folded phrases of a concept in all lexicons. For concepts whose phrases are single words."""
    return vocabulary().words_of(concept)


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns over the words of all lexicons, made once per run."""
    dots, ats = words_of(DOT_WORD), words_of(AT_WORD)
    dot, at, bar = _either(dots), _either(ats), _either(words_of(BAR_WORD))
    rare, common = _either((ats | dots) - COMMON), _either((ats | dots) & COMMON)
    sign = r"(?:[ -](?:sign|symbol))?"
    joint = (
        rf"\s{{0,2}}[\[({{<*]\s?(?:(?P<dot1>\.|d|{dot})|(?P<at1>@|a|a t|{at}{sign}))\s?[\])}}>*]\s{{0,2}}"
        rf"|\s?{_QUOTE}(?:(?P<dot10>{dot})|(?P<at10>{at}{sign})){_QUOTE}\s?"
        rf"|\s?[_-](?:(?P<dot7>{dot})|(?P<at7>{at}))[_-]\s?|,\s(?P<at14>at),\s|,\s(?P<at15>at)\s(?=[a-z0-9-]{{2,40}},\s{dot}(?![a-z]))"
        rf"|,?\s(?:(?P<dot8>full stop)|(?P<at8>at (?:sign|symbol)|{_either(ats - COMMON)})),\s|,\s(?P<dot9>{dot}),?\s"
        rf"|\s(?P<at11>at[ -](?:sign|symbol))\s|\s(?P<dot11>full stop)\s(?=(?:{_COMMA_ENDINGS})(?![a-z]))"
        rf"|,?\s(?:and\s)?then\s(?:the\s|an?\s)?(?:usual\s)?(?:(?P<at12>{_SIGN_NAMES})|(?P<dot12>{dot})),?\s(?:and\s)?(?:then\s)?"
        rf"|\s{{1,2}}(?:(?P<dot2>{dot})|(?P<at2>{at}))\s{{1,2}}"
        rf"|(?P<dot3>\s?[.。]\s?)|(?P<at3>\s?@{{1,2}}\s?)|(?P<dot5>,(?=(?:{_COMMA_ENDINGS})(?![a-z])))"
        rf"|(?P<dot6>\s?{_BULLET}\s?(?=(?:com|net|org)(?![a-z])))"
        rf"|\s(?P<bar2>{bar})\s"
        rf"|(?P<dot4>{_either(d for d in dots if not d.isascii())})|(?P<at4>{_either(a for a in ats if not a.isascii())})"
    )
    label = r"[a-z0-9_]+(?:-[a-z0-9_]+){0,6}"
    bare = re.sub(r"\?P<\w+>", "?:", joint)
    return Patterns(
        _signs(ats | dots),
        re.compile(
            rf"\s[.@]\s?[a-z]|[a-z0-9]@[\s@][a-z]|@[a-z0-9-]+,[a-z]|[a-z0-9](?:,|\.\s)(?:com|net|org|co,(?:uk|jp))(?![a-z])"
            rf"|[a-z0-9]\s?{_BULLET}\s?(?:com|net|org)(?![a-z])|{_QUOTE}(?:{dot}|{at}){_QUOTE}|(?<![a-z])at[ -](?:sign|symbol)(?![a-z])|[\[({{<*_-]\s?(?:[.@]|a|{dot}|{at})\s?[\])}}>*_-]|(?<![a-z])(?:{rare}|full stop)(?![a-z])"
            rf"|(?<![a-z])then (?:the |an? )?(?:usual )?(?:{_SIGN_NAMES}|{dot})(?![a-z])"
            rf"|[a-z0-9_],?\s{common},?\s(?:[a-z]|\d{{3}}\.)|[a-z]。[a-z]"
        ),
        re.compile(rf"(?<![a-z0-9]){label}(?:(?:{bare}){label}){{1,12}}"),
        re.compile(joint),
    )


def _signs(words: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """What every hint holds, in patterns that are quick to look for: a sign where it stands for another one, or a word for one."""
    common, rare, either = _either(words & COMMON), _either(words - COMMON), _either(words)
    return (
        re.compile(rf"\s(?:[.@]\s?[a-z]|{common},?\s)"),
        re.compile(
            # They begin with the sign, so that a search passes over letters at once; which it is, is looked at then.
            rf"[@.,。'\"#/|~^\[({{<*_•·∙●✦・-](?:(?<=@)|(?<=。)[a-z]|(?<=[,.])\s?(?:com|net|org|co,)"
            rf"|(?<={_BULLET})\s?(?:com|net|org)|(?<={_QUOTE}){either}{_QUOTE}"
            rf"|(?<=[\[({{<*_-])\s?(?:[.@]|a|{either})\s?[\])}}>*_-])"
        ),
        re.compile(rf"(?<![a-z])(?:at[ -]s|full stop|then |{rare})"),
    )


def _either(words: Iterable[str]) -> str:
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, listed)) + ")" if listed else "(?!)"
