"""The replacement the buyer asked for is on its way."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="replacement-sent",
    title="Replacement sent",
    purpose="Tell a buyer who reported a problem that the replacement is on its way.",
    group="Returns and refunds",
    use_when="The buyer reported a fault or a loss, and you have sent another item free of charge.",
    not_when="Nobody asked for one. Do not mention reviews, not even when the buyer is pleased.",
    context={"kind": "reply", "reason": "order-problem"},
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField("sent_on", "Sent on", "date", "The day the carrier took it.", "2026-10-05"),
        TemplateField("expected_on", "Expected on", "date", "When it should arrive.", "2026-10-08"),
        TemplateField(
            "tracking",
            "Tracking number",
            "text",
            "The carrier's number, if there is one. Leave it empty if there is none.",
            "1Z999AA10123456784",
            required=False,
            max_length=60,
        ),
        TemplateField(
            "old_item",
            "The first item",
            "choice",
            "What should become of it.",
            "You can keep or recycle the first one.",
            choices=(
                "You can keep or recycle the first one.",
                "Please send the first one back with the label in this message.",
                "If the first one still arrives, please tell us.",
            ),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

We are sorry for the trouble. A new {item} left our house on {sent_on}, free of charge. It should be with you by \
{expected_on}.

Tracking number: {tracking}

{old_item}

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "sent_on": "2026-10-05",
        "expected_on": "2026-10-08",
        "tracking": "1Z999AA10123456784",
        "old_item": "You can keep or recycle the first one.",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "As an answer this is always allowed. A tracking *number* is plain text; a link to the carrier's page may "
        "be filtered. Asking for a changed review after a replacement is barred."
    ),
    citations=cite("A5:Answering a buyer", "A11", "T23"),
)
