"""Sentences that a rule needs its parts for, tests/corpora/sentences.txt: `rule: text`, or `rule (proactive): text`.

What the rule has to find stands in ⟦marks⟧; where there are none, it must find nothing. ``\\n`` is a line end. Where the
severity matters, it stands in the brackets too: `rule (error): text`, `rule (proactive, warning): text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide_engine.draft import Draft, Kind
from guide_engine.findings import Severity, Span
from guide_engine.rule import Example
from tests.score.rows import CORPORA

_LINE = re.compile(
    r"(?P<rule>[a-z0-9-]+)(?: \((?:(?P<first>proactive)(?:, )?)?(?P<severity>error|warning)?\))?: (?P<text>.+)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the rule that it is about, what that rule has to find in it, and how grave (None: of no interest)."""

    rule: str
    draft: Draft
    spans: tuple[Span, ...]
    severity: Severity | None = None


@lru_cache(maxsize=1)
def sentences() -> tuple[Sentence, ...]:
    """All of them. Raises ValueError for a line in another form."""
    return tuple(_read(CORPORA.joinpath("sentences.txt").read_text(encoding="utf-8")))


def _read(file: str) -> Iterator[Sentence]:
    for number, line in enumerate(file.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            message = f"line {number} of sentences.txt is not `rule: text`"
            raise ValueError(message)
        shown = Example(match["text"].replace("\\n", "\n"))
        kind = Kind.PROACTIVE if match["first"] else Kind.REPLY
        severity = Severity(match["severity"]) if match["severity"] else None
        yield Sentence(match["rule"], Draft(text=shown.text, kind=kind), shown.spans, severity)
