"""Runs the set-up's commands and tells a person how far they are.

On a terminal the newest line of a command's output is shown in place, so that a long download is seen to move; in a
log each step is one line. A failed command's last lines are shown in full.
"""

from __future__ import annotations

import collections
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

#: Lines of a failed command's output that are shown.
SHOWN_ON_FAILURE = 40
#: A program and its arguments.
Command = list[str | Path]


class SetupError(Exception):
    """A step could not be done; the message is a plain sentence for the person who typed the command."""


def say(text: str) -> None:
    """Print one line at once, also where output is not a terminal."""
    print(text, flush=True)


def run(what: str, command: Command, cwd: Path, env: Mapping[str, str] | None = None) -> None:
    """Run `command`, showing that it moves. Raises SetupError with the last lines of its output if it fails."""
    started = time.monotonic()
    last: collections.deque[str] = collections.deque(maxlen=SHOWN_ON_FAILURE)
    say(f"  {what} …")
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        for line in child.stdout or ():
            last.append(line.rstrip())
            _show_in_place(line.strip())
    _show_in_place("")
    if child.returncode:
        raise SetupError("\n".join([*last, "", f"{what}: the step failed, see the lines above."]))
    say(f"  {what}: done in {time.monotonic() - started:.0f} s")


def _show_in_place(line: str) -> None:
    """Overwrite the current terminal line; nothing where output goes to a file."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns - 6
        sys.stdout.write(f"\r\033[K    {line[:width]}" if line else "\r\033[K")
        sys.stdout.flush()
