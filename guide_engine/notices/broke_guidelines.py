"""The message broke the guidelines: source T5."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="broke-guidelines",
    order=2,
    title="The text broke a rule",
    concept="notice-broke-guidelines",
    fault="Something in the text is against the written rules, or looked like it to a machine.",
    means="This one message was stopped. Your next message goes through if it is clean.",
    today=(
        "Put the text in the [checker](tools/check/) and take out what it marks.",
        "Send the clean text again.",
        "Nothing marked? Leave out links, numbers and praise, and send only what the order needs.",
    ),
    lasts=(Position("Only this message. Later messages without a violation are delivered.", ("T5",)),),
    citations=(
        Citation("T5", "did not meet the guidelines"),
        Citation("T61", "what often sets it off"),
        Citation("A2", "Amazon may block any message"),
    ),
    shown=(
        ("en", "This message was not sent as it did not meet the Buyer-Seller Messaging communication guidelines."),
        ("de", "Diese Nachricht wurde nicht gesendet, da sie nicht den Kommunikationsrichtlinien entspricht."),
        ("fr", "Ce message n'a pas été envoyé car il ne respecte pas les directives de communication."),
        ("es", "Este mensaje no se envió porque no cumple las directrices de comunicación."),
        ("it", "Questo messaggio non è stato inviato perché non rispetta le linee guida sulla comunicazione."),
        ("ja", "このメッセージはコミュニケーションガイドラインに準拠していないため、送信されませんでした。"),
    ),
)
