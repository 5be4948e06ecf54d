"""REV01: a neutral request for a review. Contested: the article forbids it, Amazon permits one (A2, A12)."""

from collections.abc import Iterator

from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.review_talk import asked, review_links
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def check(reading: Reading) -> Iterator[Hit]:
    """Requests in words, and bare addresses of review pages."""
    in_words = asked(reading.prose, reading.draft.proactive)
    for span in in_words:
        yield Hit(span, fixes=remove_sentence(reading, span))
    for span in reading.once(review_links):
        if not any(span.overlaps(other) for other in in_words):
            yield Hit(span, message=_LINK, fixes=remove_sentence(reading, span))


_LINK = "This address leads to a page for writing a review, so the message asks for one."


RULE = Rule(
    name="review-request",
    code="REV01",
    title="Review request",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="This asks for a review. Amazon permits one neutral request per order. The article this guide began with says none.",
    why=(
        "Amazon lists a request for a product review or for seller feedback among the permitted reasons to write "
        "first. It must be neutral, and there may be only one per order. The button *Request a Review* counts as "
        "that one. Many guides, and the article this site started from, say that any request in a message is "
        "forbidden. As both are in print, we warn and let you decide."
    ),
    fix=(
        "Use the button *Request a Review* on the order's page instead. Amazon sends its own text, in the buyer's "
        "language. Or keep one neutral sentence, and do not press the button as well."
    ),
    exceptions=(
        "To *review the instructions* or *review your address* is to read something again. Feedback noise, an energy "
        "rating and a five-star base are not reviews either. Thanks for a review that is already there ask for nothing."
    ),
    positions=(
        Position(
            "One neutral request per order is permitted (Amazon moderator and Amazon's questions and answers on reviews, read November 2026).",
            ("A2", "A12"),
        ),
        Position(
            "Messages must not ask for reviews at all; use the button Request a Review (article of 18 February 2026).",
            ("S",),
        ),
    ),
    citations=(
        Citation("A2", "permitted reasons"),
        Citation("A12", "asking for reviews"),
        Citation("S", "what's forbidden"),
    ),
    check=check,
    flagged=(
        example("Your order was delivered on Monday. ⟦Would you leave a product review?⟧", kind="proactive"),
        example("⟦Please leave seller feedback on Amazon⟧.", kind="proactive"),
        example("We make these lamps by hand. ⟦A review on Amazon would be lovely⟧.", kind="proactive"),
        example("⟦Tell other shoppers what you think⟧.", kind="proactive"),
        example("All about the kettle: ⟦https://www.amazon.com/review/create-review?asin=B0TESTING1⟧"),
        example("⟦Please leave a review on https://www.amazon.com/review/create-review today⟧."),
    ),
    allowed=(
        example(
            "Please review your order details before we start engraving.",
            kind="proactive",
            reason="customization",
            note="Here *review* means check.",
        ),
        example("Your feedback on which step fails helps us fix it.", note="The buyer is asked about a fault."),
        example("The microphone picks up feedback noise; lower the gain.", note="A sound."),
        example("We never ask for reviews.", note="Says the opposite."),
        example("The energy rating is A and the lamp has a five-star base.", note="Properties of a product."),
    ),
)
