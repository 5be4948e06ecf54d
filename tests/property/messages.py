"""What the properties are tried on: real sentences, disguises, odd characters, and all of them mixed."""

from __future__ import annotations

from hypothesis import strategies as st

from guide_engine import Severity, check
from guide_engine.draft import Draft
from guide_engine.registry import rules
from tests.score.rows import rows

CLEAN_SENTENCES = (
    "The strap is 22 mm wide and fits your watch.",
    "Hold the button for 5 seconds until the light turns green.",
    "We refunded the full amount this morning.",
    "The new lid left our workshop today.",
    "Which of the two colours did you order?",
    "Part 14 in the drawing goes on top.",
)
"""Whole sentences that no rule says anything about, whatever stands beside them."""

PIECES = (
    *(
        "🎉",
        "👩‍👩‍👧",
        "★★★★★",
        "1️⃣",
        "\u200b",
        "\u00ad",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufe0f",
        "\u20e3",
        "e\u0301\u0302",
    ),
    *("\r\n", "\r", "\n\n\n\n", "\t", "\u2028", "\u0085", "\x0b", "\u00a0", "\u3000", "\x1b[31m", "\x7f"),
    *(
        "http://",
        "www.",
        "@",
        "://",
        "[dot]",
        "(at)",
        "&#64;",
        "&amp;",
        "&#x110000;",
        "&#0;",
        "<b>",
        "</",
        "<!--",
        "{name}",
    ),
    *("5 0 %", "g-m-a-i-l", "w w w .", "five five five", "+1 (415) 555 0132", "wa.me/1", "x@y.zz", "ß", "ﬁ", "İ", "ǆ"),
    *(
        "> ",
        "On Monday, Ann wrote:",
        "[Important]",
        "ＡＢ１",
        "𝐇𝐢",
        "Ⅳ",
        "½",
        "㈱",
        "ｶﾞ",
        "가",
        "\U000e0041",
        "\uffff",
        "\U0010ffff",
    ),
)

ANY_CHARACTER = st.characters(exclude_categories=["Cs"], exclude_characters="\0")

ROW_TEXTS = tuple(row.text for row in rows(["dev"]))
EXAMPLE_TEXTS = tuple(shown.text for rule in rules() for shown in rule.flagged + rule.allowed)


TYPED_AS_THEY_ARE = {"unfilled-placeholder", "html-markup"}
"""Rules about what programs write: nobody disguises a forgotten ``{name}``."""


def _plain_violations() -> tuple[str, ...]:
    """Flagged examples that need no context, are all in letters, and lead to an error."""
    found = []
    for rule in rules():
        for shown in rule.flagged if rule.name not in TYPED_AS_THEY_ARE else ():
            if (
                not shown.context
                and not {"<", "&"} & set(shown.text)
                and shown.text.isascii()
                and "\n" not in shown.text
                and shown.spans
            ):
                report = check(Draft(text=shown.text))
                if report.count(Severity.ERROR) and not report.count(Severity.INFO):
                    found.append(shown.text)
    return tuple(found)


VIOLATIONS = _plain_violations()

texts = st.one_of(
    st.text(ANY_CHARACTER, min_size=1, max_size=200),
    st.lists(
        st.one_of(
            st.sampled_from(PIECES),
            st.sampled_from(ROW_TEXTS),
            st.sampled_from(EXAMPLE_TEXTS),
            st.sampled_from(CLEAN_SENTENCES),
            st.text(ANY_CHARACTER, max_size=12),
        ),
        min_size=1,
        max_size=8,
    ).map("".join),
    st.tuples(st.sampled_from([*PIECES, *" .-1a@:/"]), st.integers(2, 60)).map(lambda pair: pair[0] * pair[1]),
).filter(lambda text: bool(text.strip("\ufeff \t\r\n\v\f\u00a0\u200b\u2028\u2029\u3000")))
"""Any text that is a message at all."""

messages = st.lists(st.sampled_from([*CLEAN_SENTENCES, *VIOLATIONS]), min_size=1, max_size=6)
"""Whole sentences, clean ones and violations, in any order."""

contexts = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["reply", "proactive"]),
        "subject": st.one_of(
            st.text(ANY_CHARACTER, max_size=30), st.sampled_from(["[Important] News 🎉", "Your order"])
        ),
        "opted_out": st.sampled_from(["yes", "no", "unknown"]),
        "reason": st.sampled_from(["customization", "review-request", "safety", "other"]),
        "completed_on": st.sampled_from(["2026-11-20", "2026-01-01", "2027-01-01"]),
        "order_id": st.sampled_from(["112-1234567-1234567", "12"]),
        "locale": st.sampled_from(["en_US", "de", "xx-YY"]),
        "attachments": st.sampled_from([[], [{"name": "a.exe", "bytes": 5}], [{"name": "a.pdf", "bytes": 11_000_000}]]),
        "previous": st.sampled_from([[], ["The strap is 22 mm wide and fits your watch."]]),
        "review_requested_before": st.booleans(),
    },
)
"""Everything else that a draft may say."""
