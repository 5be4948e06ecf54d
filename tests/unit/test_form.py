"""HTML, blanks and length: what examples cannot show."""

from __future__ import annotations

from functools import partial

import pytest

from guide_engine import Draft, Finding, Severity, Where, check, fix
from guide_engine.detectors.markup import elements
from tests.work import lines_run


def of(rule: str, text: str, **context: object) -> list[Finding]:
    draft = Draft.from_json({"text": text, "today": "2026-11-23", **context})
    return [finding for finding in check(draft).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<ul><li>one</li><li>two</li></ul>Bye", "one\ntwo\n\nBye"),
        ("<table><tr><td>A</td><td>B</td></tr></table>", "A B"),
        ("&lt;b&gt;very&lt;/b&gt; big", "very big"),
        ("one<br>\ntwo", "one\ntwo"),
        ("one <br /> two", "one\ntwo"),
        ("<p>Hello</p>\n\n<p>You</p>", "Hello\n\nYou"),
        ("<html><body>Hello</body></html>", "Hello"),
        ("Merci à <b>vous</b> !", "Merci à vous !"),
        ('The <span style="color:red">big</span> lid <img src="x.gif">.', "The big lid."),
        ("<style>p {color: red}</style>Hello<!-- note -->", "Hello"),
        ("One<br><br><br><br>two", "One\n\ntwo"),
    ],
)
def test_the_text_stays_when_the_tags_go_and_a_second_time_nothing_changes(before: str, after: str) -> None:
    draft = Draft.from_json({"text": before, "today": "2026-11-23"})
    assert fix(draft).text == after
    assert of("html-markup", after) == []


@pytest.mark.parametrize(
    "text",
    [
        "a < b > c",
        "if a<b and c>d",
        "<3 <3",
        "<Enter> <F5> <menu>",
        "->",
        "R&D; Q&A;",
        "5 <6 and 7> 2",
        "<->",
        "<>",
        "a<b",
    ],
)
def test_signs_are_no_html(text: str) -> None:
    assert of("html-markup", text) == []


def test_html_in_the_subject_is_found_there() -> None:
    assert [finding.where for finding in of("html-markup", "Hello", subject="<b>Order</b>")] == [Where.SUBJECT]


@pytest.mark.parametrize("piece", ["<b>x", "<!--", "<a ", "&amp;", "<p>x</b>"])
def test_hostile_html_takes_work_that_grows_with_its_length_and_no_faster(piece: str) -> None:
    """The lines of Python that run are counted; test_patterns.py reads the regular expressions."""
    short, long = (lines_run(partial(elements, piece * times)) for times in (200, 1_600))
    assert long <= 1.1 * 8 * short


@pytest.mark.parametrize(
    ("reason", "limit"),
    [
        ("digital-key", 400),
        ("customization", 800),
        ("delivery-scheduling", 2_000),
        ("order-problem", 2_000),
        ("service", 2_000),
    ],
)
def test_a_first_message_is_too_long_from_the_first_character_over_its_limit(reason: str, limit: int) -> None:
    text = ("word " * limit)[: limit - 1] + "ö"
    assert of("over-length", text + "\n", kind="proactive", reason=reason) == []
    (found,) = of("over-length", text + "😀", kind="proactive", reason=reason)
    assert found.severity is Severity.WARNING
    assert found.span is not None
    assert (found.span.start, found.span.end) == (limit, limit + 1)
    assert of("over-length", text + "x", kind="reply", reason=reason) == []


def test_over_four_thousand_characters_there_is_a_note_on_every_route() -> None:
    text = ("word " * 900)[:4_000]
    assert of("over-length", text[:-1] + "s") == []
    for kind in ("reply", "proactive"):
        (note,) = of("over-length", text[:-1] + "s!", kind=kind)
        assert note.severity is Severity.INFO
        assert "no source" in note.message


def test_a_blank_for_the_order_number_offers_the_number() -> None:
    text = "Your order {order_id} is late."
    (found,) = of("unfilled-placeholder", text, order_id="112-1234567-1234567")
    assert found.fixes[0].edits[0].replacement == "112-1234567-1234567"
    assert [f.fixes for f in of("unfilled-placeholder", text)] == [()]
    assert [f.fixes for f in of("unfilled-placeholder", "Hi {name}", order_id="112-1234567-1234567")] == [()]


def test_a_blank_in_the_subject_is_found_there() -> None:
    assert [f.where for f in of("unfilled-placeholder", "Hello", subject="Order [Order ID]")] == [Where.SUBJECT]


@pytest.mark.parametrize(
    "blank",
    ["{{name}}", "{% name %}", "${name}", "%(name)s", "*|FNAME|*", "%FIRST_NAME%", "%%name%%", "##NAME##", "@@NAME@@",
     "[[first_name]]", "[FIRST NAME]", "<<Name>>", "<first_name>", "{name}", "{0}", "$firstName", "XXX", "[object Object]"],
)  # fmt: skip
def test_every_way_of_writing_a_blank_is_known_and_marked_whole(blank: str) -> None:
    text = f"Hello {blank}, the lid fits."
    (found,) = of("unfilled-placeholder", text)
    assert found.span is not None
    assert text[found.span.start : found.span.end] == blank
