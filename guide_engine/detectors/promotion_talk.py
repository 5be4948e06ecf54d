"""Talk that sells: the patterns over concepts that the promotion rules are made of, in every language at once."""

from __future__ import annotations

from guide_engine.detectors.phrases import Mark, Pattern, pattern

DISCOUNTS: tuple[Pattern, ...] = (
    pattern("discount", unless="settled|remedy", mark=Mark.SENTENCE),
    pattern("discount", "code-word|next-order", unless="settled", mark=Mark.SENTENCE),
    pattern("discount-word", "next-order", unless="settled", mark=Mark.SENTENCE),
    pattern("code-word", "next-order", unless="settled", mark=Mark.SENTENCE),
    pattern("discount-word", "offering", unless="settled|remedy", within=12, mark=Mark.SENTENCE),
    pattern("discount-word", "promote", unless="settled|remedy", within=12, mark=Mark.SENTENCE),
    pattern("discount-word", "own-shop", unless="settled", mark=Mark.SENTENCE),
    pattern("discount-word", "other-products", unless="settled", within=12, mark=Mark.SENTENCE),
)
"""An offer to pay less, now or next time."""

PROMOTIONS: tuple[Pattern, ...] = (
    pattern("other-products", "promote", unless="settled", within=16, mark=Mark.SENTENCE),
    pattern("next-order", "promote|ask-order", unless="settled|trouble", mark=Mark.SENTENCE),
    pattern("shop-now", unless="settled", mark=Mark.SENTENCE),
    pattern(
        "price-tag",
        "promote|other-products|we-sell|by-the-way",
        unless="settled|remedy|trouble|money-matter|buyer-asked",
        within=18,
        mark=Mark.SENTENCE,
    ),
    pattern(
        "urgency",
        "promote|other-products|we-sell|price-tag",
        unless="settled|trouble|remedy",
        within=18,
        mark=Mark.SENTENCE,
    ),
)
"""Praise of other products, or of buying again."""

UNPROMPTED: tuple[Pattern, ...] = (
    pattern(
        "promote",
        "own",
        within=8,
        unless="order-file|review|qr",
        mark=Mark.SENTENCE,
    ),
)
"""What praises something of the seller's in a message that nobody asked for."""
