"""Arranging a day for a heavy or bulky delivery."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="delivery-appointment",
    title="Delivery appointment",
    purpose="Agree on a day for a heavy or bulky delivery.",
    group="Before it ships",
    use_when="The item comes by freight or needs somebody at home, and the day must be agreed.",
    not_when="An ordinary parcel. Amazon tells the buyer when it comes.",
    context={"kind": "proactive", "reason": "delivery-scheduling"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField("first_day", "First day you offer", "date", "A day the carrier can come.", "2026-10-08"),
        TemplateField("second_day", "Second day you offer", "date", "Another such day.", "2026-10-12"),
        TemplateField(
            "time_of_day",
            "Time of day",
            "choice",
            "When the carrier comes.",
            "between 8:00 and 12:00",
            choices=("between 8:00 and 12:00", "between 12:00 and 17:00", "between 8:00 and 17:00"),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

Your order {order_id} ({item}) is heavy, so somebody must be there to receive it.

The carrier can come on {first_day} or on {second_day}, {time_of_day}. Please answer this message with the day that \
suits you, or name another.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "garden bench",
        "order_id": "112-1234567-1234567",
        "first_day": "2026-10-08",
        "second_day": "2026-10-12",
        "time_of_day": "between 8:00 and 12:00",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Arranging the delivery of heavy or bulky goods is a permitted reason and a critical one: it reaches "
        "buyers who opted out. A link to the carrier's booking page may be added where the delivery needs it."
    ),
    citations=cite("A2", "A3:Critical messages", "A20:Delivery details"),
)
