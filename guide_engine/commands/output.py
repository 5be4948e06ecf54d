"""Writing answers: UTF-8 whatever the terminal says, and whole lines only."""

from __future__ import annotations

import json
import sys
from typing import Any


def write_line(text: str) -> None:
    """Write one line to standard output. Half characters (lone surrogates) come out as their JSON escapes."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def write_json(value: Any, *, indent: int | None = None) -> None:
    """Write a value as JSON: on one line, or indented for people."""
    write_line(json.dumps(value, ensure_ascii=False, indent=indent))


def complain(message: str) -> None:
    """Tell the person on standard error what could not be used."""
    sys.stdout.flush()
    sys.stderr.buffer.write(f"guide-engine: {message}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.flush()
