"""Sentences that show what each lexicon entry is for: `python -m tests.mutation.phrases de` lists the entries without one.

tests/corpora/phrases/<lang>.txt holds sentences as sellers write them, one a line, each followed by the concepts that it
shows and the words that carry them:

    Bitte hinterlassen Sie eine Bewertung. | ask: hinterlassen Sie | review: Bewertung

A line that begins with # says something to the reader of the file. With `--mark`, sentences that name no concept yet get
those of entries that no other line shows; read what it wrote: a concept that the sentence does not carry is a fault of
the lexicon. The tests (test_phrases.py) hold every line to what it says, and every entry to being shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from guide_engine.lexicons import languages, load
from guide_engine.text import normalize
from guide_engine.tokens import tokenize
from guide_engine.vocabulary import Vocabulary
from tests.mutation.muted import Entry, MutedVocabulary

FOLDER = Path(__file__).parents[1] / "corpora" / "phrases"
Claim = tuple[str, str]
"""A concept and the words of the sentence that carry it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the concepts it shows, from one line of a file."""

    text: str
    claims: tuple[Claim, ...] = ()

    def __str__(self) -> str:
        return " | ".join((self.text, *(f"{concept}: {words}" for concept, words in self.claims)))


def sentences(language: str) -> list[Sentence]:
    """The sentences of one language. Raises ValueError for a claim without a colon."""
    return [_parsed(line) for line in _lines(language) if line.strip() and not line.startswith("#")]


def _lines(language: str) -> list[str]:
    file = FOLDER / f"{language}.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _parsed(line: str) -> Sentence:
    text, *claims = (part.strip() for part in line.split(" | "))
    found = []
    for claim in claims:
        concept, colon, words = claim.partition(": ")
        if not colon:
            message = f"{claim!r} in {line!r} is no concept with its words"
            raise ValueError(message)
        found.append((concept, words))
    return Sentence(text, tuple(found))


def carried(vocabulary: Vocabulary, text: str) -> set[Claim]:
    """Every concept that a vocabulary finds in a text, with the words that carry it as they are typed."""
    normalized = normalize(text)
    tokens = tokenize(normalized)
    return {
        (match.concept, normalized.raw_of(tokens[match.start].start, tokens[match.end - 1].end))
        for match in vocabulary.find(tokens)
    }


def not_shown(vocabulary: MutedVocabulary, shown: Iterable[Sentence]) -> list[Entry]:
    """The entries that can be dropped without any sentence losing a concept that it is said to carry."""
    holding = _holding(vocabulary, shown)
    open_entries = [one for one in vocabulary.entries if not _needed(vocabulary, one, holding.get(one, []))]
    vocabulary.mute(None)
    return open_entries


def _holding(vocabulary: MutedVocabulary, shown: Iterable[Sentence]) -> dict[Entry, list[Sentence]]:
    """The sentences in which each entry's words stand."""
    holding: dict[Entry, list[Sentence]] = {}
    for sentence in shown:
        vocabulary.seen.clear()
        carried(vocabulary, sentence.text)
        for entry in {vocabulary.sequences[number][0] for number in vocabulary.seen}:
            holding.setdefault(entry, []).append(sentence)
    return holding


def _needed(vocabulary: MutedVocabulary, entry: Entry, held: Iterable[Sentence]) -> bool:
    vocabulary.mute(entry)
    return any(not carried(vocabulary, sentence.text).issuperset(sentence.claims) for sentence in held)


def marked(vocabulary: MutedVocabulary, lines: Iterable[str]) -> Iterator[str]:
    """The lines of a file; sentences without a concept get those of the entries that no line has shown so far."""
    lines = list(lines)
    done = [_parsed(line) for line in lines if " | " in line and not line.startswith("#")]
    missing = set(not_shown(vocabulary, done))
    for line in lines:
        if not line.strip() or line.startswith("#") or " | " in line:
            yield line
            continue
        sentence = _marked(vocabulary, line.strip(), missing)
        yield str(sentence)


def _marked(vocabulary: MutedVocabulary, text: str, missing: set[Entry]) -> Sentence:
    """A sentence with what it loses where one of the missing entries is dropped; those are missing no more."""
    vocabulary.mute(None)
    whole = carried(vocabulary, text)
    claims: set[Claim] = set()
    for entry in _holding(vocabulary, [Sentence(text)]):
        if entry not in missing:
            continue
        vocabulary.mute(entry)
        lost = whole - carried(vocabulary, text)
        if lost:
            claims |= lost
            missing.discard(entry)
    vocabulary.mute(None)
    return Sentence(text, tuple(sorted(claims, key=lambda claim: (text.find(claim[1]), claim))))


def main(argv: Sequence[str] | None = None) -> int:
    """Mark where that is asked for, then list what no sentence shows. Returns 1 where there is any."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation.phrases", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("language", nargs="*", choices=[[], *languages()], help="only these languages")
    parser.add_argument("--mark", action="store_true", help="name the concepts of sentences that name none")
    parser.add_argument("--count", action="store_true", help="only say how many entries are without a sentence")
    options = parser.parse_args(argv)
    total = 0
    for language in options.language or languages():
        vocabulary = MutedVocabulary(load(language))
        if options.mark:
            text = "\n".join(marked(vocabulary, _lines(language)))
            (FOLDER / f"{language}.txt").write_text(f"{text}\n", encoding="utf-8")
        found = not_shown(vocabulary, sentences(language))
        total += len(found)
        print(f"{language}: {len(found)} of {len(vocabulary.entries)} entries are not shown by any sentence")
        if not options.count:
            for entry in found:
                print(f"  {entry.concept}: {entry.phrase}")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
