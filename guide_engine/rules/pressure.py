"""TON01: threats, insults and pressure on the buyer. Sources A15 and A14."""

from guide_engine.detectors.order_talk import PRESSURE
from guide_engine.detectors.phrases import phrases
from guide_engine.findings import Severity, Status
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

RULE = Rule(
    name="pressure",
    code="TON01",
    title="Pressure, threat or insult",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This threatens, insults or presses the buyer. Amazon asks sellers to act fairly at all times.",
    why=(
        "Amazon's code of conduct asks sellers to act fairly and bars misuse of its service. Its page on seller feedback "
        "says that you may not press a buyer. Amazon reads the thread if there is a dispute."
    ),
    fix="Say what you need and what you offer. If the buyer breaks a rule, report it to Amazon, and do not tell the buyer.",
    exceptions=(
        "Firm and polite is fine: “We cannot refund before the item is back.” So are facts about what Amazon or the "
        "carrier does, the buyer's legal rights, and advice on safe use, even with “you must”."
    ),
    citations=(
        Citation("A15", "act fairly"),
        Citation("A14", "no pressure over seller feedback"),
    ),
    check=phrases(*PRESSURE),
    flagged=(
        example("⟦We will report you to the police⟧.", kind="reply"),
        example("I understand you are upset, ⟦but I will lose my job if you don't change it⟧.", kind="reply"),
        example("⟦You must withdraw your claim today⟧. Otherwise no refund.", kind="reply"),
        example("⟦Our lawyer will contact you⟧. ⟦You are a liar⟧.", kind="reply"),
        example("Close the case, ⟦or else⟧.", kind="reply"),
    ),
    allowed=(
        example(
            "We cannot refund before the item is back. Please send it within 30 days.",
            kind="reply",
            note="Firm and polite.",
        ),
        example("You must unplug the lamp before you change the bulb.", kind="reply", note="Advice on safe use."),
        example("You keep all your legal rights, including the right to return.", kind="reply", note="A fact."),
        example(
            "We have reported the missing parcel to the carrier and to Amazon.",
            kind="reply",
            note="Not about the buyer.",
        ),
        example(
            "Could you please close the return request? The replacement is on its way.",
            kind="reply",
            note="A request, without pressure.",
        ),
        example(
            "The bulb is dead, the battery ran out and the game has a killing mode.", kind="reply", note="Products."
        ),
    ),
)
