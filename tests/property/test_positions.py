"""Edits and the two ways of counting characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_engine.bridge import utf16
from guide_engine.findings import Edit, Span, apply_edits
from tests.property.messages import ANY_CHARACTER

text = st.text(ANY_CHARACTER, min_size=1, max_size=60)


@given(text)
def test_positions_in_utf16_are_those_of_the_encoded_text(raw: str) -> None:
    convert = utf16(raw)
    encoded = raw.encode("utf-16-le")
    for position in range(len(raw) + 1):
        assert encoded[: 2 * convert(position)].decode("utf-16-le") == raw[:position]


@given(text, st.data())
def test_edits_replace_what_they_name_and_nothing_else(raw: str, data: st.DataObject) -> None:
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(raw)), min_size=2, max_size=6).filter(lambda c: len(c) % 2 == 0))
    )
    pieces = list(zip(cuts[::2], cuts[1::2], strict=True))
    edits = [Edit(Span(start, end), data.draw(st.text("xy", max_size=3))) for start, end in pieces]
    expected, at = "", 0
    for edit in edits:
        expected += raw[at : edit.span.start] + edit.replacement
        at = edit.span.end
    expected += raw[at:]
    assert apply_edits(raw, tuple(reversed(edits))) == expected or len({e.span for e in edits}) < len(edits)
    assert apply_edits(raw, ()) == raw


@given(text.filter(lambda t: len(t) > 1), st.data())
def test_overlapping_edits_are_refused(raw: str, data: st.DataObject) -> None:
    middle = data.draw(st.integers(1, len(raw) - 1))
    with pytest.raises(ValueError, match="overlap"):
        apply_edits(raw, (Edit(Span(0, middle), "a"), Edit(Span(middle - 1, len(raw)), "b")))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_spans_agree_with_the_sets_they_stand_for(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(mine & theirs) or not (mine and theirs)
    if theirs:
        assert one.covers(other) == (theirs <= mine)
    assert mine | theirs <= set(range(one.hull(other).start, one.hull(other).end))
    assert one.hull(other) == other.hull(one)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Span(start, end)
