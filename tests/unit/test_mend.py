"""Taking a sentence out leaves the rest as it stood."""

from __future__ import annotations

import pytest

from guide_engine import Applicability, Draft
from guide_engine.detectors.mend import remove_sentence, whole_sentence
from guide_engine.findings import Span, apply_edits
from guide_engine.reading import Reading


def _without(raw: str, sentence: str) -> str:
    start = raw.index(sentence)
    span = whole_sentence(raw, Span(start, start + len(sentence)))
    return raw[: span.start] + raw[span.end :]


@pytest.mark.parametrize(
    ("raw", "sentence", "left"),
    [
        ("One. Two. Three.", "Two.", "One. Three."),
        ("One. Two.", "Two.", "One."),
        ("One. Two.", "One.", "Two."),
        ("One.\n\nTwo.\n\nThree.", "Two.", "One.\n\nThree."),
        ("One.\r\n\r\nTwo.\r\n\r\nThree.", "Two.", "One.\r\n\r\nThree."),
        ("One.\n\nTwo.", "Two.", "One."),
        ("One. Two.\nThree.", "Two.", "One.\nThree."),
        ("  Two. Three.", "Two.", "  Three."),
        ('One. "Two." Three.', "Two.", 'One. "Three.'),
    ],
)
def test_the_space_that_belongs_to_a_sentence_goes_with_it(raw: str, sentence: str, left: str) -> None:
    assert _without(raw, sentence) == left


def _offer(raw: str, *marked: str) -> tuple[str, Applicability] | None:
    reading = Reading(Draft(text=raw))
    spans = [Span(raw.index(part), raw.index(part) + len(part)) for part in marked]
    fixes = remove_sentence(reading, *spans)
    return (apply_edits(raw, fixes[0].edits), fixes[0].applicability) if fixes else None


def test_a_sentence_that_says_little_else_may_go_without_asking() -> None:
    assert _offer("The lid fits. Go to x.com now.", "x.com") == ("The lid fits.", Applicability.SAFE)


def test_a_sentence_that_says_more_is_only_suggested() -> None:
    offered = _offer("The lid fits. The new part was sent to your address today, see x.com.", "x.com")
    assert offered == ("The lid fits.", Applicability.SUGGESTED)


def test_two_places_in_one_sentence_are_one_removal() -> None:
    offered = _offer("Hello Ann. See x.com or y.com.", "x.com", "y.com")
    assert offered is not None
    assert offered[0] == "Hello Ann."


def test_neighbours_with_one_closing_mark_between_them_do_not_overlap() -> None:
    offered = _offer('Happy?"Leave us five stars', "Happy?", "five stars")
    assert offered is not None
    assert offered[0] == ""


def test_nothing_is_offered_outside_any_sentence() -> None:
    assert remove_sentence(Reading(Draft(text="... Hello")), Span(0, 2)) == ()
