"""Stands in for `pyodide._package_loader`: our archives are put on the path as they are, and nothing else is ever loaded."""

from pathlib import PurePosixPath

from pyodide_js import loadedPackages  # type: ignore[import-not-found]  # see no_loop_of_the_page.py

__all__ = ["DSO_DIR", "SITE_PACKAGES", "init_loaded_packages", "loadedPackages"]

SITE_PACKAGES = PurePosixPath("/lib/guide")
DSO_DIR = PurePosixPath("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
