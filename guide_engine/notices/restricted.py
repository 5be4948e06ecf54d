"""The account may not write first for a while: sources T5, T9, T19 (which disagree on how long)."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="restricted",
    order=3,
    title="Your account may not write first",
    concept="notice-restricted",
    fault="Earlier messages broke the rules, in Amazon's view.",
    means="You cannot start messages for a while. You can still answer buyers, and *Request a Review* still works.",
    today=(
        "Look in the mailbox of your account for Amazon's mail about it. It says what broke a rule, and for how long.",
        "Stop every tool that sends messages for you.",
        "Answer your buyers as always.",
        "Check your message templates one by one in the [checker](tools/check/), and mend them before you write first again.",
    ),
    lasts=(
        Position("At least 120 hours.", ("T19",)),
        Position("5 to 30 days.", ("T9",)),
        Position("Often 30 days. Without end, if the mail names no time.", ("T5",)),
    ),
    citations=(Citation("T5", "restricted accounts"), Citation("T9", "length"), Citation("T19", "length")),
    shown=(
        ("en", "Due to violations, your account was restricted from sending proactive messages."),
        ("de", "Ihr Konto wurde für das Senden proaktiver Nachrichten eingeschränkt."),
        ("fr", "Votre compte a été restreint : vous ne pouvez plus envoyer de messages proactifs."),
        ("es", "Su cuenta ha sido restringida y no puede enviar mensajes proactivos."),
        ("it", "Il tuo account è stato limitato e non può inviare messaggi proattivi."),
        (
            "en",
            (
                "This message was not delivered because your account was temporarily restricted from sending proactive messages. "
                "For more information please check the email inbox associated with your account for a detailed error notification."
            ),
        ),
        ("ja", "お客様のアカウントは、購入者への事前メッセージの送信が制限されています。"),
    ),
)
