"""CON04: leading the buyer to a social network. Follows from A16 (no diverting buyers) and P14."""

from guide_engine.detectors.channels import channel_check, networks
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

SUMMARY = "This leads the buyer to a social network. Messages must not lead off Amazon."

RULE = Rule(
    name="social-profile",
    code="CON04",
    title="Social media profile",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary=SUMMARY,
    why=(
        "Amazon bars sellers from leading buyers away by advertisements, offers or calls to act. A profile or a group "
        "is such a call, and it is marketing as well. Messages serve to complete an order or to answer a question."
    ),
    fix="Take the sentence out.",
    exceptions=(
        "Titles and product features are fine: *the book 'Instagram for Bakers'*, *shows Facebook notifications*."
    ),
    citations=(Citation("A16", "diverting buyers from Amazon"), Citation("T25", "content restrictions")),
    check=channel_check(networks, SUMMARY),
    flagged=(
        example("⟦Follow us on Instagram⟧ ⟦@acmehome⟧. Your lamp ships today.", fixed="Your lamp ships today."),
        example("⟦More ideas are in our Facebook group⟧ for buyers."),
        example("All parts are shown on ⟦https://www.tiktok.com/@brightloom⟧ in short."),
    ),
    allowed=(
        example("The book 'Instagram for Bakers' ships tomorrow; the print on page 12 is fine.", note="A title."),
        example("The frame shows Facebook and Instagram photos.", note="What the product does."),
        example("Use 2 pcs @ 5 V.", note="No account."),
    ),
)
