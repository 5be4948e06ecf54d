"""CON06: a QR code that leads the buyer away. Follows from A16 and C10 (pictures that show a link)."""

from guide_engine.detectors.phrases import Mark, Scope, pattern, phrases
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="qr-code",
    code="CON06",
    title="QR code",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="This sends the buyer to a QR code. It is a link that nobody can read beforehand.",
    why=(
        "Amazon bars leading buyers to another site, and pictures that contain or show a link to your site. A QR code "
        "is a link in a picture. Codes on package inserts are often used to collect reviews or contact data."
    ),
    fix="Take the sentence out. Put what the page says into the message, or attach it as a PDF.",
    exceptions=(
        "A code for a drop-off point or a return label is fine. So is the code on a device that pairs it with its app."
    ),
    citations=(
        Citation("T2", "content list: logos with a link"),
        Citation("A16", "diverting buyers from Amazon"),
        Citation("T25", "content restrictions"),
    ),
    check=phrases(pattern("qr", "scan", scope=Scope.SENTENCE, mark=Mark.LEAD, unless="qr-fine")),
    flagged=(
        example("⟦Scan the QR code on the leaflet⟧ for the video. Your lamp ships today."),
        example("⟦There is a QR code on the card⟧ in the box for faster help."),
        example("⟦Scan the ＱＲ code⟧ to activate it."),
    ),
    allowed=(
        example("Show the QR code at the drop-off point; the return label is printed there.", note="A return."),
        example("Scan the QR code on the base of the camera to pair it.", note="The device's own code."),
        example("The scanner reads EAN and UPC codes.", note="What the product does."),
    ),
)
