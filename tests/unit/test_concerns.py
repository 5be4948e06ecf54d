"""What a buyer is told about a seller's message."""

from __future__ import annotations

import pytest

from guide_engine.concern import SAFE_ANSWER, Concern, Level, assess
from guide_engine.draft import DraftError
from guide_engine.registry import concerns, rules

RAISED = [(concern, text) for concern in concerns() for text in concern.raised_by]


@pytest.mark.parametrize(("concern", "text"), RAISED, ids=[f"{c.name}-{t[:40]}" for c, t in RAISED])
def test_a_message_raises_its_concern_first(concern: Concern, text: str) -> None:
    found = assess(text, concerns())
    assert found.raised[0].concern is concern
    assert found.level is concern.level
    assert all(span.end <= len(text) for span in found.raised[0].spans)


def test_every_concern_rests_on_rules_that_exist() -> None:
    known = {rule.name for rule in rules()}
    assert {name for concern in concerns() for name in concern.rules} <= known


def test_a_rule_raises_at_most_one_concern() -> None:
    named = [name for concern in concerns() for name in concern.rules]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    "text",
    [
        "Hello Anna, your parcel is delayed until 8 October because of a storm. We are sorry.",
        "The strap is 22 mm wide. Please answer here if you need another one.",
        "Would you leave a product review? All opinions are welcome.",
        "The gift card that you ordered is in the box.",
        "We refunded the amount to your gift card balance on Amazon.",
        "The driver will ask for the one-time password that Amazon shows in your app.",
        "The verification code for the smart lock is printed on page 3 of the manual.",
        "Hold the button for 5 seconds to reset the password of the camera.",
        "We never ask you to send us your password.",
        "Your account number with the carrier is not needed.",
        "Bitte nennen Sie uns nie Ihr Passwort.",
    ],
)
def test_a_normal_message_raises_none(text: str) -> None:
    assert assess(text, concerns()).level is Level.NORMAL


def test_the_worst_concern_comes_first() -> None:
    found = assess("Get 20% off your next order. Send me your PayPal address and I'll refund you there.", concerns())
    assert [one.concern.level for one in found.raised] == sorted(
        (one.concern.level for one in found.raised), key=list(Level).index
    )
    assert found.level is Level.DANGER


def test_a_concern_that_says_it_better_stands_alone() -> None:
    found = assess("Your account will be suspended within 24 hours.", concerns())
    assert [one.concern.name for one in found.raised] == ["scare"]


def test_two_concerns_stand_beside_each_other_where_each_has_words_of_its_own() -> None:
    text = "We will report you to the police if you do not withdraw the claim. Your account will be closed."
    found = assess(text, concerns())
    assert [one.concern.name for one in found.raised] == ["scare", "threat"]


def test_the_answer_to_copy_fits_the_worst_concern() -> None:
    assert assess("Please leave us a five-star review.", concerns()).safe_answer.startswith("I decide myself")
    both = assess("Leave us a five-star review. Send me your PayPal address and I refund you there.", concerns())
    assert both.safe_answer == SAFE_ANSWER


def test_a_passage_within_another_stands_for_both() -> None:
    text = "So glad you like the lamp! Please leave us a five-star review. Thank you for it."
    spans = [text[span.start : span.end] for one in assess(text, concerns()).raised for span in one.spans]
    assert not [one for one in spans for other in spans if one != other and other in one]


def test_what_the_buyer_wrote_is_not_held_against_the_message() -> None:
    quoted = "The refund is on its way.\n\nOn Monday Anna wrote:\n> Must I send you my password? Act now, you said."
    assert assess(quoted, concerns()).level is Level.NORMAL


def test_an_empty_message_is_named() -> None:
    with pytest.raises(DraftError, match="empty"):
        assess("   ", concerns())
