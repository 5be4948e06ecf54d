"""The page on speed: what the last full run of `make bench` found, beside its targets and beside stock Pyodide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from hooks.page_html import Json, day, front_matter, join, literal

#: Docs path of the page.
PATH: Final = "contributing/performance.md"

_PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "start": (
        "Until the checker answers",
        (
            "*Stock* is Pyodide as it comes, with the same engine and the same packages, on a page that holds nothing else. Both come from one "
            "server with the same compression, and take turns. The time runs until the verdict on a first message stands in the page."
        ),
    ),
    "slow": (
        "On a slow line and a slow device",
        "The network is slowed as in the browser’s own tools, and the whole tab is stopped for three quarters of the time.",
    ),
    "firefox": (
        "In Firefox",
        "The same visits, beside the same stock page. It is asked about the verdict fifty times a second; so exact are these figures.",
    ),
    "webkit": (
        "In WebKitGTK",
        "The engine of Apple’s Safari in its form for Linux, asked in the same way. It runs without a graphics processor here.",
    ),
    "pages": ("What a page brings", "All of it, as it comes over the line, before anybody wants a tool."),
    "keys": (
        "While you type",
        "Real keys, typed at the end of a message with 4,000 characters and 40 findings. The time runs until the mark has followed.",
    ),
    "memory": (
        "Memory",
        (
            "What the tab’s process has in memory for itself alone, as the operating system counts it: page, worker, Python and the "
            "browser’s own machinery, after a clean-up of both. Each check changes the text first."
        ),
    ),
    "lighthouse": (
        "Lighthouse",
        "Google’s tool, with its own slow phone and slow network. Performance is the middle one of five runs.",
    ),
    "build": ("For those who build it", "In a copy of the project that holds nothing but what set-up installed."),
    "engine": (
        "The checker beside other checkers",
        (
            "The same text with 4,000 characters and 40 findings for all. alex, Harper and write-good run on the same page, proselint beside our "
            "engine without a browser."
        ),
    ),
    "check": ("The checker without a browser", "Every message that we test with."),
    "command": ("The command", "`python -m guide_engine check`"),
}
_DECIMALS: Final = {"MB": 2, "s": 1, "%": 1, "points": 0, "×": 2}
_RESULT: Final = "Result"
#: A thin space between a number and its unit, which keeps them together.
_GAP: Final = "\N{NARROW NO-BREAK SPACE}"


def performance_page(record: Json | None) -> str:
    """The page at contributing/performance, from the record of `make bench`; None where none was kept yet."""
    return join(
        [
            front_matter(
                title="Speed",
                description="How quick the guide and its checker are: starts, typing, bytes, memory and building, beside stock Pyodide.",
                search={"boost": 0.3},
            ),
            "# How quick is it?",
            *(_measured(record) if record else _unmeasured()),
            *_again(),
        ]
    )


def _unmeasured() -> Iterable[str]:
    yield '<p class="lead">Nobody has measured this version on a quiet machine yet.</p>'


def _measured(record: Json) -> Iterable[str]:
    figures: list[Json] = record["figures"]
    bound = [one for one in figures if one["must"] is not None or one["aim"] is not None]
    met = sum(one["must_met"] is not False for one in bound)
    machine = record["machine"]
    yield (
        f'<p class="lead">We set ourselves {len(bound)} targets and measure them all in one run. It meets {met} of them. '
        "What it misses stands here, too.</p>"
    )
    yield (
        f"Measured on {day(record['date'])}: {literal(machine['processor'])}, {machine['cores']} cores, "
        f"{literal(machine['system'])}, {literal(machine.get('browser', 'no browser'))}. Other machines differ; the ratios differ less."
    )
    yield "## Targets {#targets}"
    yield _table(["", "Ours", "Stock", "Ratio", "Must", "Aim", _RESULT], [_target(one) for one in bound])
    if record["not_measured"]:
        yield "Not measured in this run:"
        yield "\n".join(_missing(one) for one in record["not_measured"])
    for part, group in groupby(figures, key=lambda one: str(one["part"])):
        yield from _part(part, list(group))


def _missing(one: Json) -> str:
    return f"- **{literal(_PARTS.get(one['part'], (one['part'], ''))[0])}:** {literal(one['why'])}"


def _target(one: Json) -> list[str]:
    unit = "×" if one["by_ratio"] else one["unit"]
    verdict = "**missed**" if one["must_met"] is False else "aim reached" if one["aim_met"] else "met"
    if one["must"] is None:
        verdict = "aim reached" if one["aim_met"] else "aim missed"
    return [
        _name(one),
        _amount(one["value"], one["unit"]),
        _amount(one["stock"], one["unit"]),
        _amount(one["ratio"], "×"),
        _amount(one["must"], unit),
        _amount(one["aim"], unit),
        verdict,
    ]


def _part(part: str, figures: Sequence[Json]) -> Iterable[str]:
    title, how = _PARTS.get(part, (part, ""))
    yield f"## {title} {{#{part}}}"
    yield how
    beside = any(one["stock"] is not None for one in figures)
    rows = [
        [_name(one), _amount(one["value"], one["unit"])]
        + ([_amount(one["stock"], one["unit"]), _amount(one["ratio"], "×")] if beside else [])
        for one in figures
    ]
    yield _table(["", "Ours", *(["Stock", "Ratio"] if beside else [])], rows)
    notes = [f"- {_name(one)}: {literal(one['note'])}" for one in figures if one["note"]]
    if notes:
        yield "\n".join(notes)


def _again() -> Iterable[str]:
    yield "## Measure it yourself {#again}"
    yield (
        "Run `make bench` on a machine that does nothing else. It takes about a quarter of an hour, writes `build/bench.json` and the "
        "record that this page is made from. `make bench ONLY=start` measures one part. The code is in `tests/bench`. Sizes are also "
        "checked by every `make test`; times are not, because machines differ."
    )
    yield "How often the checker is *right* stands on the [scoreboard](scoreboard.md)."


def _name(one: Json) -> str:
    """The figure's name, which may hold code but nothing else that means something in Markdown."""
    name = str(one["name"])
    return name if "`" in name else literal(name)


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    decimals = _DECIMALS.get(unit, 0 if abs(value) >= 100 or float(value).is_integer() else 1)
    return f"{value:,.{decimals}f}{_GAP if unit else ''}{unit}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first and the result hold numbers."""
    marks = ["---", *("---" if name == _RESULT else "---:" for name in head[1:])]
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, marks, *rows])
