"""How many bytes a page brings before anybody wants a tool: as sent, compressed, into an empty cache."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.kinds import ENGINE, KINDS
from tests.bench.visits import Place

#: Milliseconds after the page has loaded: what it brings for later, and for offline, begins after eight seconds.
REST = 1500


def measure(place: Place) -> list[Figure]:
    """The largest page kind against its bound, and each kind."""
    sizes = {kind: _bytes(place, address) / 1000 for kind, address in KINDS.items()}
    largest = max(sizes, key=lambda kind: sizes[kind])
    worst = Figure(
        "pages", f"bytes before a tool is wanted, largest page ({largest})", "KB", sizes[largest], None, 400, 250
    )
    return [worst, *(Figure("pages", f"bytes of a page: {kind}", "KB", size) for kind, size in sizes.items())]


def _bytes(place: Place, address: str) -> int:
    place.host.sent.clear()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, place.browser(Path(profile)) as context:
        page = context.pages[0]
        page.goto(place.host.address + address, wait_until="load")
        page.wait_for_timeout(REST)
    return sum(sent.size for sent in place.host.sent if not sent.path.startswith(ENGINE))
