"""CON07: asking for the buyer's own contact data. Sources A15 (personal data only for fulfilment), A16."""

from guide_engine.detectors.phrases import Mark, pattern, phrases
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="personal-data-request",
    code="CON07",
    title="Request for private contact data",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This asks for the buyer's own e-mail, number or account. Amazon keeps these private on purpose.",
    why=(
        "Amazon gives each buyer an anonymous address and allows personal data only for completing the order. Asking "
        "for the real address or number leads the contact away from Amazon. Buyers are told that this is a sign of a scam."
    ),
    fix=(
        "Take the sentence out. Send papers as attachments in this thread. If a carrier needs a number, ask the buyer to "
        "add it to the address in their Amazon account."
    ),
    exceptions="Asking to check the delivery address, or to add a number to the address book on Amazon, is fine.",
    citations=(
        Citation("A15", "personal data of buyers"),
        Citation("A16", "diverting buyers from Amazon"),
        Citation("A35", "what real messages never ask for"),
    ),
    check=phrases(
        pattern("data-wanted", mark=Mark.LEAD, unless="address-book"),
        pattern("data-ask", "your-data", mark=Mark.LEAD, ordered=True, within=14, unless="address-book|dont-leave"),
        pattern("your-data", "data-ask-after", mark=Mark.LEAD, ordered=True, within=14, unless="address-book"),
        pattern("your-data", "polite-end", mark=Mark.LEAD, ordered=True, within=7, unless="their-data"),
    ),
    flagged=(
        example("⟦Please give us your personal e-mail⟧ so we can send the invoice directly."),
        example("⟦May we have your mobile number⟧ for the engineer?"),
        example("⟦Just tell us your WhatsApp number⟧ and we send the video."),
        example("⟦Which e-mail address do you⟧ use privately? This form shrinks my pictures."),
    ),
    allowed=(
        example("We cannot see your e-mail address; please answer in this thread.", note="It asks for nothing."),
        example(
            "The courier needs your phone number in the Amazon address book, please add it there and not here.",
            note="It stays on Amazon.",
        ),
        example("Please confirm your delivery address so that we can edit the label.", note="Needed for the order."),
        example(
            "Which phone number do you see in the app under Emergency call?", note="A setting, not the buyer's data."
        ),
        example("Tell us your phone model and we find the right case.", note="A model, not a number."),
    ),
)
