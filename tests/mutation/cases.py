"""Everything that can fail when a lexicon or a rule loses something, and what is right in it.

Cases are the rows of tests/corpora, the examples of the rules and those of the lexicons. They come in the order in which
they are likely to notice something: what was written to show one part of a rule comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide_engine import Draft, Kind, Severity, Span, Where, check
from guide_engine.lexicons import languages, load
from guide_engine.registry import rules
from guide_engine.rule import Example
from tests.score.measure import LABEL_OF, Outcome, Report
from tests.score.rows import Row, rows
from tests.score.sentences import sentences

Found = tuple[tuple[str, str, Span | None], ...]
"""Rule, severity and place in the text of each finding, in order."""


@dataclass(frozen=True, eq=False)
class Case:
    """One message: a row with labels, or an example of `rule` (empty: no rule may warn) with what it has to find.

    The name stays the same while the message does. In a `flagged` example notes count as well, and something is found
    even where nothing is marked in the text. `severity` is that of all findings, where the example names one.
    """

    name: str
    draft: Draft
    row: Row | None = None
    rule: str = ""
    spans: tuple[Span, ...] = ()
    severity: Severity | None = None
    flagged: bool = False

    def found(self) -> Found:
        """What the checker finds now."""
        return tuple(
            (f.rule, str(f.severity), f.span if f.where is Where.TEXT else None) for f in check(self.draft).findings
        )

    def right(self, found: Found) -> bool:
        """Whether the tests of the examples, or the labels of the row, ask for just this."""
        if self.row is not None:
            return not _faults(self.row, found)
        counted = [one for one in found if self.flagged or one[1] != Severity.INFO]
        if not self.rule:
            return not counted
        own = [one for one in counted if one[0] == self.rule]
        places = tuple(span for _, _, span in own if span or not self.flagged)
        return (
            places == self.spans
            and bool(own) >= self.flagged
            and (self.severity is None or all(severity == self.severity for _, severity, _ in own))
        )

    def fails(self, before: Found, now: Found) -> bool:
        """Whether a test tells `now` from `before`: what was right no longer is."""
        return before != now and self.right(before) and not self.right(now)


def _faults(row: Row, found: Found) -> frozenset[str]:
    """The labels that are missed or wrong in a row."""
    reports = [
        Report(LABEL_OF[rule], rule, span)
        for rule, severity, span in found
        if rule in LABEL_OF and severity != Severity.INFO
    ]
    outcome = Outcome(row, tuple(reports))
    return outcome.missed | outcome.wrong


def cases() -> Iterator[Case]:
    """Every sentence, every example and every row, each with a name of its own."""
    seen: Counter[str] = Counter()
    for case in _cases():
        seen[case.name] += 1
        yield case if seen[case.name] == 1 else replace(case, name=f"{case.name} ({seen[case.name]})")


def _cases() -> Iterator[Case]:
    for one in sentences():
        first = " (proactive)" if one.draft.proactive else ""
        yield Case(
            _named(f"{one.rule}{first}", one.draft.text),
            one.draft,
            rule=one.rule,
            spans=one.spans,
            severity=one.severity,
        )
    for rule in rules():
        for number, shown in enumerate((*rule.flagged, *rule.allowed), 1):
            flagged = number <= len(rule.flagged)
            yield Case(
                _named(f"{rule.name} example", shown.marked),
                shown.draft(),
                rule=rule.name,
                spans=shown.spans,
                flagged=flagged,
            )
    for language in languages():
        lexicon = load(language)
        for told in (*lexicon.flagged, *lexicon.allowed):
            example = Example(told.text)
            draft = Draft(text=example.text, kind=Kind.REPLY)
            yield Case(
                _named(f"{language} example", told.text),
                draft,
                rule=told.rule,
                spans=example.spans,
                flagged=bool(told.rule),
            )
    for row in rows():
        yield Case(row.id, row.draft(), row=row)


_LONGEST = 200


def _named(place: str, text: str) -> str:
    return f"{place}: {text[:_LONGEST]}".replace("\n", "\\n")
