"""Outcomes of "May I send this?" where the seller writes first and has a good reason."""

from __future__ import annotations

from typing import Final

from guide_engine.flow import Outcome, Verdict
from guide_engine.flows._shared import CRITICAL, INSTRUCTIONS, INVOICES, REVIEW_REQUEST, TAG_AND_CRITICAL, THIRTY_DAYS
from guide_engine.site_pages import links
from guide_engine.sources import Citation, Position, cite

_PAGE: Final = "In Seller Central open **Orders → Manage Orders** and click the buyer's name."
_PERMITTED: Final = "Yes: this is a permitted reason"


def _by_reason(  # noqa: PLR0913  # all but three are keywords: a call reads like a form
    name: str,
    reason_shown: str,
    summary: str,
    *steps: str,
    reason: str,
    citations: tuple[Citation, ...],
    template: str | None = None,
    title: str = _PERMITTED,
    verdict: Verdict = "send",
    positions: tuple[Position, ...] = (),
) -> Outcome:
    """A message by the Contact Buyer page, with the reason to choose there."""
    return Outcome(
        name=name,
        title=title,
        verdict=verdict,
        summary=summary,
        steps=(_PAGE, f"Choose the reason **{reason_shown}**, or the one that comes nearest.", *steps),
        citations=citations,
        positions=positions,
        template=template,
        draft={"kind": "proactive", "reason": reason},
        links=links("sellers/write-first/", "sellers/opted-out-buyers/"),
    )


FIRST_OUTCOMES: Final = (
    _by_reason(
        "delay",
        "Problem with order",
        "If the order comes late, you must tell the buyer.",
        "Name the cause and a date you can keep.",
        title="Yes: you must tell the buyer",
        reason="order-problem",
        template="delay-notice",
        citations=cite("A1:Delays", "A20:Unexpected problem", "T35:Opt-out"),
        positions=(
            Position("Telling the buyer about a delay is a duty.", ("A1",)),
            Position("Delay notices are not critical and do not reach buyers who opted out.", ("T35",)),
        ),
    ),
    _by_reason(
        "address",
        "Problem with the shipping address",
        "A wrong or incomplete address is critical: the message reaches every buyer.",
        "Ask only for the address. You need no phone number for it.",
        reason="address-problem",
        template="address-question",
        citations=cite("A3:Critical messages", "A15:Customer data"),
    ),
    _by_reason(
        "custom",
        "Verify custom design",
        "Questions about a custom design are critical: the message reaches every buyer.",
        "Ask one thing that can be answered in a line.",
        reason="customization",
        template="customization-question",
        citations=cite("A2", "A3:Critical messages"),
    ),
    _by_reason(
        "appointment",
        "Schedule delivery",
        "Arranging a heavy or bulky delivery is critical: the message reaches every buyer.",
        "Offer two days. A link to the carrier's booking page is allowed if the delivery needs it.",
        reason="delivery-scheduling",
        template="delivery-appointment",
        citations=cite("A2", "A3:Critical messages", "A20:Delivery details"),
    ),
    _by_reason(
        "home-service",
        "Home Services appointment",
        "You may write to arrange or confirm the appointment.",
        "Write only about this appointment.",
        reason="service",
        citations=cite("A31", "T14", "A20:Service details"),
    ),
    _by_reason(
        "out-of-stock",
        "Problem with order",
        "You refunded first, so now you may tell the buyer, with the amount and the cause.",
        "A buyer who opted out may not get it. The refund arrives in any case.",
        reason="order-problem",
        template="out-of-stock-refunded",
        citations=cite("A1:Unavailable items", "A17:Cancelling", "A3:Non-critical messages"),
        positions=(
            Position("You must inform the buyer, with the reason for a problem with the order.", ("A1",)),
            Position("Out-of-stock notes are not critical.", ("A3", "A5old")),
        ),
    ),
    _by_reason(
        "return-question",
        "Follow-up on return request",
        "You may ask for what you need to complete the return.",
        "Ask only that. Say what happens next.",
        reason="return",
        citations=cite("A1:Returns", "T41"),
    ),
    _by_reason(
        "partial-refund",
        "Follow-up on return request",
        "You may offer a partial refund for a return.",
        "Leave the full refund open to the buyer. Leave out reviews.",
        reason="return",
        template="partial-refund-offer",
        citations=cite("A1:Returns", "T41", "A11"),
    ),
    _by_reason(
        "send-invoice",
        "Send invoice",
        "Sending an invoice is a permitted reason.",
        "Attach it as a PDF of up to 10 MB.",
        reason="invoice",
        citations=cite("A2", "A6:Attachments"),
        positions=INVOICES,
    ),
    _by_reason(
        "warranty",
        "that fits warranty papers",
        "You may send them, but it is contested and they may not reach a buyer who opted out.",
        "Better: wait until the buyer asks, and answer with the papers.",
        title="Only if the buyer needs them",
        verdict="review",
        reason="warranty",
        template="warranty-papers",
        citations=cite("A20:Warranty", "A3:Non-critical messages", "T2:Attachments"),
        positions=INSTRUCTIONS,
    ),
    _by_reason(
        "legal",
        "Legal disclosure",
        "Documents that the law demands may be sent, and reach every buyer.",
        "Send nothing but the document: up to five files, in the buyer's language.",
        "For a recall, ask Amazon's seller support as well.",
        reason="legal-disclosure",
        citations=cite("A20:Legal disclosure", "T25"),
        positions=CRITICAL,
    ),
    _by_reason(
        "digital-key",
        "for digital access keys",
        "A buyer of something digital needs the key, so you may send it.",
        "A program has a type of its own for this: up to 400 characters and five files.",
        reason="digital-key",
        citations=cite("A20:Digital access key"),
    ),
    _by_reason(
        "safety",
        "that fits best",
        "You may warn the buyer, but a buyer who opted out may not get it.",
        "Contact Amazon's seller support at the same time.",
        "Do not type [Important]. It has no effect any more.",
        title="Yes, and ask Amazon for help",
        verdict="review",
        reason="safety",
        template="safety-notice",
        citations=cite("A3:Critical messages", "A4", "S:The tag"),
        positions=TAG_AND_CRITICAL,
    ),
    _by_reason(
        "needed-information",
        "Problem with order",
        "Anything the buyer needs to receive the order is a permitted reason.",
        "Write only what this order needs. In a mail program, put in the order number.",
        reason="order-problem",
        citations=cite("A2", "A3:Order number and language", "T7"),
        positions=THIRTY_DAYS,
    ),
    Outcome(
        name="own-review-request",
        title="Contested: the button is the safe way",
        verdict="review",
        summary="One neutral request in your own words is permitted by Amazon's text. The article says it is forbidden.",
        steps=(
            "Better: press **Request a Review** on the order. Nobody objects to that.",
            "If you write yourself: ask once, offer nothing, welcome every opinion, ask everybody alike.",
            "Never do both. Together they count as two requests.",
            "In Germany the law may ask for the buyer's consent first.",
        ),
        citations=cite("A2", "A12", "T7", "T29", "S"),
        positions=REVIEW_REQUEST,
        draft={"kind": "proactive", "reason": "review-request"},
        links=links("sellers/write-first/", "rules/"),
    ),
    Outcome(
        name="press-the-button",
        title="Yes: press Request a Review",
        verdict="send",
        summary="Amazon sends its own neutral text, in the buyer's language. You cannot do anything wrong in it.",
        steps=(
            "Open the order in **Manage Orders** and press **Request a Review**.",
            "Do it once. Send no message of your own about it.",
            "A buyer who opted out may not get it. That is fine.",
        ),
        citations=cite("A22-window", "A21", "A22", "T29"),
        links=links("sellers/write-first/"),
    ),
)
