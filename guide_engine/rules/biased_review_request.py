"""REV02: a request for a good review. Zero tolerance: sources A12, A13."""

from guide_engine.detectors.phrases import phrases
from guide_engine.detectors.review_talk import GLOWING
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="biased-review-request",
    code="REV02",
    title="Request for a good review",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This asks for a good review. Amazon bars every attempt to steer what buyers write, with zero tolerance.",
    why=(
        "A buyer must be free to write what they found. Amazon names requests for positive or five-star reviews as "
        "manipulation. It can take away the right to sell for good, hold back funds and name the seller in public."
    ),
    fix="Take the wish for stars or praise out. If you ask at all, ask once and ask for an honest review.",
    exceptions="A five-star screwdriver, a star-shaped knob or a hotel's stars are not meant, nor is a buyer's own praise.",
    citations=(
        Citation("A12", "asking for positive reviews"),
        Citation("A13", "zero tolerance"),
        Citation("T7", "German guideline text"),
    ),
    check=phrases(*GLOWING),
    supersedes=("review-request",),
    flagged=(
        example("⟦Please leave us a five-star review⟧.", kind="proactive"),
        example("⟦We'd be thrilled with a 5★ from you⟧!", kind="proactive"),
        example("⟦Kindly leave positive feedback⟧, thank you.", kind="proactive"),
    ),
    allowed=(
        example("Use a five-star screwdriver for the lid.", note="A tool."),
        example("Glad that the strap fits now. The clasp is steel.", note="Nobody is asked for anything."),
        example(
            "Would you leave a product review? All opinions are welcome.",
            kind="proactive",
            note="Neutral: another rule's warning.",
        ),
    ),
)
