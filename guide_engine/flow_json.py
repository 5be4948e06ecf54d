"""The shapes in which a walkthrough and a walk through it leave Python."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from guide_engine.site_pages import LinkJson
from guide_engine.sources import CitationJson, PositionJson


class NextJson(TypedDict):
    """What follows an answer: exactly one of the two."""

    question: NotRequired[str]
    outcome: NotRequired[str]


class AnswerJson(TypedDict):
    """One answer and where it leads."""

    value: str
    label: str
    hint: str
    next: NextJson


class QuestionJson(TypedDict):
    """One question with its answers."""

    name: str
    title: str
    help: str
    why: str
    answers: list[AnswerJson]


class OutcomeJson(TypedDict):
    """Where a walk ends."""

    name: str
    title: str
    verdict: str | None
    summary: str
    steps: list[str]
    citations: list[CitationJson]
    positions: list[PositionJson]
    template: str | None
    draft: dict[str, object] | None
    links: list[LinkJson]


class FlowJson(TypedDict):
    """A walkthrough as the catalog prints it."""

    name: str
    title: str
    summary: str
    start: str
    questions: list[QuestionJson]
    outcomes: list[OutcomeJson]
    page: str
    module: str


class StepJson(TypedDict):
    """A question already answered; ``label`` is the answer in words."""

    question: str
    value: str
    label: str


class AtJson(TypedDict):
    """Where a walk stands: exactly one of the two."""

    question: NotRequired[QuestionJson]
    outcome: NotRequired[OutcomeJson]


class StateJson(TypedDict):
    """A walk as the bridge answers it."""

    answers: dict[str, str]
    dropped: list[str]
    path: list[StepJson]
    at: AtJson
