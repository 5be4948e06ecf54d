"""The bridge to JavaScript: `handle(json) -> json`.

JSON strings go in and out, so no proxies leak across the border, and `handle` always answers. This is the only module
that knows that JavaScript counts text in UTF-16 units.
"""

from __future__ import annotations

import datetime as dt
import gc
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from operator import index
from typing import Any

from guide_engine.answers import Positions, code_points, compact, report_text
from guide_engine.by_name import render, walk
from guide_engine.catalog import catalog
from guide_engine.checker import check, fix
from guide_engine.clauses import vocabulary
from guide_engine.draft import Draft, DraftError
from guide_engine.findings import Span, Where
from guide_engine.json_input import identity, read
from guide_engine.memory import OBJECTS_BETWEEN
from guide_engine.sources import Citation, CitedJson, Position

VERSION = 1
"""The version of the wire. Page and engine are built together, so another version means a stale page."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""A code point of two units."""


def handle(request: str) -> str:
    """Answer one request of the page. Never raises: what went wrong is in the answer, without the draft's text."""
    number: object = None
    try:
        message = _message(request)
        number = identity(message.get("id"))
        if message.get("v") != VERSION:
            raise DraftError("This page is older than its checker. Reload the page.")
        name = message.get("method")
        if not isinstance(name, str) or name not in _METHODS:
            raise DraftError("The page asked for something the checker does not do. Reload the page.")
        found = _METHODS[name](message.get("params") or {})
        rest = f'"ok":true,"result":{found if isinstance(found, str) else compact(found)}'
    except DraftError as error:
        rest = _refusal(str(error), error.field)
    except Exception as error:  # noqa: BLE001  # the page must get an answer whatever happens in here
        text = f"The checker made a mistake of its own ({type(error).__name__}). Your text is safe. Please report it."
        rest = _refusal(text, None)
    return f'{{"v":{VERSION},"id":{compact(number)},{rest}}}'


def _refusal(message: str, field: str | None) -> str:
    return f'"ok":false,"error":{compact({"message": message, "field": field})}'


def _message(request: str) -> dict[str, Any]:
    """The request as an object. Raises DraftError where it is none, without repeating it."""
    try:
        message = read(request)
    except ValueError:
        message = None
    if not isinstance(message, dict):
        raise DraftError("The page asked in a way that the checker does not understand. Reload the page.")
    return message


def utf16(text: str) -> Callable[[int], int]:
    """A function from code-point positions in `text` to UTF-16 positions."""
    if _is_alike(text):
        return index
    doubled = [match.start() for match in _ASTRAL.finditer(text)]
    return lambda position: position + bisect_left(doubled, position)


def _is_alike(text: str) -> bool:
    """Whether each code point of `text` is one unit of UTF-16."""
    return text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def positions_of(draft: Draft) -> Positions:
    """UTF-16 positions in the fields of `draft`; what is not in the subject is mended in the text."""
    if _is_alike(draft.text) and _is_alike(draft.subject):
        return code_points
    text, subject = utf16(draft.text), utf16(draft.subject)
    return lambda where, position: (subject if where is Where.SUBJECT else text)(position)


def _check(params: Mapping[str, Any]) -> str:
    draft = Draft.from_json(params)
    answer = report_text(draft, check(draft), positions_of(draft))
    _settle()
    return answer


_settled: set[int] = set()


def _settle() -> None:
    """Let the garbage collector pass over the lexicons each time that another one was taken up: they stay for good.

    Only here: the browser's Python is the engine's alone, while other programs look after their own memory.
    """
    taken_up = vocabulary().taken_up
    if taken_up not in _settled:
        _settled.add(taken_up)
        gc.set_threshold(OBJECTS_BETWEEN)
        gc.freeze()


def _fix(params: Mapping[str, Any]) -> dict[str, Any]:
    fixed = fix(Draft.from_json(params))
    return {"text": fixed.text, "subject": fixed.subject, "applied": list(fixed.applied)}


def _render(params: Mapping[str, Any]) -> dict[str, Any]:
    today = params.get("today")
    try:
        day = None if today is None else dt.date.fromisoformat(today)
    except (TypeError, ValueError):
        message = "today must be a real date written as YYYY-MM-DD, such as 2026-11-23."
        raise DraftError(message, "today") from None
    return dict(render(_name(params, "template"), _mapping(params, "fields"), day).to_json())


def _walk(params: Mapping[str, Any]) -> dict[str, Any]:
    return dict(walk(_name(params, "flow"), _mapping(params, "answers")).to_json())


def _notice(params: Mapping[str, Any]) -> dict[str, Any]:
    from guide_engine.notice import recognise
    from guide_engine.registry import notices

    text = Draft.from_json({"text": _name(params, "text")}).text
    at = utf16(text)
    found = recognise(text, notices())
    return {
        "found": [
            {
                **one.notice.to_json(),
                "lasts": [_position(position) for position in one.notice.lasts],
                "sources": _cited(one.notice.citations),
                "spans": _spans(at, one.spans),
            }
            for one in found
        ],
        "known": [notice.to_json() for notice in notices()],
    }


def _assess(params: Mapping[str, Any]) -> dict[str, Any]:
    from guide_engine.concern import assess
    from guide_engine.registry import concerns

    text = _name(params, "text")
    at = utf16(text)
    found = assess(text, concerns())
    raised = [
        {**one.concern.to_json(), "sources": _cited(one.concern.citations), "spans": _spans(at, one.spans)}
        for one in found.raised
    ]
    return {"level": found.level, "advice": found.advice, "raised": raised, "safe_answer": found.safe_answer}


def _clock(params: Mapping[str, Any]) -> dict[str, Any]:
    from guide_engine.clock import calendar, deadlines

    windows = deadlines(params)
    made_at = dt.datetime.now(dt.UTC)
    return {"deadlines": [window.to_json() for window in windows], "calendar": calendar(windows, made_at)}


def _cited(citations: Iterable[Citation]) -> list[CitedJson]:
    return [citation.spelled_out() for citation in citations]


def _position(position: Position) -> dict[str, Any]:
    return {"says": position.says, "sources": _cited(Citation(source) for source in position.sources)}


def _spans(at: Callable[[int], int], spans: Iterable[Span]) -> list[list[int]]:
    return [[at(span.start), at(span.end)] for span in spans]


def _name(params: Mapping[str, Any], key: str) -> str:
    value = params.get(key)
    if isinstance(value, str):
        return value
    message = f"Say which one as {key}."
    raise DraftError(message, key)


def _mapping(params: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = params.get(key) or {}
    if isinstance(value, Mapping):
        return value
    message = f"{key} must be an object with a value for each name."
    raise DraftError(message, key)


def _catalog(_params: Mapping[str, Any]) -> dict[str, Any]:
    return catalog()


_METHODS: Mapping[object, Callable[[Mapping[str, Any]], dict[str, Any] | str]] = {
    "check": _check,
    "fix": _fix,
    "render": _render,
    "walk": _walk,
    "notice": _notice,
    "assess": _assess,
    "clock": _clock,
    "catalog": _catalog,
}
"""What each method answers: an object, or the JSON of one."""
