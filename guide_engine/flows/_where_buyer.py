"""Outcomes of "Where are my messages?" for buyers."""

from __future__ import annotations

from typing import Final

from guide_engine.flow import Outcome
from guide_engine.flows._shared import TAG
from guide_engine.site_pages import links
from guide_engine.sources import cite

_MOVED: Final = "Looks different? Amazon moves its menus often. Look for the word *message*."

BUYER_OUTCOMES: Final = (
    Outcome(
        name="buyer-computer-all",
        title="Account & Lists → Your Messages",
        summary="There you see every conversation with every seller, in one place.",
        steps=(
            "Log in to Amazon with the account you bought with.",
            "Point at **Account & Lists** at the top right and open **Account**.",
            "Look for **Communication** and click **Your Messages**.",
            "The short way: type **amazon.com/gp/message** in the address bar, or your country's ending.",
            _MOVED,
        ),
        citations=cite("S:Desktop, buyers"),
        links=links("buyers/find-on-desktop/"),
    ),
    Outcome(
        name="buyer-computer-order",
        title="Your Orders → the order → Contact Seller",
        summary="This shows only the conversation about that one order. You can write there too.",
        steps=(
            "Log in to Amazon and open **Your Orders**.",
            "Find the order and click **Contact Seller**.",
            "Read what is there, or write: a problem, a question, a return, feedback.",
            "Want to see all conversations? Open **Account & Lists → Your Messages** instead.",
        ),
        citations=cite("S:Writing to a seller"),
        links=links("buyers/contact-a-seller/", "buyers/find-on-desktop/"),
    ),
    Outcome(
        name="buyer-phone-all",
        title="Profile sign → Your Account → Message Center",
        summary="There you see every conversation with every seller. Phone and computer show the same.",
        steps=(
            "Open the Amazon Shopping app.",
            "Tap the **profile sign**. It looks like a small person.",
            "Tap **Your Account**.",
            "Scroll to **Communication** and tap **Message Center**.",
            _MOVED,
        ),
        citations=cite("S:Mobile, buyers"),
        links=links("buyers/find-on-mobile/"),
    ),
    Outcome(
        name="buyer-phone-order",
        title="The order → Contact Seller",
        summary="This shows only the conversation about that one order. You can write there too.",
        steps=(
            "Open the Amazon Shopping app and go to **Your Orders**.",
            "Tap the order.",
            "Tap **Contact Seller**.",
            "Want to see all conversations? Open **Message Center** under Your Account instead.",
        ),
        citations=cite("S:Mobile, buyers"),
        links=links("buyers/contact-a-seller/", "buyers/find-on-mobile/"),
    ),
    Outcome(
        name="amazon-itself",
        title="That is Amazon's customer service, not the message center",
        summary="Amazon's live chat is its own support. Messages to sellers are kept elsewhere.",
        steps=(
            "About an item or a parcel from **Amazon**: use its customer service or the live chat.",
            "About an item from **another seller**: open the order and press **Contact Seller**.",
            "Did Amazon ship the item for the seller? Then Amazon's support helps with the parcel.",
        ),
        citations=cite("S:Mobile, buyers", "A18:Orders fulfilled by Amazon"),
        links=links("buyers/find-on-mobile/", "buyers/contact-a-seller/"),
    ),
    Outcome(
        name="no-contact-button",
        title="There may be no other seller to write to",
        summary="The button is missing where Amazon itself helps, and on some old or cancelled orders.",
        steps=(
            "Look for “Sold by” in the order. If it says Amazon, use Amazon's customer service.",
            "Was the order cancelled, or did Amazon ship it? Amazon's customer service helps as well.",
            "Log in with the account you bought with, if you have more than one.",
            "Is the order old? Click the seller's name in it and look for a question button there.",
        ),
        citations=cite("A18:Orders fulfilled by Amazon", "A5-howto-eu", "S:Writing to a seller"),
        links=links("buyers/contact-a-seller/"),
    ),
    Outcome(
        name="buyer-file",
        title="Attach it to your message: up to 10 MB",
        summary="A photo helps most when something is broken or wrong.",
        steps=(
            "Open the order and press **Contact Seller**, or open the seller's message.",
            "Look for the sign to attach a file, near the text.",
            "Choose the photo or file: PDF, JPG, PNG and DOCX are named as types that work.",
            "Wait until its name shows up, then send.",
        ),
        citations=cite("A6:Attachments", "S:Attachments"),
        links=links("buyers/contact-a-seller/"),
    ),
    Outcome(
        name="buyer-stops",
        title="Opt out in your communication preferences",
        summary="Then sellers reach you only with answers to you, and with what an order cannot do without.",
        steps=(
            "Log in to Amazon on the website.",
            "Open **Account & Lists → Account → Communication preferences**.",
            "Open the e-mail preferences and find the line on messages from sellers.",
            "Choose to opt out and save.",
            "This path is from a page of 2021. If it has moved, ask Amazon's customer service.",
        ),
        citations=cite("T57", "A5:Opt-out", "A4", "S:Opt-out"),
        positions=TAG,
        links=links("buyers/opt-out/"),
    ),
    Outcome(
        name="odd-message",
        title="Look it up on Amazon before you answer",
        summary="A genuine message stands in your message center. Nobody may ask you to leave Amazon or to pay elsewhere.",
        steps=(
            "Click nothing in the message. Open Amazon yourself and look in your message center.",
            "Is it not there? Then it may not be from your seller.",
            "Does it offer something for a review, ask for payment elsewhere, or for contact outside Amazon? That is barred.",
            "Report it, and keep it until Amazon has answered.",
        ),
        citations=cite("A16", "A11", "A12", "S:What the message center is"),
        links=links("buyers/is-this-message-ok/"),
    ),
)
