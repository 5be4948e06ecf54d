"""What decides about a message that the seller starts: dates, opt-out, order number, language, sameness, files."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from guide_engine import Draft, Finding, Severity, Verdict, Where, check, fix
from guide_engine.detectors.order_ids import is_order_id
from guide_engine.findings import apply_edits
from guide_engine.rules.attachment_too_large import CAUTIOUS, SURE

TODAY = dt.date(2026, 11, 23)
ORDER = "112-1234567-1234567"
PLAIN = f"The engraving of order {ORDER} is ready to be cut: shall it say John or Jon?"


def draft(text: str = PLAIN, **context: Any) -> Draft:
    return Draft.from_json({"text": text, "kind": "proactive", "today": TODAY.isoformat(), **context})


def of(rule: str, one: Draft) -> list[Finding]:
    return [finding for finding in check(one).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        (-400, Severity.INFO),
        (-1, Severity.INFO),
        (0, None),
        (29, None),
        (30, None),
        (31, Severity.ERROR),
        (4_000, Severity.ERROR),
    ],
)
def test_thirty_days_are_counted_from_completion_and_the_thirtieth_is_inside(
    days: int, severity: Severity | None
) -> None:
    done = TODAY - dt.timedelta(days=days)
    found = of("outside-30-days", draft(completed_on=done.isoformat()))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_thirty_days_run_across_a_leap_day_and_the_turn_of_the_year() -> None:
    def age(done: str, today: str) -> int:
        return len(of("outside-30-days", draft(completed_on=done, today=today)))

    assert (age("2028-02-01", "2028-03-02"), age("2028-02-01", "2028-03-03")) == (0, 1)
    assert (age("2026-12-10", "2027-01-09"), age("2026-12-10", "2027-01-10")) == (0, 1)


@pytest.mark.parametrize(
    ("reason", "verdict"),
    [
        (None, Verdict.UNDELIVERABLE),
        ("safety", Verdict.UNDELIVERABLE),
        ("warranty", Verdict.UNDELIVERABLE),
        ("invoice", Verdict.UNDELIVERABLE),
        ("customization", Verdict.SEND),
        ("delivery-scheduling", Verdict.SEND),
        ("address-problem", Verdict.SEND),
        ("order-problem", Verdict.SEND),
        ("legal-disclosure", Verdict.SEND),
    ],
)
def test_an_opt_out_stops_all_but_the_critical_reasons_and_the_note_names_a_route(
    reason: str | None, verdict: Verdict
) -> None:
    one = draft(opted_out="yes", reason=reason)
    assert check(one).verdict is verdict
    (note,) = of("opted-out", one)
    assert (note.severity, note.where) == (Severity.INFO, Where.CONTEXT)
    assert any(
        word in note.message for word in ("Contact Buyer", "answer in that thread", "legal disclosure", "in the box")
    )


def test_the_order_number_is_added_in_the_language_of_the_message_and_settles_the_note() -> None:
    one = draft("Welchen Namen sollen wir in das Brett gravieren?\r\n", order_id=ORDER)
    (note,) = of("missing-order-id", one)
    text = apply_edits(one.text, note.fixes[0].edits)
    assert text == f"Welchen Namen sollen wir in das Brett gravieren?\r\n\r\nBestellung: {ORDER}\r\n"
    assert of("missing-order-id", draft(text, order_id=ORDER)) == []
    assert fix(one).text == one.text, "what the message says is for the person to decide"


@pytest.mark.parametrize(
    "written",
    ["112-1234567-1234567", "１１２-１２３４５６７-１２３４５６７", "112–1234567–1234567", "11212345671234567"],
)
def test_an_order_number_is_known_in_each_way_of_writing_it(written: str) -> None:
    assert of("missing-order-id", draft(f"About {written}: which name?", order_id=ORDER)) == []


def test_a_foreign_order_number_is_pointed_out_but_not_beside_the_right_one() -> None:
    other = "114-7654321-7654321"
    (note,) = of("missing-order-id", draft(f"About {other}: which name?", order_id=ORDER))
    assert ORDER in note.message
    assert other in note.message
    assert note.span is not None
    assert apply_edits(f"About {other}: which name?", note.fixes[0].edits) == f"About {ORDER}: which name?"
    assert of("missing-order-id", draft(f"About {other} and {ORDER}: which name?", order_id=ORDER)) == []


def test_only_real_shapes_are_order_numbers() -> None:
    assert is_order_id("112-1234567-1234567")
    assert is_order_id("D01-1234567-1234567")
    wrong = ["112-1234567-123456", "1121234567-1234567", "112-1234567-1234567 ", "", "abc-1234567-1234567"]
    assert [text for text in wrong if is_order_id(text)] == []


@pytest.mark.parametrize("locale", ["", "xx", "english", "da_DK", "nb-NO", "zz_ZZ", "sv", "sv_SE", "SV-se"])
def test_no_language_is_named_wrong_where_it_cannot_be_told(locale: str) -> None:
    text = "Hej! Vilket namn ska vi gravera på armbandet? Svara gärna på det här meddelandet innan fredag."
    expected = 1 if locale in ("xx", "zz_ZZ") else 0
    assert len(of("language-mismatch", draft(text, locale=locale))) == expected


def test_other_names_and_numbers_do_not_make_another_message() -> None:
    letter = (
        "Hello {}, your order {} has to wait: the kiln broke on {} and the maker needs a new part. We fire the bowls "
        "again as soon as it is here and write to you the same day. You need not do anything until then."
    )
    first, second = (
        letter.format("Anna", ORDER, "3 May"),
        letter.format("Bartholomew", "114-7654321-7654321", "12 June"),
    )
    assert len(of("near-identical-message", draft(first, previous=[second]))) == 1
    own = first.replace("the kiln broke", "the glaze cracked").replace(
        "the maker needs a new part", "we throw a new bowl"
    )
    own = own.replace("We fire the bowls again as soon as it is here", "It dries for a week, then we fire it")
    assert of("near-identical-message", draft(own, previous=[second])) == []
    assert of("near-identical-message", draft("Yes.", previous=["Yes.", "", "???"])) == []


@pytest.mark.parametrize(
    ("size", "severity"),
    [(CAUTIOUS, None), (CAUTIOUS + 1, Severity.INFO), (SURE, Severity.INFO), (SURE + 1, Severity.ERROR)],
)
def test_ten_megabytes_are_too_many_only_where_both_ways_of_counting_say_so(
    size: int, severity: Severity | None
) -> None:
    found = of("attachment-too-large", draft(attachments=[{"name": "a.pdf", "bytes": size}]))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("label.pdf", None),
        ("LABEL.JPEG", None),
        ("label.pdf.exe", Severity.ERROR),
        ("label\u202efdp.exe", Severity.ERROR),
        ("label.ｅｘｅ", Severity.ERROR),
        ("label.exe.", Severity.ERROR),
        ("setup.PS1", Severity.ERROR),
        ("papers.zip", Severity.WARNING),
        ("label", Severity.WARNING),
        ("photo.heic", Severity.WARNING),
        ("notes.txt", Severity.INFO),
        ("..", Severity.WARNING),
    ],
)
def test_a_file_is_judged_by_the_ending_that_the_computer_sees(name: str, severity: Severity | None) -> None:
    found = of("attachment-type", draft(attachments=[{"name": name, "bytes": 10}]))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    "name",
    ["Frühlings-Katalog.pdf", "catalogue_2026.pdf", "folletoPrimavera.pdf", "volantino.pdf", "ulotka-jesien.pdf",
     "kupong.png", "kampanya.jpg", "クーポン.png", "优惠券.png", "kortingscode10.png", "cupom10.png"],
)  # fmt: skip
def test_adverts_are_known_by_their_file_names_in_each_language(name: str) -> None:
    assert len(of("attachment-purpose", draft(attachments=[{"name": name, "bytes": 10}]))) == 1
