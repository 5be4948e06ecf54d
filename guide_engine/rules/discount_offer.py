"""PRO01: a discount, coupon or special offer. Sources T7, T15, T40, A1old."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.promotion_talk import DISCOUNTS
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="discount-offer",
    code="PRO01",
    title="Discount offer",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This offers a discount. Amazon bars coupons and special offers in messages to buyers.",
    why=(
        "Messages are for completing an order and for answering questions. Amazon's guidelines name marketing, "
        "coupons and special offers among the things a message may never contain, not even as a thank-you."
    ),
    fix="Take the offer out. To make up for a fault, refund a part through the order instead.",
    exceptions=(
        "A partial refund for a fault is fine. So is answering a question about a coupon that the buyer used, or "
        "saying that a price cannot be changed."
    ),
    citations=(
        Citation("A1old", "content that is not allowed"),
        Citation("T7", "marketing"),
        Citation("T15", "coupons"),
        Citation("T40", "promotions"),
    ),
    check=phrases(*DISCOUNTS),
    flagged=(
        example("⟦Get 20% off your next order with code TWENTY.⟧"),
        example("The refund is done. ⟦As a little extra, here is 25 % off whatever you order next.⟧"),
        example("⟦BUY 2 GET 1 FREE⟧", kind="proactive"),
        example("⟦Our spring sale ends on Sunday.⟧", kind="proactive"),
    ),
    allowed=(
        example("We can offer a 20% partial refund for the scratch.", note="Allowed in returns."),
        example("The coupon you used reduces the refundable amount to €18.40.", note="The buyer's own coupon."),
        example("The discount you ask about cannot be applied after purchase.", note="An answer."),
        example(
            "The price in the invoice already includes the promotion Amazon applied at checkout.",
            note="Explains a price.",
        ),
    ),
)
