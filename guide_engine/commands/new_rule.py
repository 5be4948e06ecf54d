"""``guide-engine new-rule NAME``: write the module of a new rule, ready to be filled in.

The module can be imported at once, so nothing else breaks, and its tests fail until its examples are found: run
``pytest tests/unit/test_rules.py -k NAME`` until they pass.
"""

from __future__ import annotations

import keyword
import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from guide_engine.commands.output import complain, write_line
from guide_engine.registry import rules
from guide_engine.rule import FAMILIES

NAME = "new-rule"
HELP = "Write the module of a new rule, ready to be filled in."

FOLDER = Path(__file__).parents[1] / "rules"
LONGEST_NAME = 40

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class RefusedError(ValueError):
    """A name or a family that cannot be used; the text is the sentence for the person."""


def add_arguments(parser: ArgumentParser) -> None:
    """The rule's name and family."""
    parser.add_argument("name", help='completes "this message contains a(n) …", such as external-link')
    families = ", ".join(f"{letters} ({title})" for letters, title in FAMILIES.items())
    parser.add_argument("--family", default="FMT", help=f"the letters of its code: {families}")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to write it, if not among the rules")


def run(arguments: Namespace) -> int:
    """Write the module and say what to do next."""
    try:
        code = next_code(arguments.family)
        target = arguments.folder / f"{module_name(arguments.name)}.py"
        with target.open("x", encoding="utf-8") as file:
            file.write(scaffold(arguments.name, code))
    except RefusedError as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"The module cannot be written: {error.strerror}.")
        return 2
    write_line(f"{target}: rule {arguments.name}, code {code}.")
    write_line("Write its examples first, then its check, its words and its sources.")
    write_line(f"Done when this passes: pytest tests/unit/test_rules.py -k {arguments.name}")
    return 0


def module_name(name: str) -> str:
    """The name of the module of a rule called `name`. Raises RefusedError for a name that no rule can have."""
    module = name.replace("-", "_")
    if not _NAME.fullmatch(name) or keyword.iskeyword(module) or len(name) > LONGEST_NAME:
        message = f"{name!r} cannot name a rule. Use small letters, digits and hyphens, such as external-link."
        raise RefusedError(message)
    if any(rule.name == name for rule in rules()):
        message = f"There is a rule called {name} already: guide_engine/rules/{module}.py."
        raise RefusedError(message)
    return module


def next_code(family: str) -> str:
    """The next code of a family; numbers are never used again. Raises RefusedError where there is no such family."""
    if family not in FAMILIES:
        message = f"There is no family {family!r}. The families are {', '.join(FAMILIES)}."
        raise RefusedError(message)
    numbers = [int(rule.code[3:]) for rule in rules() if rule.family == family]
    return f"{family}{max(numbers, default=0) + 1:02}"


def scaffold(name: str, code: str) -> str:
    """The text of the new module."""
    title = name.replace("-", " ").capitalize()
    return _TEMPLATE.replace("RULE_NAME", name).replace("RULE_CODE", code).replace("RULE_TITLE", title)


_TEMPLATE = '''\
"""RULE_CODE: say in one line what is barred, and name the source."""

from collections.abc import Iterator

from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """Say what is found and where."""
    # Search reading.text.folded and answer with reading.text.span(start, end), or use detectors.phrases over concepts.
    yield from ()


RULE = Rule(
    name="RULE_NAME",
    code="RULE_CODE",
    title="RULE_TITLE",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="Say to the seller what this is and why it matters, in one or two short sentences.",
    why="Say what the sources say, in your own words.",
    fix="Say what to write instead.",
    exceptions="Say what looks like it and is fine.",
    citations=(Citation("T1", "where in it"),),
    check=check,
    flagged=(
        example("The first message, with ⟦what is to be found⟧ marked."),
        example("The second one, with ⟦what is to be found⟧ marked."),
        example("The third one, with ⟦what is to be found⟧ marked."),
    ),
    allowed=(
        example("The first message that only looks like it.", note="Why it is fine."),
        example("The second message that only looks like it.", note="Why it is fine."),
        example("The third message that only looks like it.", note="Why it is fine."),
    ),
)
'''
