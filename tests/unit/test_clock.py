"""The reply clock: instants stay instants, days stay days, and the calendar file can be read."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from guide_engine.clock import calendar, deadlines
from guide_engine.draft import DraftError

BERLIN = ZoneInfo("Europe/Berlin")


def _ends(name: str, **asked: object) -> dt.date:
    return next(window.ends for window in deadlines(asked) if window.name == name)


def test_an_answer_is_due_24_hours_after_the_message() -> None:
    assert _ends("reply", received="2026-11-23T09:30:00Z") == dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (dt.datetime(2026, 10, 24, 20, tzinfo=BERLIN), dt.datetime(2026, 10, 25, 19, tzinfo=BERLIN)),
        (dt.datetime(2027, 3, 27, 20, tzinfo=BERLIN), dt.datetime(2027, 3, 28, 21, tzinfo=BERLIN)),
    ],
    ids=["the clocks go back", "the clocks go forward"],
)
def test_24_hours_are_24_hours_when_the_clocks_change(received: dt.datetime, due: dt.datetime) -> None:
    assert _ends("reply", received=received.isoformat()) == due


def test_a_claim_is_possible_after_48_hours() -> None:
    assert _ends("claim", received="2026-11-23T09:30:00Z") == dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)


def test_the_last_day_to_write_first_is_the_thirtieth() -> None:
    assert _ends("write-first", completed_on="2026-10-24") == dt.date(2026, 11, 23)


def test_the_review_window_runs_from_5_days_after_the_earliest_to_30_after_the_latest_delivery() -> None:
    (window,) = deadlines({"earliest_delivery": "2026-11-01", "latest_delivery": "2026-11-04"})
    assert (window.opens, window.ends) == (dt.date(2026, 11, 6), dt.date(2026, 12, 4))


def test_what_is_not_known_leaves_its_windows_out() -> None:
    assert deadlines({}) == ()
    assert [w.name for w in deadlines({"received": "2026-11-23T09:30:00+01:00"})] == ["reply", "claim"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"received": "yesterday"}, "received"),
        ({"received": "2026-11-23T09:30"}, "received"),
        ({"received": 5}, "received"),
        ({"completed_on": "2026-02-30"}, "completed_on"),
        ({"earliest_delivery": "2026-11-04", "latest_delivery": "2026-11-01"}, "latest_delivery"),
    ],
)
def test_what_cannot_be_used_is_named(asked: dict[str, object], field: str) -> None:
    with pytest.raises(DraftError) as caught:
        deadlines(asked)
    assert caught.value.field == field


def test_the_calendar_file_keeps_the_rules_of_its_format() -> None:
    windows = deadlines({"received": "2026-11-23T09:30:00Z", "completed_on": "2026-11-01"})
    text = calendar(windows, dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC))
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert "DTSTART:20261124T093000Z" in lines
    assert "DTSTART;VALUE=DATE:20261201" in lines
    assert lines.count("BEGIN:VALARM") == 2, "only instants ring"


def test_the_calendar_holds_the_first_and_the_last_day_of_a_window() -> None:
    windows = deadlines({"earliest_delivery": "2026-11-01", "latest_delivery": "2026-11-04"})
    text = calendar(windows, dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    assert "SUMMARY:Request a Review: first day\r\nDESCRIPTION" in text
    assert text.index("DTSTART;VALUE=DATE:20261106") < text.index("DTSTART;VALUE=DATE:20261204")


def test_every_deadline_says_what_to_do_once_it_is_over() -> None:
    asked = {"received": "2026-11-23T09:30:00Z", "completed_on": "2026-11-01"}
    windows = deadlines({**asked, "earliest_delivery": "2026-11-01", "latest_delivery": "2026-11-04"})
    assert len(windows) == 4
    assert all(window.to_json()["after"].endswith(".") for window in windows)
