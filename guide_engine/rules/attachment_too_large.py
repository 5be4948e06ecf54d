"""ATT01: an attachment over 10 MB. Source A6 gives the limit, without saying how a megabyte is counted."""

from collections.abc import Iterator

from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

SURE = 10 * 1024 * 1024
"""Over this many bytes a file has more than 10 MB whichever way they are counted."""

CAUTIOUS = 10 * 1000 * 1000
"""10 MB as makers of drives count it. Between the two, nobody outside can tell."""


def check(reading: Reading) -> Iterator[Hit]:
    """Each file that is too large, and files that are too large only together."""
    files = reading.draft.attachments
    for file in files:
        if file.bytes > SURE:
            yield Hit(None, Where.ATTACHMENTS, f"{file.name} has {_size(file.bytes)}. Amazon takes files up to 10 MB.")
        elif file.bytes > CAUTIOUS:
            note = (
                f"{file.name} has almost exactly 10 MB, which is Amazon's limit. Make it a little smaller to be safe."
            )
            yield Hit(None, Where.ATTACHMENTS, note, Severity.INFO)
    total = sum(file.bytes for file in files)
    if total > SURE and all(file.bytes <= SURE for file in files):
        note = (
            f"Your files have {_size(total)} together. Amazon does not say whether 10 MB is meant for each file or for "
            "all of them. If the upload fails, send fewer files."
        )
        yield Hit(None, Where.ATTACHMENTS, note, Severity.INFO)


def _size(count: int) -> str:
    return f"{count / (1024 * 1024):,.1f} MB"


RULE = Rule(
    name="attachment-too-large",
    code="ATT01",
    title="Attachment too large",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="Amazon takes attachments up to 10 MB. This file is larger.",
    why="Amazon's page on messages gives 10 MB as the limit for attachments. The Aura article says the same.",
    fix="Save photos in a smaller size, print papers to PDF, or split them into two files.",
    exceptions=(
        "Amazon does not say how it counts a megabyte. Over 10,485,760 bytes a file is too large either way, so that "
        "is where this rule begins. From 10,000,001 bytes you get a note. Several files that pass the limit only "
        "together get a note too."
    ),
    citations=(Citation("A6", "attachments up to 10 MB"), Citation("S", "attachments")),
    check=check,
    flagged=(
        example("The manual is attached.", attachments=[{"name": "manual.pdf", "bytes": 10_485_761}]),
        example("Here is a photo of the part.", attachments=[{"name": "part.jpg", "bytes": 23_000_000}]),
        example(
            "The proof of your engraving is attached.",
            kind="proactive",
            reason="customization",
            attachments=[{"name": "proof.pdf", "bytes": 12_582_912}, {"name": "font.png", "bytes": 90_000}],
        ),
    ),
    allowed=(
        example(
            "The manual is attached.", attachments=[{"name": "manual.pdf", "bytes": 9_900_000}], note="Under 10 MB."
        ),
        example(
            "The manual is attached.",
            attachments=[{"name": "manual.pdf", "bytes": 10_485_760}],
            note="Exactly 10 MB as computers count it: a note only.",
        ),
        example(
            "Two photos are attached.",
            attachments=[{"name": "left.jpg", "bytes": 7_000_000}, {"name": "right.jpg", "bytes": 7_000_000}],
            note="Each is small enough; together they get a note.",
        ),
        example("The manual is in the box.", note="No attachment."),
    ),
)
