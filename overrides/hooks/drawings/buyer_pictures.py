"""The pictures for people who buy: the website and the shopping app."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import row
from hooks.drawings.figure import Picture
from hooks.drawings.frames import phone
from hooks.drawings.parts import step
from hooks.drawings.scenes import (
    PERSON,
    account_menu,
    app_foot,
    choose,
    first,
    follow,
    last,
    look,
    parcel,
    press,
    shop,
    shop_bar,
    your_orders,
)

BUYER_PICTURES: Final = {
    "buyer-account": Picture(
        shop(
            "The shop's first page, with the menu of your account open",
            *account_menu(2, p.entry("Lists", "page")),
            typed=(1, "go to Amazon"),
        ),
        shop(
            "Your account, with the part called Communication",
            p.heading("Your Account"),
            row(p.card(p.scribble(90, 60)), p.card(p.scribble(70, 90))),
            p.card(p.words("Communication", "bold"), choose(3, "Your Messages", "envelope"), p.scribble(60)),
        ),
    ),
    "buyer-app": Picture(
        phone(
            "The app, with the profile sign in the bar",
            p.field("Search", lead="search"),
            p.card(p.scribble(90, 60)),
            p.card(p.scribble(70, 40)),
            foot=app_foot(step(2, "profile sign", PERSON, at="corner")),
        ),
        phone(
            "Your profile",
            p.heading("Hello"),
            p.button("Your Orders", wide=True),
            press(3, "Your Account", wide=True),
            p.scribble(80, 60),
            foot=app_foot(),
        ),
        phone(
            "Your account, scrolled down",
            p.scribble(50, 70),
            look(4, "Communication"),
            choose(5, "Message Center", "envelope"),
            p.scribble(60),
            foot=app_foot(),
        ),
    ),
    "buyer-app-order": Picture(
        phone(
            "Your profile",
            p.heading("Hello"),
            press(1, "Your Orders", wide=True),
            p.button("Your Account", wide=True),
            foot=app_foot(),
        ),
        phone(
            "Your orders",
            p.heading("Your Orders"),
            step(2, "the order", p.card(parcel())),
            p.card(parcel()),
            foot=app_foot(),
        ),
        phone(
            "The order", parcel(), p.button("Track", wide=True), press(3, "Contact Seller", wide=True), foot=app_foot()
        ),
    ),
    "contact-seller": Picture(
        shop(
            "Your orders, each with its buttons",
            look(1, "Your Orders"),
            step(2, "the order", parcel()),
            last(press(3, "Contact Seller")),
            parcel(70, 90),
            last(p.button("Contact Seller")),
        ),
        shop(
            "The form for a message to the seller",
            step(4, "what it is about", p.field("The item is broken", lead="down")),
            step(5, "your message", p.field("One cup came broken.", rows=2)),
            row(choose(5, "Add a photo", "clip", says="a photo"), press(6, "Send"), gap=40),
        ),
    ),
    "seller-page": Picture(
        shop(
            "The order, with the seller's name",
            p.heading("Your order"),
            parcel(),
            row(p.words("Sold by:"), follow(1, "A small shop", "seller's name"), p.spring()),
        ),
        shop("The seller's page", p.heading("A small shop"), p.scribble(90, 60), press(2, "Ask a question")),
    ),
    "request-cancellation": Picture(
        shop("Your orders, each with its buttons", *your_orders(1), last(press(2, "Request cancellation")))
    ),
    "a-to-z": Picture(
        shop("Your orders", *your_orders(1), last(press(2, "Problem with order"))),
        shop(
            "The form for a refund",
            step(3, "the problem", p.choice("It did not come", on=True)),
            press(3, "Request refund"),
            step(4, "what happened", p.field("It is five days late.")),
            last(press(4, "Submit")),
        ),
    ),
    "buyer-opt-out": Picture(
        shop(
            "The shop's first page, with the menu of your account open",
            *account_menu(2),
            typed=(1, "Amazon on the website"),
        ),
        shop(
            "Your account, then the page with what you want to receive",
            p.card(p.words("Communication", "bold"), choose(3, "Communication preferences")),
            choose(4, "E-mail preferences", "envelope", "down", says="e-mail preferences"),
            step(5, "messages from sellers", p.tick("No messages from sellers")),
            last(press(5, "Save", "save")),
        ),
    ),
    "odd-message": Picture(
        shop(
            "The shop, opened by its address, with the list of your messages",
            p.heading("Your Messages"),
            step(2, "the message", p.talk("A seller", "About your order")),
            p.talk("Another seller"),
            typed=(1, "the address"),
        )
    ),
    "report-message": Picture(
        shop(
            "The message, open, with a link to report it",
            step(1, "the message", p.said("Please pay me outside.", "Here is my number.")),
            first(follow(2, "Report")),
            p.scribble(70, 50),
        ),
        shop(
            "The site's own menu, with Customer Service",
            shop_bar(p.words("Account & Lists")),
            p.menu(p.entry("Your account"), choose(3, "Customer Service", "bubble"), right=False),
        ),
    ),
}
