"""`guide-engine check` for people and for programs: formats, context, positions and exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guide_engine import catalog
from tests.contract.command import ROOT, guide_engine

#: A device that takes nothing.
FULL = Path("/dev/full")

CLEAN = "Yes, the strap is 22 mm wide and fits your watch."
WARNED = "Your spare part is on its way 🎉"
BARRED = "Please write to help@brightmugs.example.com about the lid."

FINDING_FIELDS = [
    "rule", "code", "title", "severity", "status", "where", "start", "end", "message", "sources", "fixes", "page",
]  # fmt: skip


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.txt"


@pytest.mark.parametrize(
    ("text", "verdict", "code"), [(CLEAN, "send", 0), (WARNED, "review", 1), (BARRED, "stop", 1)], ids=["0", "1", "1"]
)
def test_the_exit_code_says_whether_the_draft_can_go(draft: Path, text: str, verdict: str, code: int) -> None:
    draft.write_text(text, encoding="utf-8")
    ran = guide_engine("check", "--format", "json", str(draft))
    assert (ran.code, ran.json()["verdict"], ran.err) == (code, verdict, "")


def test_what_cannot_be_used_wins_over_what_is_found(draft: Path) -> None:
    draft.write_text(BARRED, encoding="utf-8")
    ran = guide_engine("check", str(draft), str(draft.with_name("missing.txt")))
    assert ran.code == 2
    assert "email-address" in ran.out
    assert "missing.txt: This file cannot be read" in ran.err


def test_standard_input_is_read_when_no_file_is_named() -> None:
    assert guide_engine("check", given=WARNED.encode()).out == guide_engine("check", "-", given=WARNED.encode()).out
    assert guide_engine("check", given=CLEAN.encode()).code == 0


def test_text_for_people_has_one_line_per_finding_and_the_verdict_last() -> None:
    ran = guide_engine("check", given=f"Hello,\n\n{WARNED}\n".encode())
    first, *fixes, last = ran.out.splitlines()
    assert first.startswith("<standard input>:3:31: warning FMT01 emoji: ")
    assert fixes == ["    fix (safe): Remove the emoji"]
    assert last.startswith("<standard input>: review: Look again before you send")
    assert "taken for a reply" in last


def test_the_assumed_kind_is_told_only_when_it_was_assumed() -> None:
    assert "taken for" not in guide_engine("check", "--kind", "reply", given=CLEAN.encode()).out
    assert guide_engine("check", "--format", "json", given=CLEAN.encode()).json()["assumed"] == ["kind"]
    stated = guide_engine("check", "--format", "json", "--kind", "reply", given=CLEAN.encode())
    assert stated.json()["assumed"] == []


def test_one_file_is_answered_by_an_object_and_several_by_a_list(tmp_path: Path) -> None:
    names = []
    for name, text in (("a.txt", CLEAN), ("b.txt", BARRED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    one, both = (guide_engine("check", "--format", "json", *wanted) for wanted in (names[:1], names))
    assert one.json()["id"] == names[0]
    assert [(answer["id"], answer["verdict"]) for answer in both.json()] == [(names[0], "send"), (names[1], "stop")]
    assert (one.code, both.code) == (0, 1)


def test_a_finding_has_every_field_and_no_other(draft: Path) -> None:
    draft.write_text(BARRED, encoding="utf-8")
    answer = guide_engine("check", "--format", "json", str(draft)).json()
    finding = next(f for f in answer["findings"] if f["rule"] == "email-address")
    assert list(finding) == FINDING_FIELDS
    assert BARRED[finding["start"] : finding["end"]] == "help@brightmugs.example.com"
    assert (finding["severity"], finding["where"], finding["page"]) == ("error", "text", "rules/email-address/")
    assert set(finding["sources"][0]) == {"id", "title", "publisher", "url", "where", "read"}
    assert all(set(fix) == {"title", "applicability", "edits"} for fix in finding["fixes"])
    assert all(set(edit) == {"start", "end", "replacement"} for fix in finding["fixes"] for edit in fix["edits"])
    assert list(answer) == ["id", "verdict", "headline", "assumed", "characters", "counts", "findings"]
    assert answer["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert answer["characters"] == len(BARRED)


@pytest.mark.parametrize(
    ("raw", "start"),
    [
        (b"Hi \xf0\x9f\x8e\x89", 3),
        (b"\xef\xbb\xbfHi \xf0\x9f\x8e\x89", 4),
        (b"Hi\r\n\xf0\x9f\x8e\x89", 4),
        (b"\xef\xbb\xbfHi\r\n\r\n\xf0\x9f\x8e\x89 bye", 7),
        (b"Hi\r\xf0\x9f\x8e\x89", 3),
        ("𝐇𝐢 🎉".encode(), 3),
        ("e\u0301\u200b🎉".encode(), 3),
    ],
    ids=["plain", "BOM", "CRLF", "BOM and CRLF", "old Mac", "astral letters", "marks and invisible characters"],
)
def test_positions_count_code_points_of_the_input_as_it_stands(draft: Path, raw: bytes, start: int) -> None:
    draft.write_bytes(raw)
    from_file = guide_engine("check", "--format", "json", str(draft)).json()["findings"]
    piped = guide_engine("check", "--format", "json", given=raw).json()["findings"]
    (finding,) = (f for f in from_file if f["rule"] == "emoji")
    assert (finding["start"], finding["end"]) == (start, start + 1)
    assert raw.decode("utf-8")[finding["start"] : finding["end"]] == "🎉"
    assert [(f["start"], f["end"]) for f in piped] == [(f["start"], f["end"]) for f in from_file]


def test_the_context_changes_the_verdict() -> None:
    said = ("--kind", "proactive", "--opted-out", "yes", "--order-id", "112-1234567-1234567")
    text = b"Which colour shall we send for order 112-1234567-1234567?"
    about = {
        reason: guide_engine("check", "--format", "json", *said, "--reason", reason, given=text).json()["verdict"]
        for reason in ("customization", "product-question", "warranty", "safety")
    }
    assert about == {
        "customization": "send",
        "product-question": "undeliverable",
        "warranty": "undeliverable",
        "safety": "undeliverable",
    }


def test_the_thirty_days_are_counted_between_the_two_dates() -> None:
    def rules(today: str, kind: str) -> list[str]:
        said = ("--kind", kind, "--completed-on", "2026-10-01", "--today", today)
        answer = guide_engine("check", "--format", "json", *said, given=b"Your return label is attached.").json()
        return [f["rule"] for f in answer["findings"] if f["severity"] == "error"]

    assert rules("2026-10-31", "proactive") == []
    assert rules("2026-11-01", "proactive") == ["outside-30-days"]
    assert rules("2027-11-01", "reply") == []


def test_what_stands_in_the_subject_and_the_attachments_is_named_there() -> None:
    said = ("--subject", "Good news 🎉", "--attach", "manual.pdf:11000000", "--kind", "reply")
    ran = guide_engine("check", "--format", "json", *said, given=CLEAN.encode())
    places = {f["rule"]: (f["where"], f["start"], f["end"]) for f in ran.json()["findings"]}
    assert places["emoji"] == ("subject", 10, 11)
    assert places["attachment-too-large"] == ("attachments", None, None)


def test_text_output_names_the_subject_and_the_attachments() -> None:
    out = guide_engine("check", "--subject", "News 🎉", "--attach", "a.pdf:11000000", given=CLEAN.encode()).out
    assert "<standard input>:subject:1:6: warning FMT01 emoji" in out
    assert "<standard input>:attachments: error ATT" in out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_answers_are_utf8_whatever_the_terminal_says(encoding: str) -> None:
    ran = guide_engine("check", "--format", "json", given="Grüße 🎉 – 'ok'".encode(), PYTHONIOENCODING=encoding)
    assert ran.json()["findings"][0]["rule"] == "emoji"


def test_the_catalog_is_one_object_with_four_lists() -> None:
    ran = guide_engine("catalog")
    assert ran.code == 0
    assert ran.json() == catalog()
    assert list(ran.json()) == ["rules", "templates", "flows", "sources"]
    assert guide_engine("catalog", "--indent", "2").json() == ran.json()


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["catalog", "--help"]])
def test_help_says_what_the_exit_codes_mean_or_what_the_options_take(arguments: list[str]) -> None:
    ran = guide_engine(*arguments)
    assert ran.code == 0
    assert ("Exit codes" in ran.out) if arguments == ["--help"] else ("usage: guide-engine" in ran.out)


def test_a_reader_who_stops_early_is_no_accident() -> None:
    rows = b'{"id": 1, "text": "Hello, the strap is 22 mm."}\n' * 4000
    with subprocess.Popen(
        [sys.executable, "-m", "guide_engine", "check", "--format", "jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(rows[:200])
        process.stdin.flush()
        process.stdout.close()
        try:
            process.stdin.write(rows)
            process.stdin.close()
        except BrokenPipeError:
            pass
        complaint = process.stderr.read().decode()
        process.wait(60)
    assert "Traceback" not in complaint
    assert complaint == ""
    assert process.returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["catalog"], ["check", "--format", "json", "-"], ["walk", "may-i-send"]])
def test_an_answer_that_cannot_be_written_is_told_in_a_sentence(arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "guide_engine", *arguments],
            input=b"Hello, the strap is 22 mm.",
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert ran.stderr.decode() == (
        "guide-engine: The answer could not be written: No space left on device. Make room, or write it elsewhere.\n"
    )
    assert ran.returncode == 2
