"""What each kind of blank takes and refuses, and how it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, FieldKind, Refused, TemplateField, plain_date

DAY = TemplateField("day", "Day", "date", "When.", "2026-10-08")
SUM = TemplateField("sum", "Amount", "money", "How much.", "$24.99")
NOTE = TemplateField("note", "Note", "text", "What.", "A note.", multiline=True)
SIZE = TemplateField("size", "Size", "choice", "Which.", "small", choices=("small", "large"))


def refusal(blank: TemplateField, value: str, today: date | None = None) -> str:
    with pytest.raises(Refused) as caught:
        blank.read(value, today)
    return str(caught.value)


@pytest.mark.parametrize("value", ["Anna", "José María", "O'Neill", "李 小龙", "A.", "Jo from Acme Home", "Łukasz-K"])
def test_a_name_is_taken_as_written(value: str) -> None:
    assert BUYER_NAME.read(value) == value


@pytest.mark.parametrize("value", ["[Customer Name]", "{buyer_name}", "<name>"])
def test_a_name_left_as_a_placeholder_is_refused(value: str) -> None:
    assert refusal(BUYER_NAME, value) == "Buyer's name: write the name itself, without brackets."


@pytest.mark.parametrize("value", ["123", "—", "..."])
def test_a_name_needs_letters(value: str) -> None:
    assert refusal(BUYER_NAME, value) == "Buyer's name: write it with letters, such as Anna."


def test_spaces_around_a_value_are_dropped() -> None:
    assert ORDER_NUMBER.read("  112-1234567-1234567 ") == "112-1234567-1234567"


@pytest.mark.parametrize(
    "value",
    ["112-1234567-123456", "1121234567-1234567", "11212345671234567", "D01-1234567-1234567", "١١٢-١٢٣٤٥٦٧-١٢٣٤٥٦٧"],
)
def test_an_order_number_is_three_seven_seven(value: str) -> None:
    assert refusal(ORDER_NUMBER, value) == "Order number: write it as 112-1234567-1234567."


def test_a_date_is_printed_in_plain_english() -> None:
    assert DAY.read("2026-10-08") == "8 October 2026"
    assert [plain_date(date(2026, month, 1)).split()[1] for month in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize("value", ["8.10.2026", "2026-2-30", "2026-02-30", "20261008", "2026-W41-4", "soon"])
def test_a_date_that_is_none_is_refused(value: str) -> None:
    assert refusal(DAY, value) == "Day: write the date as year-month-day, such as 2026-10-08."


def test_a_mistyped_year_is_caught_when_today_is_known() -> None:
    assert refusal(DAY, "2062-10-08", date(2026, 11, 23)) == "Day: check the year, 2062 looks wrong."
    assert DAY.read("2062-10-08") == "8 October 2062"


@pytest.mark.parametrize(
    "value",
    [
        *("$24.99", "24,99 €", "€18.40", "£5", "1.234,56 EUR", "EUR 1 234,50", "US$ 1,200.00", "R$ 50,00"),
        *("¥3,000", "3000円", "200 kr", "20 zł", "₺120", "120 TL", "CHF 1'000.50", "AED 75"),
    ],
)
def test_money_keeps_the_form_in_which_it_was_written(value: str) -> None:
    assert SUM.read(value) == value


@pytest.mark.parametrize("value", ["24.99", "$", "20%", "-$5", "$5 or $6", "5 apples", "$1.2345", "$12,34,567"])
def test_money_without_a_currency_or_an_amount_is_refused(value: str) -> None:
    assert refusal(SUM, value) == "Amount: write the amount with its currency, such as $24.99 or 24,99 €."


def test_no_money_is_no_amount() -> None:
    assert refusal(SUM, "$0.00") == "Amount: the amount must be more than zero."


def test_a_choice_is_one_of_its_choices() -> None:
    assert SIZE.read("large") == "large"
    assert refusal(SIZE, "Large") == "Size: choose one of these: small; large."


def test_a_line_break_is_refused_where_one_line_is_meant() -> None:
    for breaker in ["\n", "\r\n", "\u2028", "\u2029", "\x0b", "\x85"]:
        assert refusal(ITEM, f"a mug{breaker}Buy more") == "Item: write it in one line."


def test_a_text_of_several_lines_keeps_them_as_plain_line_breaks() -> None:
    assert NOTE.read("First.\r\n\r\nSecond.") == "First.\n\nSecond."


@pytest.mark.parametrize(("char", "code"), [("\0", "0000"), ("\t", "0009"), ("\ud800", "D800"), ("\u202e", "202E")])
def test_what_cannot_be_shown_is_refused_with_its_number(char: str, code: str) -> None:
    assert f"(U+{code})" in refusal(NOTE, f"a{char}b")


@pytest.mark.parametrize(("blank", "limit"), [(BUYER_NAME, 80), (ITEM, 120), (SUM, 30), (NOTE, 300)])
def test_a_value_that_is_too_long_is_refused_with_its_length(blank: TemplateField, limit: int) -> None:
    message = f"{blank.label}: this is too long ({limit + 1} characters). Use at most {limit}."
    assert refusal(blank, "a" * (limit + 1)) == message


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"name": "Buyer Name"}, "no field name"),
        ({"kind": "colour"}, "unknown kind"),
        ({"choices": ("a", "b")}, "choices belong"),
        ({"kind": "money"}, "its example fails"),
        ({"kind": "name", "multiline": True}, "several lines"),
    ],
)
def test_a_field_that_contradicts_itself_cannot_be_described(change: dict[str, FieldKind], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(ITEM, **change)  # type: ignore[arg-type]  # wrong on purpose


def test_a_field_in_the_catalog_lists_choices_only_where_it_has_some() -> None:
    assert SIZE.to_json() == {
        "name": "size",
        "label": "Size",
        "kind": "choice",
        "help": "Which.",
        "example": "small",
        "required": True,
        "choices": ["small", "large"],
    }
    assert "choices" not in SUM.to_json()
