"""CON01: a mail address. Sources A20 (no e-mail addresses in texts), T2, T4, T9."""

from collections.abc import Iterator

from guide_engine.detectors.contacts import mails
from guide_engine.detectors.mend import remove_sentence
from guide_engine.findings import Edit, Fix, Hit, Severity, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """Mail addresses in the text and the subject, however they are written."""
    for mail in reading.once(mails):
        message = RULE.summary
        if mail.disguises:
            message += f" It is written with {' and '.join(mail.disguises)}; that does not hide it."
        in_text = mail.where is Where.TEXT
        fixes = remove_sentence(reading, mail.span) if in_text else (Fix("Remove the address", (Edit(mail.span, ""),)),)
        yield Hit(mail.span, mail.where, message, fixes=fixes)


RULE = Rule(
    name="email-address",
    code="CON01",
    title="E-mail address",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This is an e-mail address. Amazon strips addresses out, and messages must stay in its message center.",
    why=(
        "Amazon's interface for programs says that a message's text may hold no e-mail addresses. The list of September "
        "2020 names them too. Amazon replaces both sides' addresses by anonymous ones, so that every message is logged "
        "and can help you in a dispute."
    ),
    fix=(
        "Take the sentence out. Ask the buyer to answer this message: photos and papers can be attached to it, up to "
        "10 MB. Spelling the address out with *at* and *dot* is not a fix."
    ),
    exceptions=(
        "An anonymous alias that ends in `@marketplace.amazon.com`, or the bare ending as an explanation, is fine. So is "
        "a sentence such as *we cannot see your e-mail address*."
    ),
    citations=(
        Citation("A20", "text of each message type"),
        Citation("T2", "content list: e-mail addresses"),
        Citation("T9", "contact details"),
        Citation("A15", "buyer contact details"),
    ),
    check=check,
    flagged=(
        example("Write to ⟦help@brightloom.com⟧ please. Your lamp ships today.", fixed="Your lamp ships today."),
        example("Send the photos to ⟦brightloom [at] protonmail [dot] com⟧ because this box shrinks them."),
        example("For faster help mail me at ⟦brightloom dot service at gmail dot com⟧ :)"),
        example("Write to ⟦help&#64;brightloom&#46;com⟧ for a new fuse."),
        example("contact ⟦brightloom_eu @ gmail.com⟧ before the return please"),
        example("Photos go to ⟦brightloom.photos at gmail⟧, not here."),
    ),
    allowed=(
        example("Your Amazon alias ends in @marketplace.amazon.com.", note="Amazon's own relay domain, no address."),
        example("We cannot see your e-mail address; please answer in this thread.", note="No address is given."),
        example("You need 2 pcs @ 5 V.", note="A sign in a specification."),
        example("The anonymous address abc123@marketplace.amazon.co.uk is yours alone.", note="An Amazon alias."),
    ),
)
