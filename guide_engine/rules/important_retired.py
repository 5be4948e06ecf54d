"""OPT02: [Important] on a message that is important. Source A4 removed the typed tag; the article still teaches it."""

from collections.abc import Iterator

from guide_engine.detectors.purpose import Purpose, purpose, subject_tag, text_tag
from guide_engine.findings import Applicability, Edit, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position

_REPLY = "In an answer the tag does nothing: answers always arrive. Leave it out."
_CONTESTED = (
    "Amazon removed the typed tag in 2025. Safety, recall and warranty are on none of its lists of critical messages; "
    "the Aura article says otherwise. Use the legal disclosure if a law asks for the notice."
)


def check(reading: Reading) -> Iterator[Hit]:
    """The tag in the subject and at the head of the text, where the purpose would have carried it."""
    tags = [(Where.SUBJECT, reading.once(subject_tag)), (Where.TEXT, reading.once(text_tag))]
    if not any(tag for _, tag in tags):
        return
    found = reading.once(purpose)
    reply = not reading.draft.proactive
    if found is Purpose.SELLING or (found is Purpose.OTHER and not reply):
        return
    says = _REPLY if reply else _CONTESTED if found is Purpose.CONTESTED else ""
    for where, tag in tags:
        if tag:
            fix = Fix("Remove the tag", (Edit(tag.removal, ""),), Applicability.SAFE)
            yield Hit(tag.span, where, says, Severity.INFO if reply else None, (fix,))


RULE = Rule(
    name="important-retired",
    code="OPT02",
    title="[Important] no longer works",
    severity=Severity.WARNING,
    status=Status.CONTESTED,
    summary="Amazon removed the typed tag in 2025. Send this on the Contact Buyer page under the reason that fits.",
    why=(
        "Until 2025 a message reached buyers who opted out if its subject held [Important]. Amazon's forum news says "
        "that sellers can no longer do this by hand. Its own templates set the mark where it is needed. A service dates "
        "the change to 25 April 2025. The Aura article of 18 February 2026 still describes the tag."
    ),
    fix=(
        "Remove the tag. On the Contact Buyer page choose the reason that matches: customization, delivery, address, or "
        "a problem with the order. That reason, not the tag, takes the message past an opt-out."
    ),
    exceptions="In an answer the tag does nothing, and you get a note only. Answers always arrive.",
    also="A warning in a message that you start, a note in an answer.",
    positions=(
        Position(
            "Sellers can no longer set the mark by hand; Amazon's templates set it where needed (2025, by one service "
            "on 25 April).",
            ("A4", "A4-jp", "T8", "T10", "T11"),
        ),
        Position(
            "[Important] in the subject takes safety, recall and warranty messages to buyers who opted out (18 February 2026).",
            ("S",),
        ),
        Position(
            "Critical are customization, delivery appointments and address problems; safety and warranty are not named "
            "(older state, with the tag still in use).",
            ("A3", "A5old"),
        ),
    ),
    citations=(
        Citation("A4", "manual override removed"),
        Citation("A5", "reasons on the Contact Buyer page"),
        Citation("A3", "critical messages"),
        Citation("T8", "25 April 2025"),
        Citation("S", "[Important] messages"),
    ),
    check=check,
    flagged=(
        example(
            "⟦[Important]⟧ Safety notice: please stop using the wall lamp of order 112-1234567-1234567.",
            kind="proactive",
            fixed="Safety notice: please stop using the wall lamp of order 112-1234567-1234567.",
        ),
        example(
            "⟦[Important]⟧ The house number is missing from your address for order 112-1234567-1234567.",
            kind="proactive",
            fixed="The house number is missing from your address for order 112-1234567-1234567.",
        ),
        example(
            "Shall we engrave John instead of Jhon on order 112-1234567-1234567?",
            kind="proactive",
            reason="customization",
            subject="[Important] Your engraving",
        ),
        example("⟦[Important]⟧ The lid fits, as you asked.", kind="reply", fixed="The lid fits, as you asked."),
    ),
    allowed=(
        example(
            "Safety notice: please stop using the wall lamp of order 112-1234567-1234567.",
            kind="proactive",
            note="No tag.",
        ),
        example("Important: disconnect the power before cleaning.", kind="proactive", note="A word, not a tag."),
        example(
            "We write about your order 112-1234567-1234567: which name shall we engrave?",
            kind="proactive",
            subject="Important: your engraving",
            note="Without square brackets it never was the tag.",
        ),
    ),
)
