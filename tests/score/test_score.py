"""The floors: no change may make the checker worse on our own labelled messages than it has been."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from guide_engine.registry import rules
from tests.score.baseline import by_word_list
from tests.score.measure import LABEL_OF, Figures, Outcome, by_language, figures, iou, run
from tests.score.rows import CORPORA, Row, corpora, row_of, rows

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return run(rows())


@pytest.fixture(scope="module")
def reached(outcomes: list[Outcome]) -> dict[str, Figures]:
    return {"all": figures(outcomes), **by_language(outcomes)}


@pytest.mark.parametrize("part", [part for part in FLOORS if part != "hidden"])
def test_no_figure_falls_below_its_floor(part: str, reached: dict[str, Figures]) -> None:
    floor, now = FLOORS[part], reached[part]
    figures_now = {
        "caught": now.caught_share,
        "false_alarms": now.alarm_share,
        "f1": now.total.f1,
        "overlap": now.overlap,
    }
    worse = {
        name: (round(figures_now[name], 4), bound)
        for name, bound in floor.items()
        if (figures_now[name] > bound if name == "false_alarms" else figures_now[name] < bound)
    }
    assert worse == {}, f"{part}: (now, floor) of what got worse; run `make score` to see the messages"


def test_the_checker_beats_a_plain_word_list(outcomes: list[Outcome], reached: dict[str, Figures]) -> None:
    plain = figures(run([outcome.row for outcome in outcomes], by_word_list))
    assert reached["all"].caught_share > plain.caught_share
    assert reached["all"].alarm_share < plain.alarm_share
    assert reached["all"].total.f1 > plain.total.f1


def test_every_row_has_its_own_id() -> None:
    ids = [row.id for row in rows()]
    assert sorted(ids) == sorted(set(ids))


def test_no_message_stands_in_two_corpora_or_twice_in_one() -> None:
    texts = [(row.text, row.kind, row.important) for row in rows()]
    assert sorted(texts) == sorted(set(texts))


def test_every_row_can_be_checked_as_a_draft() -> None:
    assert len([row.draft() for row in rows()]) == len(rows())


def test_every_corpus_is_described_in_the_readme() -> None:
    readme = (CORPORA / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in corpora() if f"`{path.name}`" not in readme] == []


def test_every_rule_that_counts_for_a_label_exists() -> None:
    assert set(LABEL_OF) - {rule.name for rule in rules()} == set()


def _row(text: str, labels: list[str], spans: list[list[object]], **more: object) -> Row:
    context = {"kind": "reply", "important": False, "days_since_completion": None}
    return row_of(
        {"id": "x", "lang": "en", "text": text, "context": context, "labels": labels, "spans": spans, **more}, "x"
    )


@pytest.mark.parametrize(
    ("labels", "spans", "also_ok"),
    [
        (["none", "marketing"], [], []),
        (["marketting"], [], []),
        (["marketing"], [], []),
        (["marketing"], [[2, 99, "marketing"]], []),
        (["marketing"], [[2, 4, "review_request"]], []),
        (["marketing"], [[2, 4, "marketing"]], ["marketing"]),
        ([], [], []),
    ],
)
def test_a_row_with_a_slip_is_refused(labels: list[str], spans: list[list[object]], also_ok: list[str]) -> None:
    with pytest.raises(ValueError, match="row 'x'"):
        _row("20% off", labels, spans, also_ok=also_ok)


def test_the_figures_of_a_small_example_are_those_worked_out_by_hand() -> None:
    caught = _row(
        "mail a@b.co or c.de", ["email_address", "external_link"], [[5, 11, "email_address"], [15, 19, "external_link"]]
    )
    clean = _row("A star screw", ["none"], [])
    allowed = _row("Write to x@y.de", ["email_address"], [[9, 15, "email_address"]], also_ok=["external_link"])
    result = figures(run([caught, clean, allowed], by_word_list))
    # "c.de" is found, "b.co" is no known ending; "y.de" is allowed; nothing is reported in the clean row.
    assert (result.caught, result.violating, result.alarms, result.clean) == (2, 2, 0, 1)
    assert (result.total.right, result.total.wrong, result.total.missed) == (3, 0, 0)
    assert result.overlap == pytest.approx(1.0)


def test_overlap_is_intersection_over_union() -> None:
    row = _row("0123456789", ["marketing"], [[0, 10, "marketing"]])
    span = row.spans[0][0]
    assert iou(span, type(span)(5, 15)) == pytest.approx(5 / 15)
    assert iou(span, type(span)(10, 12)) == 0.0
