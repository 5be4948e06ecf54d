"""Which message notices each weakening: the proof that the part of a rule is needed.

noticed.txt names one for each weakening, so that the tests replay one message and need not search all of them. It is
written by `python -m tests.mutation --mark`; where it is out of date, the search is made. unproven.txt names those that
nothing can notice, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from guide_engine import clauses, reading
from guide_engine.clauses import Prose
from guide_engine.detectors.phrases import Pattern
from tests.fresh import without_memory
from tests.mutation.cases import Case, Found
from tests.mutation.weakened import Weakening

NOTICED = Path(__file__).with_name("noticed.txt")
UNPROVEN = Path(__file__).with_name("unproven.txt")
_HEADER = (
    "# Which message notices each weakening of a rule. Written by `python -m tests.mutation --only rules --mark`.\n"
)


def noticed() -> dict[str, str]:
    """The name of a message that notices it, by weakening."""
    return _read(NOTICED)


def unproven() -> dict[str, str]:
    """The reason why nothing can notice it, by weakening: a list to shorten, never to add to lightly."""
    return _read(UNPROVEN)


def _read(file: Path) -> dict[str, str]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    parts = (line.partition(" | ")[::2] for line in lines if line and not line.startswith("#"))
    return {weakening: told.strip() for weakening, told in parts}


def write_noticed(found: Mapping[str, str]) -> None:
    """Keep which message notices which weakening."""
    lines = [f"{weakening} | {case}\n" for weakening, case in sorted(found.items())]
    NOTICED.write_text(_HEADER + "".join(lines), encoding="utf-8")


class Readings:
    """The cases with their tagged texts kept, so that a weakened rule costs only the rules' own work.

    A case is read when somebody asks for it.
    """

    def __init__(self, cases: Iterable[Case]) -> None:
        self.named = {case.name: case for case in cases}
        self._kept: dict[str, Prose] = {}
        self._before: dict[Case, Found] = {}

    @contextmanager
    def reused(self) -> Iterator[None]:
        """Let the checker take up the texts that were tagged before, and what was found in them."""
        tag = clauses.tag

        def kept(text: Any) -> Prose:
            found = self._kept.get(text.raw)
            if found is None:
                found = self._kept[text.raw] = tag(text)
            return found

        with mock.patch.object(reading, "tag", kept), without_memory():
            yield

    def before(self, case: Case) -> Found:
        """What is found in a case while nothing is weakened."""
        found = self._before.get(case)
        if found is None:
            found = self._before[case] = case.found()
        return found

    def is_right(self, name: str) -> bool:
        """Whether a case is judged right."""
        case = self.named[name]
        with self.reused():
            return case.right(self.before(case))

    def proof(self, weakening: Weakening, known: str = "") -> Case | None:
        """A case that notices a weakening: the one that is `known` to, or the first there is."""
        case = self.named.get(known)
        if case is not None and self.notices(weakening, case):
            return case
        return next((case for case in self.named.values() if self.notices(weakening, case)), None)

    def notices(self, weakening: Weakening, case: Case) -> bool:
        """Whether a case that is judged right no longer is with the weaker part."""
        before = self.before(case)
        if not self._concerns(weakening, case) or not case.right(before):
            return False
        with weakening.made(), self._forgotten(case):
            now = case.found()
        return case.fails(before, now)

    def _concerns(self, weakening: Weakening, case: Case) -> bool:
        """Whether the case holds a key of the pattern, or the rule finds something in it."""
        if isinstance(weakening.part, Pattern):
            return bool(self._kept[case.draft.text].mask & weakening.part.masks[0])
        return any(name == weakening.part.name for name, _, _ in self.before(case))

    @contextmanager
    def _forgotten(self, case: Case) -> Iterator[None]:
        """Let go of what is found in a case from here on."""
        kept = [line.prose.found for line in self._kept[case.draft.text].lines]
        known = [set(found) for found in kept]
        yield
        for found, before in zip(kept, known, strict=True):
            for one in set(found) - before:
                del found[one]


def proofs(weakenings: Iterable[Weakening], readings: Readings, known: Mapping[str, str]) -> dict[str, str]:
    """For each weakening the name of a case that notices it, empty where none does."""
    found = {}
    with readings.reused():
        for weakening in weakenings:
            case = readings.proof(weakening, known.get(weakening.name, ""))
            found[weakening.name] = case.name if case else ""
    return found


__all__ = ["NOTICED", "UNPROVEN", "Readings", "noticed", "proofs", "unproven", "write_noticed"]
