"""Offer to keep a flawed item against part of the price."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="partial-refund-offer",
    title="Offer of a partial refund",
    purpose="Offer a buyer who wants to return an item the choice of keeping it for part of the price.",
    group="Returns and refunds",
    use_when="The buyer has asked for a return or reported a flaw, and keeping the item may suit both of you.",
    not_when="The buyer has not complained. Never offer money for a review or for changing one.",
    context={"kind": "proactive", "reason": "return"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField(
            "flaw",
            "The flaw",
            "text",
            "What the buyer reported, in a few words. It follows “about”.",
            "the scratch on the handle",
            max_length=160,
        ),
        TemplateField("amount", "Amount you offer", "money", "With its currency.", "$5.00"),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

Thank you for telling us about {flaw}. We have your return request for order {order_id} ({item}).

You can choose: send the item back for a full refund, or keep it and we refund {amount} of the price through Amazon. \
Please answer this message with your choice.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "flaw": "the scratch on the handle",
        "amount": "$5.00",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "A partial refund offer is one of the two reasons for writing first about a return; choose *Follow-up on "
        "return request*. The full refund stays open to the buyer. Money in return for a review, or after one, "
        "falls under zero tolerance."
    ),
    citations=cite("A1:Returns", "T41", "A11", "A13"),
)
