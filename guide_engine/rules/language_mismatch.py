"""ORD06: a first message in another language than the buyer's. Sources A3 and A20 ask for the buyer's own."""

import re
from collections.abc import Iterator, Mapping

from guide_engine.draft import Kind
from guide_engine.findings import Hit, Severity, Status, Where
from guide_engine.language import NAMES, language_of
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation
from guide_engine.text import normalize

_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_PARAGRAPH = re.compile(r"(?:\r\n|\r|\n)\s*")

_KIN: Mapping[str, frozenset[str]] = {
    "sv": frozenset({"da", "nb", "nn", "no"}),
    "es": frozenset({"ca", "gl"}),
    "pt": frozenset({"gl"}),
    "nl": frozenset({"af"}),
    "de": frozenset({"lb"}),
    "pl": frozenset({"cs", "sk"}),
    "tr": frozenset({"az"}),
}
"""Languages that we cannot tell from the one that we would name."""


def check(reading: Reading) -> Iterator[Hit]:
    """The language of the text against the buyer's; nothing where either is not clear."""
    locale = _CODE.fullmatch(reading.draft.locale or "")
    written = language_of(reading.text) if locale else None
    if locale is None or written is None:
        return
    wanted = locale.group(1).lower()
    if wanted == written or wanted in _KIN.get(written, ()) or _has_part_in(reading, wanted):
        return
    buyers = NAMES.get(wanted, f"“{reading.draft.locale}”")
    message = (
        f"The buyer's language is {buyers}, but this text is in {NAMES[written]}. Write it in the buyer's language."
    )
    yield Hit(None, Where.CONTEXT, message)


def _has_part_in(reading: Reading, language: str) -> bool:
    """Whether some paragraph of the text is in `language`: then the message says it in both."""
    return any(language_of(normalize(part)) == language for part in _PARAGRAPH.split(reading.draft.text))


RULE = Rule(
    name="language-mismatch",
    code="ORD06",
    title="Not the buyer's language",
    severity=Severity.WARNING,
    status=Status.DOCUMENTED,
    summary="A message that you start has to be in the buyer's language.",
    why=(
        "An Amazon moderator asks for the buyer's language of preference, and so does every message type of the "
        "interface for programs. A buyer who cannot read the message cannot act on it either."
    ),
    fix="Write the message in the buyer's language, or put a translation above your text.",
    exceptions=(
        "Answer in whatever language the buyer wrote in. A message that says the same in both languages is fine. Short "
        "texts and languages other than our twelve are not judged."
    ),
    citations=(
        Citation("A3", "buyer's language of preference"),
        Citation("A20", "text in the buyer's language"),
        Citation("T6", "checklist"),
    ),
    check=check,
    flagged=(
        example(
            "We need your help with order 303-1234567-1234567: which name should we engrave on the board?",
            kind="proactive",
            locale="de_DE",
        ),
        example(
            "Ihre Bestellung 402-1234567-1234567 verspätet sich leider. Sie kommt am 4. Mai bei Ihnen an.",
            kind="proactive",
            locale="fr-FR",
        ),
        example(
            "Votre commande 405-1234567-1234567 est retardée à cause de la tempête. Elle arrivera le 4 mai.",
            kind="proactive",
            locale="it_IT",
        ),
        example("ご注文の刻印についてお伺いします。お名前の綴りをお知らせください。", kind="proactive", locale="en_US"),
    ),
    allowed=(
        example(
            "Welchen Namen sollen wir in das Brett gravieren? Bitte antworten Sie auf diese Nachricht.",
            kind="proactive",
            locale="de_AT",
            note="The buyer's language.",
        ),
        example(
            "Welchen Namen sollen wir in das Brett gravieren? Bitte antworten Sie auf diese Nachricht.\n\nWhich name "
            "should we engrave on the board? Please answer this message.",
            kind="proactive",
            locale="en_GB",
            note="Both languages, so the buyer can read it.",
        ),
        example(
            "Yes, the lid fits, and you can wash it in the dishwasher.",
            kind="reply",
            locale="de_DE",
            note="An answer, in the language in which the buyer asked.",
        ),
        example(
            "Vilket namn ska vi gravera på brädan? Svara gärna på det här meddelandet.",
            kind="proactive",
            locale="nb_NO",
            note="We cannot tell Swedish from Norwegian for sure.",
        ),
        example("OK: 112-1234567-1234567, 40 x 60 cm", kind="proactive", locale="es_ES", note="Too short to tell."),
    ),
    applies_to=(Kind.PROACTIVE,),
)
