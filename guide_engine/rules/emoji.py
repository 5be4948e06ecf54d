"""FMT01: emoji in a message. Sources T1 and T2 restate Amazon's styling list of September 2020."""

from collections.abc import Iterator

from guide_engine.detectors.emoji import emoji, emoticons
from guide_engine.findings import Applicability, Edit, Fix, Hit, Severity, Span, Status, Where
from guide_engine.reading import Reading
from guide_engine.rule import Rule, example
from guide_engine.sources import Citation


def check(reading: Reading) -> Iterator[Hit]:
    """Emoji in the text and the subject; text emoticons as a note."""
    for where in (Where.TEXT, Where.SUBJECT):
        text = reading.field(where)
        raw = text.raw
        for span in emoji(text):
            yield Hit(span, where, fixes=(Fix("Remove the emoji", (_removal(raw, span),), Applicability.SAFE),))
        for span in emoticons(text):
            note = "Amazon names emoji, not text smileys like this one. Without it you are on the safe side."
            yield Hit(span, where, note, Severity.INFO)


def _removal(raw: str, span: Span) -> Edit:
    """Take the space before the emoji along, so that no double space or space before a full stop is left."""
    start, end = span.start, span.end
    if start > 0 and raw[start - 1] == " " and (end == len(raw) or raw[end] in " \n\r.,!?"):
        start -= 1
    elif (start == 0 or raw[start - 1] == "\n") and raw[end : end + 1] == " ":
        end += 1
    return Edit(Span(start, end), "")


RULE = Rule(
    name="emoji",
    code="FMT01",
    title="Emoji",
    severity=Severity.WARNING,
    status=Status.RESTATED,
    summary="Amazon's style list does not allow emoji. A message with one may be blocked.",
    why=(
        "Amazon's list of what a permitted message may not contain names emoji. Several sellers' services copied that "
        "list when it came out in September 2020. Messages have been scanned by machine since March 2021."
    ),
    fix="Take the emoji out. Say in words what it stood for.",
    exceptions=(
        "Signs such as ©, ®, ™, ✓, → and № are not emoji. A smiley typed with letters, like `:-)`, is not named by "
        "Amazon, so it is only a note."
    ),
    citations=(
        Citation("T1", "style rule 2"),
        Citation("T2", "styling list"),
        Citation("T13", "emoji and pictographs"),
    ),
    check=check,
    flagged=(
        example("Your parcel is on its way⟦🎉🎉⟧", fixed="Your parcel is on its way"),
        example("Thank you ⟦🙏⟧ The strap is 22 mm.", fixed="Thank you The strap is 22 mm."),
        example("⟦⚠️⟧ Unplug the lamp first.", fixed="Unplug the lamp first."),
        example("Press ⟦1️⃣⟧ and wait.", fixed="Press and wait."),
    ),
    allowed=(
        example("Acme™ Pro®, © 2026, №5, ½ cup.", note="These signs are not emoji."),
        example("✓ Charged → step 2.", note="A tick and an arrow are text signs."),
        example("Happy to help :-)", note="Not named by Amazon: a note only."),
    ),
)
