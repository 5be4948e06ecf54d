"""`mkdocs serve`, as `make serve` starts it: live reload, no policy, and a site that knows it is being served."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.conftest import FIXED, ROOT
from tests.stopping import stop

#: Seconds: the first start assembles the browser's Python, which a busy machine takes its time for.
PATIENCE = 600
#: How often a port that was free may be gone before the site is served there.
ATTEMPTS = 3


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The address of a served site."""
    process, address = _start()
    with process:
        try:
            yield address
        finally:
            stop(process)


def _start() -> tuple[subprocess.Popen[str], str]:
    """Serve at a free port. MkDocs takes it only when it has built, so another program may come first: then at another."""
    said = ""
    for _ in range(ATTEMPTS):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", address]
        # SITE_URL is for the built site: serving ignores its host.
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **FIXED}, stderr=subprocess.PIPE, text=True)
        if _answers(process, f"http://{address}/"):
            return process, f"http://{address}/"
        process.kill()
        said = process.communicate()[1]
        if "in use" not in said:
            break
    pytest.fail(f"the site was not served: {said[-2000:]}")


def _answers(process: subprocess.Popen[str], address: str) -> bool:
    """Wait for the first answer; no where the program has ended or takes for ever."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            fetch(address)
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
        else:
            return process.poll() is None
    return False


def fetch(address: str) -> str:
    # An answer waits while a change is being built.
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
        return text


def test_live_reload_is_on_and_no_policy_stands_in_its_way(served: str) -> None:
    page = fetch(f"{served}sellers/reply/")
    assert "livereload(" in page
    assert "Content-Security-Policy" not in page


def test_the_page_knows_that_it_is_served(served: str) -> None:
    block = re.search(r'id="mcg-config">(.*?)</script>', fetch(f"{served}tools/check/"))
    assert block
    config = json.loads(block[1])
    assert config["dev"] is True
    assert config["base"] == "../.."


def test_the_tools_are_served_too(served: str) -> None:
    manifest = json.loads(fetch(f"{served}assets/python/manifest.json"))
    assert manifest["files"]
    assert "import" in fetch(f"{served}assets/guide/main.js")


def test_a_worker_that_keeps_a_built_site_is_let_go(served: str) -> None:
    # Started once from a build served at this address, it asks here for news (see overrides/guide/sw_gone.ts).
    assert "unregister" in fetch(f"{served}sw.js")
    assert "__MCG_FILES" not in fetch(f"{served}sw.js")
