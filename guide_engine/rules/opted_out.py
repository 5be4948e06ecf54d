"""OPT03: the buyer opted out of first messages. Sources A5 and A3; no offence, but it decides the verdict."""

from collections.abc import Iterator

from guide_engine.draft import Kind, OptedOut, Reason
from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation, Position

_ROUTE = (
    "Do not send it again under another reason. If the buyer has written to you about this order, answer in that "
    "thread: answers always arrive."
)
_CONTESTED = {
    Reason.SAFETY: (
        "The buyer opted out. No list from Amazon names safety notices and recalls as critical, though the Aura article "
        "of 18 February 2026 does. If a law asks you to send a document, use the legal disclosure. Otherwise ask Amazon to "
        "pass the notice on."
    ),
    Reason.WARRANTY: (
        "The buyer opted out. Warranty papers have a message type of their own, but Amazon does not call it critical; "
        "the Aura article of 18 February 2026 does. Expect that it does not arrive. Put the papers in the box."
    ),
}


def check(reading: Reading) -> Iterator[Hit]:
    """A note about the route, for a buyer who is known to have opted out."""
    draft = reading.draft
    if draft.opted_out is not OptedOut.YES:
        return
    yield Hit(None, Where.CONTEXT, _says(draft.reason, critical=draft.critical))


def _says(reason: Reason | None, *, critical: bool) -> str:
    if critical and reason is Reason.LEGAL_DISCLOSURE:
        return "The buyer opted out. A legal disclosure still arrives, as long as it holds only what a law requires."
    if critical:
        return (
            "The buyer opted out. This still arrives if you send it on the Contact Buyer page under the reason that "
            "matches it. Under any other reason it is blocked."
        )
    if reason in _CONTESTED:
        return _CONTESTED[reason]
    if reason is Reason.REVIEW_REQUEST:
        return f"The buyer opted out, so a request for a review will not arrive. {_ROUTE}"
    return f"The buyer opted out of messages that sellers start, so this will not arrive. {_ROUTE}"


RULE = Rule(
    name="opted-out",
    code="OPT03",
    title="Buyer opted out",
    severity=Severity.INFO,
    status=Status.CONTESTED,
    summary="The buyer opted out of messages that sellers start.",
    why=(
        "Buyers can switch off messages that sellers start. Amazon then blocks such a message and tells you so. You "
        "have done nothing wrong: the attempt is not counted against you. You cannot see the setting before you write."
    ),
    fix=(
        "Answer an earlier message of the buyer, if there is one. If you need something to complete the order, use the "
        "reason on the Contact Buyer page that says so. Else leave it: there is no way round."
    ),
    exceptions=(
        "Answers always arrive. So do questions about a customization, a delivery date or the address, if you send them "
        "under that reason. The same holds for a problem that keeps you from completing the order, and for documents "
        "that a law requires."
    ),
    also="Never an offence. It makes the verdict “will not arrive” where the purpose is not a critical one.",
    positions=(
        Position(
            "Critical are customization questions, arranging the delivery and address problems. The interface for "
            "programs adds unexpected problems and legal disclosures (state of 30 January 2026). Safety, recalls and "
            "warranty are on no list.",
            ("A3", "A5old", "A20"),
        ),
        Position(
            "Messages about safety, recalls and warranty reach buyers who opted out (18 February 2026).",
            ("S",),
        ),
    ),
    citations=(
        Citation("A5", "buyers who opted out"),
        Citation("A3", "critical and other messages"),
        Citation("A20", "message types called critical"),
        Citation("T5", "the notice that the buyer opted out"),
        Citation("T26", "no penalty for the attempt"),
        Citation("S", "opt-out"),
    ),
    check=check,
    flagged=(
        example("Your invoice for order 112-1234567-1234567 is attached.", kind="proactive", opted_out="yes"),
        example(
            "Safety notice for order 112-1234567-1234567: please stop using the lamp.",
            kind="proactive",
            opted_out="yes",
            reason="safety",
        ),
        example(
            "Which name shall we engrave on order 112-1234567-1234567?",
            kind="proactive",
            opted_out="yes",
            reason="customization",
        ),
    ),
    allowed=(
        example("Yes, the lid fits.", kind="reply", opted_out="yes", note="Answers always arrive."),
        example(
            "Your invoice for order 112-1234567-1234567 is attached.",
            kind="proactive",
            opted_out="no",
            note="This buyer takes messages.",
        ),
        example(
            "Your invoice for order 112-1234567-1234567 is attached.",
            kind="proactive",
            note="Nobody can see beforehand whether a buyer opted out.",
        ),
    ),
    applies_to=(Kind.PROACTIVE,),
)
