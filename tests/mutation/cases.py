"""Everything that can fail when a lexicon or a rule loses something, each with its result before anything is lost.

Cases are the rows of tests/corpora, the examples of the rules and those of the lexicons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide_engine import Draft, Kind, Severity, Span, check
from guide_engine.lexicons import languages, load
from guide_engine.registry import rules
from guide_engine.rule import Example
from tests.score.measure import LABEL_OF, Outcome, Report
from tests.score.rows import Row, rows
from tests.score.sentences import sentences

Found = tuple[tuple[str, str, Span | None], ...]
"""Rule, severity and place of each finding, in order."""


@dataclass(frozen=True, eq=False)
class Case:
    """One message: a row with labels, or an example of `rule` (empty: no rule may warn)."""

    name: str
    draft: Draft
    row: Row | None = None
    rule: str = ""

    def found(self) -> Found:
        """What the checker finds now."""
        return tuple((f.rule, str(f.severity), f.span) for f in check(self.draft).findings)

    def fails(self, before: Found, now: Found) -> bool:
        """Whether a test tells `now` from `before`: a row is judged worse, or an example is no longer as shown."""
        if before == now:
            return False
        if self.row is not None:
            return self._faults(now) > self._faults(before)
        if not self.rule:
            return any(severity != Severity.INFO for _, severity, _ in now)
        return _of(self.rule, now) != _of(self.rule, before)

    def _faults(self, found: Found) -> int:
        """How many labels are missed or wrong in the row."""
        assert self.row is not None
        reports = [
            Report(LABEL_OF[rule], rule, span)
            for rule, severity, span in found
            if rule in LABEL_OF and severity != Severity.INFO
        ]
        outcome = Outcome(self.row, tuple(reports))
        return len(outcome.missed) + len(outcome.wrong)


def _of(rule: str, found: Found) -> Found:
    return tuple(one for one in found if one[0] == rule)


def cases() -> Iterator[Case]:
    """Every row and every example."""
    for row in rows():
        yield Case(row.id, row.draft(), row=row)
    for rule in rules():
        for number, shown in enumerate((*rule.flagged, *rule.allowed), 1):
            yield Case(f"{rule.name} {number}", shown.draft(), rule=rule.name)
    for number, sentence in enumerate(sentences(), 1):
        yield Case(f"{sentence.rule} sentence {number}", sentence.draft, rule=sentence.rule)
    for language in languages():
        lexicon = load(language)
        for number, one in enumerate((*lexicon.flagged, *lexicon.allowed), 1):
            draft = Draft(text=Example(one.text).text, kind=Kind.REPLY)
            yield Case(f"{language} example {number}", draft, rule=one.rule)
