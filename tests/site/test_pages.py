"""The pages made from the real catalog: whole, linked, sourced, and safe whatever a message holds."""

from __future__ import annotations

import copy
import functools
import json
import re
from typing import Any

import pytest

from guide_engine.bridge import handle
from guide_engine.catalog import catalog as engine_catalog
from guide_engine.template import GROUPS
from hooks import page_html, page_rules, page_walkthroughs
from hooks.pages import PARTS, fill, pages
from tests.site.pages_html import Element, meta, render

CATALOG: dict[str, Any] = json.loads(json.dumps(engine_catalog()))
PAGES = pages(CATALOG, "")
SOURCES = CATALOG["sources"]
BY_ID = {source["id"]: source for source in SOURCES}
RULES = {rule["name"]: rule for rule in CATALOG["rules"]}
TEMPLATES = {template["name"]: template for template in CATALOG["templates"]}
FLOWS = {flow["name"]: flow for flow in CATALOG["flows"]}

HOSTILE = [
    "</div></figure><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "line one\n\n# a heading\n\n    a code block\n\n* a list",
    "{!notes/privacy.md!}",
    '--8<-- "secret.md"',
    "[^A1] and {{ source A1 }} and [A1] and [link](javascript:alert(1))",
    "**bold** _italic_ `code` ~~~ ``` ![x](y) :smile: &lt;b&gt; &amp;",
    "{ .class #id style='color:red' } {: onclick=x }",
    "\u202eright to left\u202c \u200b zero width",
    "!!! note\n    boxed\n??? x",
    "<!-- comment --> <?php ?> <![CDATA[ x ]]>",
    "1. one\n2. two\r\n\r\n\r\nthree\rfour",
    "\"quotes\" 'single' #example= / \\ | ^ ~",
]


@functools.cache
def page(path: str) -> Element:
    return render(PAGES[path], SOURCES)


def rule_page(name: str) -> Element:
    return page(f"rules/{name}.md")


def links(element: Element) -> list[str]:
    return [found.attributes["href"] for found in element.with_tag("a") if "href" in found.attributes]


def shown(text: str) -> str:
    """A message as a browser shows it: line ends are line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_every_rule_template_and_walkthrough_has_a_page_and_so_have_the_sources() -> None:
    things = [thing["page"].rstrip("/") + ".md" for kind in ("rules", "templates", "flows") for thing in CATALOG[kind]]
    assert sorted(PAGES) == sorted([*things, "about/sources.md"])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_a_title_and_a_description(path: str) -> None:
    headings = page(path).with_tag("h1")
    front = meta(PAGES[path])
    assert len(headings) == 1
    assert front["title"]
    assert front["description"]
    assert headings[0].text.strip()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_inline_style_and_no_handler_and_every_id_once(path: str) -> None:
    elements = list(page(path).all())
    names = {name for element in elements for name in element.attributes}
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]
    assert sorted(ids) == sorted(set(ids))
    assert not page(path).with_tag("script")


@pytest.mark.parametrize("path", PAGES)
def test_a_link_inside_a_page_has_its_target(path: str) -> None:
    ids = {element.attributes.get("id") for element in page(path).all()}
    inner = {href[1:] for href in links(page(path)) if href.startswith("#")}
    assert inner <= ids


@pytest.mark.parametrize("name", RULES)
def test_every_example_is_shown_word_for_word_and_opens_in_the_checker(name: str) -> None:
    examples = [*RULES[name]["examples"]["flagged"], *RULES[name]["examples"]["allowed"]]
    figures = rule_page(name).with_class("message")
    assert [figure.with_class("message__text")[0].text for figure in figures] == [
        shown(page_html.readable(one["text"])) for one in examples
    ]
    assert [links(figure)[-1] for figure in figures] == [f"../../tools/check/#example={one['id']}" for one in examples]


@pytest.mark.parametrize("name", RULES)
def test_what_the_rule_finds_is_marked_and_nothing_else(name: str) -> None:
    flagged = RULES[name]["examples"]["flagged"]
    figures = rule_page(name).with_class("message")
    for one, figure in zip(flagged, figures, strict=False):
        covered = {at for start, end in one["spans"] for at in range(start, end)}
        expected = "".join(sign for at, sign in enumerate(one["text"]) if at in covered)
        assert "".join(mark.text for mark in figure.with_tag("mark")) == shown(page_html.readable(expected))
    assert not [figure for figure in figures[len(flagged) :] if figure.with_tag("mark")]


@pytest.mark.parametrize("name", RULES)
def test_each_example_carries_the_sign_that_the_checker_gives_it(name: str) -> None:
    flagged = RULES[name]["examples"]["flagged"]
    for one, figure in zip(flagged, rule_page(name).with_class("message"), strict=False):
        answer = json.loads(
            handle(json.dumps({"v": 1, "id": 1, "method": "check", "params": {"text": one["text"], **one["context"]}}))
        )
        given = {found["severity"] for found in answer["result"]["findings"] if found["rule"] == name}
        assert figure.with_class("sign")[0].text.strip() in {page_html.SEVERITIES[severity] for severity in given}


def test_dates_in_what_people_read_are_written_out() -> None:
    coded = re.compile(r"\b20\d\d-\d\d-\d\d\b")
    told = [*[str({key: rule[key] for key in ("why", "fix", "exceptions", "also", "positions")}) for rule in RULES.values()]]
    told += [template["notes"] for template in TEMPLATES.values()]
    assert len(told) > 50
    assert [text for text in told if coded.search(text)] == []


@pytest.mark.parametrize("name", RULES)
def test_the_text_put_right_is_shown_where_the_example_has_one(name: str) -> None:
    fixed = [one["fixed"] for one in RULES[name]["examples"]["flagged"] if one["fixed"] is not None]
    after = [part.with_class("message__text")[0].text for part in rule_page(name).with_class("message__after")]
    assert after == [shown(text) if text.strip() else "Nothing is left to send." for text in fixed]


@pytest.mark.parametrize("name", RULES)
def test_the_box_with_both_sides_stands_exactly_on_contested_rules(name: str) -> None:
    boxes = [element for element in rule_page(name).all() if "data-contested" in element.attributes]
    assert len(boxes) == (1 if RULES[name]["status"] == "contested" else 0)


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule["positions"]])
def test_each_side_names_its_sources_with_address_and_date(name: str) -> None:
    items = rule_page(name).with_class("sides")[0].children
    found = [item for item in items if isinstance(item, Element)]
    positions = RULES[name]["positions"]
    assert len(found) == len(positions) >= 2
    for item, position in zip(found, positions, strict=True):
        sources = [BY_ID[source] for source in position["sources"]]
        assert position["says"].replace("*", "") in item.text
        assert links(item) == [source["url"] for source in sources]
        assert item.text.count("read November 2026") >= len(sources)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_names_each_source_with_its_address_and_the_month_it_was_read(name: str) -> None:
    rows = rule_page(name).with_class("cited")[0].with_tag("li")
    citations = RULES[name]["citations"]
    assert [links(row)[0] for row in rows] == [BY_ID[citation["id"]]["url"] for citation in citations]
    assert all(re.search(r"read [A-Z][a-z]+ \d{4}", row.text) for row in rows)


@pytest.mark.parametrize("name", RULES)
def test_severity_and_status_are_said_in_words(name: str) -> None:
    glance = rule_page(name).with_class("glance")[0].text
    assert page_html.SEVERITIES[RULES[name]["severity"]] in glance
    assert page_html.STATUSES[RULES[name]["status"]] in glance


def test_a_rule_leads_to_its_source_only_where_the_project_has_an_address() -> None:
    name, rule = next(iter(RULES.items()))
    with_address = pages(CATALOG, "https://example.org/project/")[f"rules/{name}.md"]
    address = f"https://example.org/project/blob/main/{rule['module']}"
    assert address in links(render(with_address, SOURCES))
    assert address not in links(rule_page(name))


def test_previous_and_next_lead_through_all_rules_in_order() -> None:
    ordered = page_rules.in_order(CATALOG["rules"])
    following = [meta(PAGES[f"rules/{rule['name']}.md"])["neighbours"].get("next", {}).get("at") for rule in ordered]
    assert following == [rule["page"] for rule in ordered[1:]] + [None]


def test_the_index_lists_every_rule_once_with_its_severity_and_status() -> None:
    index = render(fill("<!-- mcg:rules -->", CATALOG), SOURCES)
    rows = [row for row in index.with_tag("li") if "data-severity" in row.attributes]
    listed = [(links(row)[0], row.attributes["data-severity"], row.attributes["data-status"]) for row in rows]
    assert sorted(listed) == sorted((f"../{rule['page']}", rule["severity"], rule["status"]) for rule in RULES.values())


def test_every_choice_of_the_filter_shows_at_least_one_rule() -> None:
    index = render(fill("<!-- mcg:rules -->", CATALOG), SOURCES)
    values = {choice.attributes["value"] for choice in index.with_tag("input")} - {"all"}
    assert values <= {rule["severity"] for rule in RULES.values()} | {rule["status"] for rule in RULES.values()}
    assert len(values) >= 3


def test_fill_leaves_other_pages_alone() -> None:
    assert fill("# A page\n\nwith {{ braces }}", CATALOG) == "# A page\n\nwith {{ braces }}"


@pytest.mark.parametrize("mark", PARTS)
def test_every_generated_part_is_asked_for_by_a_page_of_its_own(mark: str) -> None:
    asking = [path for path in page_html_docs() if mark in path.read_text(encoding="utf-8")]
    assert len(asking) == 1


def page_html_docs() -> list[Any]:
    from tests.site.pages_html import ROOT

    return [path for path in (ROOT / "docs").rglob("*.md") if "includes" not in path.parts]


def test_the_sample_on_the_first_page_is_a_real_example_with_its_source() -> None:
    sample = render(fill("<!-- mcg:sample -->", CATALOG), SOURCES)
    texts = {one["text"] for rule in RULES.values() for one in rule["examples"]["flagged"]}
    assert sample.with_class("message__text")[0].text in texts
    assert sample.with_tag("mark")
    assert "read November 2026" in sample.text
    assert links(sample)[-1].startswith("tools/check/#example=")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_shows_its_text_its_blanks_and_the_filled_example(name: str) -> None:
    template = TEMPLATES[name]
    shown_page = page(f"message-templates/{name}.md")
    mount = next(element for element in shown_page.all() if element.attributes.get("data-mcg") == "template")
    explained = [slot.text for slot in mount.with_class("fields")[0].with_class("slot")]
    body, example = shown_page.with_class("message__text")
    assert mount.attributes["data-name"] == name
    assert explained == [field["label"] for field in template["fields"]]
    assert {slot.text for slot in body.with_class("slot")} == set(explained)
    assert example.text == template["example_text"]
    assert f"../../tools/check/#example=template.{name}" in links(shown_page)


@pytest.mark.parametrize("name", FLOWS)
def test_a_walkthrough_asks_every_question_and_every_answer_leads_on(name: str) -> None:
    flow = FLOWS[name]
    mount = next(element for element in page(f"walkthroughs/{name}.md").all() if "data-mcg" in element.attributes)
    headings = {heading.attributes["id"]: heading.text for heading in mount.with_tag("h2")}
    steps = {page_html.anchor("question", one["name"]): one["title"] for one in flow["questions"]}
    steps |= {page_html.anchor("outcome", one["name"]): one["title"] for one in flow["outcomes"]}
    asked = [links(answers) for answers in mount.with_class("answers")]
    assert headings == steps
    assert sum(map(len, asked)) == sum(len(question["answers"]) for question in flow["questions"])
    assert {href[1:] for hrefs in asked for href in hrefs} <= set(headings)


@pytest.mark.parametrize("name", FLOWS)
def test_the_drawing_numbers_every_question_once_and_names_every_outcome(name: str) -> None:
    flow = FLOWS[name]
    drawing = page(f"walkthroughs/{name}.md").with_class("flow")[0]
    words = re.sub(r"\s+", "", drawing.text)
    asked = page_walkthroughs.reading_order(flow)
    numbers = [mark.text for mark in drawing.with_class("flow__number")]
    assert numbers == [str(number) for number in range(1, len(flow["questions"]) + 1)]
    assert len(asked) == len(flow["questions"]) + len(flow["outcomes"])
    assert not [one["title"] for one in flow["outcomes"] if re.sub(r"\s+", "", one["title"]) not in words]


def test_the_page_of_sources_has_every_source_with_address_and_date_and_who_cites_it() -> None:
    rows = {row.attributes["id"]: row for row in page("about/sources.md").with_tag("li") if "id" in row.attributes}
    assert set(rows) == {page_html.anchor("source", name) for name in BY_ID}
    for name, source in BY_ID.items():
        row = rows[page_html.anchor("source", name)]
        assert links(row)[0] == source["url"]
        assert "read November 2026" in row.text
    for rule in RULES.values():
        for citation in rule["citations"]:
            assert f"../../{rule['page']}" in links(rows[page_html.anchor("source", citation["id"])])


def test_the_page_of_sources_lists_every_disagreement() -> None:
    folded = page("about/sources.md").with_tag("details")
    assert [part.with_tag("summary")[0].text for part in folded] == [
        rule["title"] for rule in CATALOG["rules"] if rule["positions"]
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_message_stays_text(text: str) -> None:
    """It is read back word for word, and the page has the same elements as with a harmless message."""
    hostile, harmless = copy.deepcopy(CATALOG), copy.deepcopy(CATALOG)
    for made, words in ((hostile, text), (harmless, "a")):
        one = made["rules"][0]["examples"]["flagged"][0]
        one |= {"text": words, "spans": [[0, 1]], "fixed": words, "context": {"subject": words}}
    path = f"rules/{CATALOG['rules'][0]['name']}.md"
    got, plain = (render(pages(made, "")[path], SOURCES) for made in (hostile, harmless))
    assert got.with_class("message__text")[0].text == shown(text)
    assert got.with_class("message__subject")[0].text == f"Subject: {shown(text)}"
    assert [element.tag for element in got.all()] == [element.tag for element in plain.all()]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_and_template_stay_text(text: str) -> None:
    made = copy.deepcopy(CATALOG)
    made["rules"][0]["title"] = made["rules"][0]["summary"] = made["templates"][0]["example_text"] = text
    built = pages(made, "")
    rule = render(built[f"rules/{CATALOG['rules'][0]['name']}.md"], SOURCES)
    template = render(built[f"message-templates/{CATALOG['templates'][0]['name']}.md"], SOURCES)
    assert " ".join(rule.with_tag("h1")[0].text.split()) == " ".join(shown(text).split())
    assert template.with_class("message__text")[1].text == shown(text)
    assert not re.search(r"[<>\"]", meta(built[f"rules/{CATALOG['rules'][0]['name']}.md"])["description"])


def test_an_address_that_is_not_on_the_web_is_not_linked() -> None:
    assert page_html.link("javascript:alert(1)", "a source") == "a source"


@pytest.mark.parametrize(
    ("value", "words"),
    [("2026-11", "November 2026"), ("2018-10-01", "1 October 2018"), ("2012", "2012"), ("about 2020", "about 2020")],
)
def test_dates_are_written_out(value: str, words: str) -> None:
    assert page_html.day(value) == words


def test_stars_in_our_own_short_texts_stand_for_emphasis_and_nothing_else_does() -> None:
    assert page_html.words("Here *review* means check <b>") == "Here <em>review</em> means check &#60;b&#62;"
    assert "<em>" not in page_html.words("2 * 3 ** 4 **bold**")


def test_templates_stand_in_the_order_of_their_shelves() -> None:
    index = render(fill("<!-- mcg:templates -->", CATALOG), SOURCES)
    shelves = [heading.text for heading in index.with_tag("h2")]
    assert shelves == [name for name in GROUPS if name in {one["group"] for one in TEMPLATES.values()}]


def test_prose_links_to_files_and_numbers_its_sources() -> None:
    citations = [{"id": "A1", "where": "", "read": "2026-11"}]
    text = "See [the delay](../delay-notice/) and [selling](../../sellers/) [A1], [S]. [Not a source]."
    assert page_html.prose(text, "message-templates/refund-done/", citations) == (
        "See [the delay](delay-notice.md) and [selling](../sellers/index.md) "
        '<sup><a href="#source-a1" aria-label="Source 1">1</a></sup>, '
        "([source S](../about/sources.md#source-s)). [Not a source]."
    )
