"""Asking the buyer to cancel. Sources A17, A1."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="cancel-for-seller",
    title="You are asked to cancel",
    level=Level.BARRED,
    rules=("cancellation-request",),
    answer="Please cancel the order yourself if you cannot deliver it, and refund me through Amazon.",
    means="If a seller cannot deliver, the seller has to cancel and refund. It should not be you who cancels.",
    do=(
        "You need not cancel.",
        "Ask the seller to cancel and refund the order, in Amazon's messages.",
    ),
    citations=(Citation("A17", "cancellations"), Citation("A1", "items that are not available")),
    raised_by=("We're out of stock, could you please cancel the order?",),
)
