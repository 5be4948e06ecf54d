"""PAY01: paying or refunding outside Amazon. Sources A11 (refunds for reviews) and A16 (no other way of paying)."""

from collections.abc import Iterator

from guide_engine.detectors.channels import payment_links
from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.phrases import Mark, Scope, find, pattern
from guide_engine.findings import Hit, Severity, Status
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation

PAID_OUTSIDE = pattern(
    "pay-service",
    "pay-verb",
    scope=Scope.SENTENCE,
    mark=Mark.LEAD,
    unless="buyer-asked|about-it",
    unless_clause="dont-leave",
)

DEMANDED = pattern("pay-demand", mark=Mark.LEAD, unless="buyer-asked|about-it|inside")


def check(reading: Reading) -> Iterator[Hit]:
    """Money by another service, in words or by the address of one."""
    spans = find(reading.prose, (PAID_OUTSIDE, DEMANDED))
    for span in (*spans, *reading.once(payment_links)):
        yield Hit(span, fixes=remove_sentence(reading, span))


RULE = Rule(
    name="off-amazon-payment",
    code="PAY01",
    title="Payment or refund outside Amazon",
    severity=Severity.ERROR,
    status=Status.DOCUMENTED,
    summary="This speaks of money outside Amazon. Payments and refunds go through Amazon only.",
    why=(
        "Amazon bars taking payment by another route. Its review policy names refunds by other ways, such as PayPal, as "
        "a violation with heavy penalties. A refund outside Amazon also leaves you without proof in a claim."
    ),
    fix="Refund the order in Seller Central and say so: *We refunded 24.99 to your original payment method*.",
    exceptions="Saying that the refund goes back to the card, or to the Amazon balance, is fine.",
    citations=(
        Citation("A11", "refunds outside Amazon"),
        Citation("A16", "sales and payments outside Amazon"),
    ),
    check=check,
    flagged=(
        example("⟦Send me your PayPal address⟧ and I'll refund you there."),
        example("⟦We can refund you by bank transfer⟧ today if you prefer."),
        example("⟦Please pay the duty with Venmo⟧ and we ship."),
        example("⟦Just PayPal me⟧ the postage."),
        example("It is easy: ⟦paypal.me/brightloom⟧"),
    ),
    allowed=(
        example("The refund goes back to your card within five days.", note="Through Amazon."),
        example(
            "Payment reference 3141 5926 5358 is only for your bank; there is nothing for you to do.",
            note="No payment.",
        ),
        example("PayPal is fine for Amazon in some countries, not in yours.", note="Amazon's own ways of paying."),
        example("We never refund by PayPal; Amazon returns the money.", note="It says no."),
    ),
)
