"""Threats and pressure. Sources A14, A15."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="threat",
    title="Threats or pressure",
    level=Level.BARRED,
    rules=("pressure",),
    answer="Please keep to my order and to Amazon's messages. Please tell me here how you will solve it.",
    means="Nobody may threaten you or press you because of an order or a review. Sellers must act fairly.",
    do=(
        "You need not answer.",
        "Keep the message. It is your proof.",
    ),
    citations=(Citation("A15", "act fairly"), Citation("A14", "no pressure")),
    raised_by=("We will take legal action against you if you do not delete this.",),
)
