"""Paying with gift cards. Sources A35, A16."""

from guide_engine.concern import Concern, Level
from guide_engine.detectors.phrases import pattern
from guide_engine.sources import Citation

CONCERN = Concern(
    name="gift-card",
    title="Paying with gift cards",
    level=Level.DANGER,
    heard=(pattern("card-demand"),),
    instead_of=("pay-outside",),
    means="Nobody honest asks to be paid with gift cards or their codes. Whoever has the code has the money, and it cannot be called back.",
    do=(
        "Do not buy a card for this, and do not send any code.",
        "Sent a code already? Call the company whose card it is now. Its number is on the card or its receipt.",
    ),
    citations=(Citation("A35", "gift cards"), Citation("A16", "payments outside Amazon")),
    raised_by=(
        "Please pay the remaining $50 with an Amazon gift card and send us the code.",
        "Buy two Steam gift cards and send me the codes on the back.",
        "Bitte bezahlen Sie die Gebühr mit Google-Play-Gutscheinkarten.",
        "Veuillez payer les frais de douane avec une carte cadeau.",
        "Por favor, pague la diferencia con una tarjeta regalo de Amazon.",
        "La preghiamo di pagare la differenza con una carta regalo.",
        "差額はギフトカードでお支払いください。",
    ),
)
