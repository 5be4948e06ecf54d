"""Measuring: what was reported in each message against its labels, and the figures that follow.

Definitions. *Reported* means a finding of severity error or warning by a rule that counts for some label. A violating
message is *caught* when at least one reported label is one of its own. A clean message with anything reported is a
*false alarm*. Precision, recall and F1 are micro figures over (message, label) pairs; a label that the row allows
(`also_ok`) counts neither way. *Overlap* is the mean, over the labelled spans, of the intersection over union with the
best finding of a right rule; a labelled span that no right finding touches counts 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from guide_engine import Severity, Span, Where, check
from tests.score.rows import Row

RULES_OF: dict[str, tuple[str, ...]] = {
    "external_link": (
        "external-link",
        "insecure-link",
        "shortened-link",
        "lookalike-link",
        "carrier-link",
        "opt-out-link",
    ),
    "email_address": ("email-address",),
    "phone_number": ("phone-number",),
    "off_amazon_contact": (
        "messenger-contact",
        "social-profile",
        "off-amazon-contact",
        "off-amazon-payment",
        "personal-data-request",
        "qr-code",
    ),
    "review_request": ("review-request", "biased-review-request", "repeat-review-request", "review-dictation"),
    "conditional_review_request": ("conditional-review-request", "review-diversion"),
    "review_incentive": ("review-incentive",),
    "review_change_request": ("review-change-request", "feedback-removal-request"),
    "marketing": ("discount-offer", "product-promotion", "off-amazon-sale", "listing-link"),
    "important_misuse": ("important-misuse",),
}
"""Which rules count for a label, as the table of tests/corpora/README.md says."""

LABEL_OF = {rule: label for label, names in RULES_OF.items() for rule in names}


@dataclass(frozen=True, slots=True)
class Report:
    """One thing reported in a message: its label, the rule (or word list) that did it, and where in the text."""

    label: str
    rule: str
    span: Span | None


Reporter = Callable[[Row], list[Report]]


def by_checker(row: Row) -> list[Report]:
    """What the checker reports in a row."""
    return [
        Report(LABEL_OF[finding.rule], finding.rule, finding.span if finding.where is Where.TEXT else None)
        for finding in check(row.draft()).findings
        if finding.rule in LABEL_OF and finding.severity is not Severity.INFO
    ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was reported in one row."""

    row: Row
    reports: tuple[Report, ...]

    @property
    def reported(self) -> frozenset[str]:
        """The labels reported."""
        return frozenset(report.label for report in self.reports)

    @property
    def caught(self) -> bool:
        """Whether something right was reported in a violating message."""
        return bool(self.reported & self.row.labels)

    @property
    def missed(self) -> frozenset[str]:
        """Labels of the row that were not reported."""
        return self.row.labels - self.reported

    @property
    def wrong(self) -> frozenset[str]:
        """Labels reported that are neither the row's nor allowed in it."""
        return self.reported - self.row.labels - self.row.also_ok

    def overlaps(self) -> list[tuple[str, float]]:
        """For each labelled span its label and the overlap with the best finding of a right rule."""
        return [
            (
                label,
                max((iou(span, r.span) for r in self.reports if r.label == label and r.span is not None), default=0.0),
            )
            for span, label in self.row.spans
        ]


def iou(one: Span, other: Span) -> float:
    """Intersection over union of two spans, in code points."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    return shared / (one.end - one.start + other.end - other.start - shared)


def run(rows: Iterable[Row], reporter: Reporter = by_checker) -> list[Outcome]:
    """Check every row."""
    return [Outcome(row, tuple(reporter(row))) for row in rows]


@dataclass(slots=True)
class Counts:
    """True and false positives and negatives of one label, or of all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was reported, the share that is right; 1 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was reported; 1 where nothing is."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


@dataclass(slots=True)
class Figures:
    """The figures of a set of outcomes."""

    clean: int = 0
    alarms: int = 0
    violating: int = 0
    caught: int = 0
    total: Counts = field(default_factory=Counts)
    labels: dict[str, Counts] = field(default_factory=dict)
    overlaps: list[float] = field(default_factory=list)

    @property
    def caught_share(self) -> float:
        """The share of violating messages that were caught."""
        return self.caught / self.violating if self.violating else 1.0

    @property
    def alarm_share(self) -> float:
        """The share of clean messages in which something was reported."""
        return self.alarms / self.clean if self.clean else 0.0

    @property
    def overlap(self) -> float:
        """The mean overlap over all labelled spans; a span that nothing touches counts 0."""
        return sum(self.overlaps) / len(self.overlaps) if self.overlaps else 1.0

    @property
    def overlap_found(self) -> float:
        """The mean overlap over the labelled spans that were found."""
        found = [value for value in self.overlaps if value]
        return sum(found) / len(found) if found else 1.0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome in."""
        if outcome.row.clean:
            self.clean += 1
            self.alarms += bool(outcome.wrong)
        else:
            self.violating += 1
            self.caught += outcome.caught
        for label in outcome.row.labels & outcome.reported:
            self._of(label).right += 1
            self.total.right += 1
        for label in outcome.wrong:
            self._of(label).wrong += 1
            self.total.wrong += 1
        for label in outcome.missed:
            self._of(label).missed += 1
            self.total.missed += 1
        self.overlaps += (value for _, value in outcome.overlaps())

    def _of(self, label: str) -> Counts:
        return self.labels.setdefault(label, Counts())


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """The figures of all outcomes together."""
    result = Figures()
    for outcome in outcomes:
        result.add(outcome)
    return result


def by_language(outcomes: Iterable[Outcome]) -> dict[str, Figures]:
    """The figures of each language, by its code."""
    result: dict[str, Figures] = {}
    for outcome in outcomes:
        result.setdefault(outcome.row.lang, Figures()).add(outcome)
    return dict(sorted(result.items()))


def by_rule(outcomes: Iterable[Outcome]) -> dict[str, Counts]:
    """How often each rule was right and wrong; a report that the row allows is left out, and nothing is missed here."""
    result: dict[str, Counts] = {}
    for outcome in outcomes:
        for rule, label in sorted({(report.rule, report.label) for report in outcome.reports}):
            counts = result.setdefault(rule, Counts())
            counts.right += label in outcome.row.labels
            counts.wrong += label in outcome.wrong
    return dict(sorted(result.items()))
