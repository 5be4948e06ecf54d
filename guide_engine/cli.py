"""The command line: one parser, one module per command in `guide_engine.commands`.

Exit codes, the same for every command: 0 all is well (every verdict `send`, a complete message …), 1 the engine has
something to say, 2 some file, line or option could not be used. 2 wins over 1.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from guide_engine.commands import COMMANDS
from guide_engine.commands.output import complain
from guide_engine.memory import OBJECTS_BETWEEN

OK, FINDINGS, UNUSABLE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """The whole parser, with a sub-parser for each command."""
    whole = argparse.ArgumentParser(
        prog="guide-engine",
        description="Check messages to Amazon buyers against the written rules. Not affiliated with Amazon.",
        epilog="Exit codes: 0 fine, 1 something to look at, 2 a file, line or option that cannot be used.",
    )
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = parser().parse_args(argv)
    gc.set_threshold(OBJECTS_BETWEEN)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has stopped, and wants to hear no more.
        _let_output_go()
        return UNUSABLE
    except OSError as error:
        # What cannot be read is told where it is read: what is left is standard output, on a full disk for instance.
        _let_output_go()
        complain(f"The answer could not be written: {error.strerror}. Make room, or write it elsewhere.")
        return UNUSABLE
    except KeyboardInterrupt:
        return 130
    return code


def _let_output_go() -> None:
    """Python would try once more, and complain, when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
