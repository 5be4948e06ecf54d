"""CON03: leading the buyer to a messenger. Follows from A16 (no diverting) and A15 (messaging is the only channel)."""

from guide_engine.detectors.channels import channel_check, messengers
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

SUMMARY = "This leads the buyer to a messenger. Amazon's message center is the only channel for buyers."

RULE = Rule(
    name="messenger-contact",
    code="CON03",
    title="Contact by messenger",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary=SUMMARY,
    why=(
        "Amazon's code of conduct says that sellers contact buyers through Buyer-Seller Messaging alone. It also bars "
        "leading buyers to another channel. A chat elsewhere leaves no record that could help you in a dispute."
    ),
    fix="Take the sentence out and ask the buyer to answer this message.",
    exceptions=(
        "A product that shows or supports a messenger may be described: *the watch shows WhatsApp messages*. Words such "
        "as *signal*, *line* or *teams* count only where the sentence asks the buyer to write there."
    ),
    citations=(
        Citation("A15", "contacting buyers"),
        Citation("A16", "diverting buyers from Amazon"),
        Citation("A3", "the approved channel"),
        Citation("T25", "content restrictions"),
    ),
    check=channel_check(messengers, SUMMARY),
    flagged=(
        example("⟦Message us on WhatsApp⟧ +1 415 555 0132 and we fix it in minutes."),
        example("⟦wh4ts4pp me⟧, same nr as on the invoice"),
        example("⟦You can also write to us via W h a t s A p p⟧. Your lamp ships today."),
        example("Open ⟦wa.me/14155550132⟧ on your phone."),
        example("⟦Add me on Signal⟧ and I will send the drawing."),
    ),
    allowed=(
        example("The watch shows WhatsApp and Facebook notifications.", note="What the product does."),
        example("The signal line at the back is the yellow one.", note="A cable, not a messenger."),
        example("We do not use WhatsApp; please answer here.", note="It says no."),
        example("Please read our teams' notes in the manual.", note="Not the program of that name."),
    ),
)
