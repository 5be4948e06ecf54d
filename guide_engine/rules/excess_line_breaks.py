"""FMT03: more than two line breaks in a row. Source T1 restates Amazon's styling list of September 2020."""

import re
from collections.abc import Iterator

from guide_engine.findings import Applicability, Edit, Fix, Hit, Severity, Span, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

_RUN = re.compile(r"(?:\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n)){2,}")
_BREAK = re.compile(r"\r\n|\r|\n")


def check(reading: Reading) -> Iterator[Hit]:
    """Runs of three or more line breaks, lines of spaces counted as empty."""
    raw = reading.draft.text
    for match in _RUN.finditer(raw):
        newline = _BREAK.match(raw, match.start())
        span = Span(match.start(), match.end())
        keep = newline.group() * 2 if newline else "\n\n"
        yield Hit(span, fixes=(Fix("Leave one empty line", (Edit(span, keep),), Applicability.SAFE),))


RULE = Rule(
    name="excess-line-breaks",
    code="FMT03",
    title="Too many empty lines",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="More than one empty line in a row. Amazon's style list allows two line breaks, not more.",
    why=(
        "Amazon's style list bars more than two line breaks in a row between paragraphs. In plain text, two line "
        "breaks make one empty line. Three are read as over the limit."
    ),
    fix="Leave one empty line between paragraphs.",
    exceptions="One empty line is fine, whichever way your computer ends its lines.",
    citations=(Citation("T1", "style rule on line breaks"),),
    check=check,
    flagged=(
        example("Hello,⟦\n\n\n⟧your order left today.", fixed="Hello,\n\nyour order left today."),
        example("Hello,⟦\r\n\r\n\r\n⟧your order left.", fixed="Hello,\r\n\r\nyour order left."),
        example("One.⟦\n \n\t\n⟧Two.", fixed="One.\n\nTwo."),
    ),
    allowed=(
        example("Hello,\n\nyour order left today.", note="One empty line."),
        example("Hello,\r\n\r\nyour order left today.", note="One empty line, Windows line ends."),
        example("Name:\nStreet:\nTown:", note="Single line breaks."),
    ),
)
