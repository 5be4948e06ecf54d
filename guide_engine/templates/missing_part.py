"""Something is missing from the box: find out what, and promise it."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="missing-part",
    title="Missing part",
    purpose="Find out which part is missing and say by when you send it.",
    group="After it arrived",
    use_when="The buyer wrote that something is missing from the box.",
    not_when="Amazon ships the order for you and the whole parcel is missing: that is Amazon's customer service.",
    context={"kind": "reply", "reason": "order-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField(
            "where_to_look",
            "Where the list of parts is",
            "choice",
            "Where the buyer finds the names of the parts.",
            "on page 2 of the manual",
            choices=("on the last page of the manual", "on page 2 of the manual", "on the side of the box"),
        ),
        TemplateField(
            "send_by", "You send it by", "date", "The day the part leaves, if the buyer answers now.", "2026-10-07"
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are sorry that a part of the {item} is missing.

Please tell us the number of the part. You find it {where_to_look}. A photo of what was in the box helps too. We send \
the part free of charge, by {send_by} at the latest.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "garden bench",
        "where_to_look": "on page 2 of the manual",
        "send_by": "2026-10-07",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "As an answer this is always allowed. For orders that Amazon ships, lost and damaged goods are handled by "
        "Amazon, which has a ready answer for you to send."
    ),
    citations=cite("A5:Answering a buyer", "A18:Orders fulfilled by Amazon"),
)
