"""Answer to a buyer whose item arrived damaged: ask for photos, offer the choice."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="damage-report",
    title="Answer to a damage report",
    purpose="Say sorry once, ask for the photos you need, and offer a replacement or a return.",
    group="After it arrived",
    use_when="The buyer wrote that the item arrived damaged and you ship your own orders.",
    not_when=(
        "Amazon ships the order for you: damage is then a matter for Amazon's customer service. Do not offer money "
        "outside Amazon, and do not speak of reviews in the same message."
    ),
    context={"kind": "reply", "reason": "order-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField(
            "photos_of",
            "Photos of",
            "choice",
            "What the photos should show.",
            "the damage and the box",
            choices=("the damage", "the damage and the box", "the damage and the label on the box"),
        ),
        TemplateField(
            "offer",
            "What you offer",
            "choice",
            "What the buyer may choose.",
            "a replacement free of charge, or a return with a full refund",
            choices=(
                "a replacement free of charge, or a return with a full refund",
                "a replacement free of charge",
                "a return with a full refund",
            ),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are sorry that the {item} arrived damaged.

Please answer this message and attach one or two photos of {photos_of}. With the photos we can offer you {offer}. Tell \
us what suits you.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "photos_of": "the damage and the box",
        "offer": "a replacement free of charge, or a return with a full refund",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "Attachments may be up to 10 MB. The article names photos of damage as a use for them; the lists of 2020 "
        "name only instructions, warranty papers and invoices for what *sellers* attach, a later summary adds "
        "whatever solves the buyer's problem.\n\n"
        "Asking for a changed review after the matter is solved is barred, even when the buyer is pleased."
    ),
    citations=cite("A5:Answering a buyer", "A6:Attachments", "A11", "A18", "T2", "T13", "S:Templates"),
)
