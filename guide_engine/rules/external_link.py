"""LNK01: a link that leads off Amazon. Contested: the article forbids all, other texts allow what the order needs."""

from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def _say(link: Link) -> str:
    return f"{link.host} is not an Amazon address. Messages must not lead the buyer to another site."


RULE = Rule(
    name="external-link",
    code="LNK01",
    title="External link",
    severity=Severity.ERROR,
    status=Status.CONTESTED,
    summary="This address leads off Amazon. Messages must not lead the buyer to another site.",
    why=(
        "Amazon bars sellers from leading buyers to another site or another way of buying. Its messages are scanned by "
        "machine, and a message with an outside address may be blocked or lose the address. Most sources say: no "
        "outside links. Some say that a safe link which the order truly needs may stay. Your own site, a video or a "
        "social page is never needed to complete an order."
    ),
    fix=(
        "Take the sentence with the address out. Put the information itself into the message, or attach it as a PDF. "
        "Writing the address as words or with spaces is not a fix: it is the same link in disguise."
    ),
    exceptions=(
        "Amazon's own help and order pages are fine. A device's own set-up page, such as `http://192.168.0.1`, is no "
        "outside link. File names, version numbers and a missing space after a full stop are not links either. "
        "Carriers, short links and links to Amazon products have rules of their own."
    ),
    also="Where a source calls a link necessary to complete the order, you decide; we still mark it as an error.",
    positions=(
        Position(
            "External links are forbidden (article of 18 February 2026; eDesk, 2025 and undated help page).",
            ("S", "T8", "T9"),
        ),
        Position(
            "Links are allowed if they are secure, work and are needed for the order, or lead to Amazon. So say the "
            "lists of September 2020, a newer snapshot, and Amazon's interface for programs.",
            ("T2", "T4new", "A20"),
        ),
    ),
    citations=(
        Citation("A16", "diverting buyers from Amazon"),
        Citation("A1", "opening: permitted messages"),
        Citation("A20", "links in the text of a message"),
        Citation("T2", "content list: external links"),
        Citation("S", "what's forbidden"),
    ),
    check=link_check(Kind.EXTERNAL, _say),
    flagged=(
        example("The steps are in this video: ⟦https://youtu.be/dQx7fLm20aE⟧"),
        example(
            "You asked about the fuse. Go to ⟦www.brand-care.example.com/faq⟧ now.", fixed="You asked about the fuse."
        ),
        example("The manual for your lamp is on ⟦brightloom.com⟧, page two."),
        example(
            "For parts, see ⟦brightloom dot com⟧ please. The lamp itself ships today.",
            fixed="The lamp itself ships today.",
        ),
        example('The <a href="⟦https://brightloom.com/faq⟧">FAQ</a> covers fuses.', fixed="The FAQ covers fuses."),
        example("My notes are at ⟦http://203.0.113.45/lx40⟧ for now."),
    ),
    allowed=(
        example("Open http://192.168.0.1 on the router.", note="The device's own page, not on the internet."),
        example("Please return the item.It arrived late.", note="A missing space, not an address."),
        example("I attached LX-40_manual_v2.pdf and wiring.png.", note="File names."),
        example("You can start the return on amazon.co.uk/returns.", note="Amazon's own page."),
        example("Firmware 2.0.1 needs Node.js to build.", note="A version and a product name."),
    ),
)
