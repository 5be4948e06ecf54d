"""The buyer opted out: sources T5, A5, A3."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="opted-out",
    title="The buyer opted out",
    concept="notice-opted-out",
    fault="You did nothing wrong.",
    means="This buyer does not want messages that sellers start. Answers to the buyer's own messages still arrive.",
    today=(
        "Was it an answer? Open the buyer's own message and answer there.",
        "Does the order depend on it? Write from the **Contact Buyer** page and choose the reason that fits: a question about a custom design, an appointment for delivery, a problem with the address or with the order.",
        "Is it neither? Let it go. Do not try again under another reason.",
    ),
    lasts=(
        Position("Until the buyer changes the setting. You cannot change it and cannot see it beforehand.", ("A5",)),
    ),
    citations=(Citation("T5", "the buyer opted out"), Citation("A5", "opt-out"), Citation("A3", "critical reasons")),
    shown=(
        ("en", "The buyer opted out from receiving this message."),
        (
            "en",
            "Your message could not be delivered because the buyer has chosen to opt out of unsolicited messages from sellers.",
        ),
        (
            "de",
            "Der Käufer hat den Empfang unaufgeforderter Nachrichten von Verkäufern abgelehnt. Ihre Nachricht wurde nicht zugestellt.",
        ),
        ("fr", "Cet acheteur a choisi de ne pas recevoir de messages non sollicités des vendeurs."),
        ("es", "El comprador ha optado por no recibir mensajes no solicitados de los vendedores."),
        ("it", "L'acquirente ha scelto di non ricevere messaggi non richiesti dai venditori."),
        ("ja", "この購入者は、出品者からのメッセージの受信を停止しています。"),
    ),
)
