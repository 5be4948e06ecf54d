"""ATT02: an attachment of a kind that is dangerous or unusual. Amazon's own list of types is not public."""

from collections.abc import Iterator

from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation
from guide_engine.text import normalize


def _endings(names: str) -> frozenset[str]:
    return frozenset(names.split())


USUAL = frozenset({"pdf", "jpg", "jpeg", "png", "docx"})
"""What the article names; JPEG is the long spelling of JPG."""

CLOSE = frozenset({"doc", "txt"})
"""Older or simpler kin of the usual types. Nobody says that they are refused."""

PROGRAMS = _endings(
    "exe msi msix com scr pif cpl dll bat cmd ps1 psm1 vb vbs vbe js jse mjs wsf wsh hta lnk reg inf gadget jar class "
    "sh bash command py pyc pl rb php asp aspx jsp swf app dmg pkg deb rpm apk aab ipa appimage run bin iso img vhd chm "
    "msc msp mst scf url xll"
)
"""Programs, scripts and files that start one."""

ARCHIVES = _endings("zip rar 7z gz tar tgz bz2 xz cab ace")
MACROS = _endings("docm dotm xlsm xltm xlam pptm potm ppsm xlsb")
MOVING = _endings("mp4 mov avi mkv webm wmv m4v mpg mpeg 3gp")
PAGES = _endings("html htm mht mhtml xhtml svg xml")


def check(reading: Reading) -> Iterator[Hit]:
    """Each file whose type is a program, unusual, or unknown."""
    for file in reading.draft.attachments:
        found = _judge(_extension(file.name))
        if found:
            severity, says = found
            yield Hit(None, Where.ATTACHMENTS, f"{file.name}: {says}", severity)


def _extension(name: str) -> str:
    """The last ending of the name as the computer sees it, without the signs that hide it from the reader."""
    stem, dot, ending = normalize(name).folded.rstrip(" .").rpartition(".")
    return ending.strip() if dot and (stem or ending) else ""


def _judge(ending: str) -> tuple[Severity, str] | None:
    """How much a file type weighs and what to say about it; None for the usual ones."""
    if ending in USUAL:
        return None
    if ending in PROGRAMS:
        return Severity.ERROR, "this is a program or starts one. Never send one to a buyer. Say in words what it does."
    if ending in CLOSE:
        return Severity.INFO, "the types named for messages are PDF, JPG, PNG and DOCX. A PDF opens everywhere."
    groups = (
        (ARCHIVES, "a packed file hides what is in it and may be refused. Attach the papers one by one."),
        (MACROS, "this document can hold a program. Save it as PDF."),
        (MOVING, "videos are reported not to go through. Send photos, or describe the step in words."),
        (PAGES, "a web page or drawing can hold scripts. Save it as PDF or PNG."),
        (frozenset({"gif"}), "Amazon's style list does not allow moving GIFs. Save the picture as JPG or PNG."),
        (frozenset({""}), "this name has no ending, so nobody can tell what it is. Save it as PDF, JPG or PNG."),
    )
    for kinds, says in groups:
        if ending in kinds:
            return Severity.WARNING, says
    return Severity.WARNING, "this type is not among the ones named for messages. Save it as PDF, JPG, PNG or DOCX."


RULE = Rule(
    name="attachment-type",
    code="ATT02",
    title="Unusual attachment type",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="This type of file is not among the ones named for messages.",
    why=(
        "Amazon's list of types is missing from every copy of its page that we could read. The Aura article names PDF, "
        "JPG, PNG and DOCX. A help-desk agency reports that videos do not go through, and the style list of September "
        "2020 bars GIFs. A program in a message from a shop is what fraud looks like."
    ),
    fix="Save papers as PDF and pictures as JPG or PNG. Never attach a program, a script or a packed folder.",
    exceptions="JPEG is the same as JPG. Older kin such as DOC and TXT get a note only, since nobody says they fail.",
    also="An error for programs, scripts and files that start one. A warning for other unusual types.",
    citations=(
        Citation("S", "types of attachments"),
        Citation("A6", "the page that should list the types"),
        Citation("T23", "videos do not go through"),
        Citation("T1", "style rule on GIFs"),
    ),
    check=check,
    flagged=(
        example("The driver is attached.", attachments=[{"name": "driver-setup.exe", "bytes": 900_000}]),
        example("Your invoice is attached.", attachments=[{"name": "invoice.pdf.js", "bytes": 4_000}]),
        example("All papers are attached.", attachments=[{"name": "papers.zip", "bytes": 900_000}]),
        example("See how the hinge moves.", attachments=[{"name": "hinge.mp4", "bytes": 8_000_000}]),
        example("See how the hinge moves.", attachments=[{"name": "hinge.gif", "bytes": 800_000}]),
        example("The sizes are in the table.", attachments=[{"name": "sizes.xlsm", "bytes": 80_000}]),
    ),
    allowed=(
        example(
            "Your invoice is attached.", attachments=[{"name": "Invoice 2026-11.PDF", "bytes": 80_000}], note="PDF."
        ),
        example(
            "A photo of the screw is attached.", attachments=[{"name": "screw.jpeg", "bytes": 800_000}], note="JPG."
        ),
        example(
            "The form is attached.",
            attachments=[{"name": "claim form.docx", "bytes": 60_000}, {"name": "sketch.png", "bytes": 90_000}],
            note="DOCX and PNG.",
        ),
        example(
            "The reading list is attached.",
            attachments=[{"name": "list.txt", "bytes": 2_000}],
            note="Not named, but nobody says it fails: a note only.",
        ),
    ),
)
