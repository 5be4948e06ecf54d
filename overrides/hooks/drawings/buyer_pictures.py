"""The pictures for people who buy: the website and the shopping app."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import Part, row
from hooks.drawings.figure import Picture
from hooks.drawings.frames import phone, window
from hooks.drawings.parts import step

_SITE: Final = "amazon.com"
_ACCOUNT: Final = p.words("Account & Lists", "bold")


def _bar(account: Part = _ACCOUNT) -> Part:
    """The bar of the shop: search in the middle, the account on the right."""
    return p.bar(p.sign("lines"), p.sign("search"), p.spring(), account, p.space(0), p.sign("basket"))


def _foot(person: Part) -> Part:
    """The bar at the foot of the app."""
    return p.bar(p.sign("home"), p.spring(), person, p.spring(), p.sign("basket"), p.spring(), p.sign("lines"))


def _order(*parts: Part) -> Part:
    """An order in a list: a parcel, its words, and what one can do with it."""
    return p.card(row(p.sign("box"), p.scribble(90, 60)), *parts)


_PERSON: Final = p.sign("person")

BUYER_PICTURES: Final = {
    "buyer-account": Picture(
        window(
            "The shop's first page, with the menu of your account open",
            _bar(step(2, "Account & Lists", _ACCOUNT)),
            p.menu(
                p.scribble(70),
                step(2, "Account", p.entry("Account", "person")),
                p.entry("Orders", "box"),
                p.entry("Lists", "page"),
                wide=210,
            ),
            address=step(1, "go to Amazon", p.words(_SITE)),
        ),
        window(
            "Your account, with the part called Communication",
            p.heading("Your Account"),
            row(p.card(p.scribble(90, 60)), p.card(p.scribble(70, 90))),
            p.card(
                p.words("Communication", "bold"),
                step(3, "Your Messages", p.entry("Your Messages", "envelope")),
                p.scribble(60),
            ),
            address=_SITE,
        ),
    ),
    "buyer-app": Picture(
        phone(
            "The app, with the profile sign in the bar",
            p.field("Search", lead="search"),
            p.card(p.scribble(90, 60)),
            p.card(p.scribble(70, 40)),
            foot=_foot(step(2, "profile sign", _PERSON, at="corner")),
        ),
        phone(
            "Your profile",
            p.heading("Hello"),
            p.button("Your Orders", wide=True),
            step(3, "Your Account", p.button("Your Account", wide=True)),
            p.scribble(80, 60),
            foot=_foot(_PERSON),
        ),
        phone(
            "Your account, scrolled down",
            p.scribble(50, 70),
            step(4, "Communication", p.heading("Communication")),
            step(5, "Message Center", p.entry("Message Center", "envelope")),
            p.scribble(60),
            foot=_foot(_PERSON),
        ),
    ),
    "buyer-app-order": Picture(
        phone(
            "Your profile",
            p.heading("Hello"),
            step(1, "Your Orders", p.button("Your Orders", wide=True)),
            p.button("Your Account", wide=True),
            foot=_foot(_PERSON),
        ),
        phone(
            "Your orders",
            p.heading("Your Orders"),
            step(2, "the order", _order()),
            _order(),
            foot=_foot(_PERSON),
        ),
        phone(
            "The order",
            row(p.sign("box"), p.scribble(90, 60)),
            p.button("Track", wide=True),
            step(3, "Contact Seller", p.button("Contact Seller", wide=True)),
            foot=_foot(_PERSON),
        ),
    ),
    "contact-seller": Picture(
        window(
            "Your orders, each with its buttons",
            step(1, "Your Orders", p.heading("Your Orders")),
            step(2, "the order", row(p.sign("box"), p.scribble(90, 60))),
            row(p.spring(), step(3, "Contact Seller", p.button("Contact Seller"))),
            row(p.sign("box"), p.scribble(70, 90)),
            row(p.spring(), p.button("Contact Seller")),
            address=_SITE,
        ),
        window(
            "The form for a message to the seller",
            step(4, "what it is about", p.field("The item is broken", lead="down")),
            step(5, "your message", p.field("One cup came broken.", rows=2)),
            row(step(5, "a photo", p.entry("Add a photo", "clip")), step(6, "Send", p.button("Send")), gap=40),
            address=_SITE,
        ),
    ),
    "seller-page": Picture(
        window(
            "The order, with the seller's name",
            p.heading("Your order"),
            row(p.sign("box"), p.scribble(90, 60)),
            row(p.words("Sold by:"), step(1, "seller's name", p.words("A small shop", "link bold")), p.spring()),
            address=_SITE,
        ),
        window(
            "The seller's page",
            p.heading("A small shop"),
            p.scribble(90, 60),
            step(2, "Ask a question", p.button("Ask a question")),
            address=_SITE,
        ),
    ),
    "request-cancellation": Picture(
        window(
            "Your orders, each with its buttons",
            step(1, "Your Orders", p.heading("Your Orders")),
            row(p.sign("box"), p.scribble(90, 60)),
            row(p.spring(), step(2, "Request cancellation", p.button("Request cancellation"))),
            address=_SITE,
        ),
    ),
    "a-to-z": Picture(
        window(
            "Your orders",
            step(1, "Your Orders", p.heading("Your Orders")),
            row(p.sign("box"), p.scribble(90, 60)),
            row(p.spring(), step(2, "Problem with order", p.button("Problem with order"))),
            address=_SITE,
        ),
        window(
            "The form for a refund",
            step(3, "the problem", p.choice("It did not come", on=True)),
            step(3, "Request refund", p.button("Request refund")),
            step(4, "what happened", p.field("It is five days late.")),
            row(p.spring(), step(4, "Submit", p.button("Submit"))),
            address=_SITE,
        ),
    ),
    "buyer-opt-out": Picture(
        window(
            "The shop's first page, with the menu of your account open",
            _bar(step(2, "Account & Lists", _ACCOUNT)),
            p.menu(
                p.scribble(70),
                step(2, "Account", p.entry("Account", "person")),
                p.entry("Orders", "box"),
                wide=210,
            ),
            address=step(1, "Amazon on the website", p.words(_SITE)),
        ),
        window(
            "Your account, then the page with what you want to receive",
            p.card(
                p.words("Communication", "bold"),
                step(3, "Communication preferences", p.entry("Communication preferences")),
            ),
            step(4, "e-mail preferences", p.entry("E-mail preferences", "envelope", "down")),
            step(5, "messages from sellers", p.tick("No messages from sellers")),
            row(p.spring(), step(5, "save", p.button("Save"))),
            address=_SITE,
        ),
    ),
    "odd-message": Picture(
        window(
            "The shop, opened by its address, with the list of your messages",
            p.heading("Your Messages"),
            step(2, "the message", p.talk("A seller", "About your order")),
            p.talk("Another seller"),
            address=step(1, "the address", p.words(_SITE)),
        ),
    ),
    "report-message": Picture(
        window(
            "The message, open, with a link to report it",
            step(1, "the message", p.said("Please pay me outside.", "Here is my number.")),
            row(step(2, "Report", p.words("Report", "link bold")), p.spring()),
            p.scribble(70, 50),
            address=_SITE,
        ),
        window(
            "The site's own menu, with Customer Service",
            _bar(p.words("Account & Lists")),
            p.menu(
                p.entry("Your account"),
                step(3, "Customer Service", p.entry("Customer Service", "bubble")),
                right=False,
            ),
            address=_SITE,
        ),
    ),
}
