"""LNK02: a link without https that would otherwise be fine. Sources T1 and T2 restate Amazon's list of September 2020."""

from collections.abc import Iterator

from guide_engine.detectors.links import Kind, disguise_note, https_fix, links
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """Links to Amazon and to carriers that begin with http."""
    for link in reading.once(links):
        if link.kind is Kind.INSECURE:
            message = f"The address of {link.host} begins with {link.address.scheme}, which is not secure. Links must begin with https."
            yield Hit(link.span, link.where, message + disguise_note(link.address), fixes=https_fix(reading, link))


RULE = Rule(
    name="insecure-link",
    code="LNK02",
    title="Link without https",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="This address begins with http, which is not secure. Links must begin with https.",
    why=(
        "Amazon's list of September 2020 names links that are not secure among what a message may not contain. "
        "An address that begins with `http` instead of `https` can be read and changed on its way."
    ),
    fix="Write `https` instead of `http`, or take the address out.",
    exceptions="A device's own set-up page in the buyer's home has no https. It is not marked.",
    also="This rule speaks up only where the address would otherwise be fine. Other outside links are errors anyway.",
    citations=(Citation("T2", "content list: links that are not secure"), Citation("T1", "style rule on http images")),
    check=check,
    flagged=(
        example(
            "Start it at ⟦http://www.amazon.com/returns⟧ please.",
            fixed="Start it at https://www.amazon.com/returns please.",
        ),
        example(
            "All details: ⟦http://amazon.de/gp/help/customer⟧", fixed="All details: https://amazon.de/gp/help/customer"
        ),
        example("The parcel can be seen on ⟦http://www.royalmail.com/track⟧."),
    ),
    allowed=(
        example("Start it at https://www.amazon.com/returns please.", note="Secure, and Amazon's own page."),
        example("Type http://192.168.1.1 into the address bar.", note="A page in the buyer's own home."),
        example("Start it on amazon.com/returns.", note="Without http or https the app opens the secure page."),
    ),
)
