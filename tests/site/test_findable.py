"""Pages that can be found and copied: structured data as shown, cards, the list of all pages, Markdown copies."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hooks import reading_copy
from hooks.reading_copy import Node
from tests.conftest import BuiltSite
from tests.site import built_pages

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _pages(site: BuiltSite) -> list[Path]:
    return [path for path in site.pages() if path.name == "index.html"]


def _objects(path: Path) -> dict[str, Any]:
    """The page's structured data by type; each type may stand once."""
    found = DATA.findall(path.read_text(encoding="utf-8"))
    assert len(found) == 1, path
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    kinds = [one["@type"] for one in data["@graph"]]
    assert len(kinds) == len(set(kinds)), path
    return {one["@type"]: one for one in data["@graph"]}


def _tree(path: Path) -> Node:
    return reading_copy.tree(path.read_text(encoding="utf-8"))


def _all(node: Node, tag: str) -> Iterator[Node]:
    if node.tag == tag:
        yield node
    for child in node.elements():
        yield from _all(child, tag)


def _shown(node: Node | str) -> str:
    """The words of an element as a browser shows them, by a second, simpler reading."""
    if isinstance(node, str):
        return node
    left_out = node.tag in {"sup", "svg", "figure", "script"}
    return "" if left_out else " ".join(_shown(child) for child in node.children)


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words)


def test_every_page_has_its_description_its_address_and_its_card(site: BuiltSite) -> None:
    for path in _pages(site):
        page = built_pages.read(path)
        told = {meta.get("name") or meta.get("property", ""): meta.get("content", "") for meta in page.all("meta")}
        canonical = [link["href"] for link in page.all("link") if link.get("rel") == "canonical"]
        assert len(canonical) == 1, path
        assert told["description"].strip(), path
        assert told["og:description"] == told["description"], path
        assert told["og:url"] == canonical[0], path
        assert told["og:title"].strip(), path
        assert told["og:image"].endswith("/assets/images/card.png"), path
        assert told["twitter:card"] == "summary_large_image", path


def test_descriptions_are_not_shared(site: BuiltSite) -> None:
    told = [
        meta["content"]
        for path in _pages(site)
        for meta in built_pages.read(path).all("meta")
        if meta.get("name") == "description"
    ]
    assert [one for one in told if told.count(one) > 1] == []


def test_the_card_is_a_small_picture_of_the_size_it_says(site: BuiltSite) -> None:
    card = (site.folder / "assets" / "images" / "card.png").read_bytes()
    assert struct.unpack(">II", card[16:24]) == (1200, 630)
    assert len(card) <= 60_000


def test_the_trail_for_search_engines_is_the_trail_on_the_page(site: BuiltSite) -> None:
    for path in _pages(site):
        steps = _objects(path)["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), path
        trail = next((nav for nav in _all(_tree(path), "nav") if "trail" in nav.classes), None)
        if trail is None:
            assert [step["name"] for step in steps] == ["Home"], path
            continue
        items = list(_all(trail, "li"))
        # Parts of the site without a page of their own have no address, and are left out.
        linked = [item for item in items[:-1] if next(_all(item, "a"), None)]
        assert [step["name"] for step in steps[:-1]] == [_shown(item).strip() for item in linked], path
        for step in steps:
            address = step["item"].split("/guide/", 1)[-1] if "/guide/" in step["item"] else ""
            assert (site.folder / address / "index.html").is_file(), (path, step)


def test_the_questions_for_search_engines_are_the_headings_with_their_answers(site: BuiltSite) -> None:
    path = site.folder / "faq" / "index.html"
    asked = _objects(path)["FAQPage"]["mainEntity"]
    article = reading_copy.content(_tree(path))
    headings = [head for head in _all(article, "h2") if head.attributes.get("id") != "sources"]
    assert len(headings) >= 26
    assert [one["name"] for one in asked] == [" ".join(_shown(head).split()) for head in headings]
    shown = _letters(_shown(article))
    for one in asked:
        answer = _letters(one["acceptedAnswer"]["text"])
        assert len(answer) > 20, one
        assert _letters(one["name"]) + answer in shown, one["name"]


def test_the_steps_for_search_engines_are_the_steps_on_the_page(site: BuiltSite) -> None:
    told = 0
    for path in _pages(site):
        article = reading_copy.content(_tree(path))
        steps = _steps_on(article)
        how = _objects(path).get("HowTo")
        assert (how is not None) == bool(steps), path
        if how is None:
            continue
        told += 1
        heading = next(_all(article, "h1"))
        assert _letters(how["name"]) == _letters(_shown(heading)), path
        assert [_letters(step["text"]) for step in how["step"]] == [_letters(step) for step in steps], path
        assert [step["position"] for step in how["step"]] == list(range(1, len(steps) + 1)), path
    assert told >= 15


def _steps_on(article: Node) -> list[str]:
    """Every item of the numbered lists under the heading with the anchor "steps"."""
    under, steps = False, []
    for child in article.elements():
        if child.tag == "h2":
            under = child.attributes.get("id") == "steps"
        elif under:
            lists = [child] if child.tag == "ol" else list(_all(child, "ol"))[:1]
            steps += [_shown(item) for one in lists for item in one.elements()]
    return steps


def test_llms_txt_lists_every_page_once_with_a_line_about_it(site: BuiltSite) -> None:
    lines = (site.folder / "llms.txt").read_text(encoding="utf-8").splitlines()
    rows = [re.fullmatch(r"- \[(.+)\]\((\S+)\): (.+)", line) for line in lines if line.startswith("- ")]
    assert all(rows)
    listed = sorted(row[2] for row in rows if row)
    canonical = sorted(
        link["href"]
        for path in _pages(site)
        for link in built_pages.read(path).all("link")
        if link.get("rel") == "canonical"
    )
    assert listed == canonical


def test_every_page_has_its_markdown_copy_beside_it_and_leads_to_it(site: BuiltSite) -> None:
    for path in _pages(site):
        assert path.with_suffix(".md").is_file(), path
        if path.parent != site.folder:
            assert "index.md" in built_pages.read(path).links(), path


def test_a_markdown_copy_has_the_words_of_the_page_and_no_raw_marks(site: BuiltSite) -> None:
    raw = re.compile(r"\{!|\{\{|\{%|\{#|\{:|<!--|\[\^|(?<!\\)</?(?:div|span|p|a|svg|details|ul|li|h[1-6])\b|mcg:")
    for path in _pages(site):
        copy = path.with_suffix(".md").read_text(encoding="utf-8")
        # Messages that are shown, as quotes or as code, may hold anything.
        outside = re.sub(r"```.*?```|`[^`]*`|^\s*> .*?$", "", copy, flags=re.DOTALL | re.MULTILINE)
        found = raw.search(outside)
        assert found is None, (path, outside[max(0, found.start() - 60) : found.end() + 60])
        assert len(re.findall(r"^# ", copy, re.MULTILINE)) == 1, path
        headings = [_letters(_shown(head)) for head in _all(reading_copy.content(_tree(path)), "h2")]
        assert {one for one in headings if one not in _letters(copy)} <= {"Onthispage"}, path


def test_a_markdown_copy_names_its_sources_with_their_addresses(site: BuiltSite) -> None:
    copy = (site.folder / "sellers" / "answer-in-24-hours" / "index.md").read_text(encoding="utf-8")
    assert "[1]" in copy
    sources = copy[copy.index("## Where does this come from?") :]
    assert re.search(r"^1\. \[.+\]\(https://.+\), .+ read November 2026\.", sources, re.MULTILINE)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h2 id=x>Why <em>so</em>?</h2><p>A <a href='../b/'>link</a>.</p>", "## Why *so*?\n\nA [link](https://a.example/b/).\n"),
        ("<ol><li>One</li><li><p>Two</p><ul><li>Deep</li></ul></li></ol>", "1. One\n2. Two\n   - Deep\n"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>3</td></tr></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |\n"),
        ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```\n"),
        ("<p>Seen<sup><a class='footnote-ref' href='#fn:S'>1</a></sup></p><nav>Menu</nav><form><p>x</p></form>", "Seen[1]\n"),
        ("<svg role='img' aria-label='A phone'><path/></svg>", "(A phone)\n"),
        ("<div class='admonition'><p class='admonition-title'>Note</p><p>Body &amp; soul</p></div>", "**Note**\n\nBody & soul\n"),
    ],
)  # fmt: skip
def test_html_becomes_the_markdown_a_reader_would_write(markup: str, expected: str) -> None:
    assert reading_copy.markdown(markup, "https://a.example/c/") == expected
