"""ORD07: the same text to many buyers. Only the article (source S) says that this is flagged."""

from collections.abc import Iterator

from guide_engine.detectors.similarity import likeness
from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

ALIKE = 0.8
"""From this share of common word runs on, two messages are the same text with other names."""


def check(reading: Reading) -> Iterator[Hit]:
    """The earlier message that is most like this one, where it is nearly the same."""
    if not reading.draft.previous:
        return
    shares = reading.once(likeness)
    best = max(range(len(shares)), key=lambda i: shares[i])
    if shares[best] >= ALIKE:
        message = (
            f"This is {shares[best]:.0%} the same as message {best + 1} of the {len(shares)} that you gave. The Aura "
            "article says that identical messages to many buyers can be flagged. No other source says so."
        )
        yield Hit(None, Where.CONTEXT, message, None if reading.draft.proactive else Severity.INFO)


_LATE = (
    "Hello {}, we are sorry: your order {} is delayed because the glaze has to dry longer in the wet weather. The new "
    "delivery date is {}. You do not need to do anything. If that is too late for you, answer this message and we will "
    "find a solution."
)
_QUESTION = (
    "Hello Ben, your order 112-7654321-7654321 waits for an answer: the form says Jhon. Shall we engrave John instead? "
    "Please answer this message by Friday, so that the board is ready in time."
)

RULE = Rule(
    name="near-identical-message",
    code="ORD07",
    title="Nearly the same as an earlier message",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="This is nearly the same text as an earlier message.",
    why=(
        "The Aura article of 18 February 2026 says that Amazon's systems can flag identical messages to many buyers, and "
        "advises to adapt each one. **We found no other source for this**, and Amazon's own templates are identical by "
        "nature. Take it as advice: a message that speaks of this one order is read sooner, too."
    ),
    fix="Say what is particular to this order: the item, the reason, the date, the question.",
    exceptions=(
        "Names, numbers and the greeting are left out of the comparison. Short messages are not compared. In an answer "
        "this is only a note: the same question may well get the same answer. Without earlier messages to compare "
        "with, nothing is said."
    ),
    also="A warning in a message that you start, a note in an answer.",
    citations=(Citation("S", "identical messages can be flagged"),),
    check=check,
    flagged=(
        example(
            _LATE.format("Anna", "112-1234567-1234567", "8 October"),
            kind="proactive",
            previous=[_LATE.format("Ben", "112-7654321-7654321", "9 October")],
        ),
        example(
            _LATE.format("Anna", "112-1234567-1234567", "8 October") + " Kind regards, Jo",
            kind="proactive",
            previous=["Yes, the lid fits.", _LATE.format("Ms Ngozi", "114-7654321-7654321", "11 October")],
        ),
        example(
            _LATE.format("Anna", "112-1234567-1234567", "8 October"),
            kind="reply",
            previous=[_LATE.format("Ben", "112-7654321-7654321", "9 October")],
        ),
    ),
    allowed=(
        example(
            _LATE.format("Anna", "112-1234567-1234567", "8 October"),
            kind="proactive",
            previous=[_QUESTION],
            note="Another matter.",
        ),
        example("Yes, the lid fits.", kind="reply", previous=["Yes, the lid fits."], note="Too short to compare."),
        example(
            _LATE.format("Anna", "112-1234567-1234567", "8 October"),
            kind="proactive",
            note="Nothing to compare with.",
        ),
    ),
)
