"""Talk about reviews: the patterns over concepts that the review rules are made of.

Each constant is one meaning, in every language that has a lexicon. Rules pick from these; none of them knows words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from guide_engine.clauses import Prose
from guide_engine.detectors.by_line import ranges
from guide_engine.detectors.phrases import Mark, Pattern, Scope, find, pattern
from guide_engine.findings import Span
from guide_engine.reading import Reading
from guide_engine.text import NormalizedText

JUDGEMENT = "review|rate-us|positive-review|negative-review|top-stars"
"""Words that mean a public judgement and nothing else."""

ASKED: tuple[Pattern, ...] = (
    pattern("review", "give|ask", within=16, unless="thanked", unless_clause="dont-leave"),
    pattern("review", "question", unless="change|settled"),
    pattern("rate-us", unless_clause="dont-leave"),
    pattern("opinion", "give", "platform", within=16),
    pattern("opinion", "ask", "platform", within=20),
    pattern("opinion", "share", within=8, unless="custom-question|trouble|thanked"),
    pattern("public-deed", "ask|question", within=20, unless="settled|trouble|custom-question"),
    pattern("few-words", "ask|give|giving|from-you", "platform", within=20),
    pattern("stars", "give|from-you", within=6, unless="thanked"),
    pattern("bare-stars", "ask", brief=4),
    pattern("tell", "on-page", within=12, unless="settled"),
)
"""A request for a review, a rating or seller feedback."""

UNPROMPTED: tuple[Pattern, ...] = (
    pattern("review", "your", within=4, unless="settled|thanked|trouble"),
    pattern("reviews", unless="change|settled|trouble|thanked"),
    pattern("stars", "ask", within=10, unless="custom-question"),
    pattern("public-deed", unless="settled"),
    pattern("hear", "platform", "ask", within=12, unless="trouble"),
    pattern("review", "platform", within=10, unless="settled|trouble|thanked"),
    pattern("opinion|bare-stars|few-words", "platform", unless="trouble"),
    pattern("review-verb", "ask|question", within=16, unless="change|settled|trouble|reward|address"),
)
"""What is a request in a message that nobody asked for: "your review is our best pay".

Who writes first and speaks of the buyer's review, or of one on Amazon, wants one, unless the sentence says what else it is about.
"""

GLOWING: tuple[Pattern, ...] = (
    pattern("positive-review|top-stars", "give|ask|rate-us|wish", unless="before|thanked|custom-question", within=20),
    pattern("top-stars", "from-you", within=8),
    pattern("review|rate-us", "top-stars|positive-review", within=14, unless="before|thanked"),
)
"""A request for a good one."""

IF_HAPPY: tuple[Pattern, ...] = (
    pattern(
        "review|rate-us|top-stars",
        "if-happy",
        unless="settled|change",
        scope=Scope.NEARBY,
        mark=Mark.SENTENCE,
    ),
    pattern(
        # As in a telegram: "Thrilled? Rate.", "Love it? Amazon."
        "review-verb|bare-stars|inside",
        "if-happy",
        "question",
        scope=Scope.NEARBY,
        mark=Mark.SENTENCE,
        brief=6,
    ),
    pattern(
        "review|rate-us|public-deed",
        "liked",
        "if-word|when-word",
        unless="settled|change|if-neutral|custom-question",
        mark=Mark.SENTENCE,
    ),
    pattern("opinion", "give|share", "if-happy", scope=Scope.SENTENCE, mark=Mark.SENTENCE),
    pattern(
        "public-deed", "if-happy", scope=Scope.NEARBY, mark=Mark.SENTENCE, unless="settled|custom-question|if-neutral"
    ),
    pattern(
        "question",
        "then",
        "review|rate-us|positive-review|public-deed",
        scope=Scope.NEARBY,
        mark=Mark.SENTENCE,
        unless="settled|custom-question|if-neutral",
        negatable=True,
        ordered=True,
        within=20,
    ),
    pattern("rate-us", "if-cond", unless="change|settled|contact-us|trouble|if-neutral", mark=Mark.SENTENCE),
    pattern("few-words|opinion", "platform", "if-happy", scope=Scope.PARAGRAPH, mark=Mark.SENTENCE, within=24),
    pattern("stars", "if-happy", "give|giving|ask|from-you|wish", scope=Scope.PARAGRAPH, mark=Mark.SENTENCE, within=12),
    pattern(
        # Whatever the condition says, with a good review behind it only buyers who meet it are asked.
        "top-stars|positive-review",
        "if-word",
        "give|ask",
        unless="change|settled",
        mark=Mark.SENTENCE,
    ),
    pattern(
        "review|few-words|public-deed",
        "if-cond",
        "give|ask",
        unless="change|settled|if-neutral|contact-us|trouble|dont-leave",
        mark=Mark.SENTENCE,
    ),
)
"""A request to happy buyers only."""

TELL_US_FIRST: tuple[Pattern, ...] = (
    pattern(
        "contact-us", "before", "review|rate-us|positive-review|top-stars|low-stars|review-word|opinion-deed",
        mark=Mark.SENTENCE, negatable=True, within=24,
    ),
    pattern("unhappy", "contact-us", "review|rate-us|positive-review|top-stars|low-stars", scope=Scope.NEARBY, mark=Mark.SENTENCE, negatable=True),
    pattern("low-stars", "question", "contact-us", scope=Scope.NEARBY, mark=Mark.SENTENCE, unless="change"),
    pattern("desk", "unhappy|trouble", "review-word|bare-stars|public-deed", scope=Scope.NEARBY, mark=Mark.SENTENCE, brief=7),
    pattern("bad-word", "desk", "good-word", "inside", scope=Scope.NEARBY, mark=Mark.SENTENCE, within=14),
    pattern("trouble", "contact-us", "contrast", "review|rate-us|positive-review|top-stars|opinion-deed", scope=Scope.NEARBY, mark=Mark.SENTENCE, negatable=True),
    pattern("trouble", "contact-us", "review|rate-us|positive-review|top-stars", mark=Mark.SENTENCE, negatable=True),
    pattern("low-stars", "dont-leave", mark=Mark.SENTENCE, within=8),
    pattern("negative-review", "before|dont-leave", mark=Mark.SENTENCE, negatable=True, unless="change|gone"),
    pattern("us-first", "review|rate-us|positive-review|top-stars|low-stars|public-deed", scope=Scope.NEARBY, mark=Mark.SENTENCE),
    pattern("contact-us", "before", "public-deed", mark=Mark.SENTENCE, negatable=True, within=24),
    pattern("unhappy", "contact-us", "public-deed", scope=Scope.NEARBY, mark=Mark.SENTENCE, negatable=True),
    pattern("negative-review", "contact-us", scope=Scope.NEARBY, mark=Mark.SENTENCE, negatable=True, unless="change"),
    pattern("unhappy", "contact-us", "dont-leave", scope=Scope.NEARBY, mark=Mark.SENTENCE, negatable=True),
)  # fmt: skip
"""A request to come to the seller instead of leaving a bad review."""

_apart = partial(pattern, scope=Scope.PARAGRAPH, mark=Mark.SENTENCE, fallback=True)
"""A pattern for what stands in one paragraph, where no other pattern finds it closer together."""

REWARDED: tuple[Pattern, ...] = (
    pattern(
        "reward",
        "review|rate-us|positive-review|negative-review|top-stars|stars|opinion-deed|public-deed",
        mark=Mark.SENTENCE,
        unless="settled",
    ),
    pattern("sure-reward", "review-word", "exchange", mark=Mark.SENTENCE, unless="settled"),
    pattern("reward", "opinion", "give|giving", mark=Mark.SENTENCE, unless="settled"),
    _apart("review|rate-us|positive-review", "in-exchange", "reward", unless="settled", ordered=True),
    _apart("sure-reward", "in-exchange", "review|rate-us|positive-review|top-stars", unless="settled|plain-refund"),
    _apart("sure-reward", "stars|opinion-deed", unless="settled"),
    pattern("sure-reward", "bare-stars", mark=Mark.SENTENCE, unless="settled", within=12),
    pattern("sure-reward", "opinion", mark=Mark.SENTENCE, unless="settled|trouble", within=12),
    _apart(
        "question",
        "reward",
        "review|rate-us|review-verb|public-deed",
        negatable=True,
        ordered=True,
        unless="settled|plain-refund|trouble|remedy",
        unless_clause="review|rate-us|review-verb|public-deed",
        within=16,
    ),
    pattern("review|stars", "gain", mark=Mark.SENTENCE, ordered=True, brief=9, unless="question"),
    pattern("question", "review", "gain", scope=Scope.NEARBY, mark=Mark.SENTENCE, ordered=True, within=8),
    pattern("question", "review|few-words", "then", "reward", scope=Scope.NEARBY, mark=Mark.SENTENCE, ordered=True),
    pattern("reward|gets", "reviewer", mark=Mark.SENTENCE, unless="settled"),
    pattern(
        "review|rate-us|top-stars|opinion-deed|public-deed",
        "gets",
        mark=Mark.SENTENCE,
        unless="settled|trouble",
        within=20,
    ),
    pattern("gets", "opinion", "platform", mark=Mark.SENTENCE, unless="settled|trouble", within=24),
    pattern("reward", "few-words|opinion", "platform|interested", mark=Mark.SENTENCE, unless="settled"),
    _apart("reward", "screenshot", unless="settled"),
)
"""A reward for a review."""

CHANGE: tuple[Pattern, ...] = (
    pattern("change", "review|low-stars|positive-review", within=10, unless="address"),
    pattern("change", "stars", "ask|question|wish", within=12, unless="address", mark=Mark.KEY),
    pattern("gone", "stars|low-stars|review-word", "ask|question|wish|in-exchange", within=16, unless="gets"),
    pattern("change", "review-word", "your", within=6, unless="address"),
    pattern("change", "review-word", "ask|question|wish", within=14, unless="address"),
    pattern("gone", "negative-review", "ask", scope=Scope.NEARBY, mark=Mark.SENTENCE, within=12),
    pattern("change|gone", "your-post", within=12, unless="address|custom-question|trouble"),
    pattern("change-it", "your-post", scope=Scope.NEARBY, unless="address|custom-question", within=30, mark=Mark.KEY),
    pattern("change|gone", "opinion|post", "platform", within=14, unless="address"),
    pattern("change-it", "review|negative-review|low-stars", scope=Scope.NEARBY, unless="address|settled", within=24),
    pattern("from-to", "your|ask|change", within=14, unless="address"),
    pattern("change", "step", "review", scope=Scope.NEARBY, mark=Mark.SENTENCE, brief=6),
    pattern(
        "negative-review", "ask", within=14, unless="all-kinds|before|dont-leave|unhappy|contact-us|if-happy|trouble"
    ),
)
"""A request to change or remove a review."""

DICTATED: tuple[Pattern, ...] = (
    pattern("dictate", "review|rate-us|positive-review|top-stars|opinion-deed", unless="settled"),
)
"""What to write in the review."""

_AMAZON = re.compile("amazon")
_REVIEW_PAGE = re.compile(
    r"(?:https?://)?(?:[\w-]{1,20}\.)?amazon\.[a-z]{2,3}(?:\.[a-z]{2})?/[^\s<>\"]{0,200}?(?:review|feedback|leave-?rating)[^\s<>\"]{0,200}"
)


def asked(prose: Prose, proactive: bool = False) -> list[Span]:  # a message is one or the other
    """Every request for a review in a text, neutral or not; `proactive` where the seller writes without being asked."""
    return find(prose, ASKED + GLOWING + UNPROMPTED if proactive else ASKED + GLOWING)


def review_links(reading: Reading) -> list[Span]:
    """Addresses of Amazon pages on which reviews or seller feedback are written."""
    return list(_links(reading.text))


def _links(text: NormalizedText) -> Iterator[Span]:
    if "amazon" in text.folded:
        for start, end in ranges(text, _REVIEW_PAGE, _AMAZON):
            yield text.span(start, start + len(text.folded[start:end].rstrip(".,;:!?)'")))
