"""Weakening the rules: each pattern over concepts loses a need, an exception or its bounds, each rule goes as a whole.

What is tried: a rule is left out; a pattern is left out; one of its needs, one concept of a need, one exception, the
negation guard, the order or the reach in words goes. Detectors that are not patterns have their own tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from unittest import mock

from guide_engine import checker, clauses, detectors, reading
from guide_engine import rules as rule_modules
from guide_engine.clauses import Prose
from guide_engine.detectors import phrases
from guide_engine.detectors.phrases import Asked, Pattern
from guide_engine.registry import rules
from guide_engine.rule import Rule
from tests.fresh import without_memory
from tests.mutation.cases import Case, Found


@dataclass(frozen=True)
class Weakening:
    """One change: where, what, and the pattern that stands in for `pattern` (None: nothing does)."""

    place: str
    what: str
    pattern: Pattern
    instead: Pattern | None


def patterns() -> dict[Pattern, str]:
    """Every pattern of the engine, with the first constant that holds it and what it asks for."""
    found: dict[Pattern, str] = {}
    for package in (detectors, rule_modules):
        for module in iter_modules(package.__path__):
            for name, value in vars(import_module(f"{package.__name__}.{module.name}")).items():
                for one in _held(value):
                    # Named by its needs and not by its number, so that a further pattern renames none.
                    found.setdefault(one, f"{name}({' + '.join(map(_named, (one.key, *one.others)))})")
    return found


def _held(value: Any) -> Iterator[Pattern]:
    """The patterns in a constant, in a tuple of them, or in the check of a rule."""
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _held(one) if isinstance(one, Pattern) else ()
    elif isinstance(value, Rule):
        for cell in getattr(value.check, "__closure__", None) or ():
            yield from _held(cell.cell_contents)


def weakenings(pattern: Pattern, place: str) -> Iterator[Weakening]:
    """Every way in which a pattern is weakened."""
    yield Weakening(place, "the pattern goes", pattern, None)
    for number, need in enumerate(pattern.others):
        others = pattern.others[:number] + pattern.others[number + 1 :]
        yield Weakening(place, f"without the need {_named(need)}", pattern, replace(pattern, others=others))
        for concept in sorted(need) if len(need) > 1 else ():
            fewer = (*pattern.others[:number], need - {concept}, *pattern.others[number + 1 :])
            yield Weakening(place, f"without {concept} in a need", pattern, replace(pattern, others=fewer))
    for concept in sorted(pattern.key) if len(pattern.key) > 1 else ():
        yield Weakening(place, f"without the key {concept}", pattern, replace(pattern, key=pattern.key - {concept}))
    for concept in sorted(pattern.unless):
        yield Weakening(place, f"also beside {concept}", pattern, replace(pattern, unless=pattern.unless - {concept}))
    for concept in sorted(pattern.unless_clause):
        fewer_ = pattern.unless_clause - {concept}
        yield Weakening(place, f"also in a clause with {concept}", pattern, replace(pattern, unless_clause=fewer_))
    if not pattern.negatable:
        yield Weakening(place, "negated as well", pattern, replace(pattern, negatable=True))
    if pattern.ordered:
        yield Weakening(place, "in any order", pattern, replace(pattern, ordered=False))
    if pattern.within:
        yield Weakening(place, "at any distance", pattern, replace(pattern, within=0))


def _named(need: Iterable[str]) -> str:
    """A need as it is written; long ones by the first of their concepts."""
    concepts = sorted(need)
    return "|".join(concepts[:3]) + ("|…" if len(concepts) > 3 else "")


def unproven() -> frozenset[str]:
    """The weakenings that nothing notices yet, as unproven.txt lists them: a list to shorten, never to add to lightly."""
    lines = Path(__file__).with_name("unproven.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


class Readings:
    """The cases with their tagged texts kept, so that a weakened rule costs only the rules' own work."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._kept: dict[str, Prose] = {}
        self.before: dict[Case, Found] = {}
        with self.reused():
            self.before = {case: case.found() for case in cases}

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

    def concerned(self, pattern: Pattern) -> list[Case]:
        """The cases whose text holds a key of the pattern."""
        key = pattern.masks[0]
        return [case for case in self.before if self._kept[case.draft.text].mask & key]

    def forget(self, known: Iterable[Pattern], cases: Iterable[Case]) -> None:
        """Let go of what was found for other patterns than those that are `known`."""
        whole = frozenset(known)
        for case in cases:
            for line in self._kept[case.draft.text].lines:
                found = line.prose.found
                others = [one for one in found if not whole.issuperset(getattr(one, "patterns", (one,)))]
                for one in others:
                    del found[one]


def harmless(readings: Readings, all_patterns: Mapping[Pattern, str]) -> tuple[list[Weakening], int]:
    """The weakenings that no test notices, and how many were tried."""
    found, tried = [], 0
    with readings.reused():
        for pattern, place in all_patterns.items():
            concerned = readings.concerned(pattern)
            for weakening in weakenings(pattern, place):
                tried += 1
                with _weakened(weakening):
                    if not any(_noticed(readings, case) for case in concerned):
                        found.append(weakening)
            readings.forget(all_patterns, concerned)
    return found, tried


def _noticed(readings: Readings, case: Case) -> bool:
    return case.fails(readings.before[case], case.found())


@contextmanager
def _weakened(weakening: Weakening) -> Iterator[None]:
    asked = phrases._asked

    def weaker(patterns: tuple[Pattern, ...]) -> Asked:
        changed = [weakening.instead if one is weakening.pattern else one for one in patterns]
        return asked(tuple([one for one in changed if one is not None]))

    with mock.patch.object(phrases, "_asked", weaker):
        yield


def needless_rules(readings: Readings) -> list[str]:
    """The rules without which no test fails."""
    found = []
    with readings.reused():
        for rule in rules():
            others = [one for one in rules() if one is not rule]
            with mock.patch.object(checker, "rules", lambda others=others: others):
                own = [
                    case for case in readings.before if any(name == rule.name for name, _, _ in readings.before[case])
                ]
                if not any(case.fails(readings.before[case], case.found()) for case in own):
                    found.append(rule.name)
    return found


__all__ = ["Readings", "Weakening", "harmless", "needless_rules", "patterns", "unproven", "weakenings"]
