"""The daily limit is reached: sources A3, T52, T53 (which disagree on the limit) and T51."""

from guide_engine.notice import Notice
from guide_engine.sources import Citation, Position

NOTICE = Notice(
    name="limit",
    order=6,
    title="You sent too many today",
    concept="notice-limit",
    fault="Nothing in the text is wrong. There were more messages in one day than your account may send.",
    means="Amazon limits how many messages an account may send in a day. What came after the limit was not sent.",
    today=(
        "Answer your buyers first, in Seller Central.",
        "Stop every tool that sends messages for you until tomorrow.",
        "Send the rest tomorrow, and only what buyers need.",
    ),
    lasts=(
        Position("Until the next day. The limit is five times your daily orders on average, plus 600.", ("A3",)),
        Position("The limit is five times your daily orders over a week, plus 500.", ("T52",)),
        Position("The limit is five times your daily orders over 180 days.", ("T53",)),
    ),
    citations=(
        Citation("A3", "daily maximum"),
        Citation("T51", "what waits for the next day"),
        Citation("T52", "another count"),
        Citation("T53", "another count"),
    ),
    shown=(
        ("en", "Your message was not sent because you have reached your daily limit for messages to buyers."),
        ("de", "Ihre Nachricht wurde nicht gesendet, da Sie das Tageslimit für Nachrichten erreicht haben."),
        ("fr", "Votre message n'a pas été envoyé : vous avez atteint la limite quotidienne de messages."),
        ("es", "El mensaje no se envió porque ha alcanzado el límite diario de mensajes."),
        ("it", "Il messaggio non è stato inviato perché hai raggiunto il limite giornaliero di messaggi."),
        ("ja", "1日の送信上限に達したため、メッセージを送信できませんでした。"),
    ),
)
