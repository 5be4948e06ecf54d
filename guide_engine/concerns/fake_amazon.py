"""A link that only looks like Amazon. Sources A35, T58."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="fake-amazon",
    title="A link that only looks like Amazon",
    level=Level.DANGER,
    rules=("lookalike-link",),
    means="The address is made to look like Amazon's. Pages like this are built to take passwords and card numbers.",
    do=(
        "Do not click it. Did you already? Change your Amazon password now.",
        "Did you type in card or bank data? Call your bank.",
    ),
    citations=(Citation("A35", "links that are not Amazon's"), Citation("T58", "reported scam mails")),
    raised_by=("Log in at https://www.amazon.com.order-bonus.net/gift to see your order.",),
)
