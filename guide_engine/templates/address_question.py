"""The address on the order cannot be delivered to as it stands."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="address-question",
    title="Question about the address",
    purpose="Ask the buyer to complete or correct the delivery address before you ship.",
    group="Before it ships",
    use_when="The carrier cannot deliver to the address as it stands, and the order has not left yet.",
    not_when=(
        "The parcel is on its way: ask the carrier. Do not ask for a phone number or an e-mail address; you do not "
        "need them for this."
    ),
    context={"kind": "proactive", "reason": "address-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField(
            "problem",
            "What is wrong",
            "choice",
            "What keeps the parcel from arriving.",
            "the house number is missing",
            choices=(
                "the house number is missing",
                "the flat or floor is missing",
                "the postcode does not match the town",
                "the street cannot be found",
                "the carrier does not deliver to this address",
            ),
        ),
        TemplateField(
            "answer_by", "Answer needed by", "date", "The last day on which you can still ship in time.", "2026-10-06"
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are ready to send your order {order_id} ({item}), but there is a problem with the delivery address: {problem}.

Please answer this message with the full delivery address by {answer_by}, so that your parcel leaves in time.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "problem": "the house number is missing",
        "answer_by": "2026-10-06",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "A problem with the delivery address is one of the reasons that reach buyers who opted out. Choose it on "
        "the Contact Buyer page; Amazon marks the message by itself. Names and addresses may be used for "
        "delivering the order and for nothing else."
    ),
    citations=cite("A3:Critical messages", "A4", "A15:Customer data"),
)
