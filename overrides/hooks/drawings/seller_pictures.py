"""The pictures for people who sell: Seller Central, its app, the Contact Buyer page."""

from __future__ import annotations

from typing import Final

from hooks.drawings import parts as p
from hooks.drawings.canvas import row
from hooks.drawings.figure import Picture
from hooks.drawings.frames import phone
from hooks.drawings.parts import step
from hooks.drawings.scenes import (
    ENVELOPE,
    ORDER_ID,
    app_bar,
    bookmarked,
    choose,
    follow,
    inbox,
    last,
    press,
    reasons,
    seller_bar,
    seller_central,
    settings,
)

SELLER_PICTURES: Final = {
    "seller-alerts": Picture(
        seller_central(
            "Seller Central, with the menu of the settings open",
            *settings(p.entry("Account Info"), choose(2, "Notification Preferences"), p.entry("User Permissions")),
        ),
        seller_central(
            "The notification preferences, part Messaging",
            p.heading("Messaging"),
            step(3, "Buyer Messages", p.tick("Buyer Messages")),
            step(4, "Return/Refund Messages", p.tick("Return/Refund Messages")),
            step(5, "e-mail address", p.field("you@shop.example", lead="envelope")),
            last(press(6, "Save")),
        ),
    ),
    "seller-envelope": Picture(
        seller_central(
            "Seller Central, with the bar at the top and the list of messages",
            seller_bar(p.sign("globe"), step(2, "envelope", ENVELOPE, at="corner"), p.sign("gear")),
            p.heading("Messages"),
            *inbox(4, "a message", "Ben"),
            typed=(1, "sellercentral.amazon.com"),
        )
    ),
    "seller-find": Picture(
        bookmarked(
            3,
            "bookmark",
            "The list of messages, with its filter, the messages sent, and the browser's bookmark",
            step(1, "order ID", p.field(ORDER_ID, lead="search")),
            row(p.words("Inbox", "bold"), step(2, "Sent", p.words("Sent", "bold")), p.spring(), gap=28),
            p.talk("Anna"),
            p.talk("Ben"),
        )
    ),
    "seller-store": Picture(
        seller_central(
            "Seller Central, with the list of its stores open",
            p.bar(
                choose(1, "Your shop, US", "globe", says="store's name"),
                p.space(2),
                step(3, "envelope", ENVELOPE, at="corner"),
                p.sign("gear"),
            ),
            p.menu(
                choose(2, "Germany", says="other country"),
                p.entry("United Kingdom"),
                p.entry("United States", tail="tick"),
                wide=190,
                right=False,
            ),
        )
    ),
    "seller-app": Picture(
        phone(
            "The start of the seller app",
            p.bar(p.sign("lines"), p.words("Shop"), p.spring(), step(2, "message", p.sign("bubble"), at="corner")),
            p.card(p.scribble(60, 90, 40)),
            p.card(p.scribble(80, 50)),
        ),
        phone("The list of messages in the app", app_bar("Messages"), *inbox(3, "a message", "Ben")),
        phone(
            "A message, open in the app",
            app_bar("Anna"),
            p.said("Which size is it?"),
            step(4, "your answer", p.field("It is size M.", rows=2)),
            last(press(4, "Send", "send")),
        ),
    ),
    "seller-app-push": Picture(
        phone(
            "The menu of the seller app",
            app_bar("Menu"),
            p.entry("Orders", "box", "next"),
            p.entry("Messages", "bubble", "next"),
            choose(1, "Settings", "gear", says="settings"),
        ),
        phone(
            "The settings of the app",
            app_bar("Settings"),
            step(2, "push notifications", p.switch("Push notifications")),
            p.scribble(80, 60),
        ),
        phone(
            "The phone asks",
            p.card(p.scribble(100, 90, 70), press(3, "Allow", "allow", wide=True), p.button("No", wide=True)),
        ),
    ),
    "seller-reply": Picture(
        seller_central(
            "The list of messages", seller_bar(), p.heading("Messages"), *inbox(1, "the message", "Ben", "Carla")
        ),
        seller_central(
            "The message, open, with the box for the answer below it",
            step(2, "what does the buyer want", p.said("Hello, which size is it?")),
            step(3, "box below the message", p.field("It is size M.", rows=3)),
            row(choose(4, "Add attachment", "clip", says="a file or photo"), press(6, "Send"), gap=40),
        ),
    ),
    "seller-attachment": Picture(
        seller_central(
            "A buyer's message, open, with the button for files",
            step(1, "buyer's message", p.said("How do I mount it?")),
            p.field("The manual is attached.", rows=2),
            row(choose(2, "Add attachment", "clip"), p.button("Send"), gap=40),
        ),
        seller_central(
            "The files on the device, and the file's name under the text",
            choose(3, "manual.pdf", "page", says="choose the file"),
            p.field("The manual is attached.", rows=2),
            row(choose(4, "manual.pdf", "clip", "tick", says="its name"), press(5, "Send"), gap=40),
        ),
    ),
    "contact-buyer": Picture(
        seller_central(
            "Seller Central, with the orders",
            seller_bar(),
            p.menu(p.entry("Orders", "box"), choose(1, "Manage Orders"), right=False),
            p.card(p.words(ORDER_ID), row(p.words("Buyer:"), follow(2, "Anna", "buyer's name"), p.spring())),
        ),
        seller_central(
            "The Contact Buyer page, with its list of reasons and the form",
            *reasons(3, "reason", "Return"),
            step(4, "fill in the form", p.field("Which house number is it?", rows=2)),
            last(press(6, "Send")),
        ),
    ),
    "request-a-review": Picture(
        seller_central(
            "An order in Manage Orders, with the button that asks for a review",
            p.heading("Manage Orders"),
            choose(1, ORDER_ID, "box", says="order"),
            p.scribble(80, 60),
            press(2, "Request a Review"),
        )
    ),
    "opted-out-buyer": Picture(
        seller_central(
            "A talk that the buyer began, with your answer in it",
            p.said("Can you change the colour?"),
            step(1, "same talk", p.field("Yes, we can.", rows=2)),
            last(p.button("Send")),
        ),
        seller_central(
            "The Contact Buyer page, with its list of reasons", *reasons(3, "reason that fits", "Delivery time")
        ),
    ),
}
