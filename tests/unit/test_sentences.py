"""The sentences that show what each part of a rule is for get the findings that are marked in them."""

from __future__ import annotations

import pytest

from guide_engine import Severity, check
from guide_engine.registry import rules
from tests.score.sentences import Sentence, sentences


def test_every_sentence_is_about_a_rule_that_there_is() -> None:
    assert {one.rule for one in sentences()} <= {rule.name for rule in rules()}
    assert len({(one.rule, one.draft) for one in sentences()}) == len(sentences())


@pytest.mark.parametrize("sentence", sentences(), ids=lambda one: f"{one.rule}: {one.draft.text[:40]}")
def test_what_is_marked_is_found_and_nothing_else(sentence: Sentence) -> None:
    found = [f for f in check(sentence.draft).findings if f.rule == sentence.rule and f.severity is not Severity.INFO]
    assert [finding.span for finding in found] == list(sentence.spans)
    assert sentence.severity is None or {finding.severity for finding in found} <= {sentence.severity}
