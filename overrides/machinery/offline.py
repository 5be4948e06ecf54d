"""What makes the built site work without a network: the service worker with its list of files, and the app's manifest.

The list names every published file with its hash, so that the worker takes a version whole or not at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Files that nobody asks for in a page: compressed twins, copies and maps of the pages for programs, the worker itself.
_LEFT_OUT = re.compile(r".*\.(?:br|gz|md|xml)|sw\.js|llms\.txt|robots\.txt")
#: A name with eight digits or letters of its own hash in it never means another content.
_HASHED = re.compile(r".*[.-](?:[0-9a-f]{8}|[0-9A-Z]{8})\.[a-z.]+")


def finish(site: Path, name: str, worker: str) -> None:
    """Write `sw.js`, from the bundled `worker`, and `manifest.webmanifest` at the root of the built `site`."""
    (site / "manifest.webmanifest").write_text(json.dumps(app(name), indent=1) + "\n")
    files = json.dumps(list(entries(site)), separators=(",", ":"))
    (site / "sw.js").write_text(f"self.__MCG_FILES={files};\n{worker}")


def app(name: str) -> dict[str, Any]:
    """The app's manifest: how the site looks on a home screen. Addresses count from the manifest."""
    pictures = [
        ("icon-192", "192x192", "any"),
        ("icon-512", "512x512", "any"),
        ("icon-any-shape-512", "512x512", "maskable"),
    ]
    return {
        "name": name,
        "short_name": "Messages",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#33123d",
        "icons": [
            {"src": f"assets/images/{file}.png", "sizes": sizes, "type": "image/png", "purpose": purpose}
            for file, sizes, purpose in pictures
        ],
    }


def entries(site: Path) -> Iterator[dict[str, str | None]]:
    """Every file to keep, as Workbox wants it: address, revision where the name alone does not tell, integrity."""
    for file in sorted(site.rglob("*")):
        address = file.relative_to(site).as_posix()
        if not file.is_file() or _LEFT_OUT.fullmatch(address):
            continue
        digest = hashlib.sha256(file.read_bytes()).digest()
        integrity = f"sha256-{base64.b64encode(digest).decode()}"
        revision = None if _HASHED.fullmatch(address) else digest.hex()[:16]
        yield {"url": address, "revision": revision, "integrity": integrity}
