"""Answer to "where is my order?" once the parcel is on its way."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="shipping-update",
    title="Shipping update",
    purpose="Tell a buyer who asked that the order has shipped and when it should arrive.",
    group="On its way",
    use_when="The buyer asked where the order is. You answer in the same thread.",
    not_when=(
        "Nobody asked. Amazon tells the buyer by itself that an order has shipped, and its guidelines do not want "
        "the same notice from you. If the parcel is late, use the delay notice."
    ),
    context={"kind": "reply"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField("shipped_on", "Shipped on", "date", "The day the carrier took the parcel.", "2026-10-05"),
        TemplateField("expected_on", "Expected on", "date", "The delivery date the order page shows.", "2026-10-08"),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

Thank you for asking. Your order {order_id} ({item}) has shipped: the carrier took it on {shipped_on}. It should be \
with you by {expected_on}.

You can follow the parcel under Your Orders > Track package. If it does not arrive by then, answer this message and we \
will look into it the same day.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "shipped_on": "2026-10-05",
        "expected_on": "2026-10-08",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "**Sources disagree about sending this unasked.** The Aura article of 18 February 2026 counts shipping "
        "confirmations among the allowed messages and offers one as a template. Amazon's own help page advises "
        "against order and shipping notices from sellers, its moderator lists them as not critical, and the German "
        "guidelines, as quoted by Enida, leave them out of the permitted messages. Amazon's text weighs more.\n\n"
        "**When it is fine:** as an answer to a buyer who asked. **When the checker warns:** when you write first."
    ),
    citations=cite("A7:Shipping notices", "A3:Non-critical messages", "T7", "A5:Answering a buyer", "S:Templates"),
)
