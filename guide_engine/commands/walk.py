"""``guide-engine walk``: follow a walkthrough from answers given as options.

Exit codes: 0 an outcome is reached; 1 a question is still open; 2 an option cannot be used (no such walkthrough, not
QUESTION=VALUE). An answer that the walkthrough does not know, or does not ask on this way, is left out and named on
standard error; it does not change the exit code.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from guide_engine.by_name import walk
from guide_engine.commands.output import complain, write_json, write_line
from guide_engine.commands.pairs import UnusablePairError, read_pairs
from guide_engine.draft import DraftError
from guide_engine.flow import Outcome, Question, State

NAME = "walk"
HELP = "Follow a walkthrough: print the next question, or the outcome with its steps and sources."


def add_arguments(parser: ArgumentParser) -> None:
    """The walkthrough, the answers so far and the format."""
    parser.epilog = "Exit codes: 0 an outcome is reached, 1 a question is open, 2 an option cannot be used."
    parser.add_argument("flow", metavar="FLOW", help="its name, such as may-i-send")
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=VALUE",
        help="an answer, such as who-writes=answer (repeat; the order does not matter)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people")


def run(arguments: Namespace) -> int:
    """Follow the walkthrough and return the exit code."""
    try:
        state = walk(arguments.flow, read_pairs("--answer", arguments.answer))
    except (DraftError, UnusablePairError) as error:
        complain(str(error))
        return 2
    for dropped in state.dropped:
        complain(f"{dropped} was left out: it is no answer on this way.")
    if arguments.format == "json":
        write_json(state.to_json(), indent=2)
    else:
        for line in _lines(state):
            write_line(line)
    return 0 if isinstance(state.at, Outcome) else 1


def _lines(state: State) -> Iterator[str]:
    yield state.flow.title
    for step in state.path:
        yield f"  {step.question.title} {step.answer.label}"
    yield ""
    yield from _question(state.at) if isinstance(state.at, Question) else _outcome(state.at)


def _question(question: Question) -> Iterator[str]:
    yield question.title
    yield f"Why we ask: {question.why}"
    if question.help:
        yield from question.help.split("\n")
    for answer in question.answers:
        hint = f" ({answer.hint})" if answer.hint else ""
        yield f"  --answer {question.name}={answer.value}   {answer.label}{hint}"


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.title} [{outcome.verdict}]" if outcome.verdict else outcome.title
    yield outcome.summary
    for number, step in enumerate(outcome.steps, start=1):
        yield f"  {number}. {step}"
    if outcome.positions:
        yield "Sources disagree:"
        for position in outcome.positions:
            yield f"  - {position.says} ({', '.join(position.sources)})"
    if outcome.template:
        yield f"Template: {outcome.template}"
    yield "Sources:"
    for citation in outcome.citations:
        source = citation.spelled_out()
        place = f", {source['where']}" if source["where"] else ""
        yield f"  {source['id']} {source['publisher']}: {source['title']}{place} (read {source['read']}) {source['url']}"
