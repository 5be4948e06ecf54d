"""Every part of a rule is there for a message: without it, a message that is judged right no longer would be.

So whoever weakens a rule makes a test fail: the proofs are rows and examples that must stay right.
"""

from __future__ import annotations

import pytest

from guide_engine.clauses import QUESTION
from guide_engine.lexicons import languages, load
from tests.mutation.cases import cases
from tests.mutation.proofs import Readings, noticed, proofs, unproven
from tests.mutation.weakened import all_weakenings, patterns

ASK = (
    "{}: nothing notices that. Write a sentence into tests/corpora/sentences.txt that is judged right only with this part"
    " of the rule, or take the part out; then run `python -m tests.mutation --only rules --mark`."
)


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings(cases())


def test_every_case_and_every_weakening_has_a_name_of_its_own(readings: Readings) -> None:
    assert len(readings.named) == len(list(cases()))
    names = [weakening.name for weakening in all_weakenings()]
    assert sorted(names) == sorted(set(names))


def test_something_notices_every_weakening(readings: Readings) -> None:
    found = proofs(all_weakenings(), readings, noticed())
    open_ = [name for name, case in found.items() if not case and name not in unproven()]
    assert [ASK.format(name) for name in open_] == []
    assert [name for name in unproven() if found.get(name, "-")] == [], "noticed, or there no more: not to be listed"


def test_every_message_that_proves_something_is_judged_right(readings: Readings) -> None:
    named = {case for case in noticed().values() if case in readings.named}
    assert [name for name in sorted(named) if not readings.is_right(name)] == []


def test_what_nothing_can_notice_has_a_reason() -> None:
    assert [name for name, reason in unproven().items() if len(reason.split()) < 4] == []


def test_every_concept_that_a_rule_asks_for_is_in_some_lexicon() -> None:
    known = {QUESTION, *(concept for language in languages() for concept in load(language).concepts)}
    asked = {
        concept
        for one in patterns()
        for need in (one.key, *one.others, one.unless, one.unless_clause)
        for concept in need
    }
    assert sorted(asked - known) == []
