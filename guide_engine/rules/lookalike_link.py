"""LNK04: an address that pretends to be Amazon's. Sources A35 (how buyers tell a scam) and A16."""

from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def _say(link: Link) -> str:
    if link.host != link.address.host:
        return f"This address is written to look like {link.host}, but its letters are not all Latin ones. It is not Amazon's."
    return f"{link.host} looks like an Amazon address and is not one."


RULE = Rule(
    name="lookalike-link",
    code="LNK04",
    title="Look-alike of an Amazon address",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This address looks like Amazon's and is not.",
    why=(
        "Addresses such as `amazon.com.example.net` or `arnazon.com` belong to somebody else. Amazon tells buyers that "
        "only what stands right before `.com`, `.de` and so on counts, and to report everything else as a scam. For a "
        "seller, such a link leads off Amazon like any other."
    ),
    fix="Take it out. If you meant Amazon, copy the address from your browser's address bar.",
    exceptions="Amazon's own addresses end in `amazon.com`, `amazon.de` and so on, before the first slash.",
    citations=(Citation("A35", "addresses of real Amazon pages"), Citation("A16", "diverting buyers from Amazon")),
    check=link_check(Kind.LOOKALIKE, _say),
    flagged=(
        example("Log in at ⟦https://www.amazon.com.order-bonus.net/gift⟧ to see your order."),
        example("Confirm delivery on ⟦http://arnazon.com/orders⟧"),
        example("Your refund waits on ⟦amaz0n-refunds.com⟧."),
        example("Open ⟦аmazon.com⟧ and sign in."),
    ),
    allowed=(
        example("Open https://sellercentral.amazon.de/help or www.amazon.co.jp/help.", note="Amazon's own addresses."),
        example("The Amazonas poster ships today.", note="A river."),
        example("Your alias ends in @marketplace.amazon.com.", note="Amazon's own mail domain."),
    ),
)
