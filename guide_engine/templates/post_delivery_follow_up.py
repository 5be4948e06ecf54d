"""Looking in again after a delivery, inside a thread the buyer began."""

from guide_engine.fields import BUYER_NAME, ITEM, SELLER_NAME
from guide_engine.sources import cite
from guide_engine.template import Template

TEMPLATE = Template(
    name="post-delivery-follow-up",
    title="Follow-up after delivery",
    purpose="Ask whether the item arrived whole, after a buyer wrote to you about it.",
    group="After it arrived",
    use_when=(
        "The buyer wrote to you about this order, and you look in once more in the same thread: after a "
        "replacement, a late parcel, a missing part."
    ),
    not_when=(
        "You would be writing first. A message that only says you are there to help is not among the permitted "
        "ones. To ask for a review, use the Request a Review button instead."
    ),
    context={"kind": "reply"},
    fields=(BUYER_NAME, ITEM, SELLER_NAME),
    body="""Hello {buyer_name},

We are checking in to make sure that the {item} arrived in one piece. If something is wrong with it, answer this \
message and we will help you.

Kind regards
{seller_name}""",
    example={"buyer_name": "Anna", "item": "stoneware mug", "seller_name": "Jo from Acme Home"},
    notes=(
        "**Sources disagree about sending this unasked.** The Aura article of 18 February 2026 offers such a message and "
        "calls it compliant. The German guidelines as quoted by Enida, a law firm and Jungle Scout all say that "
        "messages which only give thanks or offer help are not permitted. They restate Amazon's own text, so they "
        "weigh more.\n\n"
        "**When it is fine:** as part of a conversation the buyer began. **When the checker warns:** when you "
        "write first."
    ),
    citations=cite("T7", "T15", "T18", "A5:Answering a buyer", "S:Templates"),
)
