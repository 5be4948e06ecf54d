"""FMT02: HTML in the text. Source A20 bars it in every message type; T1 and T2 restate the style list of 2020."""

from collections.abc import Iterator

from guide_engine.detectors.markup import Element, elements
from guide_engine.findings import Applicability, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

_STYLE = frozenset({"font", "center", "style", "big", "small", "span", "marquee"})


def check(reading: Reading) -> Iterator[Hit]:
    """Tags and character codes in the text and the subject."""
    for where in (Where.TEXT, Where.SUBJECT):
        for element in elements(reading.field(where).raw):
            fix = Fix("Remove the HTML, keep its text", element.edits, Applicability.SAFE)
            yield Hit(element.span, where, _says(element), fixes=(fix,))


def _says(element: Element) -> str:
    if "img" in element.names:
        return (
            "This is an image in HTML. Messages take no HTML, and Amazon's list bars tracking images and pictures of "
            "the item. Attach what the buyer needs to see."
        )
    if _STYLE.intersection(element.names):
        return "This sets type, colour or alignment. Amazon's style list does not allow that; plain text is safe."
    if not element.names:
        return "This is a character code of HTML. The buyer may see it as it stands here. Type the sign itself."
    return ""


RULE = Rule(
    name="html-markup",
    code="FMT02",
    title="HTML",
    severity=Severity.WARNING,
    status=Status.DOCUMENTED,
    summary="This is HTML. Messages are plain text: the buyer may see the code, or the message may be blocked.",
    why=(
        "Every message type of Amazon's interface says: no HTML. EcommerceBytes and ZonGuru restate the style list "
        "of September 2020. It bars centred text, own fonts and colours, more than three font sizes, and images that "
        "track the reader."
    ),
    fix="Write plain text. Use an empty line between paragraphs and a hyphen for lists. Attach what has to be seen.",
    exceptions=(
        "Mail from an approved address may hold HTML, as a summary of 2023 says, within the style list. Signs that only "
        "look like HTML are fine: `<3`, `a < b`, keys such as `<Enter>`."
    ),
    citations=(
        Citation("A20", "no HTML in the text of any message type"),
        Citation("T1", "style rules on fonts, colours, alignment, images"),
        Citation("T2", "tracking images"),
        Citation("T34", "HTML in mail"),
    ),
    check=check,
    flagged=(
        example("We are ⟦<b>very</b>⟧ sorry.", fixed="We are very sorry."),
        example(
            "⟦<center><font color=red>Hello Anna,</font></center>⟧ the strap is 22 mm.",
            fixed="Hello Anna, the strap is 22 mm.",
        ),
        example(
            "Hello,⟦<br><br>⟧the strap is 22 mm.⟦<br/>⟧Kind regards",
            fixed="Hello,\n\nthe strap is 22 mm.\nKind regards",
        ),
        example(
            'The strap is 22 mm. ⟦<img src="pixel.gif" width="1" height="1">⟧',
            fixed="The strap is 22 mm.",
        ),
        example("⟦<p>Hello Anna,</p><p>the strap is 22 mm.</p>⟧", fixed="Hello Anna,\n\nthe strap is 22 mm."),
        example("The case⟦&nbsp;⟧fits⟦&amp;⟧closes.", fixed="The case fits&closes."),
    ),
    allowed=(
        example("We <3 clay. A ring of 18 < 20 mm > 16 mm fits.", note="Signs, not tags."),
        example("Press <Enter>, then <Ctrl> and <Del>, and choose <menu>.", note="Keys and buttons."),
        example("Important: disconnect power before cleaning. R&D; Q&A; B&B.", note="An ampersand is only a sign."),
        example("Settings > Network > Reset", note="A path through menus."),
    ),
)
