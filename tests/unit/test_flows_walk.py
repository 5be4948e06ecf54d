"""Walking: replay from answers, drop and name what is unknown, refuse unsound walkthroughs."""

from __future__ import annotations

import pytest

from guide_engine.by_name import walk as walk_by_name
from guide_engine.draft import DraftError
from guide_engine.flow import Answer, Flow, Outcome, Question, paths, walk
from guide_engine.flow_shape import find_loop, reached
from guide_engine.site_pages import PAGES, Link
from guide_engine.sources import Position, cite


def ask(name: str, *leads: str) -> Question:
    return Question(name, f"{name}?", "Because.", tuple(Answer(f"v{i}", f"To {to}", to) for i, to in enumerate(leads)))


def end(name: str) -> Outcome:
    return Outcome(name, name.title(), "Done.", ("Stop.",), cite("A5"))


def flow(*questions: Question, ends: str = "good bad", start: str = "first") -> Flow:
    return Flow("test-flow", "A test", "For tests.", start, questions, tuple(end(name) for name in ends.split()))


SMALL = flow(ask("first", "second", "good"), ask("second", "good", "bad"))


def test_without_answers_the_first_question_is_asked() -> None:
    state = walk(SMALL, {})
    assert (state.at, state.path, state.answers, state.dropped) == (SMALL.questions[0], (), {}, ())


def test_answers_lead_to_the_outcome_and_are_kept_in_the_order_asked() -> None:
    state = walk(SMALL, {"second": "v1", "first": "v0"})
    assert state.at is SMALL.outcome("bad")
    assert list(state.answers.items()) == [("first", "v0"), ("second", "v1")]


@pytest.mark.parametrize(
    ("answers", "dropped"),
    [
        ({"colour": "red"}, ("colour=red",)),
        ({"first": "perhaps"}, ("first=perhaps",)),
        ({"first": "v1", "second": "v1"}, ("second=v1",)),
        ({"second": "v1"}, ("second=v1",)),
        ({"first": ["v0"], "z": None}, ("first=['v0']", "z=None")),
    ],
    ids=["unknown question", "unknown value", "not asked on this way", "asked too early", "no text"],
)
def test_what_cannot_be_used_is_dropped_and_named(answers: dict[str, object], dropped: tuple[str, ...]) -> None:
    assert walk(SMALL, answers).dropped == dropped


def test_a_walk_as_the_page_reads_it() -> None:
    shown = walk(SMALL, {"first": "v0", "colour": "red"}).to_json()
    assert shown["answers"] == {"first": "v0"}
    assert shown["dropped"] == ["colour=red"]
    assert shown["path"] == [{"question": "first", "value": "v0", "label": "To second"}]
    assert shown["at"]["question"]["answers"][0] == {
        "value": "v0",
        "label": "To good",
        "hint": "",
        "next": {"outcome": "good"},
    }
    done = walk(SMALL, {"first": "v1"}).to_json()
    assert done["at"]["outcome"]["citations"] == [{"id": "A5", "where": "", "read": "2026-11"}]


def test_all_ways_are_found() -> None:
    ways = [([step.answer.value for step in steps], outcome.name) for steps, outcome in paths(SMALL)]
    assert ways == [(["v0", "v0"], "good"), (["v0", "v1"], "bad"), (["v1"], "good")]


@pytest.mark.parametrize(
    ("questions", "ends", "why"),
    [
        ([ask("first", "good", "nowhere")], "good", "'nowhere', which does not exist"),
        ([ask("first", "second", "good"), ask("second", "first", "good")], "good", "first → second → first"),
        ([ask("first", "good", "good")], "good lost", "Nothing leads to 'lost'"),
        ([ask("first", "good", "good"), ask("alone", "good", "good")], "good", "Nothing leads to 'alone'"),
        ([ask("first", "good")], "good", "leaves no choice"),
        ([ask("first")], "good", "has no answers"),
        ([ask("first", "good", "bad"), ask("first", "good", "bad")], "good bad", "used more than once"),
        ([ask("first", "first-end", "first")], "first-end", "runs in a circle"),
        ([ask("First", "good", "bad")], "good bad", "is no name"),
    ],
    ids=["dead end", "loop", "lost outcome", "lost question", "one answer", "no answer", "twice", "itself", "name"],
)
def test_an_unsound_walkthrough_cannot_be_made(questions: list[Question], ends: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        flow(*questions, ends=ends)


def test_a_walkthrough_must_start_at_a_question() -> None:
    with pytest.raises(ValueError, match="no question"):
        flow(ask("first", "good", "bad"), start="good")


def test_answers_need_different_values() -> None:
    twice = Question("first", "first?", "Because.", (Answer("a", "A", "good"), Answer("a", "B", "bad")))
    with pytest.raises(ValueError, match="different, plain values"):
        flow(twice)


def test_an_outcome_needs_a_source_steps_and_both_sides() -> None:
    with pytest.raises(ValueError, match="no source"):
        Outcome("o", "O", "Done.", ("Stop.",), ())
    with pytest.raises(ValueError, match="what to do"):
        Outcome("o", "O", "Done.", (), cite("A5"))
    with pytest.raises(ValueError, match="two sides"):
        Outcome("o", "O", "Done.", ("Stop.",), cite("A5"), positions=(Position("So.", ("A5",)),))


def test_a_link_must_lead_to_a_page_of_the_site() -> None:
    assert Link("sellers/reply/").to_json() == {"title": PAGES["sellers/reply/"], "page": "sellers/reply/"}
    with pytest.raises(ValueError, match="no page"):
        Link("sellers/nowhere/")


def test_shapes_are_found_in_plain_edges() -> None:
    assert reached("a", {"a": ["b"], "b": ["c"], "d": ["a"]}) == {"a", "b", "c"}
    assert find_loop("a", {"a": ["b", "c"], "b": ["c"], "c": []}) == []
    assert find_loop("a", {"a": ["b"], "b": ["c"], "c": ["b"]}) == ["b", "c", "b"]


def test_an_unknown_walkthrough_is_answered_with_those_there_are() -> None:
    with pytest.raises(DraftError, match="may-i-send"):
        walk_by_name("may-i", {})
