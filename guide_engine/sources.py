"""Where every claim comes from, and who counts more when sources clash.

``SOURCES`` is the one list of pages. A rule, template or walkthrough names them
through a ``Citation``, which refuses an id that is not in the list, so a claim
cannot point at nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypedDict, cast

from guide_engine.source_table import KINDS, TABLE

Kind = Literal["amazon", "moderator", "third-party", "article"]

#: The month in which the pages were read, unless a citation says otherwise.
READ: Final = "2026-11"

#: Whose word weighs more: the lower number. Amazon's own text, then its people on
#: its forums, then everybody else, then the article this guide started from.
AUTHORITY: Final[Mapping[Kind, int]] = MappingProxyType({"amazon": 0, "moderator": 1, "third-party": 2, "article": 3})


class SourceJson(TypedDict):
    """A source as the catalog prints it."""

    id: str
    title: str
    publisher: str
    kind: Kind
    url: str
    dated: str | None
    read: str


class CitationJson(TypedDict):
    """A citation as the catalog prints it: the id, not the whole source."""

    id: str
    where: str
    read: str


class CitedJson(TypedDict):
    """A citation spelled out for a finding, so the page needs no look-up."""

    id: str
    title: str
    publisher: str
    url: str
    where: str
    read: str


class PositionJson(TypedDict):
    """One side of a contested matter, as the catalog prints it."""

    says: str
    sources: list[str]


@dataclass(frozen=True, slots=True)
class Source:
    """One page we rest on.

    ``dated`` is the page's own date as far as known ("2020-09-08", "2019", "before
    2020"), or None. ``read`` is the month in which we read it.
    """

    id: str
    title: str
    publisher: str
    kind: Kind
    url: str
    dated: str | None = None
    read: str = READ

    @property
    def authority(self) -> int:
        """0 for Amazon's own text, up to 3 for the article; the lower weighs more."""
        return AUTHORITY[self.kind]

    def to_json(self) -> SourceJson:
        """The source in the catalog's shape."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "kind": self.kind,
            "url": self.url,
            "dated": self.dated,
            "read": self.read,
        }


def _parse(table: str) -> dict[str, Source]:
    """Read the two-line records. A repeated id is a mistake in the table: ValueError."""
    lines = [line.strip() for line in table.splitlines() if line.strip()]
    found: dict[str, Source] = {}
    for head, url in zip(lines[::2], lines[1::2], strict=True):
        source_id, publisher, dated, title = (part.strip() for part in head.split("|"))
        if source_id in found:
            raise ValueError(f"The source id {source_id!r} is used twice.")
        found[source_id] = Source(
            id=source_id,
            title=title,
            publisher=publisher,
            kind=cast(Kind, KINDS.get(publisher, "third-party")),
            url=url,
            dated=None if dated == "-" else dated,
        )
    return found


#: Every source by its id, in the order of the table.
SOURCES: Final[Mapping[str, Source]] = MappingProxyType(_parse(TABLE))


def require(source_id: str) -> Source:
    """The source with this id; ValueError names an unknown one."""
    try:
        return SOURCES[source_id]
    except KeyError:
        raise ValueError(f"There is no source with the id {source_id!r}.") from None


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, where in it, and when it was read. ValueError if the id is unknown."""

    source: str
    where: str = ""
    read: str = READ

    def __post_init__(self) -> None:
        require(self.source)

    def to_json(self) -> CitationJson:
        """The citation in the catalog's shape."""
        return {"id": self.source, "where": self.where, "read": self.read}

    def spelled_out(self) -> CitedJson:
        """The citation together with its source's title, publisher and address."""
        source = require(self.source)
        return {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "where": self.where,
            "read": self.read,
        }


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says where sources disagree, and who says it.

    ValueError if no source stands behind it or one of them is unknown.
    """

    says: str
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"No source stands behind the position {self.says!r}.")
        for source_id in self.sources:
            require(source_id)

    def to_json(self) -> PositionJson:
        """The position in the catalog's shape."""
        return {"says": self.says, "sources": list(self.sources)}


def by_authority(source_ids: Iterable[str]) -> list[str]:
    """The ids with the weightiest first; equal ones keep their order."""
    return sorted(source_ids, key=lambda source_id: require(source_id).authority)


def cite(*source_ids: str) -> tuple[Citation, ...]:
    """Citations of whole pages; write ``"A5:Opt-out"`` to name the place in the page."""
    pairs = (source_id.partition(":") for source_id in source_ids)
    return tuple(Citation(source_id, where.strip()) for source_id, _, where in pairs)
