"""Walkthroughs as data: questions, answers that name what comes next, outcomes.

A walkthrough is a graph without circles. Answers hold the *name* of the next question
or outcome, never code, so that the same object can be walked, drawn, printed as a page
without scripts and checked for dead ends.

``walk`` replays a person's answers from the start each time. It keeps no state: an
address or a command line that holds the answers is enough to get back to the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from guide_engine.flow_json import (
    AnswerJson,
    AtJson,
    FlowJson,
    NextJson,
    OutcomeJson,
    QuestionJson,
    StateJson,
    StepJson,
)
from guide_engine.flow_shape import faults
from guide_engine.site_pages import Link
from guide_engine.sources import Citation, Position

__all__ = ["Answer", "Flow", "Outcome", "Question", "State", "Step", "paths", "walk"]

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Verdict = Literal["send", "review", "stop", "undeliverable"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question; ``goto`` names the question or outcome that follows."""

    value: str
    label: str
    goto: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, what helps to answer it, and why it matters.

    ``help`` and ``why`` are Markdown.
    """

    name: str
    title: str
    why: str
    answers: tuple[Answer, ...]
    help: str = ""

    def to_json(self, flow: Flow) -> QuestionJson:
        """The question in the catalog's shape; the flow tells questions from outcomes."""
        return {
            "name": self.name,
            "title": self.title,
            "help": self.help,
            "why": self.why,
            "answers": [_answer_json(flow, answer) for answer in self.answers],
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a walk ends: what it means, what to do, and who says so.

    ``verdict`` is None where there is nothing to judge. ``template`` names a message
    template, ``draft`` is the context in which the checker opens. ``steps`` are
    Markdown. An outcome without a source is refused (ValueError).
    """

    name: str
    title: str
    summary: str
    steps: tuple[str, ...]
    citations: tuple[Citation, ...]
    verdict: Verdict | None = None
    positions: tuple[Position, ...] = ()
    template: str | None = None
    draft: Mapping[str, object] | None = None
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"The outcome {self.name!r} names no source.")
        if not self.steps:
            raise ValueError(f"The outcome {self.name!r} does not say what to do.")
        if len(self.positions) == 1:
            raise ValueError(f"The outcome {self.name!r} names only one of two sides.")

    def to_json(self) -> OutcomeJson:
        """The outcome in the catalog's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "verdict": self.verdict,
            "summary": self.summary,
            "steps": list(self.steps),
            "citations": [citation.to_json() for citation in self.citations],
            "positions": [position.to_json() for position in self.positions],
            "template": self.template,
            "draft": None if self.draft is None else dict(self.draft),
            "links": [link.to_json() for link in self.links],
        }


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole walkthrough. ValueError lists every fault of its shape at once."""

    name: str
    title: str
    summary: str
    start: str
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]

    def __post_init__(self) -> None:
        problems = [*_naming_faults(self)]
        edges = {q.name: [answer.goto for answer in q.answers] for q in self.questions}
        problems += faults(self.start, edges, [outcome.name for outcome in self.outcomes])
        if problems:
            raise ValueError(f"The walkthrough {self.name!r} is not sound. {' '.join(problems)}")

    def question(self, name: str) -> Question | None:
        """The question with this name, if there is one."""
        return next((question for question in self.questions if question.name == name), None)

    def outcome(self, name: str) -> Outcome | None:
        """The outcome with this name, if there is one."""
        return next((outcome for outcome in self.outcomes if outcome.name == name), None)

    @property
    def page(self) -> str:
        """The walkthrough's address relative to the site."""
        return f"walkthroughs/{self.name}/"

    @property
    def module(self) -> str:
        """The file that defines it, relative to the project."""
        return f"guide_engine/flows/{self.name.replace('-', '_')}.py"

    def to_json(self) -> FlowJson:
        """The walkthrough in the catalog's shape."""
        return {
            "name": self.name,
            "title": self.title,
            "summary": self.summary,
            "start": self.start,
            "questions": [question.to_json(self) for question in self.questions],
            "outcomes": [outcome.to_json() for outcome in self.outcomes],
            "page": self.page,
            "module": self.module,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a walk and the answer it got."""

    question: Question
    answer: Answer

    def to_json(self) -> StepJson:
        """The step in the bridge's shape."""
        return {"question": self.question.name, "value": self.answer.value, "label": self.answer.label}


@dataclass(frozen=True, slots=True)
class State:
    """Where a walk stands: the way so far, and the question or outcome reached.

    ``answers`` are the ones used, in the order asked. ``dropped`` names every other one
    as ``question=value``: unknown to this walkthrough, or not asked on this way.
    """

    flow: Flow
    path: tuple[Step, ...]
    at: Question | Outcome
    dropped: tuple[str, ...]

    @property
    def answers(self) -> dict[str, str]:
        """The answers that were used, by the name of the question."""
        return {step.question.name: step.answer.value for step in self.path}

    def to_json(self) -> StateJson:
        """The state in the bridge's shape."""
        at: AtJson = (
            {"question": self.at.to_json(self.flow)}
            if isinstance(self.at, Question)
            else {"outcome": self.at.to_json()}
        )
        return {
            "answers": self.answers,
            "dropped": list(self.dropped),
            "path": [step.to_json() for step in self.path],
            "at": at,
        }


def walk(flow: Flow, answers: Mapping[str, object]) -> State:
    """Replay the answers from the start, as far as they lead. Never raises."""
    path: list[Step] = []
    at: Question | Outcome = _node(flow, flow.start)
    while isinstance(at, Question):
        value = answers.get(at.name)
        answer = next((answer for answer in at.answers if answer.value == value), None)
        if answer is None:
            break
        path.append(Step(at, answer))
        at = _node(flow, answer.goto)
    used = {step.question.name for step in path}
    dropped = tuple(sorted(f"{name}={value}" for name, value in answers.items() if name not in used))
    return State(flow, tuple(path), at, dropped)


def paths(flow: Flow) -> Iterator[tuple[tuple[Step, ...], Outcome]]:
    """Every way through the walkthrough, with the outcome it ends in."""

    def from_node(name: str, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Outcome]]:
        at = _node(flow, name)
        if isinstance(at, Outcome):
            yield steps, at
            return
        for answer in at.answers:
            yield from from_node(answer.goto, (*steps, Step(at, answer)))

    yield from from_node(flow.start, ())


def _node(flow: Flow, name: str) -> Question | Outcome:
    found = flow.question(name) or flow.outcome(name)
    if found is None:  # pragma: no cover - a Flow cannot be built with such an edge
        raise KeyError(name)
    return found


def _answer_json(flow: Flow, answer: Answer) -> AnswerJson:
    leads_on = flow.question(answer.goto) is not None
    following: NextJson = {"question": answer.goto} if leads_on else {"outcome": answer.goto}
    return {"value": answer.value, "label": answer.label, "hint": answer.hint, "next": following}


def _naming_faults(flow: Flow) -> Iterator[str]:
    """Names twice used or ill formed, and questions without a choice."""
    names = [flow.name, *(q.name for q in flow.questions), *(o.name for o in flow.outcomes)]
    for name in dict.fromkeys(names):
        if not _NAME.fullmatch(name):
            yield f"{name!r} is no name: use small letters, digits and -."
        if names.count(name) > 1:
            yield f"The name {name!r} is used more than once."
    for question in flow.questions:
        values = [answer.value for answer in question.answers]
        if len(values) < 2:
            yield f"The question {question.name!r} leaves no choice."
        if len(set(values)) != len(values) or not all(_NAME.fullmatch(value) for value in values):
            yield f"The answers of {question.name!r} need different, plain values."
