"""A contact in disguise is still found, and a clean message in odd letters stays clean."""

from __future__ import annotations

import tomllib

from tests.score.data import FLOORS
from tests.score.disguised import OF_LABEL, alarms, hidden
from tests.score.rows import rows

FLOOR = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["hidden"]


def test_nearly_every_contact_is_found_in_every_disguise() -> None:
    tried = list(hidden())
    assert len(tried) > 1000
    assert {one.disguise for one in tried} == {name for disguises in OF_LABEL.values() for name in disguises}
    assert sum(one.caught for one in tried) / len(tried) >= FLOOR["caught"]


def test_a_message_typed_in_odd_letters_is_flagged_no_more_than_as_it_stands() -> None:
    as_typed, dressed = alarms()
    assert dressed <= as_typed + FLOOR["more_alarms"]


def test_only_contacts_that_are_written_openly_are_disguised() -> None:
    openly = [row for row in rows(["dev"]) if not row.clean]
    assert all(one.label in one.row.labels for one in hidden(openly))
