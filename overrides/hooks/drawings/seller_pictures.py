"""The pictures for people who sell: Seller Central, its app, the Contact Buyer page."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import Part, row
from hooks.drawings.figure import Picture
from hooks.drawings.frames import phone, window
from hooks.drawings.parts import step

_SITE: Final = "sellercentral.amazon.com"
_ENVELOPE: Final = p.sign("envelope")


def _bar(*parts: Part) -> Part:
    """The bar of Seller Central: its menu on the left, then what the picture is about."""
    return p.bar(p.sign("lines"), p.words("Your shop"), p.spring(), *parts)


def _app_bar(title: str) -> Part:
    return p.bar(p.sign("lines"), p.words(title, "bold"), p.spring())


def _send(number: int) -> Part:
    return row(p.spring(), step(number, "Send", p.button("Send")))


SELLER_PICTURES: Final = {
    "seller-alerts": Picture(
        window(
            "Seller Central, with the menu of the settings open",
            _bar(_ENVELOPE, p.sign("gear")),
            p.menu(
                p.entry("Settings", "gear"),
                p.entry("Account Info"),
                step(2, "Notification Preferences", p.entry("Notification Preferences")),
                p.entry("User Permissions"),
            ),
            address=_SITE,
        ),
        window(
            "The notification preferences, part Messaging",
            p.heading("Messaging"),
            step(3, "Buyer Messages", p.tick("Buyer Messages")),
            step(4, "Return/Refund Messages", p.tick("Return/Refund Messages")),
            step(5, "e-mail address", p.field("you@shop.example", lead="envelope")),
            row(p.spring(), step(6, "Save", p.button("Save"))),
            address=_SITE,
        ),
    ),
    "seller-envelope": Picture(
        window(
            "Seller Central, with the bar at the top and the list of messages",
            _bar(p.sign("globe"), step(2, "envelope", _ENVELOPE, at="corner"), p.sign("gear")),
            p.heading("Messages"),
            step(4, "a message", p.talk("Anna", "Which size is it?")),
            p.talk("Ben"),
            address=step(1, "sellercentral.amazon.com", p.words(_SITE)),
        ),
    ),
    "seller-find": Picture(
        window(
            "The list of messages, with its filter, the messages sent, and the browser's bookmark",
            step(1, "order ID", p.field("112-1234567-1234567", lead="search")),
            row(p.words("Inbox", "bold"), step(2, "Sent", p.words("Sent", "bold")), p.spring(), gap=28),
            p.talk("Anna"),
            p.talk("Ben"),
            address=row(p.words(_SITE), p.spring(), step(3, "bookmark", p.sign("bookmark"), at="corner")),
        ),
    ),
    "seller-store": Picture(
        window(
            "Seller Central, with the list of its stores open",
            p.bar(
                step(1, "store's name", p.entry("Your shop, US", "globe")),
                p.space(2),
                step(3, "envelope", _ENVELOPE, at="corner"),
                p.sign("gear"),
            ),
            p.menu(
                step(2, "other country", p.entry("Germany")),
                p.entry("United Kingdom"),
                p.entry("United States", tail="tick"),
                wide=190,
                right=False,
            ),
            address=_SITE,
        ),
    ),
    "seller-app": Picture(
        phone(
            "The start of the seller app",
            p.bar(p.sign("lines"), p.words("Shop"), p.spring(), step(2, "message", p.sign("bubble"), at="corner")),
            p.card(p.scribble(60, 90, 40)),
            p.card(p.scribble(80, 50)),
        ),
        phone(
            "The list of messages in the app",
            _app_bar("Messages"),
            step(3, "a message", p.talk("Anna", "Which size is it?")),
            p.talk("Ben"),
        ),
        phone(
            "A message, open in the app",
            _app_bar("Anna"),
            p.said("Which size is it?"),
            step(4, "your answer", p.field("It is size M.", rows=2)),
            row(p.spring(), step(4, "send", p.button("Send"))),
        ),
    ),
    "seller-app-push": Picture(
        phone(
            "The menu of the seller app",
            _app_bar("Menu"),
            p.entry("Orders", "box", "next"),
            p.entry("Messages", "bubble", "next"),
            step(1, "settings", p.entry("Settings", "gear")),
        ),
        phone(
            "The settings of the app",
            _app_bar("Settings"),
            step(2, "push notifications", p.switch("Push notifications")),
            p.scribble(80, 60),
        ),
        phone(
            "The phone asks",
            p.card(p.scribble(100, 90, 70), step(3, "allow", p.button("Allow", wide=True)), p.button("No", wide=True)),
        ),
    ),
    "seller-reply": Picture(
        window(
            "The list of messages",
            _bar(_ENVELOPE, p.sign("gear")),
            p.heading("Messages"),
            step(1, "the message", p.talk("Anna", "Which size is it?")),
            p.talk("Ben"),
            p.talk("Carla"),
            address=_SITE,
        ),
        window(
            "The message, open, with the box for the answer below it",
            step(2, "what does the buyer want", p.said("Hello, which size is it?")),
            step(3, "box below the message", p.field("It is size M.", rows=3)),
            row(
                step(4, "a file or photo", p.entry("Add attachment", "clip")), step(6, "Send", p.button("Send")), gap=40
            ),
            address=_SITE,
        ),
    ),
    "seller-attachment": Picture(
        window(
            "A buyer's message, open, with the button for files",
            step(1, "buyer's message", p.said("How do I mount it?")),
            p.field("The manual is attached.", rows=2),
            row(step(2, "Add attachment", p.entry("Add attachment", "clip")), p.button("Send"), gap=40),
            address=_SITE,
        ),
        window(
            "The files on the device, and the file's name under the text",
            step(3, "choose the file", p.entry("manual.pdf", "page")),
            p.field("The manual is attached.", rows=2),
            row(step(4, "its name", p.entry("manual.pdf", "clip", "tick")), step(5, "Send", p.button("Send")), gap=40),
            address=_SITE,
        ),
    ),
    "contact-buyer": Picture(
        window(
            "Seller Central, with the orders",
            _bar(_ENVELOPE, p.sign("gear")),
            p.menu(p.entry("Orders", "box"), step(1, "Manage Orders", p.entry("Manage Orders")), right=False),
            p.card(
                p.words("112-1234567-1234567"),
                row(p.words("Buyer:"), step(2, "buyer's name", p.words("Anna", "link bold")), p.spring()),
            ),
            address=_SITE,
        ),
        window(
            "The Contact Buyer page, with its list of reasons and the form",
            p.heading("Contact Buyer"),
            p.choice("Custom design"),
            step(3, "reason", p.choice("Problem with the address", on=True)),
            p.choice("Return"),
            step(4, "fill in the form", p.field("Which house number is it?", rows=2)),
            _send(6),
            address=_SITE,
        ),
    ),
    "request-a-review": Picture(
        window(
            "An order in Manage Orders, with the button that asks for a review",
            p.heading("Manage Orders"),
            step(1, "order", p.entry("112-1234567-1234567", "box")),
            p.scribble(80, 60),
            step(2, "Request a Review", p.button("Request a Review")),
            address=_SITE,
        ),
    ),
    "opted-out-buyer": Picture(
        window(
            "A talk that the buyer began, with your answer in it",
            p.said("Can you change the colour?"),
            step(1, "same talk", p.field("Yes, we can.", rows=2)),
            row(p.spring(), p.button("Send")),
            address=_SITE,
        ),
        window(
            "The Contact Buyer page, with its list of reasons",
            p.heading("Contact Buyer"),
            p.choice("Custom design"),
            step(3, "reason that fits", p.choice("Problem with the address", on=True)),
            p.choice("Delivery time"),
            address=_SITE,
        ),
    ),
}
