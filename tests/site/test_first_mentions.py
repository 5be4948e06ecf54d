"""Links to the glossary from first mentions, and from headings to themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hooks import first_mentions
from tests.conftest import BuiltSite
from tests.site import built_pages, guide_pages

WORDS = {"alias": ["alias", "aliases"], "order-id": ["order ID"], "important": ["[Important]"]}
ALIAS = '<a class="term" href="../../about/glossary/#alias">{}</a>'


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("<p>Each alias is an alias.</p>", f"<p>Each {ALIAS.format('alias')} is an alias.</p>"),
        ("<p>Aliases stay.</p>", f"<p>{ALIAS.format('Aliases')} stay.</p>"),
        ("<h2>The alias</h2><ol><li>An alias</li></ol><p>No.</p>", None),
        ("<p>The <a href='x'>alias</a>, <code>alias</code>, malias, alias-like.</p>", None),
        ("<p><a href='../../about/glossary/#alias'>So</a> the alias.</p>", None),
        ("<div data-mcg='check'><p>An alias</p><div>alias</div></div>", None),
        (
            "<div data-mcg='check'><div>alias</div></div><p>alias</p>",
            f"<div data-mcg='check'><div>alias</div></div><p>{ALIAS.format('alias')}</p>",
        ),
    ],
)
def test_the_first_mention_in_running_text_is_linked_once(written: str, linked: str | None) -> None:
    assert first_mentions.linked(written, "sellers/reply/", WORDS) == (linked or written)


def test_two_words_in_one_text_are_both_linked_and_signs_are_words_too() -> None:
    html = first_mentions.linked("<p>[Important] needs the order ID and an alias.</p>", "faq/", WORDS)
    assert re.findall(r'href="\.\./about/glossary/#([a-z-]+)"', html) == ["important", "order-id", "alias"]


def test_every_entry_of_the_glossary_has_its_words_and_is_reached_from_a_guide(site: BuiltSite) -> None:
    page = guide_pages.load("about/glossary.md")
    terms = first_mentions.terms()
    assert set(terms) == {section.anchor for section in page.sections if section.level == 2 and section.anchor} - {"sources"}
    reached = {
        link.partition("#")[2]
        for path in guide_pages.guide_paths()
        for link in built_pages.read(_built(site, path)).links()
        if "about/glossary/#" in link
    }
    assert set(terms) - reached == set()


def _built(site: BuiltSite, path: str) -> Path:
    name = path.removesuffix(".md").removesuffix("index")
    return site.folder / name / "index.html"


def test_every_question_has_a_link_to_itself(site: BuiltSite) -> None:
    page = (site.folder / "faq" / "index.html").read_text(encoding="utf-8")
    asked = re.findall(r'<h2 id="([^"]+)">', page[page.index("<article") : page.index("</article>")])
    assert len(asked) >= 26
    assert re.findall(r'<a class="headerlink" href="#([^"]+)"', page) == asked
