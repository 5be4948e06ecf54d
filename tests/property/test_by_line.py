"""What is searched line by line, and only where a quick sign of it shows, is found wherever the whole pattern is met."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide_engine.detectors import channels, emoji, hidden, numbers, order_ids, review_talk, spelled, told_numbers
from guide_engine.detectors.by_line import FIGURES, Gate, ranges, raw_spans
from guide_engine.detectors.signs import AT_WORD, DOT_WORD, words_of
from guide_engine.text import normalize
from tests.property.messages import ANY_CHARACTER, PIECES, ROW_TEXTS

SPELLING = (
    *sorted(words_of(AT_WORD) | words_of(DOT_WORD)),
    *("at sign", "full stop", "then the usual at ", "then a snail", "(at)", "[.]", '"at"', "#dot#", "•com", ",com", ". net"),
    *("co,uk", "gmail", " at g-mail", "gee mail", "www ", "brand", "a", "info", "com", "a@b", "@brand_care"),
)  # fmt: skip
"""Of what hidden addresses are made."""

FIGURING = (
    *("1-800-", "text ", "sms to ", " then ", "503", "0119", "|", " 555", "1234567", "+(", "112-", "\u20e3", "#\ufe0f\u20e3"),
    "https://amazon.com/review",
)  # fmt: skip

lines = st.lists(
    st.one_of(
        st.sampled_from(SPELLING),
        st.sampled_from(FIGURING),
        st.sampled_from(PIECES),
        st.sampled_from(["\n", " ", " ", ".", ",", "-", "@", "x", "7"]),
        st.text(ANY_CHARACTER, max_size=2),
    ),
    max_size=16,
).map("".join)
texts = st.one_of(lines, st.tuples(st.sampled_from(ROW_TEXTS), lines, st.sampled_from(ROW_TEXTS)).map("".join))

GATES = {"hints": spelled._HINTS, "runs": numbers._RUNS, "mailboxes": hidden._MAILBOXES, "apart": hidden._APARTS}
SIGNED = (
    *((told_numbers, name, FIGURES) for name in ("_VANITY", "_KEYWORD", "_THEN", "_ODD_SIGNS")),
    *((order_ids, name, FIGURES) for name in ("_WHOLE", "_NEARLY")),
    (review_talk, "_REVIEW_PAGE", review_talk._AMAZON),
    (channels, "_HANDLE", channels._AT),
)


@pytest.mark.parametrize("gate", GATES.values(), ids=GATES)
@given(text=texts)
@example(text="write to jo at gmail, or to brand\nat yahoo. Or: 0203 555\n0142 www brand com")
def test_a_gate_lets_through_all_that_its_pattern_finds(gate: Gate, text: str) -> None:
    read = normalize(text)
    found = [match.span() for match in gate.matches(read, read.folded)]
    assert found == [match.span() for match in gate._pattern().finditer(read.folded)]


@given(text=texts)
def test_a_sign_stands_in_all_that_its_pattern_finds(text: str) -> None:
    read = normalize(text)
    for module, name, sign in SIGNED:
        pattern: re.Pattern[str] = getattr(module, name)
        assert ranges(read, pattern, sign) == [match.span() for match in pattern.finditer(read.folded)]


@given(text=texts)
def test_emoji_stand_beyond_ascii(text: str) -> None:
    found = [(span.start, span.end) for span in raw_spans(normalize(text), emoji._RUN, beyond_ascii=True)]
    assert found == [match.span() for match in emoji._RUN.finditer(text)]


def test_every_row_that_hides_an_address_or_a_number_shows_a_sign_of_it() -> None:
    for message in ROW_TEXTS:
        read = normalize(message)
        for gate in GATES.values():
            found = [match.span() for match in gate.matches(read, read.folded)]
            assert found == [match.span() for match in gate._pattern().finditer(read.folded)]
