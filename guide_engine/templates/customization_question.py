"""A custom order cannot be made until the buyer answers a question."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="customization-question",
    title="Question about a custom order",
    purpose="Ask what you must know before you engrave, print or sew.",
    group="Before it ships",
    use_when="The order is made to the buyer's wishes and something in it is missing, unclear or too long.",
    not_when="The item is not made to order, or you only want to say that work has begun.",
    context={"kind": "proactive", "reason": "customization"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField(
            "question",
            "Your question",
            "text",
            "One question the buyer can answer in a line.",
            "Should the name be written as John or as Jhon?",
            max_length=300,
        ),
        TemplateField("answer_by", "Answer needed by", "date", "The day on which you must start.", "2026-10-06"),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are about to make the {item} of your order {order_id} and need one answer first:

{question}

Please answer this message by {answer_by}. We start as soon as we hear from you.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "engraved mug",
        "order_id": "112-1234567-1234567",
        "question": "Should the name be written as John or as Jhon?",
        "answer_by": "2026-10-06",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Questions about a custom design are a permitted reason and a critical one: they reach buyers who opted "
        "out. Sent by a program, the text may have up to 800 characters and five files."
    ),
    citations=cite("A2", "A3:Critical messages", "A20:Customization details"),
)
