"""PRO03: selling around Amazon. Sources A16 (no diverting of sales) and A15."""

from guide_engine.detectors.phrases import Mark, Scope, pattern, phrases
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="off-amazon-sale",
    code="PRO03",
    title="Sale outside Amazon",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This invites the buyer to order outside Amazon. Messages must not lead a sale away.",
    why=(
        "Amazon bars every attempt to get around its sales process or to lead buyers to another one. That covers your "
        "own shop, other marketplaces and *order directly from us next time*."
    ),
    fix="Take the sentence out. If a part is not on Amazon, say only that you cannot offer it here.",
    exceptions="Naming where on Amazon a part can be found is another matter; product links have a rule of their own.",
    citations=(Citation("A16", "circumventing the sales process"), Citation("A15", "selling outside Amazon")),
    check=phrases(pattern("own-shop", "buy-there", scope=Scope.SENTENCE, mark=Mark.CLAUSES)),
    flagged=(
        example("⟦Order directly from us next time⟧, it ships faster."),
        example("⟦The shade is cheaper in our online shop⟧. Your lamp ships today."),
        example("⟦You can buy spare bulbs on our website⟧."),
    ),
    allowed=(
        example("We do not sell it outside Amazon.", note="It says no."),
        example("Please shop around for an E27 bulb from any maker.", note="No shop of the seller."),
        example("The lamp ships directly from our warehouse.", note="About the delivery."),
    ),
)
