"""ORD03: asking the buyer to cancel because the seller cannot deliver. Sources A1 and A17."""

from collections.abc import Iterator

from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.order_talk import PLEASE_CANCEL, PLEASE_CANCEL_UNASKED
from guide_engine.detectors.phrases import find
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """A request to cancel; in an answer only where it comes with the seller's own reason."""
    patterns = PLEASE_CANCEL_UNASKED if reading.draft.proactive else PLEASE_CANCEL
    for span in find(reading.prose, patterns):
        yield Hit(span, fixes=remove_sentence(reading, span))


RULE = Rule(
    name="cancellation-request",
    code="ORD03",
    title="Asking the buyer to cancel",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="Do not ask the buyer to cancel. If you cannot deliver, refund the order yourself, then say why.",
    why=(
        "Amazon's guidelines say what to do when an item is not available: cancel or refund the order first, with the "
        "true reason. Then tell the buyer, under the reason “Problem with order”. A cancellation by the buyer would hide "
        "that the seller could not deliver."
    ),
    fix="Refund the order with the reason “no inventory” or “could not ship”. Then write what you refunded and why.",
    exceptions=(
        "If the buyer asked how to cancel, tell them: Your Orders, then Request Cancellation. Saying that you cancelled "
        "and refunded the order is right."
    ),
    citations=(
        Citation("A1", "when an item is not available"),
        Citation("A17", "who cancels, and how"),
        Citation("A3", "messages about stock are not critical"),
    ),
    check=check,
    flagged=(
        example("We're out of stock, ⟦could you please cancel the order?⟧", kind="proactive"),
        example("The item is sold out. ⟦Please request a cancellation in Your Orders⟧.", kind="reply"),
        example("We cannot ship to the islands, ⟦so please cancel⟧.", kind="reply"),
        example("⟦Kindly cancel your order 112-1234567-1234567⟧.", kind="proactive"),
    ),
    allowed=(
        example(
            "You can find it in Your Account > Your Orders > Request Cancellation.",
            kind="reply",
            note="The buyer asked how.",
        ),
        example("The noise-cancelling mode can be cancelled with one tap.", kind="reply", note="About the product."),
        example(
            "The item is out of stock, so we cancelled order 112-1234567-1234567 and refunded $24.99.",
            kind="proactive",
            note="Refunded first, then told.",
        ),
        example(
            "Your order is delayed until 8 May. If you want to cancel, please cancel it under Your Orders.",
            kind="proactive",
            note="The buyer's own choice.",
        ),
        example("Please do not cancel, the parcel is out for delivery.", kind="reply", note="Says the opposite."),
    ),
)
