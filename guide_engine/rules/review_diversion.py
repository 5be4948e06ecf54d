"""REV05: steering unhappy buyers away from a review. Zero tolerance: sources A11, T17, T8."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.review_talk import TELL_US_FIRST
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="review-diversion",
    code="REV05",
    title="Steering away from a bad review",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This steers unhappy buyers to you instead of to a review. Amazon bars that.",
    why=(
        "Amazon counts it as manipulation to send unhappy buyers to another place while others are asked for a review. "
        "The sentence *contact us before you leave a bad review* is its plainest form."
    ),
    fix="Offer help on its own: *If anything is wrong, answer this message.* Say nothing about reviews beside it.",
    exceptions="An offer of help alone is fine. So is help with a return, a fault or a delivery.",
    citations=(
        Citation("A11", "list of violations"),
        Citation("T17", "diverting negative reviews"),
        Citation("T8", "review rules"),
    ),
    check=phrases(*TELL_US_FIRST),
    supersedes=("review-request", "off-amazon-contact"),
    flagged=(
        example("⟦Please contact us before leaving a negative review.⟧", kind="proactive"),
        example("Happy? ⟦Tell others. Not happy? Tell us.⟧", kind="proactive"),
        example("Thank you. ⟦Give us a chance to fix it before you write a bad review.⟧", kind="proactive"),
    ),
    allowed=(
        example(
            "If anything is missing, let us know and we will put it right.",
            kind="proactive",
            note="Help, and no word about reviews.",
        ),
        example("Please contact us before you send the parcel back.", note="About a return."),
        example("Connect the negative terminal before the positive one.", note="Electricity."),
    ),
)
