"""The folded view: whatever the text, every folded character has its place in what was typed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guide_engine.characters import fold_char, is_invisible
from guide_engine.findings import Span
from guide_engine.quoting import quoted_spans
from guide_engine.text import disguises, normalize
from guide_engine.tokens import clauses, sentences, tokenize
from tests.property.messages import ANY_CHARACTER, texts


@given(texts)
def test_places_run_forward_and_stay_inside_the_text(raw: str) -> None:
    text = normalize(raw)
    assert text.raw == raw
    assert len(text.folded) == len(text.starts) == len(text.ends)
    assert [text.folded_range(Span(at, at))[0] for at in range(len(raw) + 2)] == [
        sum(start < at for start in text.starts) for at in range(len(raw) + 2)
    ]
    assert all(0 <= start < end <= len(raw) for start, end in zip(text.starts, text.ends, strict=True))
    assert all(a <= b for a, b in pairwise(text.starts))
    assert all(a <= b for a, b in pairwise(text.ends))


@given(texts, st.data())
def test_every_range_has_a_place_that_reads_the_same(raw: str, data: st.DataObject) -> None:
    text = normalize(raw)
    if not text.folded:
        return
    start = data.draw(st.integers(0, len(text.folded) - 1))
    end = data.draw(st.integers(start + 1, len(text.folded)))
    span = text.span(start, end)
    assert text.raw_of(start, end) == raw[span.start : span.end] != ""
    first, last = text.folded_range(span)
    assert first <= start < end <= last or len(set(text.starts[start:end])) < end - start


@given(texts)
def test_folding_what_was_folded_changes_little_more(raw: str) -> None:
    once = normalize(raw).folded
    again = normalize(once).folded if once else once
    thrice = normalize(again).folded if again else again
    assert thrice == again
    if once.isascii() and "&" not in once:
        # A second look may close a gap that folding opened, never change a letter.
        assert "".join(filter(str.isalnum, again)) == "".join(filter(str.isalnum, once))


@given(texts)
def test_what_nobody_sees_is_not_in_the_folded_view(raw: str) -> None:
    assert [char for char in normalize(raw).folded if is_invisible(char)] == []


@given(ANY_CHARACTER)
def test_every_character_folds_to_small_letters_or_itself(char: str) -> None:
    folded = fold_char(char)
    assert folded == folded.casefold() or not folded.isascii()
    assert fold_char(folded) == folded if len(folded) == 1 else True


@given(texts, st.integers(0, 60), st.integers(1, 60))
def test_naming_disguises_never_fails(raw: str, start: int, size: int) -> None:
    end = min(start + size, len(raw))
    if start < end:
        assert all(name.islower() for name in disguises(normalize(raw), Span(start, end)))


@given(texts)
def test_tokens_cover_the_words_in_order_without_overlap(raw: str) -> None:
    text = normalize(raw)
    tokens = tokenize(text)
    assert all(text.folded[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert [text.folded[at] for at in range(len(text.folded)) if text.folded[at].isalpha() and at not in covered] == []


@given(texts)
def test_sentences_and_clauses_follow_each_other_inside_the_tokens(raw: str) -> None:
    tokens = tokenize(normalize(raw))
    found = sentences(tokens)
    assert all(0 <= s.first < s.last <= len(tokens) for s in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
    inside = {at for s in found for at in range(s.first, s.last)}
    assert [t.text for at, t in enumerate(tokens) if not t.kind and at not in inside] == []
    for sentence in found:
        parts = clauses(tokens, sentence)
        assert all(sentence.first <= c.first < c.last <= sentence.last for c in parts)
        words = {at for c in parts for at in range(c.first, c.last)}
        assert [at for at in range(sentence.first, sentence.last) if not tokens[at].kind and at not in words] == []


@given(texts)
def test_quoted_passages_are_ranges_of_the_text_in_order(raw: str) -> None:
    spans = quoted_spans(raw)
    assert all(0 <= span.start <= span.end <= len(raw) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
