"""The warranty papers a buyer asked for, as an attachment."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="warranty-papers",
    title="Warranty papers",
    purpose="Send the warranty papers as a file and say what they cover and until when.",
    group="Papers and safety",
    use_when="The buyer asked for the warranty papers, or how long the warranty runs.",
    not_when=(
        "You want the buyer to register on your own site: that leads away from Amazon. Do not type [Important] for "
        "warranty papers."
    ),
    context={
        "kind": "reply",
        "reason": "warranty",
        "attachments": [{"name": "warranty.pdf", "bytes": 180_000}],
    },
    fields=(
        BUYER_NAME,
        ITEM,
        TemplateField("starts_on", "Warranty from", "date", "The first day of the warranty.", "2026-10-08"),
        TemplateField("ends_on", "Warranty until", "date", "The last day of the warranty.", "2028-10-08"),
        TemplateField(
            "covers",
            "What it covers",
            "text",
            "In one short sentence, as the papers say it.",
            "It covers faults in material and making.",
            max_length=300,
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

The warranty papers for your {item} are attached to this message.

The warranty runs from {starts_on} to {ends_on}. {covers} Please keep the papers together with the invoice.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "garden bench",
        "starts_on": "2026-10-08",
        "ends_on": "2028-10-08",
        "covers": "It covers faults in material and making.",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "**Sources disagree about what warranty papers are.** The Aura article of 18 February 2026 lists them among the "
        "messages worth the [Important] tag. Amazon's interface for programs gives them a type of their own and "
        "does not call it critical; a guide of 2019 lists warranties as not critical. Amazon removed the typed tag "
        "altogether.\n\n"
        "As an answer this is always allowed. Files may be up to 10 MB, and warranty information is named among "
        "the files that may be sent."
    ),
    citations=cite("A5:Answering a buyer", "A20:Warranty", "A6", "A4", "T2", "T35:Opt-out", "S:The tag"),
)
