"""ATT03: an attached file that advertises. Sources T2 and T13 restate what may be attached."""

import re
from collections.abc import Iterator

from guide_engine.clauses import tag
from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position
from guide_engine.text import normalize

_JOINTS = re.compile(r"[_.+-]|(?<=[a-z])(?=[A-Z])|(?<=\D)(?=\d)|(?<=\d)(?=\D)")
"""Where the words of a file name meet: "Spring-Sale_2026.pdf", "springSale2026.pdf"."""


def check(reading: Reading) -> Iterator[Hit]:
    """Each file of a first message whose name says that it advertises."""
    for file in reading.draft.attachments:
        said = _concepts(file.name)
        if "advert-file" in said and "order-file" not in said and reading.draft.proactive:
            message = (
                f"By its name, {file.name} advertises. Attach only what the buyer needs for this order: instructions, "
                "warranty papers, an invoice, a label, a custom design."
            )
            yield Hit(None, Where.ATTACHMENTS, message)


def _concepts(name: str) -> frozenset[str]:
    prose = tag(normalize(_JOINTS.sub(" ", name)))
    return frozenset().union(*(sentence.concepts for sentence in prose.sentences))


RULE = Rule(
    name="attachment-purpose",
    code="ATT03",
    title="Attachment that advertises",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="Attach only what the buyer needs for this order, not a brochure, a catalogue or a coupon.",
    why=(
        "The list of September 2020 permits product instructions, warranty information and invoices as attachments, "
        "and nothing else. A later summary permits what solves the buyer's issue. Advertising is in neither."
    ),
    fix="Leave the file out. If it holds instructions, send those pages alone and name the file after them.",
    exceptions=(
        "Judged by the file's name only; nobody here opens it. In an answer the rule says nothing. Invoices for Amazon "
        "Business buyers in the UK and the EU belong in the upload, not in a message."
    ),
    positions=(
        Position("Instructions, warranty papers and invoices only (September 2020).", ("T2", "T3")),
        Position("Also what solves the buyer's issue: labels, invoices, custom designs (later, undated).", ("T13",)),
        Position("PDF, JPG, PNG and DOCX, also photos for damage claims (18 February 2026).", ("S",)),
    ),
    citations=(
        Citation("T2", "permitted attachments"),
        Citation("T13", "attachments that solve the buyer's issue"),
        Citation("A19", "invoices for Business buyers in the UK"),
        Citation("S", "attachments"),
    ),
    check=check,
    flagged=(
        example(
            "The care guide for order 112-1234567-1234567 is attached.",
            kind="proactive",
            attachments=[{"name": "Spring_Brochure_2026.pdf", "bytes": 900_000}],
        ),
        example(
            "Something for you is attached.",
            kind="proactive",
            attachments=[{"name": "couponTHANKS10.png", "bytes": 90_000}],
        ),
        example(
            "Please see the attachment.",
            kind="proactive",
            attachments=[{"name": "product-catalogue.pdf", "bytes": 900_000}],
        ),
    ),
    allowed=(
        example(
            "Your invoice for order 112-1234567-1234567 is attached.",
            kind="proactive",
            attachments=[{"name": "invoice_112-1234567-1234567.pdf", "bytes": 90_000}],
            note="An invoice.",
        ),
        example(
            "Your papers are attached.",
            kind="proactive",
            attachments=[
                {"name": "return-label.pdf", "bytes": 90_000},
                {"name": "Manual LX-40.pdf", "bytes": 900_000},
                {"name": "IMG_2041.jpg", "bytes": 900_000},
            ],
            note="A label, a manual, a photo.",
        ),
        example(
            "The catalogue page that you asked for is attached.",
            kind="reply",
            attachments=[{"name": "catalogue-p12.pdf", "bytes": 90_000}],
            note="The buyer asked for it.",
        ),
        example(
            "The invoice with your discount is attached.",
            kind="proactive",
            attachments=[{"name": "invoice-with-discount.pdf", "bytes": 90_000}],
            note="An invoice, whatever stands on it.",
        ),
    ),
)
