"""The order will be late: the one notice a seller must send."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="delay-notice",
    title="Delay notice",
    purpose="Tell the buyer that the order comes later than promised, why, and by when.",
    group="On its way",
    use_when="You can still deliver, but not by the promised date. Amazon expects you to tell the buyer.",
    not_when=(
        "You cannot deliver at all: refund first, then use “Out of stock, refund done”. Never ask the buyer to "
        "cancel for you."
    ),
    context={"kind": "proactive", "reason": "order-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField(
            "cause",
            "Cause",
            "text",
            "What holds it up, in a few words. It follows “because of”.",
            "a storm at our warehouse",
            max_length=160,
        ),
        TemplateField(
            "new_date", "New delivery date", "date", "The date you can keep. Better late than wrong.", "2026-10-08"
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are sorry: your order {order_id} ({item}) is delayed because of {cause}. The new delivery date is {new_date}.

You do not need to do anything. If that date is too late for you, answer this message and we will find a solution.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "cause": "a storm at our warehouse",
        "new_date": "2026-10-08",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Telling the buyer about a delay is a duty. Choose the reason *Problem with order* on the Contact Buyer "
        "page.\n\n"
        "**Will it reach a buyer who opted out?** A guide of 2019 lists delay notices among the messages that do "
        "not. Amazon's interface for programs calls a problem that affects the order critical. With the matching "
        "reason it should arrive; a delay sent under another reason may be stopped."
    ),
    citations=cite("A1:Delays", "A20:Unexpected problem", "T35:Opt-out"),
)
