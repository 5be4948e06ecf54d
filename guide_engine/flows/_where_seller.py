"""Outcomes of "Where are my messages?" for sellers."""

from __future__ import annotations

from typing import Final

from guide_engine.flow import Outcome
from guide_engine.flows._shared import ALERTS
from guide_engine.site_pages import links
from guide_engine.sources import Position, cite

SELLER_OUTCOMES: Final = (
    Outcome(
        name="seller-computer-read",
        title="Seller Central → the envelope at the top",
        summary="There are all conversations with buyers. You can read and answer them.",
        steps=(
            "Go to **sellercentral.amazon.com**, or your country's address, and log in.",
            "Click the **envelope** in the bar at the top.",
            "No envelope? Open the messages page from the account dashboard.",
            "Open a message, type your answer, press **Send**.",
            "Save the page as a bookmark: the menus change often.",
        ),
        citations=cite("S:Desktop, sellers", "A5-howto"),
        links=links("sellers/open-on-desktop/", "sellers/reply/"),
    ),
    Outcome(
        name="seller-computer-find",
        title="Filter by order number, or open Sent",
        summary="The messages page in Seller Central finds a conversation by its order.",
        steps=(
            "Log in to Seller Central in a browser and click the **envelope**.",
            "Filter by the **order number**. It looks like 112-1234567-1234567.",
            "Open **Sent** to read what you wrote.",
            "Nothing there? Look in each country's store in which you sell.",
        ),
        citations=cite("S:Desktop, sellers", "A5-howto"),
        links=links("sellers/open-on-desktop/"),
    ),
    Outcome(
        name="seller-phone-read",
        title="Amazon Seller app → the message sign",
        summary="Answers from the phone count like any other. Phone and computer show the same.",
        steps=(
            "Open the **Amazon Seller** app. The shopping app will not do.",
            "Tap the **message** sign.",
            "Tap a message, type your answer and send it.",
        ),
        citations=cite("S:Mobile, sellers"),
        links=links("sellers/open-on-mobile/", "sellers/reply/"),
    ),
    Outcome(
        name="seller-push",
        title="Switch on push notifications in the app",
        summary="Then you see a new message at once and keep the 24 hours.",
        steps=(
            "Open the **settings** of the Amazon Seller app.",
            "Switch on **push notifications**, and allow them if the phone asks.",
            "For e-mails as well: Seller Central → **Settings → Notification Preferences → Messaging**.",
            "Look into the message center every day all the same. Alerts can fail.",
        ),
        citations=cite("S:Mobile, sellers", "A9:Answering in time", "A27"),
        links=links("sellers/open-on-mobile/", "sellers/answer-in-24-hours/"),
    ),
    Outcome(
        name="seller-alerts",
        title="Settings → Notification Preferences → Messaging",
        summary="There you choose which messages Amazon announces by e-mail, and to which address.",
        steps=(
            "Log in to Seller Central and open **Settings → Notification Preferences**.",
            "Find **Messaging** and tick **Buyer Messages**.",
            "Tick **Return/Refund Messages** too. It is easy to miss.",
            "Check the e-mail address beside each box, then press **Save**.",
        ),
        citations=cite("A27", "S:Switching on"),
        positions=ALERTS,
        links=links("sellers/turn-on-messages/"),
    ),
    Outcome(
        name="seller-writes-first",
        title="Manage Orders → the buyer's name",
        summary="That opens the Contact Buyer page, with the reasons that fit this order.",
        steps=(
            "Log in to Seller Central in a browser and open **Orders → Manage Orders**.",
            "Find the order and click the **buyer's name**.",
            "Choose the reason that fits, then write.",
            "Not sure whether you may? The walkthrough “May I send this message?” tells you.",
        ),
        citations=cite("A5-howto", "A5-howto-eu", "A5:Contact reasons"),
        links=links("sellers/write-first/", "walkthroughs/"),
    ),
    Outcome(
        name="seller-file",
        title="Attach it to your message: up to 10 MB",
        summary="Send only what this buyer needs: instructions, warranty papers, a label.",
        steps=(
            "Open the buyer's message, or begin one from **Manage Orders**.",
            "Press **Add attachment** near the text and choose the file.",
            "Wait until its name shows up, then send.",
        ),
        citations=cite("A6:Attachments", "T2", "T13", "S:Attachments"),
        positions=(
            Position("Only instructions, warranty papers and invoices may be attached.", ("T2",)),
            Position("Whatever solves the buyer's problem may be attached, such as a label.", ("T13",)),
            Position("PDF, JPG, PNG and DOCX work, and photos for damage claims are fine.", ("S",)),
        ),
        links=links("sellers/attachments/"),
    ),
    Outcome(
        name="seller-staff",
        title="Give the right, and approve the e-mail address",
        summary="A colleague needs one key for Seller Central and another one for e-mail.",
        steps=(
            "For Seller Central: **Settings → User Permissions**. Give the right to use messages.",
            "For e-mail: open **Messaging Permissions**, press **Add an email address**, mark it **Approved**, save.",
            "Mails from an address that is not on the list are rejected.",
        ),
        citations=cite("A26", "A5:Approved addresses"),
        links=links("sellers/turn-on-messages/"),
    ),
    Outcome(
        name="seller-missing",
        title="Look in four places",
        summary="A message without an alert is still in the message center.",
        steps=(
            "Open the message center itself. Clear every filter.",
            "Look in the store of the country where the order was placed.",
            "Look in your spam folder, then check the address under **Settings → Notification Preferences**.",
            "Is it *your* message that never arrived? Look for an e-mail that it was not delivered: it says why.",
        ),
        citations=cite("A27", "A5-howto", "S:Mistakes", "T5"),
        links=links("sellers/message-not-delivered/", "sellers/turn-on-messages/"),
    ),
)
