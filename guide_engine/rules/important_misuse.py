"""OPT01: [Important] on a message that is not. Sources A5old, T5 and T17; A4 removed the tag altogether."""

from collections.abc import Iterator

from guide_engine.detectors.purpose import Purpose, TypedTag, purpose, subject_tag, text_tag
from guide_engine.findings import Applicability, Edit, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """The tag in the subject and at the head of the text, where the purpose does not carry it."""
    tags = [(Where.SUBJECT, reading.once(subject_tag)), (Where.TEXT, reading.once(text_tag))]
    if not any(tag for _, tag in tags) or not _misused(reading):
        return
    for where, tag in tags:
        if tag:
            yield Hit(tag.span, where, fixes=(_removal(tag),))


def _misused(reading: Reading) -> bool:
    """In an answer the tag has no effect, and the buyer's subject may have brought it along: only selling counts."""
    found = reading.once(purpose)
    return found is Purpose.SELLING or (found is Purpose.OTHER and reading.draft.proactive)


def _removal(tag: TypedTag) -> Fix:
    return Fix("Remove the tag", (Edit(tag.removal, ""),), Applicability.SAFE)


RULE = Rule(
    name="important-misuse",
    code="OPT01",
    title="[Important] misused",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This message is not critical, so it may not carry [Important].",
    why=(
        "The tag was made to reach buyers who opted out, and only for what is needed to complete the order. Amazon "
        "watched its use, and services name misuse as a reason for restrictions. Since 2025 Amazon has taken the typed "
        "tag away: it no longer reaches anybody, it only draws attention."
    ),
    fix="Remove the tag. If the buyer opted out, this message will not arrive by any route.",
    exceptions=(
        "A safety notice, a recall, warranty papers or a question needed to complete the order is judged by the rule "
        "on the retired tag. The word “Important:” in the text is no tag. In an answer the "
        "tag gets a note only, unless the answer sells or asks for a review."
    ),
    citations=(
        Citation("A5old", "the tag is for critical messages only"),
        Citation("A4", "the typed tag is removed"),
        Citation("T5", "misuse as a reason for restrictions"),
        Citation("T17", "messages that break the terms"),
        Citation("S", "use the tag only when needed"),
    ),
    check=check,
    flagged=(
        example(
            "⟦[IMPORTANT]⟧ Our spring sale ends on Sunday - 30% off all bulbs.",
            kind="proactive",
        ),
        example(
            "⟦[Important]⟧ Your order 112-1234567-1234567 was delivered today. Enjoy!",
            kind="proactive",
            fixed="Your order 112-1234567-1234567 was delivered today. Enjoy!",
        ),
        example(
            "How do you like your blender of order 112-1234567-1234567?",
            kind="proactive",
            subject="[Important] How do you like your blender?",
        ),
        example("⟦[Important]⟧ Your invoice is attached.", kind="proactive", fixed="Your invoice is attached."),
        example(
            "⟦[Important]⟧: Tips for your first sourdough",
            kind="proactive",
            fixed="Tips for your first sourdough",
        ),
        example(
            "The lid fits. Would you leave us a review on Amazon?",
            kind="reply",
            subject="[Important] Your lid",
        ),
    ),
    allowed=(
        example(
            "[Important] Safety notice: please stop using the wall lamp of order 112-1234567-1234567.",
            kind="proactive",
            note="A safety notice: the retired tag gets a warning of its own.",
        ),
        example(
            "The house number is missing from your address for order 112-1234567-1234567. What is it?",
            kind="proactive",
            subject="[Important] Address of order 112-1234567-1234567",
            note="Needed to complete the order.",
        ),
        example("Important: disconnect the power before cleaning.", kind="proactive", note="A word, not a tag."),
        example(
            "The lid fits.", kind="reply", subject="Re: [Important] Your lid", note="An answer in the same thread."
        ),
        example("(Important) Please read the manual.", kind="proactive", note="Round brackets never worked as a tag."),
    ),
)
