"""What the lexicons show is what the checker does: each language's own flagged and allowed messages."""

from __future__ import annotations

import pytest

from guide_engine import Draft, Kind, Severity, Where, check
from guide_engine.lexicons import Shown, languages, load
from guide_engine.registry import rules
from guide_engine.rule import Example
from tests.score.rows import rows

FEWEST_FLAGGED, FEWEST_ALLOWED = 8, 6
FLAGGED = [(language, shown) for language in languages() for shown in load(language).flagged]
ALLOWED = [(language, shown) for language in languages() for shown in load(language).allowed]


def _id(value: object) -> str | None:
    return value.text[:50] if isinstance(value, Shown) else None


def _draft(shown: Shown) -> Draft:
    return Draft(text=Example(shown.text).text, kind=Kind.REPLY)


@pytest.mark.parametrize(("language", "shown"), FLAGGED, ids=_id)
def test_a_flagged_message_is_found_by_its_rule_just_where_it_is_marked(language: str, shown: Shown) -> None:
    example = Example(shown.text)
    found = [f.span for f in check(_draft(shown)).findings if f.rule == shown.rule and f.where is Where.TEXT and f.span]
    assert [example.text[s.start : s.end] for s in found] == [example.text[s.start : s.end] for s in example.spans]
    assert tuple(found) == example.spans != (), language


@pytest.mark.parametrize(("language", "shown"), ALLOWED, ids=_id)
def test_an_allowed_message_gets_no_warning_from_any_rule(language: str, shown: Shown) -> None:
    assert (shown.rule, Example(shown.text).spans) == ("", ()), "nothing is marked in an allowed message"
    found = [f.rule for f in check(_draft(shown)).findings if f.severity is not Severity.INFO]
    assert found == [], language


@pytest.mark.parametrize("language", languages())
def test_every_language_shows_enough_and_nothing_twice(language: str) -> None:
    lexicon = load(language)
    texts = [Example(shown.text).text for shown in (*lexicon.flagged, *lexicon.allowed)]
    assert len(lexicon.flagged) >= FEWEST_FLAGGED
    assert len(lexicon.allowed) >= FEWEST_ALLOWED
    assert len(texts) == len(set(texts))
    assert {shown.rule for shown in lexicon.flagged} <= {rule.name for rule in rules()}
    assert len({shown.rule for shown in lexicon.flagged}) >= 5, "the examples show different rules"


def test_no_example_is_a_row_of_the_corpora() -> None:
    known = {row.text for row in rows()}
    assert [shown.text for _, shown in FLAGGED + ALLOWED if Example(shown.text).text in known] == []
