"""Whatever a person types, a template is filled with exactly that or not at all."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from guide_engine.fields import TemplateField, plain_date
from guide_engine.sources import cite
from guide_engine.template import Template, render

TODAY = date(2026, 11, 23)

LETTER = Template(
    name="letter",
    title="A letter",
    purpose="Every kind of blank, for tests",
    group="On its way",
    use_when="In tests.",
    not_when="Elsewhere.",
    context={"kind": "reply"},
    fields=(
        TemplateField("who", "Name", "name", "Who it is for.", "Ana"),
        TemplateField("order", "Order number", "order-id", "17 digits.", "112-1234567-1234567"),
        TemplateField("day", "Day", "date", "When.", "2026-10-08"),
        TemplateField("sum", "Amount", "money", "How much.", "$24.99"),
        TemplateField("note", "Note", "text", "What.", "Two\nlines", multiline=True),
        TemplateField("size", "Size", "choice", "Which.", "small", choices=("small", "large")),
        TemplateField("extra", "Extra", "text", "More.", "a strap", required=False),
    ),
    body="Dear {who},\n\n{order} {day} {sum}\n{note}\n\n{size}\n\nWith {extra}.\n\nBye {who}",
    example={
        "who": "Ana",
        "order": "112-1234567-1234567",
        "day": "2026-10-08",
        "sum": "$24.99",
        "note": "Two\nlines",
        "size": "small",
    },
    notes="",
    citations=cite("S"),
)

WRITTEN = {
    "who": st.text(st.characters(categories=["L"]), min_size=1, max_size=60),
    "order": st.from_regex(r"[0-9]{3}-[0-9]{7}-[0-9]{7}", fullmatch=True),
    "day": st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(date.isoformat),
    "sum": st.sampled_from(["$24.99", "24,99 €", "EUR 20", "1.234,56 €", "¥3,000", "200 kr"]),
    "note": st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=200).filter(
        lambda value: bool(value.strip())
    ),
    "size": st.sampled_from(["small", "large"]),
}
FILLED = st.fixed_dictionaries(WRITTEN, optional={"extra": st.just("{who} {order}")})
ANYTHING = st.dictionaries(
    st.sampled_from([*WRITTEN, "extra", "colour"]),
    st.one_of(
        st.text(max_size=400), st.none(), st.integers(), st.sampled_from(["{who}", "[Name]", "$1", "2026-02-30"])
    ),
)


@given(FILLED)
def test_values_are_inserted_literally(values: dict[str, str]) -> None:
    done = render(LETTER, values, TODAY)
    assert done.complete
    printed = {name: value.strip() for name, value in values.items()}
    printed["day"] = plain_date(date.fromisoformat(values["day"]))
    assert [(s.field, s.text) for s in done.segments if s.field] == [
        (name, printed[name])
        for name in ["who", "order", "day", "sum", "note", "size", "extra", "who"]
        if name in printed
    ]


@given(FILLED)
def test_a_value_that_looks_like_a_blank_is_not_filled_again(values: dict[str, str]) -> None:
    done = render(LETTER, {**values, "note": "{who} and {order} and {note}"}, TODAY)
    assert done.complete
    assert "{who} and {order} and {note}" in done.text


@given(ANYTHING)
def test_nothing_half_filled_is_returned_as_ready(values: dict[str, object]) -> None:
    done = render(LETTER, values, TODAY)
    open_blanks = [segment for segment in done.segments if not segment.filled]
    problems = {problem.field for problem in done.missing + done.malformed}
    assert done.complete == (not problems)
    assert {segment.field for segment in open_blanks} == problems - {"colour"}
    assert all(segment.text.startswith("[") for segment in open_blanks)
    if done.complete:
        assert done.text == "".join(segment.text for segment in done.segments)
        done.text.encode("utf-8")
    else:
        assert done.text == ""


@given(ANYTHING)
def test_every_required_blank_left_empty_is_named(values: dict[str, object]) -> None:
    done = render(LETTER, values, TODAY)
    empty = {name for name in WRITTEN if not str(values.get(name) or "").strip() and values.get(name) != 0}
    assert {problem.field for problem in done.missing} == empty
    assert all(problem.message.endswith(".") for problem in done.missing + done.malformed)


@given(st.text(max_size=120))
def test_one_line_stays_one_line_without_control_characters(value: str) -> None:
    done = render(LETTER, {**dict(LETTER.example), "extra": value}, TODAY)
    for segment in done.segments:
        if segment.field == "extra" and segment.filled:
            assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in segment.text)
