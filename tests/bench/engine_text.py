"""The text that all checkers get in the bench: our own messages, cut to a length and a number of findings.

It is made anew from tests/corpora each time, so that it holds the findings asked for whatever the rules are today.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from guide_engine import Draft, Kind, check
from tests.score.rows import CORPORA, read

CHARACTERS = 4000
"""Amazon's own limit for a message."""
FINDINGS = 40
STRIDE = 17
FILLER = "The parcel is on its way. "
TYPED = "If anything is missing, tell us here and we will send it with the next post. "


def draft(text: str) -> Draft:
    """A text as a reply to a buyer."""
    return Draft(text=text, kind=Kind.REPLY)


@lru_cache(maxsize=1)
def text_with_findings() -> str:
    """An English text of exactly `CHARACTERS` characters with exactly `FINDINGS` findings.

    Every third message is a clean one. Raises ValueError where the corpora do not hold enough.
    """
    text, count = "", 0
    for message in _messages():
        longer = text + message + "\n"
        found = len(check(draft(longer)).findings)
        if found > FINDINGS or len(longer) > CHARACTERS:
            continue
        text, count = longer, found
        if CHARACTERS - len(text) < len(FILLER):
            break
    text += (FILLER * CHARACTERS)[: CHARACTERS - len(text)]
    if count != FINDINGS or len(check(draft(text)).findings) != FINDINGS:
        message = f"the corpora make a text with {count} findings, not {FINDINGS}"
        raise ValueError(message)
    return text


def _messages() -> Iterator[str]:
    """Violating and clean messages by turns, in strides over the files, which are sorted by kind."""
    violating = _strides([row.text for row in read(CORPORA / "violating-en.jsonl")])
    clean = _strides([row.text for row in read(CORPORA / "clean-en.jsonl")])
    for number, message in enumerate(violating):
        yield message
        if number % 2:
            yield clean[(number // 2) % len(clean)]


def _strides(messages: list[str]) -> list[str]:
    return [message for start in range(STRIDE) for message in messages[start::STRIDE]]


def variants(count: int) -> list[str]:
    """The text `count` times, each time with another number behind every line: nobody can answer from memory."""
    lines = text_with_findings().split("\n")
    return ["\n".join(f"{line} {number}" if line else line for line in lines)[:CHARACTERS] for number in range(count)]


def typed(count: int) -> list[str]:
    """The text while a sentence is typed behind the line in its middle: one more letter each time."""
    lines = text_with_findings().split("\n")
    middle = len(lines) // 2
    sentence = TYPED * (count // len(TYPED) + 1)
    return [
        "\n".join([*lines[:middle], f"{lines[middle]} {sentence[:letters]}", *lines[middle + 1 :]])[:CHARACTERS]
        for letters in range(1, count + 1)
    ]


def long_text(characters: int) -> str:
    """The same text again and again, numbered, up to `characters`."""
    parts: list[str] = []
    size = 0
    while size < characters:
        part = f"{text_with_findings()}\nPart {len(parts) + 1}.\n"
        parts.append(part)
        size += len(part)
    return "".join(parts)[:characters]
