"""`check --format jsonl -`: one JSON object a line in, one a line out, as the issue that asked for it spells it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.contract.command import guide_engine, jsonl

FULL = {
    "id": "full-1",
    "text": "Attached is the invoice for order 112-1234567-1234567.",
    "subject": "Your invoice",
    "kind": "proactive",
    "completed_on": "2026-11-01",
    "today": "2026-11-20",
    "opted_out": "no",
    "reason": "invoice",
    "order_id": "112-1234567-1234567",
    "locale": "en_US",
    "attachments": [{"name": "invoice.pdf", "bytes": 90_000}],
    "previous": ["Thank you for your question about the colour."],
    "review_requested_before": False,
}
REASONS = (
    "customization", "delivery-scheduling", "address-problem", "order-problem", "return", "invoice", "warranty",
    "safety", "legal-disclosure", "digital-key", "service", "product-question", "review-request", "other",
)  # fmt: skip


def test_every_field_of_a_draft_is_taken() -> None:
    ran = jsonl(FULL)
    assert (ran.code, ran.err) == (0, "")
    (answer,) = ran.lines()
    assert (answer["id"], answer["verdict"], answer["assumed"], answer["findings"]) == ("full-1", "send", [], [])


@pytest.mark.parametrize("field", [name for name in FULL if name not in ("id", "text")])
def test_every_field_but_the_text_may_be_left_out_or_null(field: str) -> None:
    without = {key: value for key, value in FULL.items() if key != field}
    left_out, null = jsonl(without, {**FULL, field: None}).lines()
    assert "error" not in left_out
    assert left_out["findings"] == null["findings"]
    assert left_out["assumed"] == (["kind"] if field == "kind" else [])


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_known(reason: str) -> None:
    (answer,) = jsonl({**FULL, "reason": reason}).lines()
    assert "error" not in answer


@pytest.mark.parametrize("number", ["1", 1, 1.5, None, True, "é🎉\ud800"])
def test_the_id_comes_back_as_it_was_given(number: Any) -> None:
    (answer,) = jsonl({"id": number, "text": "The strap is 22 mm."}).lines()
    assert answer["id"] == number


def test_a_row_without_an_id_is_answered_with_null() -> None:
    (answer,) = jsonl({"text": "The strap is 22 mm."}).lines()
    assert answer["id"] is None


def test_a_finding_is_spelled_as_agreed() -> None:
    text = "Good news 🎉! Write to help@brightmugs.example.com."
    (answer,) = jsonl({"id": 7, "text": text}).lines()
    assert [(f["rule"], text[f["start"] : f["end"]]) for f in answer["findings"]] == [
        ("emoji", "🎉"),
        ("email-address", "help@brightmugs.example.com"),
    ]
    for finding in answer["findings"]:
        assert {
            "rule",
            "code",
            "severity",
            "status",
            "where",
            "start",
            "end",
            "message",
            "sources",
            "fixes",
            "page",
        } <= set(finding)
        assert finding["severity"] in ("error", "warning", "info")
        assert finding["status"] in ("documented", "restated", "contested", "retired")
        assert not finding["page"].startswith("/")
        assert finding["message"].endswith((".", "!", "?"))
        for fix in finding["fixes"]:
            assert fix["applicability"] in ("safe", "suggested")


def test_an_edit_list_mends_the_text_when_applied_by_hand() -> None:
    text = "Good news 🎉! The strap is 22 mm."
    (answer,) = jsonl({"text": text}).lines()
    (edit,) = answer["findings"][0]["fixes"][0]["edits"]
    assert text[: edit["start"]] + edit["replacement"] + text[edit["end"] :] == "Good news! The strap is 22 mm."


def test_a_finding_outside_the_text_has_no_position() -> None:
    row = {**FULL, "today": "2027-01-20", "attachments": [{"name": "film.exe", "bytes": 20_000_000}]}
    (answer,) = jsonl(row).lines()
    assert {f["where"] for f in answer["findings"]} == {"attachments", "context"}
    assert all(f["start"] is None and f["end"] is None for f in answer["findings"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"not json", "not a JSON object"),
        (b'["text"]', "must be a JSON object"),
        (b'"text"', "must be a JSON object"),
        (b"{}", "no text to check"),
        (b'{"text": ""}', "the message is empty"),
        (b'{"text": " \\n\\u00a0\\u200b"}', "the message is empty"),
        (b'{"text": 5}', "text must be text in quotes, not a number"),
        (b'{"text": null}', "no text to check"),
        (b'{"text": ["a"]}', "not a list"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a\\ud83d"}', "half of a character"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": "a", "kind": "letter"}', "kind must be one of reply, proactive"),
        (b'{"text": "a", "kind": ["reply"]}', "kind must be one of"),
        (b'{"text": "a", "reason": "fun"}', "reason must be one of"),
        (b'{"text": "a", "opted_out": true}', "opted_out must be one of yes, no, unknown"),
        (b'{"text": "a", "completed_on": "2026-02-30"}', "completed_on must be a real date"),
        (b'{"text": "a", "today": "20261123"}', "today must be a real date"),
        (b'{"text": "a", "today": "2026-W48-1"}', "today must be a real date"),
        (b'{"text": "a", "today": 20261123}', "today must be a real date"),
        (b'{"text": "a", "attachments": "a.pdf"}', "attachments must be a list"),
        (b'{"text": "a", "attachments": [{"name": "a.pdf"}]}', "a name and a size"),
        (b'{"text": "a", "attachments": [{"name": "a.pdf", "bytes": -1}]}', "a name and a size"),
        (b'{"text": "a", "attachments": [{"name": "a.pdf", "bytes": true}]}', "a name and a size"),
        (b'{"text": "a", "attachments": [{"name": 5, "bytes": 1}]}', "a name and a size"),
        (b'{"text": "a", "previous": "b"}', "previous must be a list"),
        (b'{"text": "a", "previous": [1]}', "previous must be text"),
        (b'{"text": "a", "review_requested_before": "yes"}', "must be true or false"),
        (b'{"text": "a", "subject": 1}', "subject must be text"),
        (b'{"text": "a", "colour": "red"}', "no field called 'colour'"),
        (b'{"id": NaN, "text": "a"}', "not a JSON object"),
        (b'{"id": 1e999, "text": "a"}', "not a JSON object"),
        (b'{"id": [[1]], "text": "a"}', "The id of a line must be text or a number"),
        (b"[" * 100_000, "not a JSON object"),
        (b'{"text": ' + b"9" * 5000 + b"}", "not a JSON object"),
    ],
    ids=lambda value: value[:44].decode("ascii", "replace") if isinstance(value, bytes) else "",
)
def test_a_bad_line_is_answered_and_the_run_goes_on(line: bytes, words: str) -> None:
    good = {"id": "after", "text": "The strap is 22 mm."}
    ran = jsonl({"id": "before", "text": "Yes."}, line, good)
    before, bad, after = ran.lines()
    assert (before["id"], after["id"], after["verdict"], ran.code, ran.err) == ("before", "after", "send", 2, "")
    assert set(bad) == {"line", "id", "error"}
    assert (bad["line"], bad["id"]) == (2, None)
    assert words in bad["error"]
    assert bad["error"].endswith((".", "…"))
    assert len(bad["error"]) < 600


def test_a_bad_line_with_an_id_is_answered_under_it() -> None:
    (answer,) = jsonl({"id": "x-1", "text": ""}).lines()
    assert (answer["line"], answer["id"]) == (1, "x-1")


def test_empty_lines_are_passed_over_but_counted() -> None:
    (answer,) = jsonl(b"", b"  \r", b"oops").lines()
    assert answer["line"] == 3


def test_a_byte_order_mark_and_windows_line_ends_around_the_rows_do_no_harm() -> None:
    rows = b'\xef\xbb\xbf{"id": 1, "text": "Hi \\ud83c\\udf89"}\r\n{"id": 2, "text": "\\ufeffHi\\r\\n\\ud83c\\udf89"}'
    ran = guide_engine("check", "--format", "jsonl", "-", given=rows)
    assert [(a["id"], a["findings"][0]["start"]) for a in ran.lines()] == [(1, 3), (2, 5)]
    assert ran.code == 1


def test_a_line_separator_inside_a_text_does_not_cut_the_row() -> None:
    row = json.dumps({"id": 1, "text": "One\u2028two\u0085three."}, ensure_ascii=False).encode()
    (answer,) = jsonl(row).lines()
    assert (answer["id"], answer["verdict"]) == (1, "send")


def test_options_stand_in_for_what_a_line_does_not_say() -> None:
    text = "Which colour shall we send?"
    mine, theirs = jsonl(
        {"text": text}, {"text": text, "opted_out": "no"}, options=("--kind", "proactive", "--opted-out", "yes")
    ).lines()
    assert (mine["verdict"], theirs["verdict"] != "undeliverable") == ("undeliverable", True)


def test_the_worst_line_decides_the_exit_code() -> None:
    send, review = {"text": "The strap is 22 mm."}, {"text": "Hi 🎉"}
    assert [jsonl(*rows).code for rows in ([send], [send, review], [review, b"x"], [])] == [0, 1, 2, 0]


def test_a_text_of_a_megabyte_is_refused_in_a_sentence() -> None:
    (answer,) = jsonl({"id": 1, "text": "a" * 1_000_000}).lines()
    assert answer["error"].startswith("text has 1,000,000 characters. The checker takes up to 200,000")


def test_a_thousand_lines_are_answered_in_order() -> None:
    ran = jsonl(*({"id": n, "text": f"The strap is {n} mm wide."} for n in range(1000)))
    assert [answer["id"] for answer in ran.lines()] == list(range(1000))
