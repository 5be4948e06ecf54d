"""The refund the buyer asked about has been made."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="refund-done",
    title="Refund done",
    purpose="Tell a buyer who asked that the refund is made, how much and from when.",
    group="Returns and refunds",
    use_when="The buyer wrote about a return or a refund, and you have made the refund.",
    not_when="Nobody asked, or the refund is not made yet.",
    context={"kind": "reply", "reason": "return"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField("amount", "Amount refunded", "money", "As the order page shows it, with the currency.", "$24.99"),
        TemplateField("refunded_on", "Refunded on", "date", "The day you made the refund.", "2026-10-08"),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We refunded {amount} for the {item} on {refunded_on}. The money goes back the way you paid; your bank may need a few \
days to show it.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "amount": "$24.99",
        "refunded_on": "2026-10-08",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "As an answer this is always allowed. Sent unasked, a confirmation of a return or refund counts as not "
        "critical in a guide of 2019 and may not reach a buyer who opted out. A refund may never be tied to a "
        "review."
    ),
    citations=cite("A5:Answering a buyer", "A11", "T35:Opt-out"),
)
