"""May this message reach this buyer, and by which way?

Follows the decision tree in our notes on opt-out; the comments name its branches.
The outcomes stand in ``_opt_out_outcomes``.
"""

from __future__ import annotations

from guide_engine.flow import Answer, Flow, Question
from guide_engine.flows._opt_out_outcomes import OUTCOMES

_WHY_ROUTE = (
    "Amazon does not read the purpose out of your text. It goes by the contact reason, or by the message type that a "
    "program chose."
)


def _route(name: str, what: str, arrives: str) -> Question:
    """Branch 4: how a critical message is sent."""
    return Question(
        name=name,
        title=f"How do you send the message about {what}?",
        help="The Contact Buyer page opens when you click the buyer's name in Manage Orders.",
        why=_WHY_ROUTE,
        answers=(
            Answer("matching-reason", f"On the Contact Buyer page, with the reason for {what}", arrives),
            Answer("other-reason", "On the Contact Buyer page, with another reason", "wrong-reason"),
            Answer(
                "mail",
                "From my own mail program or a help desk tool",
                "typed-tag",
                hint="Also if you would type [Important] in the subject there.",
            ),
            Answer("program", "From a program that uses Amazon's interface (SP-API)", "message-type"),
            Answer("not-sure", "Not sure", "wrong-reason", hint="We show you the way that works."),
        ),
    )


_QUESTIONS = (
    Question(  # 1
        name="who-wrote-first",
        title="Did the buyer write first, and do you answer in the same conversation?",
        help="Open the buyer's message and press Reply: that is the same conversation.",
        why="An answer to a buyer always goes through, even when the buyer has opted out.",
        answers=(
            Answer("answer", "Yes, I answer the buyer's own message", "blocked"),
            Answer(
                "new-message", "The buyer wrote, but I begin a new message", "broken-rules", hint="Counts as first."
            ),
            Answer("me-first", "No, I write first", "broken-rules"),
            Answer("not-sure", "Not sure", "broken-rules", hint="We go on as if you wrote first: the careful way."),
        ),
    ),
    Question(
        name="blocked",
        title="Was your answer blocked?",
        help="Amazon then sends you an e-mail that the message was not delivered.",
        why="Sometimes an answer is taken for a new message. That can be mended.",
        answers=(
            Answer("no", "No, or I have not sent it yet", "answer-arrives"),
            Answer("yes", "Yes", "answer-again"),
        ),
    ),
    Question(  # 2
        name="broken-rules",
        title="Is any of this in your message?",
        help=(
            "- a link that leads away from Amazon\n- an offer, a coupon or another product\n- your phone number, e-mail "
            "address or messenger\n- a wish for a *good* review, a reward for one, or a wish to change one"
        ),
        why="One such element is enough to stop a message, whatever else it says. An urgent purpose does not excuse it.",
        answers=(
            Answer("yes", "Yes, at least one", "fix-first"),
            Answer("no", "No, none of it", "purpose"),
            Answer("not-sure", "Not sure", "check-first", hint="The checker tells you."),
        ),
    ),
    Question(  # 3
        name="purpose",
        title="What is the message for?",
        help="Choose the main thing you need from the buyer.",
        why="Only a few purposes reach buyers who opted out.",
        answers=(
            Answer("custom", "A question about a custom design", "route-custom"),
            Answer("delivery", "Arranging a heavy or bulky delivery", "route-delivery"),
            Answer("address", "A problem with the delivery address", "route-address"),
            Answer("problem", "A problem that keeps the order from being completed", "route-problem"),
            Answer("legal", "A document that the law obliges me to send", "legal-document"),
            Answer("safety", "A safety notice or a recall", "law"),
            Answer("warranty", "Warranty papers", "warranty-tag"),
            Answer("review", "Asking for a review or for feedback", "review-request"),
            Answer("low-rating", "Helping a buyer who left a low rating", "brand-owner"),
            Answer("other", "Something else", "tag", hint="Shipping notices, tips, manuals, thanks, invoices …"),
            Answer("not-sure", "Not sure", "tag", hint="We go on as if it was not critical: the careful way."),
        ),
    ),
    _route("route-custom", "the custom design", "custom-arrives"),
    _route("route-delivery", "the delivery", "delivery-arrives"),
    _route("route-address", "the address", "address-arrives"),
    _route("route-problem", "the problem with the order", "problem-arrives"),
    Question(  # 4d, 4e
        name="message-type",
        title="Which message type does the program use?",
        help="The program's own help names it. If in doubt, ask its maker.",
        why="Two of Amazon's message types are called critical. For the others nothing is written about opt-out.",
        answers=(
            Answer("unexpected-problem", "Unexpected problem, or legal disclosure", "true-content"),
            Answer("other-type", "Another type", "other-type", hint="Custom design, delivery, order details, key …"),
            Answer("not-sure", "Not sure", "other-type"),
        ),
    ),
    Question(
        name="true-content",
        title="Is the message truly about such a problem, or such a document?",
        why="Using these types only to get past an opt-out is misuse.",
        answers=(
            Answer("yes", "Yes", "critical-type"),
            Answer("no", "No, I chose it so that the message arrives", "type-misused"),
        ),
    ),
    Question(  # 5d
        name="law",
        title="Does a law oblige you to send the buyer a document about this?",
        help="An authority or your lawyer can tell you. A recall often comes with such a duty.",
        why="Documents that the law demands reach everybody. Other safety notices are on no list.",
        answers=(
            Answer("yes", "Yes", "legal-document"),
            Answer("no", "No", "safety-unlisted"),
            Answer("not-sure", "Not sure", "safety-unlisted"),
        ),
    ),
    Question(  # 5e
        name="warranty-tag",
        title="Did you type [Important] into the subject or the first line?",
        why="Older advice names warranty papers as a use for the tag. Amazon's lists do not.",
        answers=(
            Answer("yes", "Yes", "warranty-tagged"),
            Answer("no", "No", "warranty-untagged"),
        ),
    ),
    Question(  # 5b
        name="brand-owner",
        title="Do you own the brand, and has the rating fewer than 4 stars?",
        help="Brand owners find such ratings on the Customer Reviews page in Seller Central.",
        why="Brand owners have a way of their own, with Amazon's fixed text. It reaches buyers who opted out.",
        answers=(
            Answer("yes", "Yes, both", "courtesy-refund"),
            Answer("no", "No", "no-way-to-reviewer"),
            Answer("not-sure", "Not sure", "no-way-to-reviewer"),
        ),
    ),
    Question(  # 3a
        name="tag",
        title="Did you type [Important] into the subject or the first line?",
        why="On a message that is not critical, the tag was always misuse.",
        answers=(
            Answer("yes", "Yes", "tag-misused"),
            Answer("no", "No", "opted-out"),
        ),
    ),
    Question(
        name="opted-out",
        title="Has this buyer opted out?",
        help="You cannot look it up. You learn it from the e-mail that a message was not delivered.",
        why="Messages that are not critical do not reach buyers who opted out.",
        answers=(
            Answer("yes", "Yes, a message came back", "made-to-order"),
            Answer("no", "No, earlier messages of mine arrived", "permitted"),
            Answer("not-sure", "Not sure", "permitted", hint="Most sellers do not know."),
        ),
    ),
    Question(  # 5c
        name="made-to-order",
        title="Is it a Handmade or a Custom order?",
        why="In 2017 buyers could not opt out for such orders.",
        answers=(
            Answer("yes", "Yes", "handmade"),
            Answer("no", "No", "will-not-arrive"),
            Answer("not-sure", "Not sure", "will-not-arrive"),
        ),
    ),
    Question(  # 3c
        name="permitted",
        title="Is it for one of these reasons?",
        help=(
            "- information you need to complete the order\n- a return: more information, or a partial refund\n- an "
            "invoice\n- a Home Services appointment\n- anything else the buyer needs to receive the order"
        ),
        why="For all other purposes you may not write first at all.",
        answers=(
            Answer("yes", "Yes", "may-send"),
            Answer("no", "No", "not-permitted"),
            Answer("not-sure", "Not sure", "not-permitted"),
        ),
    ),
)

FLOW = Flow(
    name="important-and-opt-out",
    title="Will my message reach a buyer who opted out?",
    summary=(
        "Some buyers have told Amazon that they want no messages from sellers. Find out whether yours arrives, which "
        "way to send it, and what became of the [Important] tag."
    ),
    start="who-wrote-first",
    questions=_QUESTIONS,
    outcomes=OUTCOMES,
)
