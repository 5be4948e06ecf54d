"""REV09: telling the buyer what to write. Sources T17, T3."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.review_talk import DICTATED
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="review-dictation",
    code="REV09",
    title="Telling the buyer what to write",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="This tells the buyer what to put in a review. Reviews must be the buyer's own words.",
    why=(
        "Steering the words of a review is steering the review. Services that read Amazon's guidelines name review "
        "instructions, sample texts and requested photos among the things that get messages blocked."
    ),
    fix="Take the instructions out. If you ask at all, ask for the buyer's honest opinion and stop there.",
    exceptions="Asking for a photo of a damaged item is fine: it is for the return, not for a review.",
    citations=(Citation("T17", "review guidelines in messages"), Citation("T3", "scanned messages")),
    check=phrases(*DICTATED),
    supersedes=("review-request",),
    flagged=(
        example("⟦Mention how durable it is when you rate us⟧.", kind="proactive"),
        example("⟦Please add a photo to your review⟧.", kind="proactive"),
        example("⟦In your review you can write that the kettle is quiet⟧.", kind="proactive"),
    ),
    allowed=(
        example("Please add a photo of the damage to your answer.", note="For the return."),
        example("Please mention the order number when you answer.", note="No review."),
        example(
            "Would you leave a product review? All opinions are welcome.", kind="proactive", note="No instructions."
        ),
    ),
)
