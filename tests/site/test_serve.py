"""`mkdocs serve`, as `make serve` starts it: live reload, no policy, and a site that knows it is being served."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from tests.conftest import FIXED, ROOT
from tests.stopping import stop

#: Seconds: the first start assembles the browser's Python, which a busy machine takes its time for.
PATIENCE = 180


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The address of a served site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", address]
    # SITE_URL is for the built site: serving ignores its host.
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **FIXED}, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, f"http://{address}/")
            yield f"http://{address}/"
        finally:
            stop(process)


def _wait(process: subprocess.Popen[str], address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            fetch(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    process.kill()
    pytest.fail(f"the site was not served: {process.communicate()[1][-2000:]}")


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
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
