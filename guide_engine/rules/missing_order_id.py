"""ORD05: a first message without the order number. Source A3 asks for it; the message types of A20 add it."""

from collections.abc import Iterator, Mapping

from guide_engine.detectors.order_ids import OrderId, is_order_id, order_ids, subject_order_ids
from guide_engine.draft import Kind
from guide_engine.findings import Edit, Fix, Hit, Severity, Span, Status, Where
from guide_engine.language import language_of
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

_ORDER: Mapping[str, str] = {
    "en": "Order: ",
    "de": "Bestellung: ",
    "fr": "Commande : ",
    "es": "Pedido: ",
    "it": "Ordine: ",
    "nl": "Bestelling: ",
    "pl": "Zamówienie: ",
    "sv": "Beställning: ",
    "pt": "Pedido: ",
    "tr": "Sipariş: ",
    "ja": "ご注文番号：",
    "zh": "订单号：",
}
"""What stands before the number in the line that the fix adds, in the language of the message."""


def check(reading: Reading) -> Iterator[Hit]:
    """Whether the text or the subject names the order, and the right one."""
    given = (reading.draft.order_id or "").strip().upper()
    found = reading.once(order_ids)
    numbers = [one for one in found if one.whole]
    if any(one.whole for one in reading.once(subject_order_ids)) and not numbers:
        return
    if not numbers:
        yield _mistyped(found[0], given) if found else Hit(None, Where.CONTEXT, fixes=_addition(reading, given))
    elif is_order_id(given) and all(one.number != given for one in numbers):
        for one in numbers:
            note = f"You named the order {given}, but the text says {one.number}. Is this the right buyer?"
            yield Hit(one.span, message=note, fixes=_replacement(one.span, given))


def _mistyped(one: OrderId, given: str) -> Hit:
    note = f"“{one.number}” is not a whole order number. It has 17 digits: 3, 7 and 7, as in 112-1234567-1234567."
    return Hit(one.span, message=note, fixes=_replacement(one.span, given) if is_order_id(given) else ())


def _replacement(span: Span, given: str) -> tuple[Fix, ...]:
    return (Fix(f"Write {given}", (Edit(span, given),)),)


def _addition(reading: Reading, given: str) -> tuple[Fix, ...]:
    """A last line with the order number, where the draft comes with one."""
    if not is_order_id(given):
        return ()
    text = reading.draft.text
    end = len(text.rstrip())
    label = _ORDER[language_of(reading.text) or "en"]
    newline = "\r\n" if "\r\n" in text else "\n"
    return (Fix("Add the order number", (Edit(Span(end, end), f"{newline * 2}{label}{given}"),)),)


RULE = Rule(
    name="missing-order-id",
    code="ORD05",
    title="Order number missing",
    severity=Severity.INFO,
    status=Status.DOCUMENTED,
    summary="The message does not name the order. Put the 17-digit order number in.",
    why=(
        "An Amazon moderator asks for the order number in every message that you start. It has 17 digits, written "
        "as 3-7-7. A buyer with several orders knows at once which one you mean."
    ),
    fix="Add the order number, for example as the last line. Copy it from the order page.",
    exceptions=(
        "The Contact Buyer page and Amazon's own templates are bound to the order and add it for you, so this is only a "
        "note. Answers need no number. A letter in front, as digital orders have it, is fine."
    ),
    also="A note only. It also points out a number that is cut short, or one that belongs to another order.",
    citations=(
        Citation("A3", "what every message must hold"),
        Citation("A20", "messages are bound to one order"),
        Citation("T6", "checklist"),
    ),
    check=check,
    flagged=(
        example("Which name shall we engrave on the board?", kind="proactive"),
        example("Your order ⟦112-1234567-123456⟧ is delayed until 8 October.", kind="proactive"),
        example(
            "Your order ⟦112-7654321-1234567⟧ is delayed until 8 October.",
            kind="proactive",
            order_id="112-1234567-1234567",
        ),
        example("Welchen Namen sollen wir gravieren?", kind="proactive", order_id="303-1234567-1234567"),
    ),
    allowed=(
        example("Your order 112-1234567-1234567 is delayed until 8 October.", kind="proactive", note="Named."),
        example(
            "Which name shall we engrave?",
            kind="proactive",
            subject="Order 112-1234567-1234567",
            note="In the subject.",
        ),
        example(
            "Your key for order D01-1234567-1234567 is attached.",
            kind="proactive",
            note="Digital orders begin with a letter.",
        ),
        example("Yes, the lid fits.", kind="reply", note="An answer stands in the buyer's own thread."),
    ),
    applies_to=(Kind.PROACTIVE,),
)
