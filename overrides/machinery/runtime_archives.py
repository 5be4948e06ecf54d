"""Archives and names that are the same bytes each time they are made from the same inputs."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

#: 1 January 2020, the date written into every archive member (seconds since 1970).
EPOCH = 1577836800
MEMBER_DATE = (2020, 1, 1, 0, 0, 0)


def member(name: str) -> zipfile.ZipInfo:
    """An archive member of that name, stored, with a fixed date and fixed rights."""
    info = zipfile.ZipInfo(name, MEMBER_DATE)
    info.external_attr = 0o644 << 16
    return info


def repack(archive: Path, wanted: Callable[[str], bool]) -> bytes:
    """The archive again with only the wanted members: stored, in name order and with fixed dates."""
    with tempfile.SpooledTemporaryFile() as buffer:
        with zipfile.ZipFile(archive) as source, zipfile.ZipFile(buffer, "w") as target:
            for name in sorted(source.namelist()):
                if not name.endswith("/") and wanted(name):
                    target.writestr(member(name), source.read(name))
        buffer.seek(0)
        return buffer.read()


def hashed_name(name: str, digits: str) -> str:
    """`a.b` → `a.<digits>.b`. Archives end in .txt besides: plain hosts compress text, but no archive and no wheel."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{digits}.{suffix}{'.txt' if suffix in {'whl', 'zip', 'bin'} else ''}"
