"""The sender's address is not approved: sources A26, A5."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="address",
    order=5,
    title="Your address is not approved",
    concept="notice-address",
    fault="Nothing in the text is wrong. Amazon does not know the address that you wrote from.",
    means="Mail to a buyer is only taken from addresses that stand on your list of approved senders.",
    today=(
        "Answer in Seller Central: there this cannot happen.",
        "Or put the address on the list: **Settings**, **Notification Preferences**, then the messaging permissions.",
        "Then send the mail again.",
    ),
    lasts=(Position("Until the address is on the list.", ("A26",)),),
    citations=(Citation("A26", "approved senders"), Citation("A5", "answering by e-mail")),
    shown=(
        (
            "en",
            "Your message could not be delivered because it was sent from an email address that is not on your approved sender list.",
        ),
        ("de", "Ihre E-Mail wurde von einer nicht autorisierten Absenderadresse gesendet."),
        ("fr", "Votre message a été envoyé depuis une adresse e-mail non autorisée."),
        ("es", "Su mensaje se envió desde una dirección de correo electrónico no autorizada."),
        ("it", "Il messaggio è stato inviato da un indirizzo e-mail non autorizzato."),
        ("ja", "承認されていない送信者のEメールアドレスから送信されました。"),
    ),
)
