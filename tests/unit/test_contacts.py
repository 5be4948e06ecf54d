"""Telephone numbers, mail addresses and other channels: found where they invite, left alone elsewhere."""

from __future__ import annotations

import pytest

from guide_engine import Draft, Severity, Where, check
from guide_engine.detectors.numbers import Candidate, candidates, is_article_code
from guide_engine.detectors.phones import phones, regions_of
from guide_engine.reading import Reading
from guide_engine.rule import Example
from guide_engine.text import normalize
from tests.unit.test_links import marked_lines


@pytest.mark.parametrize("case", marked_lines("numbers.txt"), ids=lambda case: case.marked)
def test_exactly_the_marked_numbers_are_telephone_numbers(case: Example) -> None:
    reading = Reading(Draft(text=case.text))
    found = [case.text[phone.span.start : phone.span.end] for phone in phones(reading)]
    assert found == [case.text[span.start : span.end] for span in case.spans]


@pytest.mark.parametrize(
    ("locale", "regions"),
    [("de_DE", ("DE",)), ("en-UK", ("GB",)), ("pt", ("PT", "BR")), ("nl-BE", ("BE",))],
)
def test_the_numbering_plan_follows_the_locale(locale: str, regions: tuple[str, ...]) -> None:
    assert regions_of(locale) == regions


@pytest.mark.parametrize("locale", [None, "", "xx"])
def test_without_a_known_locale_any_of_our_countries_may_be_meant(locale: str | None) -> None:
    assert {"US", "DE", "JP", "BR"} <= set(regions_of(locale))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The quickest way is 212 555 0178, ask for Dana.", 1),
        ("The quickest way is ❷❶❷ ❺❺❺ ⓿❶❼❽, ask for Dana.", 1),
        ("W sprawie reklamacji: 22 631 01 38, w godzinach 8-15.", 1),
        ("The grey hinge is the 22 631 01 38, the white one has no lid.", 0),  # nobody writes English numbers so
        ("Śruby mają numer 600 631 014, a w paczce jest ich 24.", 0),  # threes are how parts are numbered, too
        ("Part number 212 555 0178 is the grey one.", 0),
    ],
)
def test_a_number_grouped_as_its_country_writes_it_needs_no_word_beside_it(text: str, found: int) -> None:
    assert [finding.rule for finding in check(Draft(text=text)).findings].count("phone-number") == found


def test_a_number_of_the_wrong_size_for_the_country_is_none() -> None:
    assert phones(Reading(Draft(text="Call 23456789.", locale="en_US"))) == ()
    assert len(phones(Reading(Draft(text="Call 23456789.", locale="de_DE")))) == 1


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Call us at 0121 496 0155.", Severity.ERROR),
        ("The courier's own line is 0121 496 0155.", Severity.WARNING),
        ("Warranty cases: the manufacturer answers on 0121 496 0155.", Severity.WARNING),
    ],
)
def test_a_line_of_a_carrier_or_maker_weighs_less(text: str, severity: Severity) -> None:
    found = [finding for finding in check(Draft(text=text)).findings if finding.rule == "phone-number"]
    assert [finding.severity for finding in found] == [severity]


def test_numbers_and_addresses_in_the_subject_are_found() -> None:
    found = check(Draft(text="Your lamp ships today.", subject="Call 415-555-0132 or jo@oakandash.com")).findings
    assert {(finding.rule, finding.where) for finding in found} >= {
        ("phone-number", Where.SUBJECT),
        ("email-address", Where.SUBJECT),
    }


def test_what_the_buyer_wrote_is_not_judged_in_a_reply() -> None:
    quoted = "> call me at 415-555-0132 or write to me@oakandash.com\nThank you, the strap is 22 mm."
    assert [finding.rule for finding in check(Draft(text=quoted)).findings] == []


@pytest.mark.parametrize(
    ("digits", "real"), [("4006381333931", True), ("4006381333932", False), ("036000291452", True)]
)
def test_article_numbers_are_known_by_their_check_digit(digits: str, real: bool) -> None:
    assert is_article_code(Candidate(0, len(digits), digits, digits)) is real


def test_a_run_that_is_too_long_is_taken_apart() -> None:
    found = [candidate.text for candidate in candidates(normalize("0117 496 0155 / 0117 496 0156"))]
    assert found == ["0117 496 0155", "0117 496 0156"]


def rules_of(text: str) -> set[str]:
    wanted = ("CON", "PAY", "PRO03")
    return {finding.rule for finding in check(Draft(text=text)).findings if finding.code.startswith(wanted)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Message us on WhatsApp.", "messenger-contact"),
        ("W.h.a.t.s.A.p.p. us any time", "messenger-contact"),
        ("Schreiben Sie uns per WhatsApp.", "messenger-contact"),
        ("Écrivez-nous sur Telegram.", "messenger-contact"),
        ("Escríbenos por WhatsApp.", "messenger-contact"),
        ("Ci scriva su WhatsApp.", "messenger-contact"),
        ("Stuur ons een bericht via WhatsApp.", "messenger-contact"),
        ("Napisz do nas na Messengerze.", "messenger-contact"),
        ("Skriv till oss på WhatsApp.", "messenger-contact"),
        ("Chama no zap.", "messenger-contact"),
        ("Bize WhatsApp üzerinden yazın.", "messenger-contact"),
        ("公式LINEを友だち追加してください。", "messenger-contact"),
        ("请加微信", "messenger-contact"),
        ("Follow us on Instagram.", "social-profile"),
        ("Our website has the manual.", "off-amazon-contact"),
        ("Give us a call, the number is on the box.", "off-amazon-contact"),
        ("Please send us your private e-mail.", "personal-data-request"),
        ("Bitte nennen Sie uns Ihre Handynummer.", "personal-data-request"),
        ("We refund you by PayPal.", "off-amazon-payment"),
        ("Zahlen Sie bitte per Überweisung.", "off-amazon-payment"),
        ("Order directly from us next time.", "off-amazon-sale"),
        ("Scan the QR code on the card.", "qr-code"),
    ],
)
def test_an_invitation_is_found_by_the_rule_of_its_kind(text: str, rule: str) -> None:
    assert rule in rules_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The watch shows WhatsApp and Facebook notifications.",
        "We do not use WhatsApp.",
        "The book 'Instagram for Bakers' ships tomorrow.",
        "The signal line is yellow.",
        "You asked for our WhatsApp. We stay in this thread.",
        "We cannot see your e-mail address; please answer in this thread.",
        "The refund goes back to your card.",
        "Show the QR code at the drop-off point.",
        "Die Uhr zeigt WhatsApp-Nachrichten an.",
        "El reloj muestra las notificaciones de WhatsApp.",
        "Wir rufen nicht an und schreiben keine E-Mails.",
    ],
)
def test_what_invites_nowhere_is_left_alone(text: str) -> None:
    assert rules_of(text) == set()
