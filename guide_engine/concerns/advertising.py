"""Advertising in a message. Sources T7, T40."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="advertising",
    title="Advertising",
    level=Level.ODD,
    rules=("discount-offer", "product-promotion", "listing-link"),
    means="Messages are for your order. Sellers may not send you offers or advertising.",
    do=(
        "You can leave it unanswered.",
        "Too many of these? You can [stop messages that you did not ask for](buyers/opt-out/).",
    ),
    citations=(Citation("T7", "marketing"), Citation("T40", "promotions")),
    raised_by=("Get 20% off your next order with code TWENTY.",),
)
