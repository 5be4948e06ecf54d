"""What a guide says of Amazon carries its source, and the month we checked it, where it stands.

A part of a guide (a heading of the second level) has a mark or a box with both sides. One that has neither must be listed
here with the reason why nothing in it is a claim about what Amazon does, asks for or shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import pytest

from guide_engine.catalog import catalog as engine_catalog
from hooks import citations
from hooks.pages import pages
from tests.site import guide_pages
from tests.site.guide_pages import GuidePage, Section
from tests.site.pages_html import Element, render

PATHS: Final = guide_pages.guide_paths()
DATED: Final = re.compile(r"Sources?: .+\. Checked in [A-Z][a-z]+ 20\d\d(?: to [A-Z][a-z]+ 20\d\d)?\.")

#: Parts that every page has.
_EVERYWHERE: Final = {
    "sources": "the list of the sources itself",
    "before": "what the reader needs at hand",
    "next": "links to other pages",
}
_LINKS: Final = "links to other pages, which carry the sources"
_SITE: Final = "about this site, not about Amazon"
_OURS: Final = "our own advice, with no word on Amazon's rules or screens"
_UNKNOWN: Final = "says itself that no page of Amazon's shows it"

#: Parts of single pages without a claim, each with the reason.
NO_CLAIM: Final = {
    "about/glossary.md#phishing": "the meaning of a word that is not Amazon's",
    "about/how-it-works.md#checker": _SITE,
    "about/privacy.md#not-sent": _SITE,
    "about/privacy.md#stored": _SITE,
    "about/privacy.md#tracking": _SITE,
    "about/privacy.md#see-for-myself": _SITE,
    "about/privacy.md#host": _SITE,
    "about/privacy.md#amazon": _SITE,
    "about/what-amazon-sees.md#this-site": _SITE,
    "buyers/index.md#top-five": _LINKS,
    "buyers/is-this-message-ok.md#steps": _OURS,
    "buyers/is-this-message-ok.md#why": _OURS,
    "buyers/is-this-message-ok.md#safe-answer": _OURS,
    "buyers/is-this-message-ok.md#too-late": _OURS,
    "buyers/is-this-message-ok.md#see": _UNKNOWN,
    "buyers/opt-out.md#report": _LINKS,
    "sellers/attachments.md#smaller": _OURS,
    "sellers/attachments.md#see": _UNKNOWN,
    "sellers/index.md#top-five": _LINKS,
    "sellers/index.md#set-up": _LINKS,
    "sellers/index.md#rules": _LINKS,
    "sellers/index.md#write": _LINKS,
    "sellers/open-on-desktop.md#marketplace": _UNKNOWN,
    "sellers/write-well.md#good": _OURS,
    "sellers/write-well.md#before-after": _SITE,
    "sellers/write-well.md#templates": _LINKS,
}


def parts(page: GuidePage) -> Iterator[Section]:
    """The parts of a page that must be sourced or explained."""
    return (one for one in page.sections if one.level == 2 and one.anchor not in _EVERYWHERE)


def unsourced(page: GuidePage) -> list[str]:
    """The parts without a source, as `page#anchor`."""
    return [f"{page.path}#{one.anchor}" for one in parts(page) if not one.notes and not any(one.contested)]


def undated(page: GuidePage) -> list[str]:
    """Headings under which marks stand, but no line that says who that is and when we checked."""
    wrong = []
    for at, one in enumerate(page.sections):
        deeper = [inner for inner in page.sections[at + 1 :] if inner.level > one.level]
        own = one.notes - sum(inner.notes for inner in deeper if one.level > 1 and _inside(page, one, inner))
        if one.level > 1 and own > 0 and not (len(one.says) == 1 and DATED.fullmatch(one.says[0])):
            wrong.append(f"{page.path}#{one.anchor}")
    return wrong


def _inside(page: GuidePage, outer: Section, inner: Section) -> bool:
    """Whether no heading of the outer one's level stands between the two."""
    between = page.sections[page.sections.index(outer) + 1 : page.sections.index(inner)]
    return all(one.level > outer.level for one in between)


@pytest.mark.parametrize("path", PATHS)
def test_every_part_has_a_source_or_a_reason_to_have_none(path: str) -> None:
    page = guide_pages.load(path)
    assert [one for one in unsourced(page) if one not in NO_CLAIM] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_part_says_when_its_sources_were_checked(path: str) -> None:
    assert undated(guide_pages.load(path)) == []


def test_no_reason_has_outlived_its_part() -> None:
    assert sorted(NO_CLAIM) == sorted(one for path in PATHS for one in unsourced(guide_pages.load(path)))


def test_where_we_found_nothing_the_page_says_so() -> None:
    for name in (name for name, reason in NO_CLAIM.items() if reason == _UNKNOWN):
        path, anchor = name.split("#")
        part = guide_pages.load(path).section(anchor)
        assert part is not None
        assert re.search(r"[Ww]e (?:found no|have not found an?) (?:Amazon )?page", part.text), name


def small(text: str) -> GuidePage:
    """A guide of one part."""
    return guide_pages.read("small.md", f"---\ntitle: Small\n---\n# What?\n\n## Where? {{#where}}\n\n{text}\n")


def test_a_claim_without_a_source_is_found() -> None:
    assert unsourced(small("Amazon shows an envelope.")) == ["small.md#where"]
    assert unsourced(small("Amazon shows an envelope.[^A8]")) == []
    assert unsourced(small("{!contested/links.md!}")) == []


def test_a_mark_without_its_date_is_found() -> None:
    page = small("Amazon shows an envelope.[^A8]\n\n### And then? {#then}\n\nIt opens.[^S]")
    assert undated(page) == []
    for said in (page.sections[1].says, page.sections[2].says):
        said[0] = said[0].replace("Checked in November 2026", "Checked")
    assert undated(page) == ["small.md#where", "small.md#then"]
    page.sections[1].says.clear()
    assert undated(page) == ["small.md#where", "small.md#then"]


def test_the_line_names_each_publisher_once_with_the_numbers_of_its_notes() -> None:
    html = small("One.[^A8] Two.[^S] Three.[^A9] Again.[^A8]").html
    line = re.findall(r'<p class="mcg-says"[^>]*>(.*?)</p>', html)
    assert [re.sub(r"<[^>]+>", "|", one) for one in line] == [
        "Sources: Amazon||1||||3||, the article (Aura)||2||. Checked in November 2026."
    ]


def test_the_line_stands_before_the_date_of_the_whole_page() -> None:
    html = guide_pages.render(citations.with_date_checked("# A\n\n## B {#b}\n\nOne.[^A8]\n", date(2026, 11, 3)))
    assert html.index("One.") < html.index("mcg-says") < html.index("mcg-checked") < html.index('id="sources"')


CATALOG: Final[dict[str, Any]] = json.loads(json.dumps(engine_catalog()))
MADE: Final = pages(CATALOG, "")
SOURCES: Final = {source["id"]: source for source in CATALOG["sources"]}
OUTCOMES: Final = [
    pytest.param(flow["name"], outcome, id=f"{flow['name']}: {outcome['name']}")
    for flow in CATALOG["flows"]
    for outcome in flow["outcomes"]
]


def rows(element: Element) -> list[tuple[str, str]]:
    """Each row of the lists of sources: where it leads, what it says."""
    items = [item for cited in element.with_class("cited") for item in cited.with_tag("li")]
    return [(item.with_tag("a")[0].attributes["href"], item.text) for item in items]


def assert_sourced(element: Element, citations: list[dict[str, Any]]) -> None:
    """Every citation stands there with its address and the month."""
    shown = rows(element)
    assert [address for address, _ in shown] == [SOURCES[one["id"]]["url"] for one in citations]
    assert citations
    assert all(re.search(r"read [A-Z][a-z]+ 20\d\d", text) for _, text in shown)


@pytest.mark.parametrize(("flow", "outcome"), OUTCOMES)
def test_every_outcome_of_a_walkthrough_names_its_sources(flow: str, outcome: dict[str, Any]) -> None:
    page = render(MADE[f"walkthroughs/{flow}.md"], CATALOG["sources"])
    stage = next(one for one in page.all() if one.attributes.get("data-outcome") == outcome["name"])
    assert_sourced(stage, outcome["citations"])
    sides = [side for box in stage.with_class("sides") for side in box.children if isinstance(side, Element)]
    assert len(sides) == len(outcome["positions"])
    for side, position in zip(sides, outcome["positions"], strict=True):
        assert position["sources"]
        assert side.text.count("read November 2026") >= len(position["sources"])


@pytest.mark.parametrize("name", [template["name"] for template in CATALOG["templates"]])
def test_every_template_names_its_sources(name: str) -> None:
    template = next(one for one in CATALOG["templates"] if one["name"] == name)
    assert_sourced(render(MADE[f"message-templates/{name}.md"], CATALOG["sources"]), template["citations"])
