"""LNK05: a link to a parcel carrier. Contested: A1old named tracking links as allowed; T23 sees them filtered out."""

from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def _say(link: Link) -> str:
    return f"{link.host} is a carrier's site. Older texts allow tracking links; others see them filtered. The order page shows the tracking."


RULE = Rule(
    name="carrier-link",
    code="LNK05",
    title="Carrier link",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="A link to a carrier. Older texts allow tracking links; others see them filtered out.",
    why=(
        "Before 2020 Amazon's guidelines named tracking links as an example of a link that may stay. Since then the "
        "rule asks that a link be needed to complete the order. Amazon's moderators say that shipping notices from "
        "sellers are not needed. An agency reports that carrier links get filtered."
    ),
    fix=(
        "Write the carrier's name and the tracking number, and say where the buyer finds the tracking: "
        "*Your Orders → Track package*."
    ),
    exceptions="A tracking number without a link is fine. Booking a freight delivery slot may need the link: you decide.",
    positions=(
        Position("A tracking link is an example of a permitted link (Amazon's guidelines before 2020).", ("A1old",)),
        Position(
            "Carrier links get filtered, and shipping notices are not needed (agency notes, undated; Amazon moderator, undated).",
            ("T23", "A3"),
        ),
    ),
    citations=(
        Citation("A1old", "permitted links"),
        Citation("T23", "links in messages"),
        Citation("A3", "shipping confirmations"),
    ),
    check=link_check(Kind.CARRIER, _say),
    flagged=(
        example("You can follow it here: ⟦https://www.ups.com/track?tracknum=1Z999AA10123456784⟧"),
        example("Please book a delivery slot on ⟦dhl.de/paket⟧ for the sofa."),
        example("The parcel is with ⟦https://www.royalmail.com/track-your-item⟧ now."),
    ),
    allowed=(
        example("Your parcel is with DHL, number 00340434161094042557.", note="No link."),
        example("You can follow it under Your Orders > Track package.", note="Amazon's own page."),
        example("The carrier is DPD.Please allow two days.", note="A missing space."),
    ),
)
