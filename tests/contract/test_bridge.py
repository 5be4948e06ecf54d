"""The bridge always answers, counts as JavaScript does, and tells nobody what the draft says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guide_engine import Draft, catalog
from guide_engine import check as run_check
from guide_engine.answers import report_json
from guide_engine.bridge import VERSION, handle, positions_of

SECRET = "Zanzibar-4711"  # noqa: S105  # a word to look for, no password


def ask(method: object, params: object = None, **more: Any) -> dict[str, Any]:
    """One request in the page's shape and its answer."""
    answer: dict[str, Any] = json.loads(
        handle(json.dumps({"v": VERSION, "id": 7, "method": method, "params": params, **more}))
    )
    return answer


def check(text: str, **context: Any) -> dict[str, Any]:
    answer = ask("check", {"text": text, **context})
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result


def utf16(text: str, start: int, end: int) -> str:
    """What JavaScript's `text.slice(start, end)` gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_an_answer_has_the_agreed_shape() -> None:
    answer = ask("check", {"text": "The strap is 22 mm.", "kind": "reply"})
    assert {key: answer[key] for key in ("v", "id", "ok")} == {"v": 1, "id": 7, "ok": True}
    assert answer["result"] == {
        "verdict": "send",
        "headline": "Nothing here breaks the written rules.",
        "assumed": [],
        "characters": 19,
        "counts": {"error": 0, "warning": 0, "info": 0},
        "findings": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        "The strap is 22 mm.",
        'Call “Ana”: 0171 2345678 \\ "now".\nMail help@brightmugs.example.com',
        "🎉 Mail help@brightmugs.example.com\nor leave a review, I will send you $20!",
    ],
)
def test_a_check_is_spelled_as_its_report_says(text: str) -> None:
    draft = Draft.from_json({"text": text, "subject": "Visit brightmugs.com 🎉"})
    request = json.dumps(
        {"v": VERSION, "id": "a", "method": "check", "params": {"text": text, "subject": draft.subject}}
    )
    report = report_json(draft, run_check(draft), positions_of(draft))
    answer = {"v": VERSION, "id": "a", "ok": True, "result": report}
    assert handle(request) == json.dumps(answer, separators=(",", ":"))


@pytest.mark.parametrize(
    "text",
    [
        "Hi 🎉 there",
        "👩‍👩‍👧 Hi, mail help@brightmugs.example.com 🎉 now 🎉",
        "𝐇𝐞𝐥𝐥𝐨 𝐭𝐡𝐞𝐫𝐞, help@brightmugs.example.com 🙏",
        "é\u200b🇩🇪 Ciao 👍🏽!",
        "\ufeff🎉\r\n\r\n🎉",
    ],
)
def test_positions_are_those_of_javascript(text: str) -> None:
    expected = [text[f.span.start : f.span.end] for f in run_check(Draft(text=text)).findings if f.span]
    assert len(expected) >= 1
    assert [utf16(text, f["start"], f["end"]) for f in check(text)["findings"] if f["start"] is not None] == expected


def test_edits_count_as_javascript_does_too() -> None:
    text = "👩‍👩‍👧👍 Hello\nThe strap is 22 mm 🎉."
    mended = text
    for finding in reversed(check(text)["findings"]):
        for edit in finding["fixes"][0]["edits"]:
            mended = utf16(mended, 0, edit["start"]) + edit["replacement"] + utf16(mended, edit["end"], 10**6)
    assert mended == "Hello\nThe strap is 22 mm."


def test_positions_in_the_subject_are_those_of_the_subject() -> None:
    (finding,) = check("The strap is 22 mm. 𝐎𝐊?", subject="𝐇𝐢 🎉")["findings"]
    assert (finding["where"], finding["start"], finding["end"]) == ("subject", 5, 7)


def test_a_fix_of_what_is_missing_is_an_edit_of_the_text() -> None:
    text = "👍 Which colour shall we send?"
    order = "112-1234567-1234567"
    (finding,) = (
        f for f in check(text, kind="proactive", order_id=order)["findings"] if f["rule"] == "missing-order-id"
    )
    (edit,) = finding["fixes"][0]["edits"]
    assert (finding["where"], finding["start"], finding["end"]) == ("context", None, None)
    mended = utf16(text, 0, edit["start"]) + edit["replacement"] + utf16(text, edit["end"], 10**6)
    assert mended.startswith(text)
    assert order in mended


def test_fix_returns_the_whole_draft_and_what_was_done() -> None:
    answer = ask("fix", {"text": "Hello 🎉\n\n\n\nThe strap is 22 mm.", "subject": "News 🎉"})
    assert answer["result"]["text"] == "Hello\n\nThe strap is 22 mm."
    assert answer["result"]["subject"] == "News"
    assert len(answer["result"]["applied"]) == 3


def test_the_catalog_is_that_of_the_command_line() -> None:
    assert ask("catalog")["result"] == json.loads(json.dumps(catalog()))


@pytest.mark.parametrize("number", [0, "seven", None, 1.5, True])
def test_the_number_of_the_request_comes_back(number: Any) -> None:
    assert ask("check", {"text": "Hi"}, id=number)["id"] == number
    assert ask("nonsense", id=number)["id"] == number


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "nonsense",
        "{",
        "null",
        "5",
        '"check"',
        "[]",
        "[" * 100_000,
        "NaN",
        '{"v": 1}',
        '{"v": 1, "id": 1, "method": null}',
        '{"v": 1, "id": 1, "method": ["check"]}',
        '{"v": 1, "id": 1, "method": {"a": 1}}',
        '{"v": 1, "id": 1, "method": "__class__"}',
        '{"v": 2, "id": 1, "method": "check", "params": {"text": "Hi"}}',
        '{"v": "1", "id": 1, "method": "check", "params": {"text": "Hi"}}',
        '{"id": 1, "method": "check", "params": {"text": "Hi"}}',
        '{"v": 1, "id": 1, "method": "check"}',
        '{"v": 1, "id": 1, "method": "check", "params": []}',
        '{"v": 1, "id": 1, "method": "check", "params": "text"}',
        '{"v": 1, "id": 1, "method": "check", "params": 5}',
        '{"v": 1, "id": 1, "method": "check", "params": {"text": 5}}',
        '{"v": 1, "id": 1, "method": "check", "params": {"text": "\\ud800"}}',
        '{"v": 1, "id": 1, "method": "check", "params": {"text": "\\u0000"}}',
        '{"v": 1, "id": 1, "method": "fix", "params": {"text": ""}}',
        '{"v": 1, "id": 1, "method": "render", "params": {}}',
        '{"v": 1, "id": 1, "method": "render", "params": {"template": "no-such", "fields": {}}}',
        '{"v": 1, "id": 1, "method": "walk", "params": {}}',
        '{"v": 1, "id": 1, "method": "walk", "params": {"flow": 5, "answers": []}}',
        '{"v": 1, "id": 1e999, "method": "catalog"}',
        '{"v": 1, "id": "\\ud800", "method": "check", "params": {"text": ""}}',
    ],
    ids=lambda value: value[:90] or "empty",
)
def test_a_bad_request_is_answered_with_a_sentence(request_text: str) -> None:
    answer = json.loads(handle(request_text))
    assert set(answer) == {"v", "id", "ok", "error"}
    assert (answer["v"], answer["ok"]) == (1, False)
    assert set(answer["error"]) == {"message", "field"}
    assert answer["error"]["message"].endswith(".")
    assert "made a mistake of its own" not in answer["error"]["message"], "the page asked wrongly, the checker is fine"


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"text": "Hi", "completed_on": "soon"}, "completed_on"),
        ({"text": "Hi", "kind": "letter"}, "kind"),
        ({"text": "Hi", "attachments": [1]}, "attachments"),
        ({"text": ""}, "text"),
        ({}, "text"),
        ({"text": "Hi", "colour": "red"}, "colour"),
    ],
)
def test_an_error_names_the_field_at_fault(params: dict[str, Any], field: str) -> None:
    assert ask("check", params)["error"]["field"] == field


@pytest.mark.parametrize(
    "params",
    [
        {"text": f"{SECRET}\0"},
        {"text": f"{SECRET}\ud800"},
        {"text": [SECRET]},
        {"text": {"text": SECRET}},
        {"text": SECRET * 100_000},
        {"text": SECRET, "kind": "letter"},
        {"text": "Hi", "subject": f"{SECRET}\0"},
        {"text": "Hi", "previous": [f"{SECRET}\0"]},
        {"text": "Hi", "attachments": [{"name": f"{SECRET}\0", "bytes": 5}]},
        {"text": "Hi", "attachments": [{"name": SECRET, "bytes": "5"}]},
        {"text": "Hi", "order_id": f"{SECRET}\0"},
        [SECRET],
        SECRET,
    ],
    ids=range(13),
)
@pytest.mark.parametrize("method", ["check", "fix"])
def test_an_error_never_repeats_what_the_draft_says(method: str, params: object) -> None:
    answer = handle(json.dumps({"v": 1, "id": 1, "method": method, "params": params}))
    assert json.loads(answer)["ok"] is False
    assert SECRET not in answer


def test_malformed_json_is_not_repeated_either() -> None:
    assert SECRET not in handle('{"v": 1, "id": 1, "method": "check", "params": {"text": "' + SECRET)


def test_a_fault_of_the_engine_is_answered_without_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_draft: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("guide_engine.bridge.check", broken)
    answer = ask("check", {"text": SECRET})
    assert answer["ok"] is False
    assert "RuntimeError" in answer["error"]["message"]
    assert SECRET not in json.dumps(answer)


def test_the_answer_is_plain_ascii_json_so_that_no_encoding_can_break_it() -> None:
    assert handle(json.dumps({"v": 1, "id": "é🎉", "method": "check", "params": {"text": "🎉"}})).isascii()


def test_findings_come_in_the_order_of_the_page_with_the_context_last() -> None:
    result = check("Hi 🎉 there 🎉", subject="News 🎉", kind="proactive", completed_on="2026-01-01", today="2026-11-23")
    order = ["text", "subject", "attachments", "context"]
    places = [(order.index(f["where"]), f["start"] or 0) for f in result["findings"]]
    assert places == sorted(places)
    assert {f["where"] for f in result["findings"]} >= {"text", "subject", "context"}
