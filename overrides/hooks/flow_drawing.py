"""A drawing of a walkthrough, as SVG: one line down the page, each answer a branch, like the map of a tram.

The layout is a tree read from top to bottom. Each answer takes rows of its own, indented under its question, so text
never overlaps, however large the flow. Where two ways meet, the second one points to the number of the question and is
not drawn again. Colours and type come from the page's style sheet through classes; nothing is styled inline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Final

from hooks.page_html import Json, literal

_WIDTH: Final = 720
_INDENT: Final = 34
_LINE: Final = 24
_GAP: Final = 18
_LEFT: Final = 18
#: Mean width of a letter in the page's face at the drawing's 17 px, a little on the safe side.
_LETTER: Final = 9.2
_SIGNS: Final = {"send": "ok", "review": "warning", "stop": "error", "undeliverable": "info"}


@dataclass(slots=True)
class _Sheet:
    """What has been drawn so far; ``y`` is where the next row begins, in pixels."""

    questions: Mapping[str, Json]
    outcomes: Mapping[str, Json]
    y: int = _GAP
    numbers: dict[str, int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


def draw(flow: Json) -> str:
    """The flow as one `<svg>` on one line. Its text can be read aloud in order: questions, answers, what follows."""
    sheet = _Sheet(
        {question["name"]: question for question in flow["questions"]},
        {outcome["name"]: outcome for outcome in flow["outcomes"]},
    )
    _question(sheet, str(flow["start"]), 0)
    return (
        f'<svg class="flow" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {sheet.y + _GAP}" role="group" '
        f'aria-label="{literal(flow["title"])}">{"".join(sheet.lines)}{"".join(sheet.marks)}</svg>'
    )


def _question(sheet: _Sheet, name: str, depth: int) -> None:
    sheet.numbers[name] = len(sheet.numbers) + 1
    x, top = _x(depth), sheet.y
    number = sheet.numbers[name]
    sheet.marks.append(f'<circle class="flow__stop" cx="{x}" cy="{top + 12}" r="13"/>')
    sheet.marks.append(f'<text class="flow__number" x="{x}" y="{top + 17}" text-anchor="middle">{number}</text>')
    _text(sheet, sheet.questions[name]["title"], x + 26, "flow__question")
    end = top + 12
    for answer in sheet.questions[name]["answers"]:
        end = _answer(sheet, answer, depth)
    sheet.lines.append(f'<path class="flow__line" d="M{x} {top + 12}V{end}"/>')


def _answer(sheet: _Sheet, answer: Json, depth: int) -> int:
    """Draw one answer and what follows. Returns the height at which its branch leaves the question's line."""
    x, branch = _x(depth), sheet.y + 12
    sheet.lines.append(f'<path class="flow__line" d="M{x} {branch - 10}q0 10 10 10h{_INDENT - 18}"/>')
    _text(sheet, answer["label"], x + _INDENT - 2, "flow__answer")
    following = answer["next"]
    if "outcome" in following:
        _outcome(sheet, sheet.outcomes[following["outcome"]], depth + 1)
    elif following["question"] in sheet.numbers:
        _text(sheet, f"go on at question {sheet.numbers[following['question']]}", _x(depth + 1) + 26, "flow__goto")
        sheet.y += _GAP // 2
    else:
        sheet.lines.append(f'<path class="flow__line" d="M{_x(depth + 1)} {branch + 8}V{sheet.y + 12}"/>')
        _question(sheet, following["question"], depth + 1)
    return branch - 10


def _outcome(sheet: _Sheet, outcome: Json, depth: int) -> None:
    kind = _SIGNS.get(str(outcome["verdict"]), "plain")
    sheet.marks.append(f'<circle class="flow__end flow__end--{kind}" cx="{_x(depth) + 8}" cy="{sheet.y + 11}" r="7"/>')
    _text(sheet, outcome["title"], _x(depth) + 26, "flow__outcome")
    sheet.y += _GAP // 2


def _text(sheet: _Sheet, words: str, x: int, kind: str) -> None:
    room = max(12, int((_WIDTH - x - 8) / _LETTER))
    rows = wrap(words, room) or [""]
    spans = "".join(
        f'<tspan x="{x}" y="{sheet.y + 17 + number * _LINE}">{literal(row)}</tspan>' for number, row in enumerate(rows)
    )
    sheet.marks.append(f'<text class="{kind}">{spans}</text>')
    sheet.y += len(rows) * _LINE + (_GAP // 3)


def _x(depth: int) -> int:
    return _LEFT + depth * _INDENT
