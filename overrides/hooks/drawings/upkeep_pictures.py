"""The pictures for what sellers do around their messages: who may answer, marks, scams, invoices, notices."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import Part, row
from hooks.drawings.figure import Picture
from hooks.drawings.frames import window
from hooks.drawings.parts import step

_SITE: Final = "sellercentral.amazon.com"
_MAIL: Final = "mail.example"


def _bar() -> Part:
    return p.bar(p.sign("lines"), p.words("Your shop"), p.spring(), p.sign("envelope"), p.sign("gear"))


UPKEEP_PICTURES: Final = {
    "seller-staff": Picture(
        window(
            "Seller Central, with the menu of the settings open",
            _bar(),
            p.menu(
                p.entry("Settings", "gear"),
                p.entry("Notification Preferences"),
                step(1, "User Permissions", p.entry("User Permissions")),
            ),
            address=_SITE,
        ),
        window(
            "The people who may use the account, and what one of them may do",
            step(2, "e-mail address", p.field("kim@shop.example", lead="envelope")),
            row(p.spring(), step(2, "Invite", p.button("Invite"))),
            p.words("Kim", "bold"),
            step(3, "messages", p.tick("Use messages")),
            row(p.spring(), step(4, "Save", p.button("Save"))),
            address=_SITE,
        ),
    ),
    "approved-sender": Picture(
        window(
            "The Messaging Permissions page, with the addresses that may write to buyers",
            step(1, "Messaging Permissions", p.heading("Messaging Permissions")),
            p.tick("you@shop.example"),
            step(2, "Add an email address", p.button("Add an email address")),
            address=_SITE,
        ),
        window(
            "A new address, and that it is approved",
            step(3, "Type", p.field("team@shop.example", lead="envelope")),
            step(3, "Approved", p.choice("Approved", on=True)),
            p.choice("Not approved"),
            row(p.spring(), step(4, "Save", p.button("Save"))),
            address=_SITE,
        ),
    ),
    "reply-by-email": Picture(
        window(
            "The alert in your mailbox",
            step(1, "alert", p.talk("Anna, about your order", "Which size is it?")),
            p.scribble(90, 60),
            step(2, "Reply", p.button("Reply")),
            address=_MAIL,
        ),
        window(
            "Your answer, without a signature",
            p.field("It is size M.", rows=2),
            step(3, "signature", p.scribble(40, 30)),
            row(p.spring(), step(4, "Send", p.button("Send"))),
            address=_MAIL,
        ),
    ),
    "no-response-needed": Picture(
        window(
            "A buyer's message that needs no answer, open",
            step(1, "message", p.said("Thank you!")),
            p.field("", rows=2),
            row(
                step(2, "No response needed", p.words("No response needed", "link bold")), p.spring(), p.button("Send")
            ),
            address=_SITE,
        ),
    ),
    "seller-report": Picture(
        window(
            "An odd message, open, with a link to report it and the mark below",
            step(1, "message", p.said("Log in here, fast:", "amazon-login.example")),
            row(step(2, "Report", p.words("Report", "link bold")), p.spring()),
            row(step(4, "No response needed", p.words("No response needed", "link bold")), p.spring()),
            address=_SITE,
        ),
        window(
            "Seller Central, with the help menu open",
            _bar(),
            p.menu(p.entry("Help"), step(3, "Seller Support", p.entry("Seller Support", "bubble")), wide=220),
            address=_SITE,
        ),
    ),
    "answer-in-time": Picture(
        window(
            "The list of messages, those that wait for an answer first",
            step(1, "messages", p.heading("Messages")),
            step(2, "oldest", p.talk("Anna", "Yesterday, 16:30")),
            p.talk("Ben", "Today, 9:10"),
            address=_SITE,
        ),
        window(
            "A short answer with a day in it, and the mark for what needs none",
            p.said("Does it fit model X?"),
            step(3, "name a day", p.field("I will tell you by Tuesday.", rows=2)),
            row(
                step(4, "No response needed", p.words("No response needed", "link bold")), p.spring(), p.button("Send")
            ),
            address=_SITE,
        ),
    ),
    "business-invoice": Picture(
        window(
            "The orders, with one that waits for its invoice",
            step(1, "Manage Orders", p.heading("Manage Orders")),
            p.entry("112-1234567-1234567", "box"),
            step(2, "Upload the invoice", p.button("Upload invoice")),
            address=_SITE,
        ),
    ),
    "blocked-notice": Picture(
        window(
            "The notice in your mailbox",
            step(1, "the notice", p.heading("Your message was not sent")),
            p.scribble(90, 70),
            p.words("… the buyer opted out …", "bold"),
            p.scribble(60),
            address=_MAIL,
        ),
    ),
}
