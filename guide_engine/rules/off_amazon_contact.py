"""CON05: asking the buyer to use the seller's site, phone or mail without giving it. Sources A15, A16, A3."""

from collections.abc import Iterator

from guide_engine.detectors.addresses import addresses
from guide_engine.detectors.phones import phones
from guide_engine.detectors.phrases import Mark, Scope, pattern, phrases
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

_ELSEWHERE = "inside|review|negative-review|low-stars|stars|unhappy"
"""Amazon's own channels; and talk about reviews, which has rules of its own."""

_words = phrases(
    pattern("own-site", mark=Mark.LEAD, unless="opinion"),
    pattern("mail-us", mark=Mark.LEAD, unless=_ELSEWHERE),
    pattern("call-us", mark=Mark.LEAD, unless=_ELSEWHERE),
    pattern("outside", "contact-verb", scope=Scope.SENTENCE, mark=Mark.LEAD),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Invitations to another channel. Where the sentence gives the number or address itself, that finding is enough."""
    given = [phone.span for phone in reading.once(phones)] + [a.span for a in reading.once(addresses)]
    for hit in _words(reading):
        sentence = reading.prose.sentence_at(hit.span.start) if hit.span else None
        if sentence and not any(sentence.span.overlaps(span) for span in given):
            given.append(sentence.span)
            yield hit


RULE = Rule(
    name="off-amazon-contact",
    code="CON05",
    title="Contact outside Amazon",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This asks the buyer to use another channel. Amazon's message center is the only one for buyers.",
    why=(
        "Amazon's code of conduct says that sellers contact buyers through Buyer-Seller Messaging alone, and bars "
        "leading them to another site. That holds without an address too: *the number is on the box* leads away as well."
    ),
    fix="Take the sentence out, or ask the buyer to answer this message.",
    exceptions=(
        "Pointing to Amazon's customer service, or to the maker's or a carrier's own line in general words, is fine. So "
        "is saying that you cannot take calls."
    ),
    citations=(
        Citation("A15", "contacting buyers"),
        Citation("A16", "diverting buyers from Amazon"),
        Citation("A3", "the approved channel"),
    ),
    check=check,
    flagged=(
        example("⟦The full manual is on our website⟧ under downloads. Your lamp ships today."),
        example("⟦Give us a call⟧ any time, the number is on the box."),
        example("⟦Just send us an e-mail⟧ with a photo of the plug."),
        example("⟦We can settle this outside Amazon⟧ if you like."),
    ),
    allowed=(
        example("Please contact Amazon customer service through Help in the app.", note="Amazon's own service."),
        example("Just answer this message; we read every reply within 24 hours.", note="The message center."),
        example("We do not have our own website.", note="It says no."),
        example(
            "The manufacturer's warranty line is printed in the manual, p. 3.", note="The maker's line, no number."
        ),
    ),
)
