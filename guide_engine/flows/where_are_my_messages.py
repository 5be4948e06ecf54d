"""Where are my messages? The exact steps for this person, on this device, for this purpose.

The outcomes stand in ``_where_buyer`` and ``_where_seller``.
"""

from __future__ import annotations

from guide_engine.flow import Answer, Flow, Question
from guide_engine.flows._where_buyer import BUYER_OUTCOMES
from guide_engine.flows._where_seller import SELLER_OUTCOMES

_NAMES_CHANGE = "The buttons have other places on a computer and on a phone."


def _device(who: str, app: str) -> Question:
    return Question(
        name=f"{who}-device",
        title="What are you using?",
        help="A tablet with a browser counts as a computer.",
        why=_NAMES_CHANGE,
        answers=(
            Answer("computer", "A computer", f"{who}-computer"),
            Answer("phone", f"A phone with the {app} app", f"{who}-phone"),
            Answer(
                "phone-browser",
                "A phone without the app",
                f"{who}-computer",
                hint="The website works in the phone's browser as well.",
            ),
        ),
    )


_BUYER = (
    _device("buyer", "Amazon Shopping"),
    Question(
        name="buyer-computer",
        title="What do you want to do?",
        why="There is one place for all messages, and another for a single order.",
        answers=(
            Answer("read-all", "Read all my messages from sellers", "buyer-computer-all"),
            Answer("one-order", "Find or write the messages about one order", "buyer-computer-order"),
            Answer("amazon", "Talk to Amazon, not to a seller", "amazon-itself"),
            Answer("no-button", "Write to a seller, but there is no button", "no-contact-button"),
            Answer("file", "Send a photo or a file", "buyer-file"),
            Answer("stop", "Stop messages from sellers", "buyer-stops"),
            Answer("odd", "Find out whether a message is genuine", "odd-message"),
            Answer("not-sure", "Not sure", "buyer-computer-all", hint="We show you where all of them are."),
        ),
    ),
    Question(
        name="buyer-phone",
        title="What do you want to do?",
        why="There is one place for all messages, and another for a single order.",
        answers=(
            Answer("read-all", "Read all my messages from sellers", "buyer-phone-all"),
            Answer("one-order", "Find or write the messages about one order", "buyer-phone-order"),
            Answer("chat", "I see a live chat: is that it?", "amazon-itself"),
            Answer("no-button", "Write to a seller, but there is no button", "no-contact-button"),
            Answer("file", "Send a photo or a file", "buyer-file"),
            Answer("stop", "Stop messages from sellers", "buyer-stops"),
            Answer("odd", "Find out whether a message is genuine", "odd-message"),
            Answer("not-sure", "Not sure", "buyer-phone-all", hint="We show you where all of them are."),
        ),
    ),
)

_SELLER = (
    _device("seller", "Amazon Seller"),
    Question(
        name="seller-computer",
        title="What do you want to do?",
        why="Reading, finding, writing and alerts have different places in Seller Central.",
        answers=(
            Answer("read", "Read and answer messages", "seller-computer-read"),
            Answer("find", "Find one message again, or see what I sent", "seller-computer-find"),
            Answer("first", "Write to a buyer first", "seller-writes-first"),
            Answer("alerts", "Get an alert when a buyer writes", "seller-alerts"),
            Answer("file", "Send a file", "seller-file"),
            Answer("staff", "Let a colleague answer", "seller-staff"),
            Answer("missing", "A message is missing", "seller-missing"),
            Answer("not-sure", "Not sure", "seller-computer-read", hint="We show you the inbox."),
        ),
    ),
    Question(
        name="seller-phone",
        title="What do you want to do?",
        why="Some things work in the app, others only in Seller Central in a browser.",
        answers=(
            Answer("read", "Read and answer messages", "seller-phone-read"),
            Answer("push", "Get an alert on the phone", "seller-push"),
            Answer("find", "Find one message again, or see what I sent", "seller-computer-find"),
            Answer("first", "Write to a buyer first", "seller-writes-first"),
            Answer("file", "Send a file", "seller-file"),
            Answer("missing", "A message is missing", "seller-missing"),
            Answer("not-sure", "Not sure", "seller-phone-read", hint="We show you the inbox."),
        ),
    ),
)

FLOW = Flow(
    name="where-are-my-messages",
    title="Where are my messages?",
    summary="Two or three questions, then the exact steps: for buyers and for sellers, on a computer or a phone.",
    start="who",
    questions=(
        Question(
            name="who",
            title="Do you buy or do you sell?",
            help="If you do both, choose what this message is about.",
            why="Buyers and sellers use different websites and different apps.",
            answers=(
                Answer("buyer", "I buy", "buyer-device"),
                Answer("seller", "I sell", "seller-device"),
                Answer("not-sure", "Not sure", "buyer-device", hint="If you have no shop on Amazon, you are a buyer."),
            ),
        ),
        *_BUYER,
        *_SELLER,
    ),
    outcomes=(*BUYER_OUTCOMES, *SELLER_OUTCOMES),
)
