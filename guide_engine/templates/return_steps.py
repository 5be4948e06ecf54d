"""How to send something back, for a buyer who asked."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="return-steps",
    title="Steps for a return",
    purpose="Tell a buyer who wants to return an item exactly what to do.",
    group="Returns and refunds",
    use_when="The buyer asked how to send the item back.",
    not_when=(
        "Nobody asked: write first about a return only if you need more information or offer a partial refund. "
        "Never make a refund depend on a review."
    ),
    context={"kind": "reply", "reason": "return"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField("return_by", "Return by", "date", "The last day of the return window.", "2026-10-31"),
        TemplateField(
            "refund_after",
            "Refund after",
            "choice",
            "When you refund.",
            "within two working days after the parcel arrives",
            choices=(
                "within two working days after the parcel arrives",
                "within two working days after the carrier scans the label",
                "as soon as the parcel arrives",
            ),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

Of course you can return the {item}. Please do it by {return_by}:

1. Open Your Orders on Amazon and find the order.
2. Choose Return or replace items and pick a reason.
3. Print the label, put it on the box and hand the parcel in.

We refund you {refund_after}.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "return_by": "2026-10-31",
        "refund_after": "within two working days after the parcel arrives",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "As an answer this is always allowed. Writing first about a return is meant for two cases: you need more "
        "information to complete it, or you offer a partial refund; the reason is *Follow-up on return request*. "
        "Refunds go through Amazon, never around it.\n\n"
        "The names of the buttons are those of the US site as we know them; they change now and then. Check them "
        "in your own account before you send."
    ),
    citations=cite("A1:Returns", "A5:Answering a buyer", "A11"),
)
