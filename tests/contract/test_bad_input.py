"""Whatever is given to `guide-engine check`, the answer is a clear sentence and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.command import Ran, guide_engine


def _refused(ran: Ran, words: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert words in ran.err


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "the message is empty"),
        (b" \n\t\r\n", "the message is empty"),
        (b"\xef\xbb\xbf", "the message is empty"),
        ("\u200b\u200b\n".encode(), "the message is empty"),
        (b"a" * 1_000_000, "has 1,000,000 characters"),
        (b"a\x00b", "NUL character at position 1"),
        (b"\xed\xa0\xbd", "not UTF-8 text (byte 0)"),
        ("Grüße".encode("latin-1"), "not UTF-8 text (byte 2)"),
        ("Hello".encode("utf-16"), "not UTF-8 text (byte 0)"),
        ("Hello".encode("utf-16-le"), "NUL character at position 1"),
        (b"\x89PNG\r\n\x1a\n\x00", "not UTF-8 text (byte 0)"),
    ],
    ids=[
        "empty",
        "blank",
        "only a BOM",
        "only invisible",
        "1 MB",
        "NUL",
        "surrogate",
        "Latin-1",
        "UTF-16",
        "UTF-16 bare",
        "a picture",
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_that_holds_no_message_is_refused(tmp_path: Path, raw: bytes, words: str, form: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(raw)
    _refused(guide_engine("check", "--format", form, str(path)), words)
    _refused(guide_engine("check", "--format", form, given=raw), words)


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_folder_a_missing_file_and_a_strange_name_are_refused(tmp_path: Path, form: str) -> None:
    _refused(guide_engine("check", "--format", form, str(tmp_path)), "This is a folder")
    _refused(guide_engine("check", "--format", form, str(tmp_path / "none.txt")), "cannot be read: No such file")
    _refused(guide_engine("check", "--format", form, str(tmp_path / ("x" * 300))), "cannot be read")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--kind", "letter"], "kind must be one of reply, proactive"),
        (["--reason", "fun"], "reason must be one of customization"),
        (["--opted-out", "maybe"], "opted_out must be one of yes, no, unknown"),
        (["--completed-on", "yesterday"], "completed_on must be a real date"),
        (["--completed-on", "2026-13-01"], "completed_on must be a real date"),
        (["--today", "2026-2-3"], "today must be a real date"),
        (["--attach", "manual.pdf"], "NAME:BYTES"),
        (["--attach", ":5"], "NAME:BYTES"),
        (["--attach", "a.pdf:-5"], "NAME:BYTES"),
        (["--attach", "a.pdf:12kB"], "NAME:BYTES"),
        (["--format", "xml"], "invalid choice: 'xml'"),
        (["--colour", "red"], "unrecognized arguments"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_option_that_cannot_be_used_is_named(options: list[str], words: str) -> None:
    _refused(guide_engine("check", *options, given=b"The strap is 22 mm."), words)


@pytest.mark.parametrize("options", [["--kind", "letter"], ["--attach", "x"]])
def test_a_bad_option_stops_a_run_over_lines_before_it_starts(options: list[str]) -> None:
    _refused(guide_engine("check", "--format", "jsonl", *options, "-", given=b'{"text": "a"}\n'), "")


def test_a_command_is_needed_and_must_exist() -> None:
    _refused(guide_engine(), "COMMAND")
    _refused(guide_engine("chekc"), "invalid choice: 'chekc'")


def test_a_complaint_says_which_file_it_is_about(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    ran = guide_engine("check", "bad.txt", "none.txt", folder=tmp_path)
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["bad.txt", "none.txt"]
