"""How long the site takes to build from clean, and until a change shows under `make serve`. In a copy of the project.

The copy holds what is tracked, and links to what `make setup` installed; nothing that an earlier build kept. There a
guide page and a rule are edited while somebody watches, and the time runs from the saved file to the new page.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machinery.places import NODE_MODULES, ROOT, VENV, WHEELS
from tests.bench.figures import Figure, median
from tests.stopping import stop

EDITS = 7
RULE_EDITS = 3
PATIENCE = 300
GUIDE = ("docs/sellers/reply.md", "sellers/reply/")
RULE = ("guide_engine/rules/emoji.py", "rules/emoji/")
SUMMARY = 'summary="'
TOOLS = "assets/python/manifest.json"


def measure() -> list[Figure]:
    """A build from clean, one with nothing changed, and both edits."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "guide")
        _copy(copy)
        clean, again = _build(copy), _build(copy)
        with _served(copy) as address:
            guide = [_edit_guide(copy, address, number) for number in range(EDITS)]
            rule = [_edit_rule(copy, address, number) for number in range(RULE_EDITS)]
    return [
        Figure("build", "`make site` from clean, after set-up", "s", clean, None, 60, 25),
        Figure("build", "`make site` with nothing changed", "s", again),
        Figure("build", "`make serve`: until an edited guide page shows", "s", median(guide), None, 3, 1),
        Figure(
            "build", "`make serve`: until an edited rule shows on its page", "s", median([page for page, _ in rule])
        ),
        Figure("build", "`make serve`: until the tools use an edited rule", "s", median([tools for _, tools in rule])),
    ]


def _copy(copy: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        source = ROOT / name
        if name and source.is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy / name)
    (copy / "build").mkdir()
    for link, target in (("node_modules", NODE_MODULES), (".venv", VENV), ("build/wheels", WHEELS)):
        (copy / link).symlink_to(target, target_is_directory=True)


def _environment(copy: Path) -> dict[str, str]:
    """As the Makefile sets it, for the copy."""
    own = {"PYTHONPATH": str(copy / "overrides"), "PYTHONPYCACHEPREFIX": str(copy / "build" / "pycache")}
    return {**os.environ, **own, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1767225600"}


def _build(copy: Path) -> float:
    """`make site` without its look whether everything is set up, which takes a fifth of a second."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--clean"]
    subprocess.run(command, cwd=copy, env=_environment(copy), check=True)
    return time.perf_counter() - started


@contextmanager
def _served(copy: Path) -> Iterator[str]:
    """`mkdocs serve` over the copy, ready: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr", where]
    with subprocess.Popen(command, cwd=copy, env=_environment(copy)) as process:
        try:
            _until(f"http://{where}/", "")
            yield f"http://{where}/"
        finally:
            stop(process)


def _until(address: str, words: str) -> None:
    """Ask for a page until it is there and holds these words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page = _get(address)
        if page is not None and words in page:
            return
        time.sleep(0.02)
    raise SystemExit(f"bench: {address} never showed {words!r}")


def _get(address: str) -> str | None:
    """A page as it is served now, or None while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text
    except (urllib.error.URLError, ConnectionError):
        return None


def _edit_guide(copy: Path, address: str, number: int) -> float:
    file = copy / GUIDE[0]
    words = f"A sentence of the bench, number {number}."
    return _seen(file, file.read_text(encoding="utf-8") + f"\n\n{words}\n", address + GUIDE[1], words)


def _edit_rule(copy: Path, address: str, number: int) -> tuple[float, float]:
    """Until the rule's page shows it, and until the tools have it."""
    file = copy / RULE[0]
    text = file.read_text(encoding="utf-8")
    start = text.index(SUMMARY) + len(SUMMARY)
    words = f"Bench {number}."
    manifest = _get(address + TOOLS)
    page = _seen(file, f"{text[:start]}{words} {text[start:]}", address + RULE[1], words)
    started = time.perf_counter() - page
    while _get(address + TOOLS) == manifest:
        time.sleep(0.05)
    return page, time.perf_counter() - started


def _seen(file: Path, text: str, address: str, words: str) -> float:
    time.sleep(1)  # the watcher looks twice a second; let the last change be over
    file.write_text(text, encoding="utf-8")
    started = time.perf_counter()
    _until(address, words)
    return time.perf_counter() - started
