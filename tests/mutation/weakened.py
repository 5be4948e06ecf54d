"""Weakening the rules: each pattern over concepts loses a need, an exception or its bounds, each rule goes as a whole.

What is tried: a rule is left out, or no longer stands in for a vaguer one; a pattern is left out; one of its needs, one
concept of a need, one exception, the negation guard or the leave to be negated, the order, the reach in words or over
sentences goes. Detectors that are not patterns have their own tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from unittest import mock

from guide_engine import checker, detectors
from guide_engine import rules as rule_modules
from guide_engine.detectors import phrases
from guide_engine.detectors.phrases import Asked, Pattern, Scope
from guide_engine.registry import rules
from guide_engine.rule import Rule


@dataclass(frozen=True, eq=False)
class Weakening:
    """One change: where, what, and the pattern or rule that stands in for `part` (None: nothing does)."""

    place: str
    what: str
    part: Pattern | Rule
    instead: Pattern | Rule | None

    @property
    def name(self) -> str:
        """What the lists call it."""
        return f"{self.place}: {self.what}"

    @contextmanager
    def made(self) -> Iterator[None]:
        """Let the checker work with the weaker part."""
        if isinstance(self.part, Rule):
            changed = [self.instead if rule is self.part else rule for rule in rules()]
            with mock.patch.object(checker, "rules", return_value=[rule for rule in changed if rule]):
                yield
        else:
            with mock.patch.object(phrases, "_asked", self._weaker(phrases._asked)):
                yield

    def _weaker(self, asked: Callable[[tuple[Pattern, ...]], Asked]) -> Callable[[tuple[Pattern, ...]], Asked]:
        def weaker(patterns: tuple[Pattern, ...]) -> Asked:
            changed = [self.instead if one is self.part else one for one in patterns]
            return asked(tuple([one for one in changed if isinstance(one, Pattern)]))

        return weaker


def all_weakenings() -> Iterator[Weakening]:
    """Every weakening of every pattern and of every rule."""
    for pattern, place in patterns().items():
        yield from weakenings(pattern, place)
    for rule in rules():
        yield Weakening(rule.name, "the rule goes", rule, None)
        for vaguer in rule.supersedes:
            others = tuple(name for name in rule.supersedes if name != vaguer)
            yield Weakening(rule.name, f"beside {vaguer}", rule, replace(rule, supersedes=others))


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
    for what, changes in (*_fewer_needs(pattern), *_fewer_bounds(pattern)):
        yield Weakening(place, what, pattern, replace(pattern, **changes))


_Change = tuple[str, Mapping[str, Any]]
"""What is changed, and the fields of the pattern that differ."""


def _fewer_needs(pattern: Pattern) -> Iterator[_Change]:
    for number, need in enumerate(pattern.others):
        before, after = pattern.others[:number], pattern.others[number + 1 :]
        yield f"without the need {_named(need)}", {"others": before + after}
        for concept in sorted(need) if len(need) > 1 else ():
            yield f"without {concept} in a need", {"others": (*before, need - {concept}, *after)}
    for concept in sorted(pattern.key) if len(pattern.key) > 1 else ():
        yield f"without the key {concept}", {"key": pattern.key - {concept}}


def _fewer_bounds(pattern: Pattern) -> Iterator[_Change]:
    for concept in sorted(pattern.unless):
        yield f"also beside {concept}", {"unless": pattern.unless - {concept}}
    for concept in sorted(pattern.unless_clause):
        yield f"also in a clause with {concept}", {"unless_clause": pattern.unless_clause - {concept}}
    if not pattern.negatable:
        yield "negated as well", {"negatable": True}
    if pattern.ordered:
        yield "in any order", {"ordered": False}
    if pattern.within:
        yield "at any distance", {"within": 0}
    if pattern.brief:
        yield "in sentences of any length", {"brief": 0}
    if pattern.negatable:
        yield "not negated", {"negatable": False}
    if pattern.fallback:
        yield "beside the other patterns", {"fallback": False}
    for wider, scope in _OTHER_SCOPES.get(pattern.scope, {}).items():
        yield wider, {"scope": scope}


_OTHER_SCOPES = {
    Scope.NEARBY: {"in one sentence": Scope.SENTENCE},
    Scope.PARAGRAPH: {"in one sentence": Scope.SENTENCE, "over an empty line": Scope.NEARBY},
    Scope.CLAUSE: {"in one sentence": Scope.SENTENCE},
}


def _named(need: Iterable[str]) -> str:
    """A need as it is written; long ones by the first of their concepts."""
    concepts = sorted(need)
    return "|".join(concepts[:3]) + ("|…" if len(concepts) > 3 else "")


__all__ = ["Weakening", "all_weakenings", "patterns", "weakenings"]
