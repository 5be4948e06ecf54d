"""May I send this message at all, by which way, and with which words?

Asks who writes, what for and how old the order is. The outcomes stand in
``_may_i_send_answers`` (the buyer wrote) and ``_may_i_send_first`` (the seller begins).
"""

from __future__ import annotations

from guide_engine.flow import Answer, Flow, Question
from guide_engine.flows._may_i_send_answers import ANSWER_OUTCOMES
from guide_engine.flows._may_i_send_first import FIRST_OUTCOMES
from guide_engine.flows._may_i_send_other import OTHER_OUTCOMES


def _shipper(name: str, outcome: str) -> Question:
    """Asked before every answer about a parcel: Amazon's own parcels are Amazon's matter."""
    return Question(
        name=name,
        title="Who ships this order?",
        help="The order page says “Fulfilled by Amazon” or “Fulfilled by seller”.",
        why="For orders that Amazon ships, Amazon's customer service answers questions about the parcel.",
        answers=(
            Answer("me", "I do", outcome),
            Answer("amazon", "Amazon does", "amazon-answers"),
            Answer("not-sure", "Not sure", outcome, hint="Look at the order page before you send."),
        ),
    )


def _age(name: str, outcome: str) -> Question:
    """Asked before a seller writes first: how old is the order?"""
    return Question(
        name=name,
        title="When was the order completed?",
        help="Amazon does not say what “completed” means. If you know the delivery date, count from that.",
        why="You may write first until 30 days after completion. Answers to a buyer have no such limit.",
        answers=(
            Answer("not-yet", "It is still open", outcome),
            Answer("within-30", "Within the last 30 days", outcome),
            Answer("older", "More than 30 days ago", "too-old"),
            Answer("cancelled", "The order was cancelled", "cancelled"),
            Answer("not-sure", "Not sure", "find-the-date"),
        ),
    )


_ANSWERING = (
    Question(
        name="about",
        title="What is your answer about?",
        help="If there are several things, choose the one the buyer asked first.",
        why="Answers are always allowed. Which words help depends on the question.",
        answers=(
            Answer("product", "The product: how it works, what fits", "answer-product"),
            Answer("parcel", "Where the parcel is", "shipper-parcel"),
            Answer("damage", "Something arrived damaged", "shipper-damage"),
            Answer("missing", "A part is missing", "shipper-missing"),
            Answer("return", "How to send something back", "answer-return"),
            Answer("refund", "A refund that I have made", "answer-refund"),
            Answer("replacement", "A replacement that I have sent", "answer-replacement"),
            Answer("warranty", "The warranty papers", "answer-warranty"),
            Answer("review", "I want to ask for a review, or for another one", "answer-review"),
            Answer("other", "Something else", "answer-other"),
        ),
    ),
    _shipper("shipper-parcel", "answer-parcel"),
    _shipper("shipper-damage", "answer-damage"),
    _shipper("shipper-missing", "answer-missing"),
)

_WRITING_FIRST = (
    Question(
        name="purpose",
        title="Why do you want to write?",
        help="Choose the main reason. If two fit, take the one the buyer must act on.",
        why="Sellers may write first only for some reasons. Each has its own way.",
        answers=(
            Answer("open-order", "Something is needed to deliver the order", "open-order"),
            Answer("cannot-deliver", "I cannot deliver the order", "refunded"),
            Answer("return", "A return or a refund", "return-reason"),
            Answer("papers", "Papers, instructions or a key", "papers"),
            Answer("safety", "A hazard or a recall", "law"),
            Answer("shipping", "To say that the order was received or has shipped", "amazon-sends-it"),
            Answer("thanks", "To say thank you, or that I am there to help", "only-thanks"),
            Answer("review", "To ask for a review or for feedback", "asked-before"),
            Answer("marketing", "To tell about offers, products or my shop", "marketing"),
            Answer("other", "Something else", "needed"),
        ),
    ),
    Question(
        name="open-order",
        title="What is it about?",
        why="Amazon offers a contact reason for each of these. The right one reaches more buyers.",
        answers=(
            Answer("delay", "The order will be late", "delay"),
            Answer("address", "The delivery address", "address"),
            Answer("custom", "A custom design", "custom"),
            Answer("appointment", "A day for a heavy or bulky delivery", "appointment"),
            Answer("service", "A Home Services appointment", "home-service"),
            Answer("other", "Another question about the order", "age-other"),
        ),
    ),
    Question(
        name="refunded",
        title="Have you already refunded or adjusted the order?",
        help="In Manage Orders, with the reason that there is no stock or that it could not be shipped.",
        why="The refund comes first, then the message. The buyer must never cancel in your place.",
        answers=(
            Answer("yes", "Yes", "out-of-stock"),
            Answer("no", "Not yet", "refund-first"),
            Answer("buyer-cancels", "I would like the buyer to cancel", "never-ask-to-cancel"),
            Answer("not-sure", "Not sure", "refund-first"),
        ),
    ),
    Question(
        name="return-reason",
        title="What do you need about the return?",
        why="There are two good reasons to write first about a return.",
        answers=(
            Answer("information", "Information, so that I can complete it", "age-return"),
            Answer("partial", "To offer a partial refund", "age-partial"),
            Answer("confirm", "To say that the item or the refund is on its way", "return-notice"),
        ),
    ),
    _age("age-return", "return-question"),
    _age("age-partial", "partial-refund"),
    Question(
        name="papers",
        title="What do you want to send?",
        why="Invoices, legal documents and keys have their own ways. Tips and manuals are contested.",
        answers=(
            Answer("invoice", "An invoice", "business"),
            Answer("warranty", "Warranty papers", "age-warranty"),
            Answer("manual", "Instructions or tips that nobody asked for", "age-manual"),
            Answer("legal", "A document that the law demands", "legal"),
            Answer("key", "A key for something digital", "digital-key"),
        ),
    ),
    Question(
        name="business",
        title="Is the buyer a Business buyer in the UK or the EU?",
        help="The order page marks Business buyers.",
        why="There, invoices are uploaded and not sent by message.",
        answers=(
            Answer("yes", "Yes", "upload-invoice"),
            Answer("no", "No", "send-invoice"),
            Answer("not-sure", "Not sure", "upload-invoice", hint="Uploading is the careful way."),
        ),
    ),
    _age("age-warranty", "warranty"),
    _age("age-manual", "manual"),
    Question(
        name="law",
        title="Does a law oblige you to send the buyer a document about it?",
        help="An authority or your lawyer can tell you.",
        why="Such documents reach every buyer. Other safety notices are on no list.",
        answers=(
            Answer("yes", "Yes", "legal"),
            Answer("no", "No", "age-safety"),
            Answer("not-sure", "Not sure", "age-safety"),
        ),
    ),
    _age("age-safety", "safety"),
    Question(
        name="asked-before",
        title="Have you asked for a review of this order before?",
        help="By the button, by a message of your own, or through a tool: each counts.",
        why="You may ask once for each order.",
        answers=(
            Answer("yes", "Yes", "asked-twice"),
            Answer("no", "No", "how-to-ask"),
            Answer("not-sure", "Not sure", "how-to-ask", hint="Look at the order page before you ask."),
        ),
    ),
    Question(
        name="how-to-ask",
        title="How do you want to ask?",
        help="Neutral means: every opinion is welcome, nothing is offered, everybody is asked.",
        why="Reviews have the strictest rules of all.",
        answers=(
            Answer("button", "With Amazon's Request a Review button", "delivered"),
            Answer("neutral", "In my own words, neutral", "age-review"),
            Answer("good", "For a good review, or only if the buyer is happy", "biased-request"),
            Answer("reward", "With a gift, a refund or a discount", "biased-request"),
        ),
    ),
    Question(
        name="delivered",
        title="How long ago was the order delivered?",
        why="The button works from 5 days after the earliest delivery date to 30 days after the latest.",
        answers=(
            Answer("under-5", "Less than 5 days, or not yet", "too-early"),
            Answer("5-to-30", "5 to 30 days", "press-the-button"),
            Answer("over-30", "More than 30 days", "too-late-for-review"),
            Answer("not-sure", "Not sure", "press-the-button", hint="The button only works in its time."),
        ),
    ),
    _age("age-review", "own-review-request"),
    Question(
        name="needed",
        title="Does the buyer need this to receive the order?",
        why="That is the last of the permitted reasons: anything else needed for the purchase.",
        answers=(
            Answer("yes", "Yes", "age-other"),
            Answer("no", "No", "not-permitted"),
            Answer("not-sure", "Not sure", "not-permitted"),
        ),
    ),
    _age("age-other", "needed-information"),
)

FLOW = Flow(
    name="may-i-send",
    title="May I send this message?",
    summary=(
        "Say who writes, what for and how old the order is. You get a verdict, the way to send it, and a text that fits."
    ),
    start="who-writes",
    questions=(
        Question(
            name="who-writes",
            title="Did this buyer write to you, and are you answering?",
            help="It counts as an answer only in the buyer's own conversation.",
            why="Answers are always allowed. Writing first is allowed only for some reasons.",
            answers=(
                Answer("answer", "Yes, I answer", "about"),
                Answer("first", "No, I write first", "purpose"),
                Answer("stranger", "This person has neither bought from me nor written to me", "stranger"),
                Answer("not-sure", "Not sure", "purpose", hint="We go on as if you wrote first: the careful way."),
            ),
        ),
        *_ANSWERING,
        *_WRITING_FIRST,
    ),
    outcomes=(*ANSWER_OUTCOMES, *FIRST_OUTCOMES, *OTHER_OUTCOMES),
)
