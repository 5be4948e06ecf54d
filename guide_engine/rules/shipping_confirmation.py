"""ORD01: a notice that the order was received, sent or delivered. Sources A7, A3, T7 against the article."""

from collections.abc import Iterator

from guide_engine.detectors.order_talk import SHIPPED, after_tag, has_purpose, suggested_removal
from guide_engine.detectors.phrases import find
from guide_engine.draft import Kind
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def check(reading: Reading) -> Iterator[Hit]:
    """Sentences that confirm the order or its shipment, where the message has no other purpose."""
    if has_purpose(reading):
        return
    for span in find(reading.prose, SHIPPED):
        yield Hit(after_tag(reading, span), fixes=suggested_removal(reading, span))


RULE = Rule(
    name="shipping-confirmation",
    code="ORD01",
    title="Order or shipping notice",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="Amazon sends this notice itself. By its guidelines sellers do not send it again; one article says you may.",
    why=(
        "Amazon tells the buyer when an order is received, sent and delivered. Its help page asks sellers not to send "
        "the same again. The German guidelines, as quoted by a support firm, leave such notices out of what is "
        "permitted. Amazon's own text weighs more than the article."
    ),
    fix="Do not send it. Confirm the shipment in Seller Central with the tracking number, and Amazon tells the buyer.",
    exceptions=(
        "Fine as an answer to “where is my order?”. A delay is no such notice: you have to tell the buyer about it. "
        "A replacement, a missing part, an address problem or a delivery appointment is a purpose of its own."
    ),
    positions=(
        Position(
            "Sellers are not to send order and shipping notices; Amazon does it (help page and moderator, undated; the "
            "guidelines of 2020 as quoted by others).",
            ("A7", "A3", "T7", "T15", "T18", "T40"),
        ),
        Position(
            "Shipping confirmations are allowed, and here is a template for one (18 February 2026).",
            ("S",),
        ),
    ),
    citations=(
        Citation("A7", "no order and shipping notices"),
        Citation("A3", "messages that are not critical"),
        Citation("T7", "what permitted messages do not include"),
        Citation("S", "shipping update"),
    ),
    check=check,
    flagged=(
        example("⟦Your order has shipped!⟧ Thank you.", kind="proactive"),
        example(
            "⟦Hi Anna, your order 112-1234567-1234567 has shipped.⟧ You can track it in your order details.",
            kind="proactive",
        ),
        example("⟦Your order 112-1234567-1234567 was delivered today.⟧ Enjoy!", kind="proactive"),
        example("⟦We have received your order and will pack it with care.⟧", kind="proactive"),
    ),
    allowed=(
        example("Your order has shipped and should arrive on Friday.", kind="reply", note="An answer to a question."),
        example(
            "We are sorry, your order is delayed until 8 Oct because of a storm.",
            kind="proactive",
            note="A delay has to be told.",
        ),
        example(
            "Your order cannot be shipped yet: the house number is missing from your address.",
            kind="proactive",
            note="A question that must be answered first.",
        ),
        example(
            "The missing part of your order was sent today.",
            kind="proactive",
            note="Amazon sends no notice of a part.",
        ),
        example(
            "Which name shall we engrave? Your order will be shipped as soon as we know.",
            kind="proactive",
            note="Nothing is confirmed.",
        ),
        example(
            "Your order has shipped. Do not plug in the adapter: it can overheat, and we send you another one.",
            kind="proactive",
            reason="safety",
            note="The buyer's safety is a purpose of its own.",
        ),
    ),
    applies_to=(Kind.PROACTIVE,),
)
