"""What a reader takes a disguised word for, and where it stands in what was typed."""

from __future__ import annotations

import pytest

from guide_engine.findings import Span
from guide_engine.text import disguises, normalize


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Hello", "hello"),
        ("re\u00adview", "review"),
        ("r\u200be\u200bv\u200bi\u200be\u200bw", "review"),
        ("feedb\u0430ck", "feedback"),
        ("ｂｒａｎｄ．ｃｏｍ", "brand.com"),
        ("𝐟𝐫𝐞𝐞", "free"),
        ("④①⑤", "415"),
        ("2️⃣1️⃣2️⃣", "212"),
        ("W h a t s A p p", "whatsapp"),
        ("W  h  a  t  s  A  p  p", "whatsapp"),
        ("g-m-a-i-l", "gmail"),
        ("F*R*E*E", "free"),
        ("5 0 %", "50%"),
        ("help&#64;x&#46;com", "help@x.com"),
        ("Crème Brûlée", "creme brulee"),
        ("don’t", "don't"),
        ("ŁÓDŹ", "lodz"),
        ("レビュー", "レビュー"),
    ],
)
def test_a_disguise_is_undone(raw: str, folded: str) -> None:
    assert normalize(raw).folded == folded


@pytest.mark.parametrize(
    "raw",
    ["a b", "Press A - B.", "sizes s, m, l", "1 2 3", "привет, как дела", "καλημέρα σας", "Acme™ №5 ½"],
)
def test_what_is_no_disguise_stays_as_it_is(raw: str) -> None:
    folded = normalize(raw).folded
    assert folded == raw.casefold() or folded.replace("ά", "α") == normalize(folded).folded


@pytest.mark.parametrize(
    ("raw", "word", "marked"),
    [
        ("Add W h a t s A p p now", "whatsapp", "W h a t s A p p"),
        ("a re\u00adview!", "review", "re\u00adview"),
        ("x&#64;y", "@", "&#64;"),
        ("Ⅳ b", "iv", "Ⅳ"),
        ("𝐡𝐢 🎉 free", "free", "free"),
    ],
)
def test_a_place_in_the_folded_view_leads_back_to_what_was_typed(raw: str, word: str, marked: str) -> None:
    text = normalize(raw)
    start = text.folded.index(word)
    assert text.raw_of(start, start + len(word)) == marked
    span = text.span(start, start + len(word))
    assert text.folded_range(span) == (start, start + len(word))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (0, 99), (-1, 1)])
def test_a_range_outside_the_folded_view_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        normalize("Hello").span(start, end)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("review", ()),
        ("Crème", ()),
        ("re\u200bview", ("invisible characters",)),
        ("x&#64;y", ("character codes",)),
        ("feedb\u0430ck", ("look-alike letters",)),
        ("ｆｒｅｅ", ("special letter forms",)),
        ("f r e e", ("spaced-out letters",)),
        ("f\u200b r e e", ("invisible characters", "spaced-out letters")),
    ],
)
def test_a_disguise_is_named_in_words_for_the_person(raw: str, names: tuple[str, ...]) -> None:
    found = disguises(normalize(raw), Span(0, len(raw)))
    assert found == names or (set(names) <= set(found) and "\u200b" in raw)
