"""PRO02: advertising other products. Sources A1old, T7, T15, T40."""

from collections.abc import Iterator

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.promotion_talk import PROMOTIONS, UNPROMPTED
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

_answering = phrases(*PROMOTIONS)
_first = phrases(*PROMOTIONS, *UNPROMPTED)


def check(reading: Reading) -> Iterator[Hit]:
    """Praise of other products. Who writes first is taken at fewer words than who answers a question."""
    return (_first if reading.draft.proactive else _answering)(reading)


RULE = Rule(
    name="product-promotion",
    code="PRO02",
    title="Product promotion",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This advertises other products or another purchase. Amazon bars marketing in messages to buyers.",
    why=(
        "The buyer wrote to you about one order, or you write about it. Amazon's guidelines bar promotion of other "
        "products and referrals to other offers in any message."
    ),
    fix="Take the advertising out. If the buyer asks which product fits, answer that question.",
    exceptions="Naming a product because the buyer asked for it is an answer. So is naming the spare part that you are sending.",
    citations=(
        Citation("A1old", "content that is not allowed"),
        Citation("T7", "marketing"),
        Citation("T15", "promotion of other products"),
        Citation("T40", "promotions"),
    ),
    check=check,
    flagged=(
        example("⟦Check out our new collection!⟧", kind="proactive"),
        example("Your kettle is on its way. ⟦Have a look at our other products.⟧"),
        example("⟦You may also like our matching toaster and other products.⟧", kind="proactive"),
    ),
    allowed=(
        example("You asked which bulb fits: any E27 LED up to 15 W, from any maker.", note="An answer."),
        example("Please do not buy another one; the missing part is on its way.", note="The opposite."),
        example("Check out the drawing on page 4 of the manual.", note="No product."),
    ),
)
