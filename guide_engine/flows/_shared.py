"""Sides of contested matters that more than one walkthrough shows, each written once."""

from __future__ import annotations

from typing import Final

from guide_engine.sources import Position

#: Does the typed tag still work? The newer, weightier side first.
TAG: Final = (
    Position(
        "Amazon removed the tag that sellers typed. Its own contact reasons now set the mark where it is needed. One "
        "firm dates the change to 25 April 2025.",
        ("A4", "T8"),
    ),
    Position(
        "The tag [Important] in the subject still reaches buyers who opted out. It is meant for safety, recalls and "
        "warranty, and Amazon watches its use.",
        ("S",),
    ),
)

#: What reaches buyers who opted out?
CRITICAL: Final = (
    Position(
        "Critical are questions about a custom design, arranging a delivery and a problem with the address. Amazon's "
        "interface for programs adds a problem that affects the order, and papers the law demands.",
        ("A3", "A5old", "A20"),
    ),
    Position("Critical are product safety, recalls and warranty.", ("S",)),
)

#: Both of the above at once, where safety or warranty is the purpose.
TAG_AND_CRITICAL: Final = (
    Position(
        "Amazon removed the tag that sellers typed, and none of its lists of critical messages names safety, recalls or "
        "warranty.",
        ("A4", "T8", "A3", "A20"),
    ),
    Position(
        "The tag [Important] still works. It is meant for safety, recalls and warranty, and reaches buyers who opted out.",
        ("S",),
    ),
)

SHIPPING_NOTICE: Final = (
    Position(
        "Sellers should not send order or shipping notices. Amazon sends them itself.",
        ("A7", "A3", "T7"),
    ),
    Position("Shipping confirmations are allowed, and a template for one is offered.", ("S",)),
)

CHECKING_IN: Final = (
    Position(
        "Messages that only give thanks, or only say that you are there to help, are not permitted.",
        ("T7", "T15", "T18"),
    ),
    Position("A message that asks whether everything arrived well is fine.", ("S",)),
)

REVIEW_REQUEST: Final = (
    Position("One neutral request for each order is a permitted reason to write.", ("A2", "A12")),
    Position("Requests for reviews in messages are strictly forbidden. Use the Request a Review button.", ("S", "T25")),
)

INSTRUCTIONS: Final = (
    Position(
        "Manuals, tips and other help that nobody asked for are not critical, and are not on the list of reasons for "
        "writing first.",
        ("A3", "A2"),
    ),
    Position("Set-up instructions and warranty information may be sent first, within 30 days.", ("S", "T39")),
)

THIRTY_DAYS: Final = (
    Position("The 30 days run from the completion of the order.", ("T7", "S")),
    Position("The 30 days run from the delivery.", ("T6",)),
    Position("The 30 days run from the day of the order.", ("T8",)),
)

INVOICES: Final = (
    Position(
        "For Business buyers in the UK and the EU, invoices are uploaded and not sent by message.",
        ("A19", "T21"),
    ),
    Position("Sending an invoice is a permitted reason to write.", ("A2",)),
    Position("Business accounts use the same messages under the same rules as all others.", ("S",)),
)

ALERTS: Final = (
    Position("The boxes switch e-mail alerts on and off. The inbox is there in any case.", ("A27",)),
    Position("Messages must be switched on first; they are off to begin with.", ("S",)),
)
