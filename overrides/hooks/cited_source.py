"""What a citation needs to know of a source, and dates in words."""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol


class CitedSource(Protocol):
    """What a citation needs to know of a source; ``guide_engine.sources.Source`` fits."""

    @property
    def id(self) -> str:
        """What pages write: ``A8``."""

    @property
    def title(self) -> str:
        """The page's title in our words."""

    @property
    def publisher(self) -> str:
        """Who wrote it."""

    @property
    def kind(self) -> str:
        """What the publisher's word counts as: ``amazon``, ``moderator``, ``third-party`` or ``article``."""

    @property
    def url(self) -> str:
        """The address."""

    @property
    def dated(self) -> str | None:
        """The page's own date as far as known."""

    @property
    def read(self) -> str:
        """The month we read it, ``2026-11``."""


def plain_date(value: str) -> str:
    """``2026-02-18`` as "18 February 2026", ``2026-11`` as "November 2026", else as given."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            day = date.fromisoformat(value)
            return f"{day.day} {day:%B %Y}"
        if re.fullmatch(r"\d{4}-\d{2}", value):
            return f"{date.fromisoformat(value + '-01'):%B %Y}"
    except ValueError:
        pass
    return value
