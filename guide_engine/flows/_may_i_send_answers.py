"""Outcomes of "May I send this?" where the buyer wrote and the seller answers."""

from __future__ import annotations

from typing import Final

from guide_engine.flow import Outcome
from guide_engine.flows._shared import SHIPPING_NOTICE
from guide_engine.site_pages import links
from guide_engine.sources import Citation, Position, cite

_HOW: Final = (
    "Open the buyer's message and press **Reply**.",
    "Answer within 24 hours, weekends included. An automatic reply does not count.",
)
_SOURCES: Final = cite("A5:Answering a buyer", "A9:Answering in time")


def _answer(  # noqa: PLR0913  # all but two are keywords: a call reads like a form
    name: str,
    summary: str,
    *steps: str,
    template: str | None = None,
    reason: str | None = None,
    citations: tuple[Citation, ...] = (),
    positions: tuple[Position, ...] = (),
) -> Outcome:
    """An answer that may be sent; what differs is the words and a caution."""
    return Outcome(
        name=name,
        title="Yes: answer in the same conversation",
        verdict="send",
        summary=summary,
        steps=(*_HOW, *steps),
        citations=_SOURCES + citations,
        positions=positions,
        template=template,
        draft={"kind": "reply"} if reason is None else {"kind": "reply", "reason": reason},
        links=links("sellers/reply/", "tools/check/"),
    )


ANSWER_OUTCOMES: Final = (
    _answer(
        "answer-product",
        "Questions about a product may always be answered, before and after the purchase.",
        "Give the answer first. Leave out other products and offers.",
        template="product-answer",
        reason="product-question",
        citations=cite("A16"),
    ),
    _answer(
        "answer-parcel",
        "The buyer asked where the parcel is. Now you may say that it has shipped.",
        "Give the tracking number as text. A link to the carrier may be filtered.",
        template="shipping-update",
        citations=cite("A7", "T23"),
        positions=SHIPPING_NOTICE,
    ),
    _answer(
        "answer-damage",
        "Say sorry once, ask for photos, and offer a replacement or a return.",
        "Refund only through Amazon. Leave out reviews.",
        template="damage-report",
        reason="order-problem",
        citations=cite("A11", "A6:Attachments"),
    ),
    _answer(
        "answer-missing",
        "Find out which part is missing and say by when you send it.",
        template="missing-part",
        reason="order-problem",
    ),
    _answer(
        "answer-return",
        "The buyer wants to send something back. Say exactly how.",
        "A refund may never depend on a review.",
        template="return-steps",
        reason="return",
        citations=cite("A11"),
    ),
    _answer(
        "answer-refund",
        "Say how much you refunded and when.",
        template="refund-done",
        reason="return",
    ),
    _answer(
        "answer-replacement",
        "Say when the replacement left and when it should arrive.",
        "Do not ask for a changed review, not even now.",
        template="replacement-sent",
        reason="order-problem",
        citations=cite("A11"),
    ),
    _answer(
        "answer-warranty",
        "The buyer asked for the papers: send them as a file.",
        "Files may have up to 10 MB. Leave [Important] out of the subject.",
        template="warranty-papers",
        reason="warranty",
        citations=cite("A6:Attachments", "A4"),
    ),
    _answer(
        "answer-other",
        "Any answer is allowed, as long as its content keeps to the rules.",
        "No links to other sites, no contact outside Amazon, no offers.",
        "Is nothing left to say? Mark the message as “No response needed”.",
        citations=cite("A16", "A8:No response needed"),
    ),
    Outcome(
        name="answer-review",
        title="No: leave reviews out of your answer",
        verdict="stop",
        summary=(
            "Asking a buyer who is pleased is barred, because you would not ask the others. Asking to change or remove "
            "a product review is barred in every case."
        ),
        steps=(
            "Answer what the buyer wrote, and nothing more.",
            "If you have not asked yet, press **Request a Review** on the order. Amazon's text goes to all alike.",
        ),
        citations=cite("A11", "A12", "A13"),
        positions=(
            Position("Once a problem is solved, you may say that *seller feedback* can be changed.", ("A14",)),
            Position("Amazon took the message type for this out of its interface in August 2025.", ("A20",)),
        ),
        draft={"kind": "reply"},
        links=links("rules/", "sellers/mistakes/"),
    ),
    Outcome(
        name="amazon-answers",
        title="Point the buyer to Amazon's customer service",
        verdict="send",
        summary="Amazon ships this order, so it handles lost, late and damaged parcels and returns.",
        steps=(
            "Answer the buyer shortly and kindly.",
            "Say that Amazon ships this order and that its customer service can help at once.",
            "You may give the link to Amazon's contact page. Amazon's own ready text has it too.",
        ),
        citations=cite("A18:Orders fulfilled by Amazon", "A5:Answering a buyer"),
        draft={"kind": "reply"},
        links=links("sellers/reply/", "faq/"),
    ),
)
