"""Answer to a question about the product."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="product-answer",
    title="Answer to a product question",
    purpose="Answer what the buyer asked about the product, first thing, in plain words.",
    group="After it arrived",
    use_when="A buyer asked something about a product, before or after buying it.",
    not_when=(
        "The question is about the delivery of an order that Amazon ships for you: point the buyer to Amazon's "
        "customer service. Do not add other products, offers or links to your own shop to the answer."
    ),
    context={"kind": "reply", "reason": "product-question"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField(
            "answer",
            "Your answer",
            "text",
            "The answer itself, with the numbers or steps that matter. Several lines are fine.",
            "The mug holds 350 ml and is safe in the dishwasher and the microwave.",
            multiline=True,
            max_length=1500,
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

Thank you for your question about the {item}.

{answer}

If something is still unclear, answer this message. We read every one.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "answer": "The mug holds 350 ml and is safe in the dishwasher and the microwave.",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Answers to a buyer's message are always allowed, and reach buyers who opted out. They have no 30-day "
        "limit. Answer within 24 hours, weekends included; an automatic reply does not count. The rules on content "
        "hold in answers too: no offers, no way round Amazon."
    ),
    citations=cite("A5:Answering a buyer", "A9:Answering in time", "A16", "T42", "S:Templates"),
)
