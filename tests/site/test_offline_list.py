"""The service worker's list: every file that a page may ask for, each as it is published."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest

from tests.conftest import BuiltSite

#: Published for programs and other hosts, never asked for by a page.
LEFT_OUT = {".br", ".gz", ".md", ".xml"}


@pytest.fixture
def listed(site: BuiltSite) -> dict[str, dict[str, Any]]:
    """What the worker fetches before it serves anything, by address."""
    first = (site.folder / "sw.js").read_text().partition("\n")[0]
    entries: list[dict[str, Any]] = json.loads(first.removeprefix("self.__MCG_FILES=").removesuffix(";"))
    return {entry["url"]: entry for entry in entries}


def test_every_file_of_the_site_is_kept(site: BuiltSite, listed: dict[str, Any]) -> None:
    published = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()}
    kept = {name for name in published if "." + name.rpartition(".")[2] not in LEFT_OUT}
    assert set(listed) == kept - {"sw.js", "llms.txt", "robots.txt"}


def test_each_is_listed_as_it_is_published(site: BuiltSite, listed: dict[str, Any]) -> None:
    # One that is not keeps the worker from ever being taken into use.
    for name, entry in listed.items():
        digest = hashlib.sha256((site.folder / name).read_bytes()).digest()
        assert entry["integrity"] == f"sha256-{base64.b64encode(digest).decode()}", name
        assert entry["revision"] or digest.hex()[:8] in name or name.startswith("assets/"), name
