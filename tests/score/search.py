"""`python -m tests.score.search`: type what people ask into the built site's own search box, and count where the answer is.

The questions are in tests/site/queries.toml; those kept aside were new to the search on the day they were first run,
and tests/score/first_runs.toml says what came of it. Exit code 0, also where there is no site or no browser to type in: then it says so and counts nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from machinery import browser as browsers
from tests.serving import hosting

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "tests" / "site" / "queries.toml"
#: No service of the browser's own may take the machine's time.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-sync"]
#: Milliseconds for one step; a machine on which other things run may be slow.
PATIENCE = 120_000
_BOX = "input.md-search__input"
_META = ".md-search-result__meta"
_WAITING = f"() => document.querySelector('{_META}').textContent.startsWith('Type a word')"
_ANSWERED = f"() => !document.querySelector('{_META}').textContent.startsWith('Type a word')"
_FOUND = "items => items.map(item => item.querySelector('a').href)"


@dataclass(frozen=True)
class Asked:
    """One question, the pages that answer it, and the pages that the search box offered, the best first."""

    part: str
    question: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """Where the first page that answers stands, from 1; None where none is offered."""
        return next((at for at, page in enumerate(self.found, 1) if page in self.wanted), None)


def questions(path: Path = QUESTIONS) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Part → question → the pages that answer it."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def type_in(page: Page, question: str) -> tuple[str, ...]:
    """Type one question and read the pages offered, as addresses from the site's root ("" is the front page)."""
    box = page.locator(_BOX)
    box.fill("")
    box.press("Backspace")
    page.wait_for_function(_WAITING)
    # Only a key asks the worker: the last letter does, so that what is read belongs to the whole question.
    box.fill(question[:-1])
    box.press_sequentially(question[-1])
    page.wait_for_function(_ANSWERED)
    root = page.evaluate("() => new URL(document.querySelector('meta[name=mcg-base]').content, location).pathname")
    links: list[str] = page.locator(".md-search-result__item").evaluate_all(_FOUND)
    return tuple(urlsplit(link).path.removeprefix(root) for link in links)


def ask(folder: Path, program: Path) -> Iterator[Asked]:
    """Serve the site, open it in Chromium, and type every question."""
    with hosting() as host, sync_playwright() as playwright:
        host.folder = folder
        sandbox = os.geteuid() != 0
        chromium = playwright.chromium.launch(executable_path=program, chromium_sandbox=sandbox, args=QUIET)
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{host.address}about/privacy/", wait_until="load")
        page.locator(_BOX).focus()
        for part, asked in questions().items():
            for question, wanted in asked.items():
                yield Asked(part, question, tuple(wanted), type_in(page, question))
        chromium.close()


def shares(answers: Sequence[Asked]) -> tuple[float, float]:
    """The share of the questions answered by the first page offered, and by one of the first three."""
    ranks = [one.rank or 99 for one in answers]
    return sum(rank == 1 for rank in ranks) / len(ranks), sum(rank <= 3 for rank in ranks) / len(ranks)


def report(answers: Sequence[Asked], *, aside: bool) -> str:
    """The figures of each part; below, the questions not answered at once, those kept aside only if asked for."""
    lines = ["Search: questions in people's own words, typed into the site's search box"]
    for part in dict.fromkeys(one.part for one in answers):
        own = [one for one in answers if one.part == part]
        first, three = shares(own)
        lines.append(f"  {part:<11} {len(own):>4} questions   first {first:6.1%}   first three {three:6.1%}")
    shown = [one for one in answers if one.rank != 1 and (aside or not one.part.startswith("kept-aside"))]
    told = [f"  {one.rank or '–'}: {one.question!r} found {', '.join(one.found[:3]) or 'nothing'}" for one in shown]
    return "\n".join([*lines, *told])


def main(argv: Sequence[str] | None = None) -> int:
    """Ask, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.score.search", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the folder of the built site")
    parser.add_argument("--aside", action="store_true", help="also list the questions kept aside that were missed")
    options = parser.parse_args(argv)
    program = browsers.find()
    if not (options.site / "search" / "pages.json").is_file():
        print(f"Search: not counted, because there is no site in {options.site.name}/ (run `make site`)")
        return 0
    if not program:
        print("Search: not counted, because no Chromium was found (run `make setup-tests`, or name one in CHROMIUM)")
        return 0
    print(report(list(ask(options.site.resolve(), program)), aside=options.aside))
    return 0


if __name__ == "__main__":
    sys.exit(main())
