"""How far the checker agrees with the test cases of linkify-it and of python-phonenumbers (tests/fixtures).

Both projects say what a web address or a telephone number is, and what only looks like one. Where the checker does
otherwise on purpose, tests/fixtures/deviations.toml gives the reason; those cases still count against it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guide_engine import Draft, Span
from guide_engine.detectors.addresses import addresses
from guide_engine.detectors.phones import phones
from guide_engine.reading import Reading

FOLDER = Path(__file__).parents[1] / "fixtures"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what has to be found in it as it is written there, and what the checker finds."""

    source: str
    text: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether just what is wanted is found."""
        return self.wanted == self.found


def cases() -> Iterator[Case]:
    """Every case of both projects, checked."""
    yield from map(partial(_address_case, "links"), _links())
    yield from map(partial(_address_case, "not links"), ((text, ()) for text in _lines("not_links.txt")))
    for line in (FOLDER / "phones.jsonl").read_text(encoding="utf-8").splitlines():
        yield _phone_case(json.loads(line))


def deviations() -> dict[str, str]:
    """The reason for each text in which the checker does otherwise on purpose."""
    listed = tomllib.loads((FOLDER / "deviations.toml").read_text(encoding="utf-8"))
    return {text: reason["why"] for reason in listed["reason"] for text in reason["texts"]}


def shares(found: list[Case]) -> dict[str, tuple[int, int]]:
    """How many of the cases of each source agree, and how many there are."""
    counts: dict[str, tuple[int, int]] = {}
    for case in found:
        right, all_ = counts.get(case.source, (0, 0))
        counts[case.source] = right + case.agrees, all_ + 1
    return counts


def _lines(name: str) -> list[str]:
    """The lines of one of linkify-it's files, without their comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("%")]


def _links() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Texts with the address that is found in them first: on the next line, or the text itself."""
    text = ""
    for line in [*(FOLDER / "links.txt").read_text(encoding="utf-8").splitlines(), ""]:
        blank = not line.strip() or line.startswith("%")
        if text:
            yield (text, (text if blank else line,))
            text = ""
        elif not blank:
            text = line


def _address_case(source: str, case: tuple[str, tuple[str, ...]]) -> Case:
    text, wanted = case
    found = tuple(_part(text, address.span) for address in addresses(Reading(Draft(text=text))))
    # The project names the first address of a text, with the scheme that a browser would add.
    return Case(source, text, tuple(_bare(url) for url in wanted), tuple(map(_bare, found[: len(wanted) or None])))


def _phone_case(case: dict[str, str]) -> Case:
    locale = f"x-{case['region']}" if case["region"] else None
    found = phones(Reading(Draft(text=case["text"], locale=locale)))
    return Case("phones", case["text"], tuple(case["numbers"]), tuple(_part(case["text"], one.span) for one in found))


def _part(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _bare(url: str) -> str:
    """An address without the scheme that is the same whether or not it is written."""
    return url.removeprefix("mailto:").removeprefix("http://")
