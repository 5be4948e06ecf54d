"""``guide-engine catalog``: everything the engine knows, as one JSON object."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from guide_engine.catalog import catalog
from guide_engine.commands.output import write_json

NAME = "catalog"
HELP = "Print all rules, templates, walkthroughs and sources as one JSON object."


def add_arguments(parser: ArgumentParser) -> None:
    """The catalog has one choice: indented or not."""
    parser.add_argument("--indent", type=int, default=None, metavar="N", help="indent the JSON by N spaces")


def run(arguments: Namespace) -> int:
    """Print the catalog."""
    write_json(catalog(), indent=arguments.indent)
    return 0
