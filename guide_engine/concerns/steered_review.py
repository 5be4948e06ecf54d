"""Steering or changing a review. Sources A11, A12."""

from guide_engine.concern import Concern, Level
from guide_engine.sources import Citation

CONCERN = Concern(
    name="steered-review",
    title="Steering what you write in a review",
    level=Level.BARRED,
    rules=(
        "biased-review-request",
        "conditional-review-request",
        "review-diversion",
        "review-change-request",
        "review-dictation",
        "repeat-review-request",
        "feedback-removal-request",
    ),
    answer="I decide myself whether I write a review, and what. Please write to me only about my order.",
    means="What you write in a review is up to you. A seller may ask once, in neutral words. Not for stars, not to change it, not only if you are happy.",
    do=(
        "Write what you found, or nothing at all.",
        "You need not change or remove a review.",
        "A solved problem does not oblige you to anything.",
    ),
    citations=(Citation("A11", "list of violations"), Citation("A12", "asking for reviews")),
    raised_by=(
        "Please leave us a five-star review.",
        "Now that we sent the replacement, could you update your review?",
    ),
)
