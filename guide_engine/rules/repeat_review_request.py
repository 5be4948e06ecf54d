"""REV03: a second request for a review of the same order. Sources T7, T2, A21."""

from collections.abc import Iterator

from guide_engine.clauses import tag
from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phrases import Scope, find, pattern
from guide_engine.detectors.review_talk import asked, review_links
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation
from guide_engine.text import normalize

_REMINDED = (
    pattern("repeat", "review|rate-us|positive-review|top-stars", scope=Scope.SENTENCE, negatable=True),
    pattern("repeat", "opinion-deed", scope=Scope.SENTENCE, negatable=True),
)
_BEFORE = "You have asked for a review of this order before. Amazon permits one request per order in total."


def check(reading: Reading) -> Iterator[Hit]:
    """Reminders in words; any request where the order has had one."""
    reminders = find(reading.prose, _REMINDED)
    for span in reminders:
        yield Hit(span, fixes=remove_sentence(reading, span))
    if reading.draft.review_requested_before or any(
        asked(tag(normalize(text)), proactive=True) for text in reading.draft.previous
    ):
        for span in (*asked(reading.prose, reading.draft.proactive), *reading.once(review_links)):
            if not any(span.overlaps(other) for other in reminders):
                yield Hit(span, message=_BEFORE, fixes=remove_sentence(reading, span))


RULE = Rule(
    name="repeat-review-request",
    code="REV03",
    title="Repeated review request",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="This asks for a review a second time. Amazon permits one request per order in total.",
    why=(
        "Amazon's guideline, as quoted by others, bars repeated requests for a review of one order. The button *Request a "
        "Review* and a sentence in a message count together. Amazon's own interface lets each order be asked about once."
    ),
    fix="Take the reminder out. If the buyer did not answer the first time, that is their answer.",
    exceptions="A first request is another rule's business. Reminders about a return or a missing address are fine.",
    citations=(
        Citation("T7", "repeated requests"),
        Citation("T2", "content list"),
        Citation("A21", "one solicitation per order"),
    ),
    check=check,
    supersedes=("review-request",),
    flagged=(
        example("⟦Just a reminder about the review we asked for⟧.", kind="proactive"),
        example("⟦We haven't seen your review yet⟧.", kind="proactive"),
        example("Hello, ⟦would you leave a review of the kettle?⟧", kind="proactive", review_requested_before=True),
        example("⟦A reminder to rate us⟧, please.", kind="proactive", review_requested_before=True),
        example(
            "The lid is in the post. ⟦Please leave a review of the kettle⟧.",
            previous=["Hello Anna, would you leave a review of the kettle?"],
        ),
    ),
    allowed=(
        example(
            "Just a reminder to send us the name for the engraving.",
            kind="proactive",
            reason="customization",
            note="Nothing about a review.",
        ),
        example("Would you leave a review of the kettle?", kind="proactive", note="The first request: only a warning."),
        example("We are still waiting for your photo of the label.", note="Not about a review."),
    ),
)
