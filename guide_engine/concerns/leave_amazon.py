"""A way off Amazon: links, phones, e-mail, messengers. Sources A16, A34."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="leave-amazon",
    title="A way off Amazon",
    level=Level.BARRED,
    rules=(
        "external-link",
        "shortened-link",
        "email-address",
        "phone-number",
        "messenger-contact",
        "social-profile",
        "off-amazon-contact",
        "off-amazon-sale",
        "qr-code",
    ),
    means="The message leads you to another site, a phone or a chat. There, Amazon cannot see what is agreed, and cannot help you.",
    do=(
        "Stay in Amazon's messages. Answer there if you want to.",
        "Do not open links or files that you did not ask for.",
        "The number of a courier or of the maker may be meant well. Look it up yourself before you call.",
    ),
    citations=(Citation("A16", "leading buyers away"), Citation("A34", "keep to Amazon's messages")),
    raised_by=(
        "Message us on WhatsApp +1 415 555 0132 and we fix it in minutes.",
        "Watch the video: https://youtu.be/dQx7fLm20aE",
    ),
)
