"""What is remembered from earlier checks changes no answer, whatever was typed before, and takes no more and more room."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from guide_engine import Draft, Kind, check, fix
from guide_engine.memory import LONGEST, ROOM, Memory
from tests.fresh import without_memory
from tests.property.messages import ANY_CHARACTER, CLEAN_SENTENCES, EXAMPLE_TEXTS, PIECES, ROW_TEXTS

typed = st.one_of(
    st.sampled_from(PIECES),
    st.sampled_from(["\n", "\n\n", " ", ".", "“", "”", '"', "'", "5", "%", "-", "e", "а", "я", "ー", "?", "@", "no "]),
    st.sampled_from(CLEAN_SENTENCES),
    st.sampled_from(EXAMPLE_TEXTS),
    st.text(ANY_CHARACTER, max_size=3),
)
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), typed), min_size=1, max_size=6)
"""Where in the text, in parts of its length; how many characters are deleted there; what is typed instead."""
beginnings = st.lists(st.sampled_from([*ROW_TEXTS, *EXAMPLE_TEXTS]), min_size=1, max_size=6).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " ", "\r\n"]).map(lambda joint: joint.join(parts))
)


@given(text=beginnings, edits=edits, kind=st.sampled_from(Kind))
@settings(max_examples=150, deadline=None)
def test_a_text_typed_bit_by_bit_gets_the_answer_that_it_gets_at_once(
    text: str, edits: list[tuple[float, int, str]], kind: Kind
) -> None:
    for part, deleted, new in edits:
        check(Draft(text=text, kind=kind))
        at = int(part * len(text))
        text = (text[:at] + new + text[at + deleted :]) or new
    if not text.strip("\ufeff \t\r\n\v\f\u00a0\u200b\u2028\u2029\u3000") or "\0" in text:
        return
    draft = Draft(text=text, kind=kind)
    answer, mended = check(draft), fix(draft)
    with without_memory():
        assert answer == check(draft)
        assert mended == fix(draft)


@given(keys=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3 * LONGEST)), max_size=300))
def test_a_memory_answers_as_its_function_does_and_keeps_no_more_than_its_room(keys: list[tuple[int, int]]) -> None:
    memory: Memory[int, int] = Memory(lambda key: -key)
    sizes: dict[int, int] = {}
    for key, size in keys:
        sizes.setdefault(key, size)
        assert memory.get(key, sizes[key]) == -key
        held = {*memory._newer, *memory._older}
        assert sum(sizes[one] for one in held) <= 2 * ROOM
        assert all(sizes[one] <= LONGEST for one in held)
