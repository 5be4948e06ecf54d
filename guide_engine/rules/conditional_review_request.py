"""REV04: asking only happy buyers for a review. Zero tolerance: sources A11, A12."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.review_talk import IF_HAPPY
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="conditional-review-request",
    code="REV04",
    title="Review request to happy buyers only",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This asks for a review only if the buyer is happy. Amazon bars picking out happy buyers.",
    why=(
        "Reviews are only worth something if all buyers are asked alike. Amazon lists asking only those who had a good "
        "experience among its violations. That includes buyers who wrote to tell you that they are pleased."
    ),
    fix="Take the condition out, and ask everybody in the same neutral words. Or leave the asking to *Request a Review*.",
    exceptions="*If you are happy with the new colour, we will ship it* is a question about the order.",
    citations=(Citation("A11", "list of violations"), Citation("A12", "asking only happy buyers")),
    check=phrases(*IF_HAPPY),
    supersedes=("review-request",),
    flagged=(
        example("⟦If you like it, please leave a review.⟧", kind="proactive"),
        example("⟦So glad you had a good experience! Please consider a product review.⟧"),
        example("⟦Happy? Then tell other shoppers what you think.⟧", kind="proactive"),
    ),
    allowed=(
        example(
            "If you are happy with the proof, we will start engraving.",
            kind="proactive",
            reason="customization",
            note="About the order.",
        ),
        example("If you like it, keep it; if not, send it back within 30 days.", note="About a return."),
        example("Would you leave a product review? All opinions are welcome.", kind="proactive", note="No condition."),
    ),
)
