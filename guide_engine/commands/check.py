"""``guide-engine check``: check message files, or one JSON object a line.

Exit codes: 0 every verdict is `send`; 1 some other verdict; 2 a file, line or option that cannot be used (this wins).
Positions count code points of the UTF-8-decoded input as it stands: line ends are not translated, a BOM counts.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from guide_engine.answers import report_json
from guide_engine.checker import Report, check
from guide_engine.commands.output import complain, write_json, write_line
from guide_engine.draft import Draft, DraftError, Kind, OptedOut, Reason
from guide_engine.findings import Finding, Verdict
from guide_engine.headline import headline
from guide_engine.json_input import identity, read

NAME = "check"
HELP = "Check messages and say what breaks the written rules, why, and how to mend it."

_BOM = b"\xef\xbb\xbf"


class _UnusableError(ValueError):
    """Input that cannot be read at all; the text is the sentence for the person."""


def add_arguments(parser: ArgumentParser) -> None:
    """The files, the format and the context of the message."""
    parser.add_argument("files", nargs="*", metavar="FILE", default=["-"], help="text files; - is standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people; json for one answer (a list where there are several files); "
        "jsonl reads one JSON object a line (id, text and the fields below) and answers one a line",
    )
    context = parser.add_argument_group("context of the message (with jsonl: where a line does not say)")
    context.add_argument("--kind", metavar="KIND", help=f"{' or '.join(Kind)}; reply if not given")
    context.add_argument("--subject", help="the subject line")
    context.add_argument("--completed-on", metavar="DATE", help="the day the order was completed, as YYYY-MM-DD")
    context.add_argument("--today", metavar="DATE", help="the day to check for, if not today")
    context.add_argument("--opted-out", metavar="ANSWER", help=f"has the buyer opted out: {', '.join(OptedOut)}")
    context.add_argument("--reason", help=f"what the message is for: {', '.join(Reason)}")
    context.add_argument("--locale", help="the buyer's language, such as en_US or de")
    context.add_argument("--order-id", metavar="ID", help="the order, as 112-1234567-1234567")
    context.add_argument("--attach", action="append", metavar="NAME:BYTES", help="a file that goes with it (repeat)")


def run(arguments: Namespace) -> int:
    """Check everything that was asked for and return the exit code."""
    try:
        context = _context(arguments)
        Draft.from_json({"text": "x", **context})
    except DraftError as error:
        complain(str(error))
        return 2
    if arguments.format == "jsonl":
        return max((_check_lines(name, context) for name in arguments.files), default=0)
    return _check_files(arguments.files, context, as_json=arguments.format == "json")


def _context(arguments: Namespace) -> dict[str, Any]:
    """The options as draft fields. Raises DraftError for an attachment that is not NAME:BYTES."""
    names = ("kind", "subject", "completed_on", "today", "opted_out", "reason", "locale", "order_id")
    given = {name: value for name in names if (value := getattr(arguments, name)) is not None}
    if arguments.attach:
        given["attachments"] = [_attachment(item) for item in arguments.attach]
    return given


def _attachment(item: str) -> dict[str, Any]:
    name, _, size = item.rpartition(":")
    if not name or not size.isascii() or not size.isdigit():
        message = f"Write an attachment as NAME:BYTES, such as label.pdf:120000, not {item!r}."
        raise DraftError(message, "attachments")
    return {"name": name, "bytes": int(size)}


def _check_files(names: list[str], context: dict[str, Any], *, as_json: bool) -> int:
    code = 0
    answers = []
    for name in names:
        try:
            draft = Draft.from_json({"text": _decode(_read(name)), **context})
        except (DraftError, _UnusableError) as error:
            complain(f"{_shown(name)}: {error}")
            code = 2
            continue
        report = check(draft)
        code = max(code, _code(report))
        if as_json:
            answers.append({"id": _shown(name), **report_json(draft, report)})
        else:
            _print_text(name, draft, report)
    if as_json and answers:
        write_json(answers[0] if len(names) == 1 else answers, indent=2)
    return code


def _check_lines(name: str, context: dict[str, Any]) -> int:
    """Answer each line of a JSON-lines file; a bad line is answered by an error and the run goes on."""
    try:
        lines = _lines(name)
        code = 0
        for number, line in enumerate(lines, 1):
            if line.strip():
                code = max(code, _answer_line(number, line, context))
    except _UnusableError as error:
        complain(f"{_shown(name)}: {error}")
        return 2
    return code


def _answer_line(number: int, line: bytes, context: dict[str, Any]) -> int:
    row: Any = None
    try:
        row = _row(line)
        draft = Draft.from_json({**context, **row})
    except (DraftError, _UnusableError) as error:
        name = identity(row.get("id")) if isinstance(row, dict) else None
        write_json({"line": number, "id": name, "error": str(error)})
        return 2
    report = check(draft)
    write_json({"id": row.get("id"), **report_json(draft, report)})
    return _code(report)


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = read(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = f"This line is not UTF-8 text (byte {error.start})."
        raise _UnusableError(message) from error
    except ValueError as error:
        message = f"This line is not a JSON object: {error}."
        raise _UnusableError(message) from error
    if not isinstance(row, dict):
        message = 'Each line must be a JSON object such as {"id": 1, "text": "Hello …"}.'
        raise _UnusableError(message)
    if row.get("id") is not None and identity(row["id"]) is None:
        message = "The id of a line must be text or a number."
        raise _UnusableError(message)
    return row


def _lines(name: str) -> Iterator[bytes]:
    """The lines of a file, without the mark that some editors put first."""
    stream: BinaryIO = sys.stdin.buffer if name == "-" else _open(name)
    for number, line in enumerate(stream):
        yield line.removeprefix(_BOM) if number == 0 else line


def _open(name: str) -> BinaryIO:
    path = Path(name)
    try:
        if path.is_dir():
            message = "This is a folder. Name the files in it."
            raise _UnusableError(message)
        return path.open("rb")
    except (OSError, ValueError) as error:
        if isinstance(error, _UnusableError):
            raise
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"This file cannot be read: {reason}."
        raise _UnusableError(message) from error


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    with _open(name) as stream:
        return stream.read()


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"This is not UTF-8 text (byte {error.start}). Save it as UTF-8 and try again."
        raise _UnusableError(message) from error


def _code(report: Report) -> int:
    return 0 if report.verdict is Verdict.SEND else 1


def _shown(name: str) -> str:
    return "<standard input>" if name == "-" else name


def _print_text(name: str, draft: Draft, report: Report) -> None:
    """One line per finding, ``file:line:column: severity code rule: message``, then the verdict."""
    for finding in report.findings:
        place = f"{_shown(name)}:{_line_and_column(draft, finding)}"
        write_line(f"{place}: {finding.severity} {finding.code} {finding.rule}: {finding.message}")
        for fix in finding.fixes:
            write_line(f"    fix ({fix.applicability}): {fix.title}")
    assumed = " (taken for a reply; say --kind proactive if you write first)" if "kind" in report.assumed else ""
    write_line(f"{_shown(name)}: {report.verdict}: {headline(report)}{assumed}")


def _line_and_column(draft: Draft, finding: Finding) -> str:
    if finding.span is None:
        return finding.where.value
    text = draft.subject if finding.where.value == "subject" else draft.text
    before = text[: finding.span.start]
    prefix = "subject:" if finding.where.value == "subject" else ""
    return f"{prefix}{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"
