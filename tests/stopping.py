"""How the tests and the bench end a program that they started."""

from __future__ import annotations

import signal
import subprocess
from typing import Any


def stop(process: subprocess.Popen[Any]) -> None:
    """End it as Ctrl+C does; by force where that is ignored, as shells have it for what they run in the background."""
    process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
