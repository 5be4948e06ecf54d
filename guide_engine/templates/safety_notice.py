"""A hazard with a product that was sold: what to do, at once."""

from guide_engine.fields import BUYER_NAME, ITEM, ORDER_NUMBER, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template, TemplateField

TEMPLATE = Template(
    name="safety-notice",
    title="Safety notice",
    purpose="Warn a buyer about a hazard and say what to do now and what you do about it.",
    group="Papers and safety",
    use_when="You have learned of a hazard in a product you sold.",
    not_when=(
        "The law obliges you to send a document, as in a recall: send it as *legal disclosure*, which reaches "
        "everybody. In a recall, ask Amazon first how it wants buyers to be told. Never for ordinary tips on use."
    ),
    context={"kind": "proactive", "reason": "safety"},
    fields=(
        BUYER_NAME,
        ITEM,
        ORDER_NUMBER,
        TemplateField(
            "hazard",
            "The hazard",
            "text",
            "What can happen, in one plain sentence.",
            "The handle can come off when the mug is hot.",
            max_length=300,
        ),
        TemplateField(
            "do_now",
            "What the buyer should do now",
            "text",
            "One plain sentence that starts with the verb.",
            "Stop using the mug and keep it away from children.",
            max_length=300,
        ),
        TemplateField(
            "remedy",
            "What you do",
            "choice",
            "What the buyer gets.",
            "We refund the full price through Amazon; you need not send the item back.",
            choices=(
                "We refund the full price through Amazon; you need not send the item back.",
                "We send a replacement free of charge.",
                "We send a safe part free of charge.",
            ),
        ),
        SELLER_NAME,
    ),
    body="""Hello {buyer_name},

This is a safety notice about the {item} from your order {order_id}.

{hazard}

{do_now}

{remedy} If you have a question, answer this message.

Kind regards
{seller_name}""",
    example={
        "buyer_name": "Anna",
        "item": "stoneware mug",
        "order_id": "112-1234567-1234567",
        "hazard": "The handle can come off when the mug is hot.",
        "do_now": "Stop using the mug and keep it away from children.",
        "remedy": "We refund the full price through Amazon; you need not send the item back.",
        "seller_name": "Jo from Acme Home",
    },
    notes=(
        "**Sources disagree.** The Aura article of 18 February 2026 says safety notices and recalls carry the "
        "[Important] tag and reach buyers who opted out. Amazon removed the typed tag (on 25 April 2025, says "
        "eDesk), and none of its lists of critical messages names safety or recalls.\n\n"
        "So this notice may not reach a buyer who opted out. If the law requires the document, *legal disclosure* "
        "does, say notes on the interface for programs. In every other case ask Amazon for help."
    ),
    citations=cite("A3:Critical messages", "A4", "A20:Legal disclosure", "T8", "T25", "S:The tag"),
)
