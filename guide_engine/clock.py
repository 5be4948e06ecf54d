"""The reply clock: when an answer is due, and until when a seller may write first or ask for a review.

Times are instants in UTC: 24 hours are 24 hours, also in the night when the clocks change. The page turns the reader's
own time into an instant and back. Dates are calendar days of the order.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from guide_engine.draft import DraftError
from guide_engine.sources import Citation, CitedJson

REPLY_WITHIN = dt.timedelta(hours=24)
CLAIM_AFTER = dt.timedelta(hours=48)
WRITE_FIRST_DAYS = 30
REVIEW_OPENS_DAYS = 5
REVIEW_ENDS_DAYS = 30


class DeadlineJson(TypedDict):
    """A deadline as the page shows it. Instants end in Z; dates are plain days."""

    name: str
    title: str
    opens: str | None
    ends: str
    why: str
    stops: list[str]
    goes_on: list[str]
    notes: list[str]
    begins: bool
    after: str
    sources: list[CitedJson]
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One window of time: when it opens (None: at once), when it ends, what stops it and what does not."""

    name: str
    title: str
    opens: dt.date | None = None
    ends: dt.date
    """An instant (datetime in UTC), or a day that is still inside the window."""
    why: str
    stops: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    """What does not stop it."""
    notes: tuple[str, ...] = ()
    begins: bool = False
    """Whether something begins at `ends`, which is then no end of anything."""
    after: str
    """What to do once `ends` is past."""
    citations: tuple[Citation, ...]
    page: str

    def to_json(self) -> DeadlineJson:
        """The deadline in the page's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "opens": None if self.opens is None else _written(self.opens),
            "ends": _written(self.ends),
            "why": self.why,
            "stops": list(self.stops),
            "goes_on": list(self.goes_on),
            "notes": list(self.notes),
            "begins": self.begins,
            "after": self.after,
            "sources": [citation.spelled_out() for citation in self.citations],
            "page": self.page,
        }


def deadlines(asked: Mapping[str, object]) -> tuple[Deadline, ...]:
    """The windows that follow from what is known of a message and its order.

    `asked` may hold `received` (an instant such as 2026-11-23T09:30:00Z), `completed_on`, `earliest_delivery` and
    `latest_delivery` (days). What is missing leaves its windows out. Raises DraftError for anything else.
    """
    received = _instant(asked.get("received"))
    completed = _day("completed_on", asked.get("completed_on"))
    earliest = _day("earliest_delivery", asked.get("earliest_delivery"))
    latest = _day("latest_delivery", asked.get("latest_delivery"))
    if earliest and latest and latest < earliest:
        message = "The latest delivery date lies before the earliest one. Change one of them."
        raise DraftError(message, "latest_delivery")
    found: list[Deadline] = []
    if received:
        found += (_reply(received), _claim(received))
    if completed:
        found.append(_write_first(completed))
    if earliest and latest:
        found.append(_review(earliest, latest))
    return tuple(found)


def _reply(received: dt.datetime) -> Deadline:
    return Deadline(
        name="reply",
        title="Answer the buyer",
        ends=received + REPLY_WITHIN,
        why="Amazon expects an answer within 24 hours. Weekends and holidays count.",
        stops=(
            "Your answer, sent through Amazon's messages. A short one with a date for the rest will do.",
            "*No response needed*, where the buyer asked for nothing.",
        ),
        goes_on=("An automatic answer.", "A night, a weekend or a holiday."),
        notes=("A new message from the buyer starts a new clock.",),
        after="Not answered yet? Answer now all the same. A late answer is better than none.",
        citations=(
            Citation("A8", "contact response time"),
            Citation("A9", "advice on it"),
            Citation("T23", "several messages"),
        ),
        page="sellers/answer-in-24-hours/",
    )


def _claim(received: dt.datetime) -> Deadline:
    return Deadline(
        name="claim",
        title="The buyer may ask for an A-to-z refund",
        ends=received + CLAIM_AFTER,
        why="48 hours after the buyer wrote to you about a problem or a return, the buyer can open an A-to-z claim.",
        begins=True,
        stops=("Solving the problem before then.",),
        notes=("Without an answer from you, the claim is granted. You have 30 calendar days to appeal.",),
        after="The buyer may turn to Amazon now. Answer, and solve the problem today.",
        citations=(Citation("A10", "48 hours"),),
        page="sellers/answer-in-24-hours/",
    )


def _write_first(completed: dt.date) -> Deadline:
    return Deadline(
        name="write-first",
        title="Last day to write first",
        ends=completed + dt.timedelta(days=WRITE_FIRST_DAYS),
        why="A message that you start is permitted up to 30 days after the order is completed. Answers have no such limit.",
        notes=("Nobody says in public what counts as completed. Some count from the delivery, some from the order.",),
        after="You may not write first about this order any more. You can still answer the buyer.",
        citations=(Citation("T7", "30 days"), Citation("T6", "from delivery"), Citation("T8", "from the order")),
        page="sellers/write-first/",
    )


def _review(earliest: dt.date, latest: dt.date) -> Deadline:
    return Deadline(
        name="request-a-review",
        title="Request a Review",
        opens=earliest + dt.timedelta(days=REVIEW_OPENS_DAYS),
        ends=latest + dt.timedelta(days=REVIEW_ENDS_DAYS),
        why="The button works from 5 days after the earliest delivery date until 30 days after the latest one.",
        stops=("Pressing it once: there is one request per order.",),
        after="The button does not work for this order any more. Do not ask in a message of your own instead.",
        citations=(Citation("A22", "the window"), Citation("T38", "the shorter rule of thumb")),
        page="sellers/write-first/",
    )


def calendar(windows: Iterable[Deadline], made_at: dt.datetime) -> str:
    """A calendar file (RFC 5545) with an entry for each end, and each day on which a window opens.

    An alarm rings two hours before each instant.
    `made_at` is the instant that the file says it was made at. The file names no buyer and no order.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Message Center Guide//Reply clock//EN", "CALSCALE:GREGORIAN"]
    for window in windows:
        if window.opens is not None:
            lines += _event(f"{window.title}: first day", window.why, window.opens, made_at)
        lines += _event(f"{window.title}: last day" if window.opens else window.title, window.why, window.ends, made_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(title: str, why: str, when: dt.date, made_at: dt.datetime) -> list[str]:
    """One entry; its identity is the same each time, so that a file opened twice makes no doubles."""
    identity = hashlib.sha256(f"{title} {_written(when)}".encode()).hexdigest()[:24]
    instant = isinstance(when, dt.datetime)
    start = f"DTSTART:{_compact(when)}" if instant else f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}", "TRIGGER:-PT2H", "END:VALARM"]
    return [
        "BEGIN:VEVENT",
        f"UID:{identity}@message-center-guide",
        f"DTSTAMP:{_compact(made_at)}",
        start,
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(why)}",
        "TRANSP:TRANSPARENT",
        *(alarm if instant else []),
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes; each further one begins with a space."""
    piece = ""
    for char in line:
        if len((piece + char).encode()) > 75:
            yield piece
            piece = " "
        piece += char
    yield piece


def _written(when: dt.date) -> str:
    if isinstance(when, dt.datetime):
        return when.astimezone(dt.UTC).isoformat(timespec="minutes").replace("+00:00", "Z")
    return when.isoformat()


def _compact(when: dt.date) -> str:
    return f"{when.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" if isinstance(when, dt.datetime) else f"{when:%Y%m%d}"


def _instant(value: object) -> dt.datetime | None:
    if value is None or value == "":
        return None
    try:
        when = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        when = None
    if when is None or when.tzinfo is None or not 2000 <= when.year <= 2999:
        message = "Say when the message came as a date and a time."
        raise DraftError(message, "received")
    return when.astimezone(dt.UTC)


def _day(name: str, value: object) -> dt.date | None:
    if value is None or value == "":
        return None
    try:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= 2999:
        message = "Give a real date, such as 2026-11-23."
        raise DraftError(message, name)
    return day
