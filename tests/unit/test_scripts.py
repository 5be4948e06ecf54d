"""Japanese and Chinese: letters that are tokens, kana in halves, brackets as quotation marks, two languages in one script."""

from __future__ import annotations

import pytest

from guide_engine import Draft, check
from guide_engine.clauses import tag
from guide_engine.language import plausible
from guide_engine.lexicons import expand
from guide_engine.text import normalize
from guide_engine.tokens import count_words, tokenize


def _rules(text: str, kind: str = "proactive") -> set[str]:
    return {finding.rule for finding in check(Draft.from_json({"text": text, "kind": kind})).findings}


@pytest.mark.parametrize("written", ["レビュー", "ﾚﾋﾞｭｰ", "レヒ\u3099ュー"])
def test_a_kana_and_its_voicing_mark_are_one_letter(written: str) -> None:
    assert normalize(written).folded == "レビュー"


def test_a_folded_kana_points_to_both_of_its_characters() -> None:
    text = normalize("ﾚﾋﾞｭｰ")
    assert text.raw_of(1, 2) == "ﾋﾞ"


def test_two_signs_count_as_a_word_and_latin_words_as_one() -> None:
    assert count_words(tokenize(normalize("please leave a review"))) == 4
    assert count_words(tokenize(normalize("評価をお願い"))) == 3
    assert count_words(tokenize(normalize("Amazonの評価"))) == 3


def test_distances_in_a_text_count_two_signs_as_a_word() -> None:
    prose = tag(normalize("Amazonで評価をお願いします"))
    assert prose.words(0, 5) == 3
    assert tag(normalize("please leave a review")).words(0, 4) == 4


def test_a_passage_in_corner_brackets_is_a_title() -> None:
    assert "review" not in {
        c for s in tag(normalize("箱に「レビュー投稿」と書かれています")).sentences for c in s.concepts
    }
    assert "review" in {c for s in tag(normalize("レビュー投稿をお願いします")).sentences for c in s.concepts}


def test_kana_leave_no_place_for_chinese() -> None:
    assert plausible({"ja": 4.0}, {"ja": 4.0}) == frozenset({"ja"})
    assert plausible({"zh": 4.0}, {"zh": 4.0, "ja": 2.0}) == frozenset({"ja", "zh"})


def test_a_messenger_is_an_invitation_where_the_word_for_via_follows_it() -> None:
    assert "messenger-contact" in _rules("Telegramですと一番早くお返事できます。", "reply")
    assert "messenger-contact" in _rules("En hızlı cevabı Telegram'dan alırsınız.", "reply")
    assert "messenger-contact" not in _rules("この時計はWhatsAppの通知を表示できます。", "reply")


def test_a_discount_in_another_paragraph_is_no_reward_for_the_stars() -> None:
    apart = "Beğendiyseniz 5 yıldız verin.\n\nTARTI10 koduyla sonraki alışverişinizde %10 indirim kazanın."
    assert {"discount-offer", "conditional-review-request"} <= _rules(apart)
    assert "review-incentive" not in _rules(apart)
    assert "review-incentive" in _rules("5 yıldız verin, %10 indirim kuponu kazanın.")


def test_gaps_and_classes_need_no_spaces_beside_japanese() -> None:
    assert list(expand("保証__{追加,延長}")) == [("保", "証", "__", "追", "加"), ("保", "証", "__", "延", "長")]
    assert list(expand("<num>つ星")) == [("<num>", "つ", "星")]
