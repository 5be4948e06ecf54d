"""A request for private data. Sources A16, A35."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="private-data",
    title="A request for your private data",
    level=Level.DANGER,
    rules=("personal-data-request",),
    means="A seller needs no e-mail address, phone number, password or card number from you. Amazon passes on what an order needs.",
    do=(
        "Do not send it.",
        "Does the courier need a phone number? Put it into your address on Amazon, not into a message.",
        "Gave a password away? Change it now, here and wherever else you use it.",
    ),
    citations=(Citation("A16", "contact outside Amazon"), Citation("A35", "requests for personal data")),
    raised_by=("Please give us your personal e-mail so we can send the invoice directly.",),
)
