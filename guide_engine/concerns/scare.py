"""A message that frightens or hurries. Sources A35, T60."""

from guide_engine.concern import Concern, Level
from guide_engine.detectors.phrases import pattern
from guide_engine.sources import Citation

CONCERN = Concern(
    name="scare",
    title="It wants to frighten or hurry you",
    level=Level.DANGER,
    heard=(pattern("scare", negatable=True),),
    instead_of=("threat",),
    means="A seller cannot close your account and cannot have you punished. Fear and hurry are there so that you do not stop to think.",
    do=(
        "Take your time. Nothing happens today because of this message.",
        "Worried about your account? Open Amazon yourself and look there. Do not use a link or a number from the message.",
    ),
    citations=(Citation("A35", "pressure to act at once"), Citation("T60", "false urgency")),
    raised_by=(
        "Your account will be suspended within 24 hours unless you confirm your details.",
        "Act immediately or your order is lost.",
        "Ihr Konto wird gesperrt, wenn Sie nicht innerhalb von 24 Stunden antworten.",
        "Votre compte sera bloqué si vous ne répondez pas.",
        "Su cuenta será suspendida si no responde hoy.",
        "Il suo account sarà bloccato se non risponde oggi.",
        "24時間以内にご返信がない場合、アカウントが停止されます。",
    ),
)
