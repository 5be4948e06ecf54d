"""REV07: asking to change or remove a review. Zero tolerance: sources A11, A12."""

from collections.abc import Iterator

from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phrases import find
from guide_engine.detectors.review_talk import CHANGE
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """Requests about a review; those about seller feedback are another rule's."""
    for span in find(reading.prose, CHANGE):
        sentence = reading.prose.sentence_at(span.start)
        if sentence is None or "seller-feedback" not in sentence.concepts:
            yield Hit(span, fixes=remove_sentence(reading, span))


RULE = Rule(
    name="review-change-request",
    code="REV07",
    title="Request to change a review",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This asks the buyer to change or remove a review. Amazon bars that, even after the problem is solved.",
    why=(
        "Amazon lists asking a buyer to change or remove a review among its violations. It makes no difference that "
        "the problem has been solved, or that the review was unfair."
    ),
    fix="Say what you have done to solve the problem, and nothing about the review. Report a review that breaks Amazon's rules to Amazon.",
    exceptions="Changing an address, a label, an app or a battery is not meant. Seller feedback has a rule of its own.",
    citations=(
        Citation("A11", "list of violations"),
        Citation("A12", "changing reviews"),
        Citation("T36", "a seller's deactivation"),
    ),
    check=check,
    supersedes=("review-request", "biased-review-request"),
    flagged=(
        example("Now that we sent the replacement, ⟦could you update your review?⟧"),
        example("⟦Please remove your bad review⟧.", kind="proactive"),
        example("⟦Edit your stars to 5⟧, it is under Your Account.", kind="proactive"),
    ),
    allowed=(
        example(
            "Please confirm the updated address so we can edit the label.",
            kind="proactive",
            reason="address-problem",
            note="About the order.",
        ),
        example("Remove the battery cover and delete the old pairing.", note="Instructions."),
        example("You do not need to change your review.", note="Says the opposite."),
    ),
)
