"""The buyer opted out: sources T5, A5, A3; how the notices read: T28, T61, T62."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="opted-out",
    order=1,
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
    citations=(
        Citation("T5", "the buyer opted out"),
        Citation("A5", "opt-out"),
        Citation("A3", "critical reasons"),
        Citation("T61", "the red text"),
        Citation("T28", "the mail that comes back"),
        Citation("T62", "the mail in Japanese"),
    ),
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
        (
            "en",
            (
                "We were unable to deliver the message you sent for order 112-1234567-1234567 because the buyer has opted out "
                "of receiving unsolicited messages from sellers. If your message is critical to completing the order, choose "
                "Additional Information Required."
            ),
        ),
        (
            "de",
            (
                "Wir konnten die Nachricht, die Sie zu Bestellung 302-1234567-1234567 gesendet haben, nicht zustellen, weil "
                "der Käufer die Annahme unerwünschter Nachrichten von Verkäufern deaktiviert hat."
            ),
        ),
        ("fr", "Votre message n'a pas pu être remis : l'acheteur a désactivé la réception des messages spontanés."),
        ("es", "El comprador ha desactivado la recepción de mensajes no solicitados por parte de los vendedores."),
        (
            "it",
            "Impossibile consegnare il messaggio: l'acquirente ha disattivato la ricezione di messaggi indesiderati.",
        ),
        (
            "ja",
            (
                "購入者が出品者からの未承諾広告メールを受信しないように設定しているため、注文 250-1234567-1234567 に関する"
                "メッセージを送信できませんでした。"
            ),
        ),
    ),
)
