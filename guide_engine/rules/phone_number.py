"""CON02: a telephone number. Contested: a flat ban in older lists and the article, exceptions in a later revision."""

from collections.abc import Iterator

from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phones import phones
from guide_engine.findings import Edit, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position

_OWNER = (
    "A telephone number of a carrier, a maker or a warranty. A later revision excepts these; the list of 2020 and the "
    "article do not."
)


def check(reading: Reading) -> Iterator[Hit]:
    """Telephone numbers in the text and the subject; milder where a carrier's, maker's or warranty line is named."""
    for phone in reading.once(phones):
        message = _OWNER if phone.owner else RULE.summary
        if phone.disguises:
            message += f" It is written with {' and '.join(phone.disguises)}; that does not hide it."
        severity = Severity.WARNING if phone.owner else None
        in_text = phone.where is Where.TEXT
        fixes = (
            remove_sentence(reading, phone.span) if in_text else (Fix("Remove the number", (Edit(phone.span, ""),)),)
        )
        yield Hit(phone.span, phone.where, message, severity, fixes)


RULE = Rule(
    name="phone-number",
    code="CON02",
    title="Telephone number",
    severity=Severity.ERROR,
    status=Status.CONTESTED,
    summary="This is a telephone number to call or text. Messages must stay inside Amazon's message center.",
    why=(
        "Amazon's list of September 2020 bars telephone numbers, and the article repeats it. A later revision, as two "
        "sources restate it, excepts numbers for warranty, of the carrier and of the manufacturer. Amazon's message "
        "center filters numbers out, so the buyer may see only a gap."
    ),
    fix=(
        "Take the sentence out and ask the buyer to answer in the same thread. If the buyer wants a call, Amazon lets "
        "them ask for one through its own customer service."
    ),
    exceptions=(
        "Order numbers, tracking numbers, part and model numbers, product codes, dates, sizes and emergency numbers are "
        "no telephone numbers to call you on. They are left alone."
    ),
    also="A number named as the carrier's, the maker's or the warranty's own line is a warning only.",
    positions=(
        Position("No telephone numbers at all (list of September 2020; article of 18 February 2026).", ("T2", "S")),
        Position(
            "None except those for warranty, of the carrier or of the manufacturer (newer snapshots, undated).",
            ("T4new", "T13"),
        ),
    ),
    citations=(
        Citation("T2", "content list: telephone numbers"),
        Citation("T4new", "telephone numbers"),
        Citation("T13", "contact information"),
        Citation("A15", "buyer contact details"),
        Citation("S", "what's forbidden"),
    ),
    check=check,
    flagged=(
        example("Call us at ⟦(555) 010-1234⟧. Your lamp ships today.", fixed="Your lamp ships today."),
        example("Reach our bench at ⟦+1 415.555.0132 ext. 4⟧ and ask for Rob."),
        example("Dial ⟦four one five, five five five, zero one three two⟧ if it happens again."),
        example("⟦４１５－５５５－０１３２⟧ is the support line."),
        example("DHL's own hotline for missed deliveries is ⟦0228 4333112⟧."),
    ),
    allowed=(
        example("Your order number is 112-1234567-1234567.", note="An order number."),
        example("Your tracking number is 1Z999AA10123456784.", note="A tracking number."),
        example(
            "Part no. 555-0100-22, EAN 4006381333931, IMEI 356938035643809", note="Part, product and device numbers."
        ),
        example("In an emergency call 911 or 112.", note="Emergency numbers."),
        example("Turn the dial: 0 1 2 3 4 5 6 7 8 9 10, each click is 5 °C.", note="A scale."),
    ),
)
