"""Whatever answers arrive, a walk never fails, loses no answer silently, and can be taken again from what it kept."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from guide_engine.flow import Flow, Outcome, walk
from guide_engine.registry import flows

NAMES = sorted({question.name for flow in flows() for question in flow.questions})
VALUES = sorted({answer.value for flow in flows() for question in flow.questions for answer in question.answers})
KNOWN = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES))
ANYTHING = st.dictionaries(st.text(max_size=20), st.one_of(st.text(max_size=20), st.none(), st.lists(st.integers())))
ANSWERS = st.one_of(KNOWN, ANYTHING, st.builds(lambda one, two: {**one, **two}, KNOWN, ANYTHING))


@given(st.sampled_from(flows()), ANSWERS)
def test_a_walk_can_be_taken_again_from_what_it_kept(flow: Flow, answers: dict[str, object]) -> None:
    state = walk(flow, answers)
    again = walk(flow, dict(state.answers))
    assert (again.path, again.at, again.dropped) == (state.path, state.at, ())
    json.dumps(state.to_json())


@given(st.sampled_from(flows()), ANSWERS)
def test_every_answer_is_either_used_or_named(flow: Flow, answers: dict[str, object]) -> None:
    state = walk(flow, answers)
    assert len(state.answers) + len(state.dropped) == len(answers)
    assert set(state.dropped) == {f"{name}={value}" for name, value in answers.items() if name not in state.answers}


@given(st.sampled_from(flows()), KNOWN)
def test_a_walk_stops_at_an_outcome_or_at_a_question_not_answered_yet(flow: Flow, answers: dict[str, object]) -> None:
    at = walk(flow, answers).at
    if not isinstance(at, Outcome):
        assert answers.get(at.name) not in {answer.value for answer in at.answers}
