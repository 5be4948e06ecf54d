"""``guide-engine render``: fill a message template.

Exit codes: 0 the message is complete; 1 a field is missing or malformed; 2 an option cannot be used (no such template,
no such field, not NAME=VALUE). As text, the message alone goes to standard output and problems go to standard error, so
that a half-filled message is never piped on; ``json`` prints the whole outcome.
"""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from guide_engine.by_name import render
from guide_engine.commands.output import complain, write_json, write_line
from guide_engine.commands.pairs import UnusablePairError, read_pairs
from guide_engine.draft import DraftError

if TYPE_CHECKING:
    from guide_engine.template import Rendered

NAME = "render"
HELP = "Fill a message template. Nothing half-filled is ever printed as a message."


def add_arguments(parser: ArgumentParser) -> None:
    """The template, its fields and the format."""
    parser.epilog = "Exit codes: 0 complete, 1 a field is missing or malformed, 2 an option cannot be used."
    parser.add_argument("template", metavar="TEMPLATE", help="its name, such as delay-notice")
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a value, such as order_id=112-1234567-1234567 or new_date=2026-10-08 (repeat)",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text prints the message alone")
    parser.add_argument("--today", metavar="DATE", help="the day to fill it for, as YYYY-MM-DD, if not today")


def run(arguments: Namespace) -> int:
    """Fill the template and return the exit code."""
    try:
        fields = read_pairs("--field", arguments.field)
        done = render(arguments.template, fields, _day(arguments.today))
        _refuse_strangers(done, fields)
    except (DraftError, UnusablePairError) as error:
        complain(str(error))
        return 2
    if arguments.format == "json":
        write_json(done.to_json(), indent=2)
    elif done.complete:
        write_line(done.text)
    else:
        for problem in done.missing + done.malformed:
            complain(f"{problem.field}: {problem.message}")
    return 0 if done.complete else 1


def _day(written: str | None) -> dt.date | None:
    try:
        return None if written is None else dt.date.fromisoformat(written)
    except ValueError:
        message = f"--today must be a real date written as YYYY-MM-DD, such as 2026-11-23, not {written!r}."
        raise UnusablePairError(message) from None


def _refuse_strangers(done: Rendered, fields: dict[str, str]) -> None:
    """A field that the template does not have is a mistyped option, not a value to mend."""
    known = {blank.name: None for blank in done.template.fields}
    strangers = [name for name in fields if name not in known]
    if strangers:
        message = f"{done.template.name} has no field called {strangers[0]!r}. Its fields are: {', '.join(known)}."
        raise UnusablePairError(message)
