"""What the bench finds: a figure with its stock counterpart, and what it must reach."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_AT_MOST = re.compile(r" \(at most ([\d.]+)\)$")


@dataclass(frozen=True)
class Figure:
    """One measured figure. `must` and `aim` bound the ratio where there is a stock counterpart, else the value.

    They are upper bounds; with `at_least`, lower ones. `note` says what a reader should know beside it.
    """

    part: str
    name: str
    unit: str
    value: float
    stock: float | None = None
    must: float | None = None
    aim: float | None = None
    at_least: bool = False
    by_ratio: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours as a share of stock."""
        return self.value / self.stock if self.stock else None

    def reaches(self, bound: float | None) -> bool | None:
        """Is the figure within a bound? None where there is no bound."""
        judged = self.ratio if self.by_ratio else self.value
        if bound is None or judged is None:
            return None
        return judged >= bound if self.at_least else judged <= bound

    def as_json(self) -> dict[str, Any]:
        """For build/bench.json: rounded to what the measuring can tell."""
        found = asdict(self)
        found["value"] = _rounded(self.value)
        found["stock"] = None if self.stock is None else _rounded(self.stock)
        found["ratio"] = None if self.ratio is None else _rounded(self.ratio)
        return {**found, "must_met": self.reaches(self.must), "aim_met": self.reaches(self.aim)}


def plain(part: str, found: dict[str, float]) -> list[Figure]:
    """Figures that were given as names and numbers; a name may end in “(at most 0.4)”."""
    figures = []
    for name, value in found.items():
        limit = _AT_MOST.search(name)
        shown = _AT_MOST.sub("", name)
        unit = "×" if limit or " multiple " in shown else "ms" if re.search(r"\bms\b", shown) else ""
        figures.append(Figure(part, shown, unit, value, must=float(limit[1]) if limit else None))
    return figures


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which this share of them lies, the nearest one that was measured."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(len(ordered) * share) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def _rounded(value: float) -> float:
    """Three or four digits that count."""
    return round(value, 3) if abs(value) < 10 else round(value, 1) if abs(value) < 1000 else round(value)
