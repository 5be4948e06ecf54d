"""ORD02: a message that only thanks or only offers help. Sources T7, T15, T18, T39 against the article."""

from collections.abc import Iterator

from guide_engine.detectors.order_talk import empty_talk
from guide_engine.draft import Kind
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def check(reading: Reading) -> Iterator[Hit]:
    """The whole message, where nothing in it but thanks, greetings and offers of help is said."""
    span = empty_talk(reading)
    if span:
        yield Hit(span)


RULE = Rule(
    name="thank-you-only",
    code="ORD02",
    title="Only thanks or an offer of help",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="This only gives thanks or offers help. Such a message is not permitted; one article calls it fine.",
    why=(
        "A message that you start needs a purpose that helps to complete the order. Messages that only say thank you, "
        "or only that you are there for questions, are named as not permitted. This comes from the German guidelines as "
        "quoted by a support firm, a law firm and two services."
    ),
    fix="Do not send it. Buyers find the Contact Seller button in their orders. To ask for a review, use the button.",
    exceptions=(
        "Thanks beside something that the buyer needs is fine. So is looking in again in a thread that the buyer began."
    ),
    positions=(
        Position(
            "Messages that only say thank you, or only offer help, are not permitted (guidelines of September 2020, as "
            "quoted and restated).",
            ("T7", "T15", "T18", "T39"),
        ),
        Position(
            "A message after delivery that checks in and offers help is within the rules (18 February 2026).",
            ("S",),
        ),
    ),
    citations=(
        Citation("T7", "what permitted messages do not include"),
        Citation("T15", "messages that only say thank you"),
        Citation("T18", "messages that only offer help"),
        Citation("S", "post-delivery follow-up"),
    ),
    check=check,
    flagged=(
        example("⟦Thanks for your purchase, we appreciate your business.⟧", kind="proactive"),
        example("⟦Checking in to make sure everything arrived in good condition; reply if not.⟧", kind="proactive"),
        example(
            "⟦Hi Anna, we wanted to check in and make sure everything arrived in good condition. If anything isn't right "
            "or you need product support, reply to this message and our team will help. We appreciate your business.⟧",
            kind="proactive",
        ),
        example(
            "Hello Ben,\n\n⟦thank you for your order 112-1234567-1234567. If you have any questions, we are here to "
            "help.⟧\n\nKind regards\nJo from Acme Home",
            kind="proactive",
        ),
    ),
    allowed=(
        example(
            "Thank you for your message. The strap is 22 mm.",
            kind="proactive",
            note="It says something besides.",
        ),
        example(
            "Thank you for your order. Before we can engrave it, please tell us the date.",
            kind="proactive",
            note="A question needed to complete the order.",
        ),
        example(
            "Thank you! If anything is missing, let us know and we will put it right.",
            kind="reply",
            note="Inside a thread that the buyer began.",
        ),
        example(
            "Thank you for your order. Your invoice is attached.",
            kind="proactive",
            attachments=[{"name": "invoice.pdf", "bytes": 80_000}],
            note="An invoice is a purpose.",
        ),
        example(
            "Thank you for your order. The carrier comes between 8 and 12 on Friday.",
            kind="proactive",
            note="The buyer has to know this.",
        ),
    ),
    applies_to=(Kind.PROACTIVE,),
)
