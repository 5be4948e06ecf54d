"""Every guide keeps the one shape: fixed address, front matter, question headings, steps."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.site import guide_pages

SELLER_PAGES = (
    "index turn-on-messages open-on-desktop open-on-mobile reply attachments write-first opted-out-buyers "
    "answer-in-24-hours message-not-delivered mistakes write-well business-accounts what-amazon-sends desk-card"
)
BUYER_PAGES = "index find-on-desktop find-on-mobile contact-a-seller opt-out is-this-message-ok"
ABOUT_PAGES = "how-it-works what-amazon-sees privacy glossary important-history"
FIXED = {
    *(f"sellers/{name}.md" for name in SELLER_PAGES.split()),
    *(f"buyers/{name}.md" for name in BUYER_PAGES.split()),
    *(f"about/{name}.md" for name in ABOUT_PAGES.split()),
    "faq.md",
    "tools/reply-clock.md",
}
PATHS = guide_pages.guide_paths()
STEP_PAGES = [path for path in PATHS if guide_pages.load(path).section("steps")]

#: The parts of a step page, in this order.
STEP_SHAPE = ["before", "steps", "see", "different", "next"]


def test_the_fixed_addresses_are_there() -> None:
    assert set(PATHS) >= FIXED


@pytest.mark.parametrize("path", PATHS)
def test_front_matter_is_complete(path: str) -> None:
    meta = guide_pages.load(path).meta
    assert meta["title"]
    assert meta["audience"] in {"seller", "buyer", "both"}
    assert isinstance(meta["checked"], date)
    assert isinstance(meta["facts"], list)
    assert 50 <= len(meta["description"]) <= 160, len(meta["description"])
    assert meta["description"].endswith(".")


def test_titles_and_descriptions_are_not_used_twice() -> None:
    for key in ("title", "description"):
        values = [guide_pages.load(path).meta[key] for path in PATHS]
        assert len(values) == len(set(values))


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_questions_with_anchors_of_their_own(path: str) -> None:
    sections = guide_pages.load(path).sections
    assert [section.level for section in sections].count(1) == 1
    below = [section for section in sections if section.level > 1]
    assert below
    for section in below:
        assert section.heading.strip().endswith("?"), section.heading
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", section.anchor), section.anchor
    anchors = [section.anchor for section in below]
    assert len(anchors) == len(set(anchors))
    # An anchor made from the heading would change with its wording.
    source = (guide_pages.DOCS / path).read_text(encoding="utf-8")
    assert all("{#" in line for line in source.splitlines() if line.startswith(("## ", "### ")))


@pytest.mark.parametrize("path", STEP_PAGES)
def test_step_pages_keep_the_shape(path: str) -> None:
    page = guide_pages.load(path)
    assert "Who this is for:" in page.html.split("<h2", maxsplit=1)[0]
    anchors = [section.anchor for section in page.sections if section.anchor in STEP_SHAPE]
    assert anchors == STEP_SHAPE
    assert page.steps["steps"] >= 3


def test_most_task_pages_are_step_pages() -> None:
    assert len(STEP_PAGES) >= 14


@pytest.mark.parametrize("path", PATHS)
def test_every_contested_box_names_two_dated_sources(path: str) -> None:
    for section in guide_pages.load(path).sections:
        for box in section.contested:
            dated = {text for text in box if re.search(r"read [A-Z][a-z]+ 20\d\d", text)}
            assert len(dated) >= 2, (section.anchor, box)


@pytest.mark.parametrize("path", PATHS)
def test_no_box_stands_twice_on_a_page(path: str) -> None:
    text = (guide_pages.DOCS / path).read_text(encoding="utf-8")
    boxes = re.findall(r"\{!contested/[a-z-]+\.md!\}", text)
    assert len(boxes) == len(set(boxes))


def test_every_shared_fragment_is_used() -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in guide_pages.DOCS.rglob("*.md"))
    fragments = [path.relative_to(guide_pages.INCLUDES).as_posix() for path in guide_pages.INCLUDES.rglob("*.md")]
    assert fragments
    assert [name for name in fragments if f"{{!{name}!}}" not in pages] == []


def test_a_missing_fragment_stops_the_build() -> None:
    with pytest.raises(FileNotFoundError):
        guide_pages.render("{!contested/no-such-box.md!}")


@pytest.mark.parametrize("path", PATHS)
def test_links_to_guides_lead_to_a_heading(path: str) -> None:
    """Links between guides; what leads to generated pages is checked on the built site."""
    for target in re.findall(r'href="(?!https?:)([^"]+)"', guide_pages.load(path).html):
        name, _, anchor = target.partition("#")
        if anchor.startswith(("fn:", "fnref")):
            continue
        resolved = (guide_pages.DOCS / path).parent.joinpath(name).resolve() if name else guide_pages.DOCS / path
        relative = resolved.relative_to(guide_pages.DOCS).as_posix()
        if relative in PATHS and anchor:
            assert anchor in guide_pages.load(relative).ids, target
        elif relative.split("/")[0] in {"sellers", "buyers"}:
            assert relative in PATHS, target
