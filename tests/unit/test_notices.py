"""Which case a pasted notice is: told in six languages by the lexicons' concepts."""

from __future__ import annotations

import pytest

from guide_engine.notice import Notice, recognise
from guide_engine.registry import notices

SHOWN = [(notice, text) for notice in notices() for _, text in notice.shown]


@pytest.mark.parametrize(("notice", "text"), SHOWN, ids=[f"{n.name}-{t[:40]}" for n, t in SHOWN])
def test_a_notice_is_told_by_its_words(notice: Notice, text: str) -> None:
    found = recognise(text, notices())
    assert [one.notice.name for one in found[:1]] == [notice.name]


@pytest.mark.parametrize("notice", notices(), ids=lambda notice: notice.name)
def test_every_case_is_shown_in_six_languages(notice: Notice) -> None:
    assert {language for language, _ in notice.shown} == {"en", "de", "fr", "es", "it", "ja"}


@pytest.mark.parametrize(
    "text",
    [
        "Hello, where is my parcel?",
        "Ihre Bestellung ist unterwegs.",
        "Please see the attachment.",
        "ご注文ありがとうございます。",
        "The invoice is in the attachment. Your order ships tomorrow.",
        "Die Lieferung wurde nicht zugestellt, weil niemand zu Hause war.",
        "Votre colis n'a pas pu être remis au voisin.",
        "El paquete no se pudo entregar porque no había nadie en casa.",
        "Il pacco è fermo in dogana.",
        "Your account statement for May is ready.",
    ],
)
def test_other_texts_are_no_notice(text: str) -> None:
    assert recognise(text, notices()) == ()


def test_the_words_that_tell_a_case_are_marked() -> None:
    text = "Sorry 😀: The buyer opted out from receiving this message."
    (found,) = recognise(text, notices())
    assert [text[span.start : span.end] for span in found.spans] == ["opted out"]


def test_several_cases_come_in_the_order_of_their_telling_words() -> None:
    text = (
        "This message was not delivered because your account was restricted from sending proactive messages. "
        "Earlier, a buyer opted out."
    )
    assert [one.notice.name for one in recognise(text, notices())] == ["restricted", "opted-out"]


def test_every_case_says_how_it_often_reads() -> None:
    assert all(notice.to_json()["often_reads"] for notice in notices())
