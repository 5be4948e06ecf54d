"""REV06: a reward for a review. Zero tolerance: sources A12, A13, T7."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.review_talk import REWARDED
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="review-incentive",
    code="REV06",
    title="Reward for a review",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This offers something for a review. Amazon bars every reward for reviews, with zero tolerance.",
    why=(
        "Money, a gift card, a free or cheaper product, a refund, a prize draw or a favour later: Amazon bars all of "
        "them in exchange for a review, a change to one or its removal. The penalty can be the loss of the account."
    ),
    fix="Take the reward and the request out. A refund that the buyer is due goes out without any word about reviews.",
    exceptions="A refund, a partial refund or a free replacement for a fault is fine as long as no review is tied to it.",
    citations=(
        Citation("A12", "compensation for reviews"),
        Citation("A13", "zero tolerance"),
        Citation("T7", "German guideline text"),
    ),
    check=phrases(*REWARDED),
    supersedes=(
        "review-request",
        "discount-offer",
        "product-promotion",
        "off-amazon-payment",
        "biased-review-request",
        "review-dictation",
    ),
    flagged=(
        example("⟦Send a screenshot of your review and get a $20 gift card.⟧", kind="proactive"),
        example("⟦Leave a review and we refund the full price.⟧", kind="proactive"),
        example("⟦$15 to your PayPal for five stars on our page.⟧", kind="proactive"),
        example(
            "Hi Sam,\n\nyour kettle was delivered on Monday. ⟦If you like it, please leave a 5-star review and get a "
            "$10 gift card.⟧\n\nQuestions? Call us at +1 415 555 0132 or write to help@kettlehouse.com 🙂\n\n"
            "Check out our new toasters at www.kettlehouse.com!",
            kind="proactive",
        ),
    ),
    allowed=(
        example("We issued a full refund of $24.99 for your return.", note="A refund that nothing is tied to."),
        example("We can offer a 20% partial refund for the scratch.", note="Allowed in returns."),
        example("We will send a free replacement bulb today.", note="Mending a fault."),
        example("We never ask for reviews in return for refunds.", note="Says the opposite."),
    ),
)
