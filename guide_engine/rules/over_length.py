"""FMT04: a text longer than its route takes. Source A20 gives the limits of each message type of the interface."""

from collections.abc import Iterator, Mapping

from guide_engine.draft import Reason
from guide_engine.findings import Hit, Severity, Span, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

LIMITS: Mapping[Reason, int] = {
    Reason.DIGITAL_KEY: 400,
    Reason.CUSTOMIZATION: 800,
    Reason.DELIVERY_SCHEDULING: 2_000,
    Reason.ORDER_PROBLEM: 2_000,
    Reason.SERVICE: 2_000,
}
"""Code points that the interface takes in the text of a first message, by its purpose."""

RUMOUR = 4_000
"""The length that sellers often quote for the message box. No source for it was found."""


def check(reading: Reading) -> Iterator[Hit]:
    """What goes beyond the limit of the message's purpose, or beyond the length that sellers quote."""
    draft = reading.draft
    start = len(draft.text) - len(draft.text.lstrip())
    end = len(draft.text.rstrip())
    length = end - start
    limit = LIMITS.get(draft.reason) if draft.proactive and draft.reason else None
    if limit is not None and length > limit:
        message = (
            f"The text has {length:,} characters. Amazon's interface for programs takes {limit:,} for this purpose. "
            "What is marked here is over the limit."
        )
        yield Hit(Span(start + limit, end), message=message)
    elif length > RUMOUR:
        note = (
            f"The text has {length:,} characters. Sellers often name {RUMOUR:,} as the most that the message box "
            "takes, but we found no source for it. A shorter message is read sooner."
        )
        yield Hit(Span(start + RUMOUR, end), message=note, severity=Severity.INFO)


_KEY = (
    "Hello Anna, here is your key for the photo program of order 112-1234567-1234567: ABCDE-FGHIJ-KLMNO-PQRST. Open "
    "the program, choose Help, then Activate, and type the key with its hyphens. The key works on two computers. If "
    "you change your computer, open Help on the old one first and choose Release, so that your key becomes free again. "
    "Keep your key in a safe place, because Amazon does not show it o"
)
_ENGRAVING = (
    "Hello Anna, thank you for your order 112-1234567-1234567 of the oak board with engraving. Before we begin we need "
    "your answer to a few questions, because the entries do not fit together. 1. You wrote two names, Martha and "
    "Marta. Which of the two is right, and shall it stand on the left or on the right? 2. The date on the form is "
    "31 June 2026, a day that does not exist. Do you mean 30 June or 1 July? 3. You chose the script letters. They are "
    "hard to read under 8 mm, and your line of 46 letters would come out at 6 mm. We can break the line, or "
    "use the plain letters, which are easy to read at 5 mm. 4. The small heart was chosen twice. Do you want one "
    "between the names or one at either end? Please answer all four points together. As soon as we have all your "
    "answers we make a drawing, send it t"
)

RULE = Rule(
    name="over-length",
    code="FMT04",
    title="Too long for its route",
    severity=Severity.WARNING,
    status=Status.DOCUMENTED,
    summary="The text is longer than Amazon's interface takes for this purpose.",
    why=(
        "Amazon's interface for programs sets a limit for each kind of message. A digital key may have 400 characters, a "
        "customization question 800. A delivery date, a problem with the order and a home service may have 2,000. A "
        "text that is longer is refused."
    ),
    fix="Shorten the text, or put what is long into an attached PDF.",
    exceptions=(
        "The limits belong to messages that a program sends first. Whether the Contact Buyer page has the same ones is "
        "not public. Answers have no documented limit. Over 4,000 characters you get a note: that number is quoted "
        "everywhere, but we found no source for it."
    ),
    also="A warning where the purpose has a documented limit. A note otherwise, above 4,000 characters.",
    citations=(Citation("A20", "maxLength of the text, by message type"),),
    check=check,
    flagged=(
        example(f"{_KEY}⟦n the order page later.⟧", kind="proactive", reason="digital-key"),
        example(
            f"{_KEY}⟦nce more. If the key is refused, answer this message and we will sort it out.⟧",
            kind="proactive",
            reason="digital-key",
        ),
        example(f"{_ENGRAVING}⟦o you here and wait for your yes.⟧", kind="proactive", reason="customization"),
    ),
    allowed=(
        example(f"{_KEY}.", kind="reply", reason="digital-key", note="An answer has no documented limit."),
        example(
            "Your key for order 112-1234567-1234567 is ABCDE-FGHIJ-KLMNO-PQRST.",
            kind="proactive",
            reason="digital-key",
            note="Well under 400 characters.",
        ),
        example(
            f"{_ENGRAVING}.",
            kind="proactive",
            reason="order-problem",
            note="This purpose takes 2,000 characters.",
        ),
    ),
)
