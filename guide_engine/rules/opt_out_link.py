"""LNK06: a link or an invitation to opt out of messages. Sources A1old and T2."""

from collections.abc import Iterator

from guide_engine.detectors.links import Kind, Link, link_check
from guide_engine.detectors.phrases import Mark, Scope, pattern, phrases
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def _say(link: Link) -> str:
    return f"{link.host} is offered for opting out of messages. Buyers do that in their Amazon settings, never through a seller's link."


_links = link_check(Kind.OPT_OUT, _say)
_words = phrases(pattern("click", "opt-out", scope=Scope.SENTENCE, mark=Mark.TAGS))


def check(reading: Reading) -> Iterator[Hit]:
    """Links for opting out, and "click here to unsubscribe" without an address."""
    found = list(_links(reading))
    yield from found
    spans = [hit.span for hit in found if hit.span]
    for hit in _words(reading):
        sentence = reading.prose.sentence_at(hit.span.start) if hit.span else None
        if sentence and not any(sentence.span.overlaps(span) for span in spans):
            yield hit


RULE = Rule(
    name="opt-out-link",
    code="LNK06",
    title="Opt-out link",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This offers a link to opt out of messages. Buyers do that in their Amazon settings.",
    why=(
        "Amazon's guidelines list links for opting out of messages among what a message may not contain. Amazon runs "
        "the opt-out itself: a seller who offers one suggests a mailing list."
    ),
    fix="Take the sentence out. If a buyer asks, say that Amazon's *Communication preferences* hold the setting.",
    exceptions="Telling the buyer where the setting is, in words and without a link, is fine.",
    citations=(Citation("A1old", "what messages may not contain"), Citation("T2", "content list: opt-out links")),
    check=check,
    flagged=(
        example(
            "⟦Click here to stop receiving⟧ these messages. Your lamp ships today.", fixed="Your lamp ships today."
        ),
        example(
            "To unsubscribe, go to ⟦https://brightloom.com/bye⟧. Your lamp ships today.", fixed="Your lamp ships today."
        ),
        example("Settings: ⟦https://mail.example.com/unsubscribe?id=4⟧"),
        example("Click here to unsubscribe: ⟦https://brightloom.com/bye⟧"),
    ),
    allowed=(
        example("Buyers can opt out of messages in their Amazon account settings.", note="No link."),
        example("Click here and hold the button for five seconds.", note="A button on a device."),
        example("Use the link in the app to stop the pump.", note="No opt-out of messages."),
    ),
)
