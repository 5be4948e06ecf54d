"""Talk about the order: the patterns over concepts that the rules on purpose and tone are made of.

Each constant is one meaning, in every language that has a lexicon. Spans are raw code points.
"""

from __future__ import annotations

from dataclasses import replace

from guide_engine.clauses import Clause, Prose, Sentence
from guide_engine.detectors.mend import remove_sentence
from guide_engine.detectors.order_ids import order_ids
from guide_engine.detectors.phrases import Mark, Pattern, Scope, find, pattern
from guide_engine.detectors.purpose import sells, text_tag
from guide_engine.draft import CRITICAL
from guide_engine.findings import Applicability, Fix, Span
from guide_engine.reading import Reading
from guide_engine.tokens import count_words

SHIPPED: tuple[Pattern, ...] = (
    pattern("shipped", mark=Mark.SENTENCE, unless="not-yet-shipped", unless_clause="if-word"),
    pattern(
        "sent-state", "order-thing", mark=Mark.SENTENCE, unless="not-yet-shipped", unless_clause="if-word", within=16
    ),
)
"""A notice that Amazon sends by itself: order received, sent, delivered."""

PLEASE_CANCEL: tuple[Pattern, ...] = (
    pattern("cancel-ask", "cannot-supply", scope=Scope.NEARBY, mark=Mark.KEY, unless="buyer-wish"),
    pattern("cancel-ask", "order-trouble", mark=Mark.KEY, unless="buyer-wish"),
    pattern("cancel-ask", "our-record", scope=Scope.NEARBY, mark=Mark.KEY, unless="buyer-wish"),
)
"""Asking the buyer to cancel for the seller's sake: who cannot deliver, or does not want it on the record."""

PLEASE_CANCEL_UNASKED: tuple[Pattern, ...] = (*PLEASE_CANCEL, pattern("cancel-ask", unless="buyer-wish"))
"""Asking the buyer to cancel in a message that the seller starts: then the wish is never the buyer's."""

PRESSURE: tuple[Pattern, ...] = (
    # "… if you do not change it" stands in the same clause: a "not" there says nothing about the threat.
    pattern("threat", negatable=True),
    pattern("insult", negatable=True),
    pattern("guilt", negatable=True),
    pattern("demand"),
    pattern("must", "call-off", within=14),
)
"""Threats, insults, pleas for pity, and orders to take a claim or a review back."""

TALK = frozenset({"thanks", "help-offer", "check-in"})
"""What a message may not consist of alone."""

_EMPTY_TALK = TALK | {"pleasantry"}
_NAME_LENGTH = 5
_REASONS = frozenset({"appointment", "cancel-ask", "custom-question", "safety", "warranty"})
"""Concepts that give a first message a purpose of its own."""
_TROUBLES = frozenset({"address-trouble", "cannot-supply", "delay", "order-trouble"})
"""Concepts that do so where the trouble is there, and not only thought of ("if it is late, tell us")."""


def has_purpose(reading: Reading) -> bool:
    """Whether the message has a purpose that allows it, whatever else it says."""
    draft = reading.draft
    if draft.reason in CRITICAL or draft.attachments:
        return True
    clauses = [clause.concepts for sentence in reading.prose.sentences for clause in sentence.clauses]
    return any(_REASONS & said or (_TROUBLES & said and "if-word" not in said) for said in clauses)


def empty_talk(reading: Reading) -> Span | None:
    """Where a message thanks, greets and offers help, and says nothing else; None where it says something."""
    prose = reading.prose
    talk = [s for s in prose.sentences if TALK & s.concepts]
    if not talk or has_purpose(reading) or reading.once(sells) or find(prose, SHIPPED):
        return None
    if not all(_says_nothing(reading, prose, sentence) for sentence in prose.sentences):
        return None
    return after_tag(reading, talk[0].span.hull(talk[-1].span))


def after_tag(reading: Reading, span: Span) -> Span:
    """`span` without the typed tag that opens the text: it is judged on its own."""
    tag = reading.once(text_tag)
    return (
        Span(tag.removal.end, span.end) if tag and tag.span.start == span.start < tag.removal.end < span.end else span
    )


def _says_nothing(reading: Reading, prose: Prose, sentence: Sentence) -> bool:
    """Whether every part of a sentence is empty talk, a name, or the order number."""
    numbers = [one.span for one in reading.once(order_ids)]
    tokens = prose.tokens[sentence.first : sentence.last]
    for token in tokens:
        if token.kind in ("num", "money", "pct", "stars"):
            place = prose.text.span(token.start, token.end)
            if not any(number.overlaps(place) for number in numbers):
                return False
    return all(_EMPTY_TALK & clause.concepts or _is_name(prose, sentence, clause) for clause in sentence.clauses)


def _is_name(prose: Prose, sentence: Sentence, clause: Clause) -> bool:
    """A word or two, or the short line that signs the message: "Anna", "Jo from Acme Home"."""
    words = count_words(t for t in prose.tokens[clause.first : clause.last] if t.kind in ("", "num"))
    signs = len(sentence.clauses) == 1 and sentence.index >= len(prose.sentences) - 2
    ends = prose.tokens[sentence.last - 1].kind == "end"
    return words <= (_NAME_LENGTH if signs and not ends else 2)


def suggested_removal(reading: Reading, span: Span) -> tuple[Fix, ...]:
    """The removal of a sentence that some sources allow: a person has to choose it."""
    return tuple(replace(fix, applicability=Applicability.SUGGESTED) for fix in remove_sentence(reading, span))
