"""Makes a tab's processor slower: page, workers and compilers alike.

DevTools slows a page's main thread only; Chromium answers "Operation is only supported for pages, not workers" where a
worker is to be slowed, and Python runs in one. So the tab's whole process is stopped for three quarters of each eight
milliseconds (see stop_and_go.py): every thread of it gets a quarter of the time, on both sides of the comparison.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext

_HELPER = Path(__file__).with_name("stop_and_go.py")


@contextmanager
def slowed(context: BrowserContext, times: float) -> Iterator[None]:
    """Inside, the tabs that this browser has now run at a `times`-th of their speed. For Linux and macOS."""
    assert context.browser, "a browser that was started for this profile"
    session = context.browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    tabs = [str(process["id"]) for process in found if process["type"] == "renderer"]
    # A process of its own: this one serves the files meanwhile, and would keep time badly.
    command = [sys.executable, "-I", str(_HELPER), str(times), *tabs]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as helper:
        assert helper.stdout is not None
        helper.stdout.readline()
        try:
            yield
        finally:
            helper.communicate()  # closes its input, at which it ends
