"""FMT05: a blank of a form letter that was not filled in. The article (source S) hands out letters with blanks."""

from collections.abc import Iterator

from guide_engine.detectors.order_ids import is_order_id
from guide_engine.detectors.placeholders import Blank, blanks, subject_blanks
from guide_engine.findings import Edit, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """The blanks of the text and the subject; the order number is offered where the draft comes with it."""
    for where, detector in ((Where.TEXT, blanks), (Where.SUBJECT, subject_blanks)):
        for blank in reading.once(detector):
            yield Hit(blank.span, where, fixes=_fill(reading.draft.order_id, blank))


def _fill(order_id: str | None, blank: Blank) -> tuple[Fix, ...]:
    given = (order_id or "").strip().upper()
    if not blank.order_number or not is_order_id(given):
        return ()
    return (Fix(f"Write {given}", (Edit(blank.span, given),)),)


RULE = Rule(
    name="unfilled-placeholder",
    code="FMT05",
    title="Blank not filled in",
    severity=Severity.ERROR,
    status=Status.RESTATED,
    summary="This blank of the form letter was not filled in.",
    why=(
        "The buyer would read the name of the blank in place of their own name or order number. A message without its "
        "order number also lacks what Amazon asks for. The templates of the Aura article hold such blanks."
    ),
    fix="Write what belongs there, or take the blank out. Our message builder does not let one through.",
    exceptions=(
        "Other words in brackets are fine: `[cm]`, `[at]`, `[English below]`, a key such as `<Enter>`, a label before "
        "its value such as `[Order ID]: 112-…`. Covered card numbers (XXXX 1234) and the size XXX-Large are fine too."
    ),
    citations=(
        Citation("A3", "the order number in every message"),
        Citation("S", "templates with blanks to fill in"),
    ),
    check=check,
    flagged=(
        example("Hi ⟦[Customer Name]⟧, your order ⟦[#Order ID]⟧ is delayed.", order_id="112-1234567-1234567"),
        example("Hello ⟦{name}⟧, the strap is 22 mm."),
        example("Hello ⟦{{ buyer.first_name }}⟧, order ⟦<<ORDER_ID>>⟧ is late."),
        example("Dear ⟦%NAME%⟧, the lid fits."),
        example("Dear ⟦$firstname⟧, the parcel ⟦$tracking_number⟧ is late."),
        example("Dear ⟦XXX⟧, the lid fits."),
        example("Thanks for reaching out. ⟦[Direct answer to their question]⟧."),
        example("Hello ⟦null⟧, the lid fits."),
        example("Dear ⟦____⟧, the lid fits."),
        example("Dear ⟦(customer name)⟧, the lid fits. ⟦[insert date]⟧"),
    ),
    allowed=(
        example("[Important] Safety notice: unplug the lamp.", note="A tag; other rules judge it."),
        example("Length 22 [cm], jo [at] the desk, see [1] and [sic], [English below].", note="Words in brackets."),
        example("Press <Enter>, then {Shift+F8}; set {5, 7} or {a: 1}.", note="Keys, sets and settings."),
        example("The card ends in XXXX 1234 and the shirt is XXX-Large.", note="Covered digits, a size."),
        example("[Order ID]: 112-1234567-1234567\n[Name] = Anna", note="Labels before their values."),
        example("It costs $20, or 5% off $USD prices, 100%cotton.", note="Money and shares."),
        example("We will see you soon, Jo xxx", note="Kisses."),
        example("Please fill in and send back: engraving ______________", note="A line for the buyer to write on."),
    ),
)
