"""Drives Firefox and WebKitGTK as their makers mean it, with nothing installed beside them: start one, go, ask, end it.

Firefox listens for its own protocol, Marionette: messages as JSON with their length before them. WebKitGTK has a driver
that speaks the W3C's WebDriver protocol over HTTP, and needs a screen: Xvfb is one without glass.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.stopping import stop

PATIENCE = 60
#: Ask: a command's name in the protocol and what goes with it; the answer's value.
Ask = Callable[[str, dict[str, Any]], Any]
_PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class Missing(Exception):
    """Why a browser cannot be measured here."""


class Visitor:
    """A browser that is open: goes to an address, and answers what a script says."""

    def __init__(self, name: str, go: Callable[[str], Any], run: Callable[[str], Any]) -> None:
        """`name` with the version, as the browser tells it."""
        self.name, self.go, self.run = name, go, run


@contextmanager
def firefox(profile: Path) -> Iterator[Visitor]:
    """Firefox with this profile, out of sight. Raises Missing where there is none."""
    program = next((path for name in ("firefox", "firefox-esr") if (path := shutil.which(name))), None)
    if program is None:
        raise Missing("Firefox is not installed here")
    profile.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    values = {**_PREFERENCES, "marionette.port": port}
    lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in values.items()]
    (profile / "user.js").write_text("".join(lines))
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with _running(command), _connected(port) as line:
        ask = _marionette(line)
        opened = ask("WebDriver:NewSession", {"pageLoadStrategy": "none"})["capabilities"]
        yield Visitor(
            f"Firefox {opened['browserVersion']}",
            lambda address: ask("WebDriver:Navigate", {"url": address}),
            lambda script: ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"],
        )
        with suppress(OSError, RuntimeError):  # it may be gone before it has answered
            ask("Marionette:Quit", {"flags": ["eForceQuit"]})


@contextmanager
def webkit(_profile: Path) -> Iterator[Visitor]:
    """WebKitGTK's own small browser. It keeps nothing from one start to the next. Raises Missing where there is none."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("xvfb-run")
    if driver is None or screen is None:
        raise Missing(f"{'xvfb' if driver else 'webkit2gtk-driver'} is not installed here")
    port = _free_port()
    with _running([screen, "--auto-servernum", driver, f"--port={port}"]), _connected(port):
        root = f"http://127.0.0.1:{port}/session"
        wanted = {"alwaysMatch": {"pageLoadStrategy": "none"}}
        opened = _post(root, {"capabilities": wanted})
        here = f"{root}/{opened['sessionId']}"
        try:
            yield Visitor(
                f"WebKitGTK {opened['capabilities']['browserVersion']}",
                lambda address: _post(f"{here}/url", {"url": address}),
                lambda script: _post(f"{here}/execute/sync", {"script": script, "args": []}),
            )
        finally:
            with suppress(OSError):
                urllib.request.urlopen(urllib.request.Request(here, method="DELETE"), timeout=PATIENCE).close()


def _marionette(line: socket.socket) -> Ask:
    """The first message is the browser's greeting; each question has a number, and its answer the same."""
    reader = line.makefile("rb")

    def read() -> Any:
        length = b""
        while (one := reader.read(1)) != b":":
            if not one:
                raise RuntimeError("Firefox has hung up")
            length += one
        return json.loads(reader.read(int(length)))

    read()
    asked = 0

    def ask(command: str, given: dict[str, Any]) -> Any:
        nonlocal asked
        asked += 1
        message = json.dumps([0, asked, command, given]).encode()
        line.sendall(b"%d:%s" % (len(message), message))
        _, _, error, value = read()
        if error:
            raise RuntimeError(error["message"])
        return value

    return ask


def _post(address: str, given: dict[str, Any]) -> Any:
    request = urllib.request.Request(address, json.dumps(given).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise RuntimeError(json.load(error)["value"]["message"]) from error


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[str]) -> Iterator[None]:
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        try:
            yield
        finally:
            stop(process)


@contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    """A line to a program that has just been started, once it listens."""
    with _connect(port, time.monotonic() + PATIENCE) as line:
        yield line


def _connect(port: int, end: float) -> socket.socket:
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
