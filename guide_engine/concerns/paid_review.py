"""Something in return for a review. Sources A12, A13."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="paid-review",
    title="Something for a review",
    level=Level.BARRED,
    rules=("review-incentive",),
    answer="I do not write or change reviews in return for anything. Please write to me only about my order.",
    means="Money, gifts or refunds for a review are forbidden. It can cost the seller the right to sell.",
    do=(
        "You owe nobody a review, and a refund that is due does not hang on one.",
        "Do not send a screenshot or your order number for it.",
        "Report the message to Amazon if you like.",
    ),
    citations=(Citation("A12", "compensation for reviews"), Citation("A13", "zero tolerance")),
    raised_by=("Send a screenshot of your review and get a $20 gift card.",),
)
