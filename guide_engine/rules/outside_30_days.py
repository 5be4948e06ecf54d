"""ORD04: a first message more than 30 days after the order. Source T7 quotes Amazon's German guidelines on this."""

from collections.abc import Iterator

from guide_engine.draft import Kind
from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

DAYS = 30
"""The last day on which a first message may go out, counted from the day of completion (which is day 0)."""


def check(reading: Reading) -> Iterator[Hit]:
    """The age of the order on the day of the check; nothing where the completion date is not known."""
    done, today = reading.draft.completed_on, reading.draft.today
    if done is None:
        return
    age = (today - done).days
    if age < 0:
        note = f"The completion date {done} lies ahead of {today}. Please look at the two dates again."
        yield Hit(None, Where.CONTEXT, note, Severity.INFO)
    elif age > DAYS:
        message = (
            f"The order was completed on {done}, {age} days ago. You may write first up to {DAYS} days after "
            "completion. Once the buyer writes to you, you may answer at any time."
        )
        yield Hit(None, Where.CONTEXT, message)


RULE = Rule(
    name="outside-30-days",
    code="ORD04",
    title="Outside the 30 days",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="You may write first up to 30 days after the order was completed. This order is older.",
    why=(
        "Messages that you start must go out within 30 days of order completion. A German support firm quotes this "
        "from Amazon's guidelines, other services repeat it, and so does the Aura article of 18 February 2026."
    ),
    fix=(
        "Do not write first. If the buyer has ever written to you about this order, answer in that thread: answers "
        "have no time limit. If not, there is no route left for a message of your own."
    ),
    exceptions=(
        "Answers to a buyer are never limited. Day 30 itself still counts as inside. **What “completion” means is not "
        "public**: the quoted text says only *order completion*, one service counts from delivery, another from the "
        "day of the order. Take the latest date that you can show, and leave a day or two to spare."
    ),
    citations=(
        Citation("T7", "30 days of order completion, quoted from the German guidelines"),
        Citation("T42", "messages sent first"),
        Citation("T6", "counted from delivery"),
        Citation("T8", "counted from the order"),
        Citation("S", "when sellers may write first"),
    ),
    check=check,
    flagged=(
        example(
            "Your invoice for order 112-1234567-1234567 is attached.",
            kind="proactive",
            completed_on="2026-10-01",
            today="2026-11-01",
        ),
        example(
            "Which text shall we engrave on order 112-1234567-1234567?",
            kind="proactive",
            reason="customization",
            completed_on="2026-08-20",
            today="2026-11-23",
        ),
        example(
            "Would you leave a product review of order 112-1234567-1234567? All opinions are welcome.",
            kind="proactive",
            completed_on="2025-11-23",
            today="2026-11-23",
        ),
    ),
    allowed=(
        example(
            "Your invoice for order 112-1234567-1234567 is attached.",
            kind="proactive",
            completed_on="2026-10-02",
            today="2026-11-01",
            note="Day 30 is the last one.",
        ),
        example(
            "Yes, the warranty still covers your order of last year.",
            kind="reply",
            completed_on="2025-09-01",
            today="2026-11-23",
            note="An answer has no time limit.",
        ),
        example(
            "Which text shall we engrave on order 112-1234567-1234567?",
            kind="proactive",
            today="2026-11-23",
            note="No completion date is known, so there is nothing to count.",
        ),
        example(
            "Your freight slot for order 112-1234567-1234567 is on Friday.",
            kind="proactive",
            completed_on="2026-11-30",
            today="2026-11-23",
            note="A date ahead is only pointed out.",
        ),
    ),
    applies_to=(Kind.PROACTIVE,),
)
