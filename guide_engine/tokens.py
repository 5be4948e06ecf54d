"""Tokens: the words, numbers and signs of a folded text, and the sentences and clauses that they form.

Positions in this module are folded ones; token ranges are half-open indexes into the token list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from guide_engine.text import NormalizedText

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f"
_LINK = (
    rf"(?P<link>(?:https?://|www\.)[^\s<>\"{_CJK}]*[^\s<>\"'.,;:!?)\]}}…。、）」』»”{_CJK}]"
    r"|[a-z0-9][\w+-]{0,40}(?:\.[\w+-]{1,40}){0,4}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})|"
)
_LETTER = rf"[^\W_{_CJK}]"
_INSIDE = r"[@$](?=[^\W\d_])"
_BLANK = r"[^\S\n]"
"""No token goes over a line end, so that each line can be cut up by itself."""
_OTHERS = rf"""
    (?P<word>[a-z][a-z0-9]*(?:{_LETTER}|{_INSIDE})*|[{_CJK}]|[^\W\d_{_CJK}](?:{_LETTER}|{_INSIDE})*)
  | (?P<end>[.!?…。！？]+)
  | (?P<pause>[,;:、()\[\]–—\n]|{_BLANK}-{_BLANK})
  | (?P<stars>[⭐★✩✭☆\U0001F31F]+(?:{_BLANK}?[⭐★✩✭☆\U0001F31F])*|(?<![\w.,])[1-5]{_BLANK}?[⭐★☆\U0001F31F]+)
  | (?P<money>(?:[$€£¥₺₹]){_BLANK}?\d[\d.,]{{0,20}}
      |\d[\d.,]{{0,20}}{_BLANK}?(?:[$€£¥₺₹円]|(?:usd|rupees|euros?|eur|gbp|pounds?|dollars?|bucks|zl|tl|sek|kr|yen)(?!\w)))
  | (?P<pct>\d[\d.,]{{0,20}}{_BLANK}{{0,2}}(?:%|percent(?!\w)|per{_BLANK}cent(?!\w)|prozent(?!\w))|%{_BLANK}?\d+)
  | (?P<num>\d+(?:[.,:]\d+)*)
  | (?P<quote>["„“”«»「」『』]|(?<!\w)'|'(?!\w))
"""
_SKIP = r"[ ]?"
"""The space before a token is passed over in the same step: half of all characters between words are one."""
_TOKEN = re.compile(f"{_SKIP}(?:{_OTHERS})", re.VERBOSE)
_TOKEN_OR_LINK = re.compile(f"{_SKIP}(?:{_LINK}{_OTHERS})", re.VERBOSE)
"""The same with web and e-mail addresses, each one token; only used where there may be some."""
_LINK_SIGNS = ("://", "www.", "@")
_LEET = str.maketrans("01345789@$!", "oieastbgasi")
LONGEST = 120
"""No sentence has more tokens than this, so that the work on one sentence stays small whatever a text holds."""

_BREAK = re.compile(r"\n[ \t]*\n|\n")


class Token(NamedTuple):
    """A word (`kind` empty), a class of number or sign, or punctuation; `keys` are the classes phrases can ask for."""

    text: str
    start: int
    end: int
    kind: str = ""
    keys: tuple[str, ...] = ()


Spelling = str | tuple[str, str, tuple[str, ...]]
"""What phrases can ask of a token, wherever it stands: a plain word is its text; all others, text, kind and keys."""


def spelled(tokens: Iterable[Token]) -> tuple[Spelling, ...]:
    """The tokens without their places: the same for equal words anywhere."""
    return tuple([(word, kind, keys) if kind or keys else word for word, _, _, kind, keys in tokens])


_CLASSES = {name: (f"<{name}>",) for name in ("stars", "money", "pct", "link")}


def tokenize(text: NormalizedText) -> list[Token]:
    """Split the folded view into tokens. Spaces and signs without a meaning of their own are left out."""
    tokens: list[Token] = []
    at = 0
    for line in text.lines:
        tokens += moved(line_tokens(line), at)
        at += len(line.folded)
    return tokens


def moved(tokens: Iterable[Token], by: int) -> Iterable[Token]:
    """The tokens `by` so many characters further on."""
    if not by:
        return tokens
    return [_new(Token, (word, start + by, end + by, kind, keys)) for word, start, end, kind, keys in tokens]


class Tokens(Sequence[Token]):
    """All tokens of a text, in order. They stay with their lines, and are moved to their place when asked for."""

    def __init__(self, text: NormalizedText) -> None:
        self._lines = [line_tokens(line) for line in text.lines]
        self._starts = [0, *accumulate(map(len, self._lines))]
        self._folded = [0, *accumulate([len(line.folded) for line in text.lines])]

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return list(self._between(first, last))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        number = bisect_right(self._starts, at) - 1
        word, start, end, kind, keys = self._lines[number][at - self._starts[number]]
        by = self._folded[number]
        return _new(Token, (word, start + by, end + by, kind, keys))

    def __iter__(self) -> Iterator[Token]:
        return self._between(0, len(self))

    def _between(self, first: int, last: int) -> Iterator[Token]:
        number = bisect_right(self._starts, first) - 1
        while first < last:
            begin = self._starts[number]
            yield from moved(self._lines[number][first - begin : last - begin], self._folded[number])
            number += 1
            first = self._starts[number]


def line_tokens(line: NormalizedText) -> tuple[Token, ...]:
    """The tokens of one line, with positions in the line."""
    found: tuple[Token, ...] | None = line.kept.get(line_tokens)
    if found is None:
        found = line.kept[line_tokens] = tuple(_split(line))
    return found


def _split(line: NormalizedText) -> list[Token]:
    folded, raw, starts, ends = line.folded, line.raw, line.starts, line.ends
    pattern = _TOKEN_OR_LINK if any(sign in folded for sign in _LINK_SIGNS) else _TOKEN
    plain = type(starts) is range
    tokens: list[Token] = []
    add = tokens.append
    for match in pattern.finditer(folded):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        word = folded[start:end]
        if kind == "word":
            size, last = end - start, end if plain else ends[end - 1]
            # Few words end in a capital or are longer as typed: only those are looked at again.
            special = size > 3 and (not raw[last - 1].islower() or (not plain and last - starts[start] > size))
            add(_new(Token, (word, start, end, "", _capitals(line, start, end) if special else ())))
        else:
            add(_new(Token, (word, start, end, kind, _keys(kind, word))))
    return tokens


_new = tuple.__new__
"""Makes a named tuple in a third of the time that its own constructor takes; a text has a thousand of them."""


def _keys(kind: str, word: str) -> tuple[str, ...]:
    """The classes of a number, a sign or punctuation."""
    if kind == "num":
        return (word, "<num>")
    if kind == "end":
        return ("<?>",) if "?" in word or "？" in word else ()
    return _CLASSES.get(kind, ())


def _capitals(text: NormalizedText, start: int, end: int) -> tuple[str, ...]:
    """The class `<code>` for a word in capitals, `<coupon>` if it holds digits too; for "a r e v i e w", the word after the article."""
    raw = text.raw[text.starts[start] : text.ends[end - 1]]
    keys: tuple[str, ...] = ()
    if raw.isupper():
        keys = ("<code>", "<coupon>") if any(map(str.isdigit, raw)) else ("<code>",)
    if len(raw) >= 2 * (end - start) - 1 and text.folded[start] in "ai":
        keys += (text.folded[start + 1 : end],)
    return keys


def unleet(word: str) -> tuple[str, ...]:
    """The words that digits and signs in place of letters may stand for ("wh4ts4pp"); empty where there are none.

    A 1 is read as an i and as an l.
    """
    if word.isalpha() or not any(map(str.isalpha, word)):
        return ()
    return tuple(dict.fromkeys((word.translate(_LEET), word.replace("1", "l").translate(_LEET))))


_SIGNS = frozenset({"end", "pause", "quote"})


_FIRST_CJK, _LAST_CJK = "\u3040", "\uff9f"


def is_sign(token: Token) -> bool:
    """Whether the token is one sign of Japanese or Chinese, of which about two make a word."""
    return not token.kind and len(token.text) == 1 and _FIRST_CJK <= token.text <= _LAST_CJK


def count_words(tokens: Iterable[Token]) -> int:
    """About how many words the tokens are: marks count as words, and two signs of Japanese or Chinese as one."""
    halves = sum(1 if is_sign(token) else 2 for token in tokens)
    return (halves + 1) // 2


class Stretch(NamedTuple):
    """A run of tokens: a sentence, or a clause inside one."""

    first: int
    last: int
    """Half-open: `tokens[first:last]`."""


def sentences(tokens: Sequence[Token]) -> list[Stretch]:
    """Cut the tokens into sentences: at full stops, question and exclamation marks, line ends, or where one is endless."""
    found: list[Stretch] = []
    first = 0
    for index, (text, _, _, kind, _) in enumerate(tokens):
        if index - first == LONGEST:
            _close(found, tokens, first, index)
            first = index
        line_end = text == "\n"
        if line_end or (kind == "end" and not _inside(tokens, index)):
            _close(found, tokens, first, index if line_end else index + 1)
            first = index + 1
    _close(found, tokens, first, len(tokens))
    return found


def clauses(tokens: Sequence[Token], sentence: Stretch) -> list[Stretch]:
    """Cut a sentence into clauses at commas, dashes, colons and brackets."""
    found: list[Stretch] = []
    first = sentence.first
    for index in range(sentence.first, sentence.last):
        if tokens[index].kind in ("pause", "end"):
            _close(found, tokens, first, index)
            first = index + 1
    _close(found, tokens, first, sentence.last)
    return found


def _close(found: list[Stretch], tokens: Sequence[Token], first: int, last: int) -> None:
    for index in range(first, last):
        if tokens[index].kind not in _SIGNS:
            found.append(Stretch(first, last))
            return


def _inside(tokens: Sequence[Token], index: int) -> bool:
    """Whether a full stop stands inside a token group such as "e.g." or "lamp.com" rather than at a sentence's end."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.text != "." or following is None:
        return False
    if index and tokens[index - 1].kind == "num" and (index == 1 or tokens[index - 2].text == "\n"):
        return True  # "1. Write a review" at the start of a line
    return following.start == token.end and following.kind not in ("quote", "pause")
