"""LNK07: a link to an Amazon product or store page. Contested: "links to Amazon" are allowed, marketing is not."""

from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position


def _say(link: Link) -> str:
    return (
        f"This address on {link.host} opens a product or store page. "
        "Some sources allow links to Amazon; others read this one as marketing."
    )


RULE = Rule(
    name="listing-link",
    code="LNK07",
    title="Link to an Amazon product or store page",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="This opens a product or store page on Amazon. Sources disagree on whether it may be in a message.",
    why=(
        "Amazon's list of September 2020 allows links to Amazon. Several services read links to a product or a store "
        "page as marketing, which messages may not contain. As both are in print, we warn."
    ),
    fix="Take it out unless the buyer asked for exactly this page. Name the part or the ASIN in words instead.",
    exceptions="Help pages, order pages, returns and the buyer's own account pages on Amazon are fine.",
    positions=(
        Position(
            "Links to Amazon are allowed (list of September 2020; newer snapshot of a help page).", ("T2", "T4new")
        ),
        Position(
            "No links to product or storefront pages (eDesk, 2025 and an undated help page; FeedbackWhiz; an older snapshot).",
            ("T8", "T9", "T17", "T4old"),
        ),
    ),
    citations=(
        Citation("T2", "content list: external links"),
        Citation("T4new", "links to Amazon"),
        Citation("T8", "links"),
        Citation("T17", "links to product pages"),
    ),
    check=link_check(Kind.LISTING, _say),
    flagged=(
        example("The matching shade is ⟦https://www.amazon.com/dp/B0CQK4T1Z9⟧."),
        example("Our shop: ⟦amazon.de/stores/brightloom⟧"),
        example("See ⟦https://www.amazon.co.uk/s?k=brightloom⟧ for all sizes."),
    ),
    allowed=(
        example("For FBA deliveries use https://www.amazon.com/gp/help/customer/contact-us", note="A help page."),
        example("Open amazon.de/gp/message to find our earlier answer.", note="The buyer's messages."),
        example("Your ASIN is B0CQK4T1Z9.", note="No link."),
    ),
)
