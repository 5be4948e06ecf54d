"""LNK03: a short link that hides where it leads. Sources A16 (leading buyers off Amazon) and T13 (link texts)."""

from guide_engine.detectors.hosts import AMAZON_SHORT, within
from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def _say(link: Link) -> str:
    if within(link.host, AMAZON_SHORT):
        return f"{link.host} is Amazon's own short address. The buyer and the scanner cannot see which page it opens."
    return f"{link.host} is a link shortener: nobody can see where it leads."


RULE = Rule(
    name="shortened-link",
    code="LNK03",
    title="Shortened link",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="This is a short link: nobody can see where it leads.",
    why=(
        "Amazon bars links that lead the buyer off Amazon. A short link hides where it leads, so neither the buyer nor "
        "Amazon can tell. Amazon also says that it may take out links it does not trust."
    ),
    fix="Take it out. If the page is Amazon's, write its full address.",
    exceptions="Full addresses of Amazon's pages are fine.",
    also="Amazon's own short addresses (`amzn.to`, `a.co`) lead to Amazon, but to a page that nobody can see beforehand.",
    citations=(
        Citation("A16", "diverting buyers from Amazon"),
        Citation("T13", "link texts explain their target"),
        Citation("T4", "untrusted links are removed"),
    ),
    check=link_check(Kind.SHORTENED, _say),
    flagged=(
        example("⟦bit.ly/lx40-setup⟧ has the wiring diagram"),
        example("It is here: ⟦https://tinyurl.com/lamp-help⟧. Your lamp ships today.", fixed="Your lamp ships today."),
        example("All models: ⟦https://amzn.to/3abcDEF⟧"),
    ),
    allowed=(
        example("Your orders: https://www.amazon.com/your-orders", note="A full Amazon address."),
        example("Use a bit.Lying flat is fine too.", note="A drill bit and a missing space."),
        example("It is tiny.Cut the cable first.", note="A missing space."),
    ),
)
