"""The pictures for what sellers do around their messages: who may answer, marks, scams, invoices, notices."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.figure import Picture
from hooks.drawings.parts import step
from hooks.drawings.scenes import (
    ORDER_ID,
    choose,
    first,
    follow,
    last,
    look,
    mailbox,
    no_answer_needed,
    press,
    seller_bar,
    seller_central,
    settings,
)

UPKEEP_PICTURES: Final = {
    "seller-staff": Picture(
        seller_central(
            "Seller Central, with the menu of the settings open",
            *settings(p.entry("Notification Preferences"), choose(1, "User Permissions")),
        ),
        seller_central(
            "The people who may use the account, and what one of them may do",
            step(2, "e-mail address", p.field("kim@shop.example", lead="envelope")),
            last(press(2, "Invite")),
            p.words("Kim", "bold"),
            step(3, "messages", p.tick("Use messages")),
            last(press(4, "Save")),
        ),
    ),
    "approved-sender": Picture(
        seller_central(
            "The Messaging Permissions page, with the addresses that may write to buyers",
            look(1, "Messaging Permissions"),
            p.tick("you@shop.example"),
            press(2, "Add an email address"),
        ),
        seller_central(
            "A new address, and that it is approved",
            step(3, "Type", p.field("team@shop.example", lead="envelope")),
            step(3, "Approved", p.choice("Approved", on=True)),
            p.choice("Not approved"),
            last(press(4, "Save")),
        ),
    ),
    "reply-by-email": Picture(
        mailbox(
            "The alert in your mailbox",
            step(1, "alert", p.talk("Anna, about your order", "Which size is it?")),
            p.scribble(90, 60),
            press(2, "Reply"),
        ),
        mailbox(
            "Your answer, without a signature",
            p.field("It is size M.", rows=2),
            step(3, "signature", p.scribble(40, 30)),
            last(press(4, "Send")),
        ),
    ),
    "no-response-needed": Picture(
        seller_central(
            "A buyer's message that needs no answer, open",
            step(1, "message", p.said("Thank you!")),
            p.field("", rows=2),
            no_answer_needed(2, p.button("Send")),
        )
    ),
    "seller-report": Picture(
        seller_central(
            "An odd message, open, with a link to report it and the mark below",
            step(1, "message", p.said("Log in here, fast:", "amazon-login.example")),
            first(follow(2, "Report")),
            no_answer_needed(4),
        ),
        seller_central(
            "Seller Central, with the help menu open",
            seller_bar(),
            p.menu(p.entry("Help"), choose(3, "Seller Support", "bubble"), wide=220),
        ),
    ),
    "answer-in-time": Picture(
        seller_central(
            "The list of messages, those that wait for an answer first",
            look(1, "Messages", "messages"),
            step(2, "oldest", p.talk("Anna", "Yesterday, 16:30")),
            p.talk("Ben", "Today, 9:10"),
        ),
        seller_central(
            "A short answer with a day in it, and the mark for what needs none",
            p.said("Does it fit model X?"),
            step(3, "name a day", p.field("I will tell you by Tuesday.", rows=2)),
            no_answer_needed(4, p.button("Send")),
        ),
    ),
    "business-invoice": Picture(
        seller_central(
            "The orders, with one that waits for its invoice",
            look(1, "Manage Orders"),
            p.entry(ORDER_ID, "box"),
            press(2, "Upload invoice", "Upload the invoice"),
        )
    ),
    "blocked-notice": Picture(
        mailbox(
            "The notice in your mailbox",
            look(1, "Your message was not sent", "the notice"),
            p.scribble(90, 70),
            p.words("… the buyer opted out …", "bold"),
            p.scribble(60),
        )
    ),
}
