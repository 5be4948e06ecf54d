"""Stamps: a step is skipped when the inputs it was last done for are the inputs of today.

A stamp lies inside what the step made, so that deleting the result deletes the stamp with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = ".made-from"


def fingerprint(inputs: Iterable[Path | str]) -> str:
    """SHA-256 over files (their contents) and strings (versions, options)."""
    digest = hashlib.sha256()
    for item in inputs:
        content = item.read_bytes() if isinstance(item, Path) else item.encode()
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def is_current(folder: Path, key: str, name: str = NAME) -> bool:
    """Was `folder` made from the inputs with this fingerprint?"""
    stamp = folder / name
    return stamp.is_file() and stamp.read_text() == key


def write(folder: Path, key: str, name: str = NAME) -> None:
    """Say that `folder` is made, from the inputs with this fingerprint."""
    (folder / name).write_text(key)
