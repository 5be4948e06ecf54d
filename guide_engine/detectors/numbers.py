"""Runs of digits that could be telephone numbers, and what tells them from all the other numbers in a message.

Nothing here decides: `guide_engine.detectors.phones` weighs shape, words around and the numbering plans of countries.
Positions are folded ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from guide_engine.clauses import vocabulary
from guide_engine.detectors.by_line import Gate
from guide_engine.text import NormalizedText
from guide_engine.tokens import Token, line_tokens

FEWEST, MOST = 7, 15
"""Digits in a telephone number: local numbers have seven, the international plan (E.164) allows fifteen."""

_SEPARATOR = r"(?:\s{0,2}[(\-–—−ー/·•*_~.)]{1,2}\s?|\s{1,3})"
_RUN = re.compile(rf"[+(]{{0,2}}\d(?:{_SEPARATOR}?\d){{5,60}}")
"""Up to five numbers in a row, which `_parts` takes apart."""
_SIX = re.compile(r"\d(?:\D{0,5}\d){5}")
"""What every run holds; it is quicker to look for."""
_SPLIT = re.compile(r"\s+[-–—/]\s+|\s{2,}|\s(?=\(\d)|\n|\.\s")
_UNIT = re.compile(
    r"\s?(?:%|°|[$€£¥₺₹円]|(?:mm|cm|km|m|kg|g|mg|ml|l|v|w|a|hz|khz|mhz|kwh|mah|nm|lm|db|inch|in|ft|oz|lb|lbs|usd|eur|gbp|"
    r"pcs|stk|x)(?![^\W_]))"
)
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?:\s\d{1,2})?")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d(?:\s\d{1,3})?|(?:19|20)\d{6}(?:\s\d{1,2})?")
_ORDER = re.compile(r"\d{3}-\d{7}-\d{7}|\d{1,3}(?:\.\d{1,3}){3}")

_TYPICAL = re.compile(
    # Groupings that stand for telephone numbers and hardly anything else, whatever the words around them.
    r"\(\d{3}\)\s?\d{3}[-. ]?\d{4}"  # North America
    r"|(?:1[-. ])?[2-9]\d\d-[2-9]\d\d-\d{4}|(?:1[-. ])?[2-9]\d\d\.[2-9]\d\d\.\d{4}|(?:1[-. ]\s?)?[2-9]\d\d/[2-9]\d\d[-/]\d{4}"
    r"|[2-9]\d\d\s?[•·*_~]\s?[2-9]\d\d\s?[•·*_~]\s?\d{4}"
    r"|1[ -]8(?:00|33|44|55|66|77|88)[ -]\d{3}[ -]\d{4}"
    r"|0[1-9](?:[ .-]\d\d){4}"  # France
    r"|0[1-9]\d{2,3} \d{3} \d{3,4}|0[1-9]\d{0,2} \d{4} \d{4}|0[1-9]\d{3} \d{6}|07\d{3} \d{6}"  # Britain, Italy
    r"|0[1-9]\d\d\.\d{3}\.\d{3}"  # Australia
    r"|\(0\d{1,4}\)\s?\d{3,4}[ -]?\d{3,5}"  # brackets around the area
    r"|0[1-9]\d{1,3}\s?/\s?\d{3,8}(?:[ -]\d{1,4}){0,3}|0[1-9]\d{1,3}[ -]\d{6,8}|0[1-9]\d{1,3}-\d{3,4}[ ]\d{2,4}(?:[ ]\d{2,3})?"
    r"|01[567]\d \d{3,4} ?\d{3,4}|06[ -]\d{8}|06[ -](?:\d\d ){3}\d\d"  # Germany, the Netherlands
    r"|0\d{1,3}-\d{2,3} \d{2,3} \d{2}|0\d{1,4}[-ー]\d{1,4}[-ー]\d{4}"  # Sweden, Japan
    r"|\(?[1-9]\d\)?\s?9\d{4}-\d{4}"  # Brazil
    r"|0?5\d\d \d{3} \d\d \d\d|0\s?\(?[1-9]\d\d\)?\s?\d{3} \d\d \d\d"  # Türkiye
    r"|1[3-9]\d-\d{4}-\d{4}"  # China
    r"|3\d\d \d{3} \d\d \d\d|[67]\d\d(?: \d\d){3}"  # Italian and Spanish mobiles
    r"|\d{1,2}(?:[ .·-]{1,3}\d{1,2}){1,2}(?:[ .·-]{1,3}\d){7,9}"  # each figure apart from the next, to hide it
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of digits with its separators: its place, its text as folded, and its digits alone."""

    start: int
    end: int
    text: str
    digits: str
    worded: bool = False

    @property
    def international(self) -> bool:
        """Whether it begins as an international number does."""
        return self.text.lstrip("( ").startswith("+") or bool(re.match(r"00[1-9]", self.text.lstrip("( ")))

    @property
    def typical(self) -> bool:
        """Whether its grouping is that of a telephone number and hardly of anything else."""
        return _TYPICAL.fullmatch(self.text.replace("\n", " ")) is not None

    @property
    def grouped(self) -> bool:
        """Whether it is written in two to six groups of up to five digits, as telephone numbers are."""
        groups = re.findall(r"\d+", self.text)
        return 2 <= len(groups) <= 6 and max(map(len, groups)) <= 8


_DIGIT_LOOKALIKES = str.maketrans("oil", "011")
_MIXED = re.compile(r"(?<![^\W\d_])(?=[oil]{0,3}\d)[\doil]{2,12}(?![^\W\d_])")
_FIGURE = re.compile(r"\d")


def _with_figures(text: NormalizedText) -> str:
    """The text with letters that stand in for figures written as figures ("2l2-555-ol47"); its length stays."""
    lines = []
    for line in text.lines:
        if _with_figures not in line.kept:
            shown = _FIGURE.search(line.folded)
            line.kept[_with_figures] = _MIXED.sub(_as_figures, line.folded) if shown else line.folded
        lines.append(line.kept[_with_figures])
    return "".join(lines)


def _as_figures(word: re.Match[str]) -> str:
    return word.group().translate(_DIGIT_LOOKALIKES)


_RUNS = Gate(lambda: _RUN, 6 * 8, lambda: (_SIX,), lead=2)
"""Six digits with their separators make a run: so far it has to look."""


def candidates(text: NormalizedText) -> Iterator[Candidate]:
    """Every run of digits that has the size of a telephone number and stands on its own."""
    folded = _with_figures(text)
    for match in _RUNS.matches(text, folded):
        whole = _candidate(folded, match.start(), match.end())
        if _fits(folded, whole):
            yield whole
        else:
            yield from _trimmed(folded, whole)
        yield from _parts(folded, whole)


def _fits(folded: str, found: Candidate) -> bool:
    brackets = found.text.count("(") <= found.text.count(")") and "((" not in found.text
    return brackets and FEWEST <= len(found.digits) <= MOST and _stands_alone(folded, found.start, found.end)


def _trimmed(folded: str, whole: Candidate) -> Iterator[Candidate]:
    """The run without its first or its last group, which may be a price or a number of its own ("$20 415-666-7777")."""
    spaces = [i for i, char in enumerate(whole.text) if char.isspace()]
    for start, end in ((spaces[0] + 1, len(whole.text)), (0, spaces[-1])) if spaces else ():
        piece = _candidate(folded, whole.start + start, whole.start + end)
        if _fits(folded, piece):
            yield piece


def _parts(folded: str, whole: Candidate) -> Iterator[Candidate]:
    """The pieces of a run that is too long for one number: two numbers with a dash or a line end between them."""
    at = whole.start
    cuts = [*_SPLIT.finditer(folded, whole.start, whole.end)]
    if not cuts:
        return
    for cut_start, cut_end in (*((cut.start(), cut.end()) for cut in cuts), (whole.end, whole.end)):
        piece = _candidate(folded, at, cut_start)
        if _fits(folded, piece):
            yield piece
        at = cut_end


def _candidate(folded: str, start: int, end: int) -> Candidate:
    text = folded[start:end]
    if text.startswith("(") and ")" not in text:
        start, text = start + 1, text[1:]
    return Candidate(start, end, text, "".join(filter(str.isdigit, text)))


_OF_A_CODE = re.compile(r"(?<![^\W_])(?:[a-z]{1,4}\d|\d[a-z]{1,2})[a-z0-9]{0,4} $")
"""A group of letters and figures right before: "1Z 999 AA1 01 2345 6784"."""


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether no letter, money or unit is attached to the run, which would make it a code, a price or a size."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    opens = before.isalpha() and folded[start] in "+("  # "Tel+49 30 …": the sign begins something new
    if before == " " and _OF_A_CODE.search(folded, max(0, start - 8), start):
        return False
    if before and (before in "$€£¥₺₹#@_\\%" or _is_latin_or_digit(before)) and not opens:
        return False
    if before and before in ".,-/:" and folded[start - 2 : start - 1].isdigit():
        return False
    if before and before in "-/" and _is_latin_or_digit(folded[start - 2 : start - 1]):
        return folded[max(0, start - 7) : start - 1].endswith(("number", "phone", "tel"))
    if after and (after in "$€£¥₺₹_%@°" or _is_latin_or_digit(after)):
        return after == "x" and folded[end + 1 : end + 2].isdigit()
    if after and after in ".,:-/" and _is_latin_or_digit(folded[end + 1 : end + 2]) and after != ".":
        return False
    return not _UNIT.match(folded, end) or (after.isspace() and folded[end : end + 3].strip()[:1] == "x")


def _is_latin_or_digit(char: str) -> bool:
    return char.isdigit() or "a" <= char <= "z"


def no_phone(found: Candidate) -> bool:
    """Whether the digits themselves show that this is a date, a scale, a network address or an order number."""
    text = found.text
    if _DATE.fullmatch(text) or _YEARS.fullmatch(text) or _ORDER.search(text):
        return True
    if len(set(found.digits)) == 1 or set(found.digits) == {"0", "1"}:
        return True  # "1 0 1 1 0 0 1 0" is how switches stand
    groups = [int(group) for group in re.findall(r"\d+", text)]
    return len(groups) > 3 and len({b - a for a, b in pairwise(groups)}) == 1


def is_article_code(found: Candidate) -> bool:
    """Whether 12 to 14 digits carry the check digit of an article number (UPC, EAN, GTIN)."""
    digits = found.digits
    if not 12 <= len(digits) <= 14:
        return False
    weighted = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits[:-1])))
    return (10 - weighted % 10) % 10 == int(digits[-1])


@lru_cache(maxsize=1)
def _digit_words() -> dict[str, int]:
    """What each number word stands for, in all languages: the lists `digit-0`, `digit-20` … of the lexicons."""
    values = (*range(20), *range(20, 100, 10), *range(100, 1000, 100))
    return {word: value for value in values for word in vocabulary().words_of(f"digit-{value}")}


_Piece = tuple[int, int, str]
"""Folded start and end, and the digits that stand there (empty for "double")."""


@lru_cache(maxsize=1)
def _repeats() -> dict[str, int]:
    return {word: times for times in (2, 3) for word in vocabulary().words_of(f"times-{times}")}


def worded(text: NormalizedText) -> Iterator[Candidate]:
    """Runs of seven digits or more written as words ("four one five …"), mixed with figures or not, in one line."""
    at = 0
    for line in text.lines:
        found: tuple[Candidate, ...] | None = line.kept.get(worded)
        if found is None:
            found = line.kept[worded] = tuple(_worded(line_tokens(line), line.folded))
        for one in found:
            yield replace(one, start=one.start + at, end=one.end + at)
        at += len(line.folded)


def _worded(tokens: Sequence[Token], folded: str) -> Iterator[Candidate]:
    known = _digit_words()
    if len([word for word, _, _, _, _ in tokens if word in known]) < 3:
        return
    repeats = _repeats()
    run: list[_Piece] = []
    times = 1
    for token in tokens:
        if not run and token.kind != "num" and token.text not in known and token.text not in repeats:
            continue
        if run and not _joins(folded[run[-1][1] : token.start]):
            yield from _worded_run(folded, run)
            run, times = [], 1
        if token.text in ("y", "e", "et", "i", ",", "-", "–"):
            continue
        digits = "" if token.text in repeats else _digits_of(known, token.text)
        if digits is None:
            yield from _worded_run(folded, run)
            run, times = [], 1
            continue
        run.append((token.start, token.end, digits * times))
        times = repeats.get(token.text, 1)
    yield from _worded_run(folded, run)


def _digits_of(known: Mapping[str, int], word: str) -> str | None:
    """The digits that a word or a short figure stands for, or None."""
    if word.isdigit():
        return word if word.isascii() and len(word) < 5 else None
    return str(known[word]) if word in known else None


def _joins(gap: str) -> bool:
    """Whether two number words belong to one number: nothing but a short pause, or the "and" of Romance numbers."""
    return len(gap) <= 3 and (not gap.strip(" ,-–./\n·") or gap.strip() in ("y", "e", "et", "i"))


def _worded_run(folded: str, run: list[_Piece]) -> Iterator[Candidate]:
    if len(run) < 3:
        return
    while run and not run[-1][2]:
        run.pop()
    values = [digits for _, _, digits in run if digits]
    spelled = sum(not folded[start:end].isdigit() for start, end, _ in run)
    digits = "".join(_added(values))
    if not FEWEST <= len(digits) <= MOST or spelled < 3 or _counts_up(values):
        return
    yield Candidate(run[0][0], run[-1][1], folded[run[0][0] : run[-1][1]], digits, worded=True)


def _added(values: list[str]) -> Iterator[str]:
    """The values with tens and ones put together ("forty" "eight" is 48, "six hundred" "one" is 601)."""
    pending = 0
    for value in values:
        number = int(value)
        if pending and number and pending % 10 ** len(value) == 0:
            pending += number
            continue
        if pending:
            yield str(pending)
        pending = number if number >= 20 and number % 10 == 0 and not value.startswith("0") else 0
        if not pending:
            yield value
    if pending:
        yield str(pending)


def _counts_up(values: list[str]) -> bool:
    """Whether the words only count ("one, two, three …")."""
    numbers = [int(value) for value in values]
    return len({b - a for a, b in pairwise(numbers)}) == 1
