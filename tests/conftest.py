"""Shared by all tests: the site, built once a run and served under a sub-path of a host of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.serving import Host, hosting

ROOT = Path(__file__).resolve().parents[1]

#: What a build in the tests does not take from the machine it runs on; the date is any date, always the same.
FIXED = {"REPO_URL": "", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600"}


SITE_TESTS = ROOT / "tests" / "site"


@dataclass(frozen=True)
class BuiltSite:
    """The site as a reader's host has it."""

    folder: Path
    address: str
    host: Host

    def pages(self) -> list[Path]:
        """Every HTML file, in the order of their addresses."""
        return sorted(self.folder.rglob("*.html"))

    def url(self, file: Path) -> str:
        """The address of a file of the site, as a reader's browser shows it."""
        return self.address + file.relative_to(self.folder).as_posix().removesuffix("index.html")


def build_site(folder: Path, address: str, **environment: str) -> None:
    """`mkdocs build --strict` for a host at `address`; fails the test with its words."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, **FIXED, "SITE_URL": address, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"mkdocs build --strict failed:\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """A static host on a free port."""
    with hosting() as started:
        yield started


@pytest.fixture(scope="session")
def site(host: Host, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site, built for the host's address. MCG_SITE=site takes one that is built already, to save the time."""
    ready = os.environ.get("MCG_SITE")
    folder = Path(ready).resolve() if ready else tmp_path_factory.mktemp("built") / "site"
    if not ready:
        build_site(folder, host.address)
    assert (folder / "index.html").is_file(), f"{folder} holds no site"
    host.folder = folder
    return BuiltSite(folder, host.address, host)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that ask for the site or a browser carry the marker by themselves; the browser comes last.

    Whatever builds or shows the site belongs to one group, which one process takes: the site is built once, and never by
    two at a time. The other processes take the rest.
    """
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if names & {"browser", "page", "open_page"}:
            item.add_marker(pytest.mark.browser)
        elif "site" in names or "host" in names:
            item.add_marker(pytest.mark.site)
        if _touches_the_site(item):
            item.add_marker(pytest.mark.xdist_group("site"))
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def _touches_the_site(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("browser") or item.get_closest_marker("site")
    return marked is not None or SITE_TESTS in item.path.parents
