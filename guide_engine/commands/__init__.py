"""One module per command. Each has a NAME, a HELP line, `add_arguments(parser)` and `run(arguments) -> exit code`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Protocol

from guide_engine.commands import catalog, check, new_rule, render, walk


class Command(Protocol):
    """What the command line needs of a command's module."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Declare the command's options."""

    def run(self, arguments: Namespace, /) -> int:
        """Do it, and return the exit code."""


COMMANDS: tuple[Command, ...] = (check, render, walk, catalog, new_rule)
