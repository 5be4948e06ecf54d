"""REV08: talk of updating or removing seller feedback. Sources A14, A20 (operation removed in August 2025)."""

from collections.abc import Iterator

from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phrases import Scope, find, pattern
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position

_TALK = (
    pattern("change", "seller-feedback", within=12, unless="address"),
    pattern("gone", "seller-feedback", "ask"),
)
_PRESSED = (pattern("change", "reward", scope=Scope.NEARBY), pattern("change", "pressing"))
"""What makes it worse. It counts only where it touches such talk, so it need not look for the feedback again."""
_PRESSURE = "This ties seller feedback to a reward or presses the buyer to change it. Amazon bars both."


def check(reading: Reading) -> Iterator[Hit]:
    """Every mention of changing seller feedback; an error where pressure or a reward comes with it."""
    pressed = find(reading.prose, _PRESSED)
    for span in find(reading.prose, _TALK):
        hard = any(span.overlaps(other) for other in pressed)
        severity, message = (Severity.ERROR, _PRESSURE) if hard else (None, "")
        yield Hit(span, message=message, severity=severity, fixes=remove_sentence(reading, span))


RULE = Rule(
    name="feedback-removal-request",
    code="REV08",
    title="Talk of changing seller feedback",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="This speaks of changing seller feedback. Amazon once allowed a gentle mention; whether it still does is open.",
    why=(
        "Seller feedback is not a product review. Amazon's help page lets you say, once the problem is solved, that the "
        "buyer can update or remove it. Pressure and rewards are barred. In August 2025 Amazon took the tool for such "
        "messages away."
    ),
    fix="Leave the feedback out and solve the problem. Use *Request removal* in the Feedback Manager if it breaks Amazon's rules.",
    exceptions="A product review is another matter: asking to change one is always barred.",
    also="An error where a reward or pressure comes with it.",
    positions=(
        Position(
            "After solving the problem you may say that seller feedback can be updated or removed, without pressure (Amazon help page, read November 2026).",
            ("A14",),
        ),
        Position(
            "The tool for feedback removal messages was taken out on 4 August 2025 (Amazon's published interface).",
            ("A20",),
        ),
    ),
    citations=(
        Citation("A14", "negative seller feedback"),
        Citation("A20", "history of the interface"),
        Citation("T12", "trigger words"),
    ),
    check=check,
    supersedes=("review-request",),
    flagged=(
        example("If you feel we solved this, ⟦it is possible to update or remove the seller feedback you left⟧."),
        example("⟦Would you remove your feedback for a 25% voucher?⟧"),
        example("⟦Could you please revise your feedback?⟧"),
    ),
    allowed=(
        example("Lower the volume to remove the feedback noise.", note="A sound."),
        example("Thank you for your feedback on the hinge. We changed the design.", note="No request."),
        example("We updated your address. Your feedback was helpful.", note="No request."),
    ),
)
