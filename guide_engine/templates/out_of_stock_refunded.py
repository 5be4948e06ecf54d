"""The item cannot be delivered and the money is already on its way back."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="out-of-stock-refunded",
    title="Out of stock, refund done",
    purpose="Tell the buyer that the item cannot be sent, that you have refunded it, and why.",
    group="Before it ships",
    use_when="You have already refunded or adjusted the order because the item cannot be delivered.",
    not_when="The refund is not done yet: do that first. Never ask the buyer to cancel because you have no stock.",
    context={"kind": "proactive", "reason": "order-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField("amount", "Amount refunded", "money", "As the order page shows it, with the currency.", "$24.99"),
        TemplateField(
            "cause",
            "Why you cannot send it",
            "choice",
            "The true reason.",
            "the item was damaged in our stock",
            choices=(
                "the item was damaged in our stock",
                "we have no more of this item",
                "the item was lost before it was packed",
                "we could not ship to the address",
            ),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are sorry: we cannot send your order {order_id} ({item}) because {cause}.

We have refunded {amount} to the way you paid. It can take a few days until your bank shows it. You do not need to do \
anything.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "amount": "$24.99",
        "cause": "the item was damaged in our stock",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Refund first, then write, with the reason *Problem with order*, the amount and the cause. Asking the "
        "buyer to cancel in your place is not allowed.\n\n"
        "**Opt-out:** an Amazon moderator lists out-of-stock notes as not critical, so the message may not reach "
        "everybody. The refund does."
    ),
    citations=cite("A1:Unavailable items", "A17:Cancelling", "A3:Non-critical messages"),
)
