"""Money outside Amazon. Sources A16, A35, A34."""

from guide_engine.concern import Concern, Level
from guide_engine.rules.off_amazon_payment import PAID_OUTSIDE
from guide_engine.sources import Citation

CONCERN = Concern(
    name="pay-outside",
    title="Money outside Amazon",
    level=Level.DANGER,
    rules=("off-amazon-payment",),
    # Sellers read of the reward alone where it is both; to a buyer the bank details are the greater danger.
    heard=(PAID_OUTSIDE,),
    means="Payments and refunds for an Amazon order go through Amazon. What you pay elsewhere, Amazon cannot get back for you.",
    do=(
        "Do not pay, and do not give bank or wallet details.",
        "A refund that you are owed comes by itself, to the way you paid.",
        "Already paid? Tell your bank and Amazon's support today.",
    ),
    citations=(
        Citation("A16", "payments outside Amazon"),
        Citation("A35", "payment requests"),
        Citation("A34", "how refunds are paid"),
    ),
    raised_by=("Send me your PayPal address and I'll refund you there.",),
)
