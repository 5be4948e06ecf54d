"""`python -m tests.score`: print how the checker does on the labelled messages, beside a plain word list.

Exit code 0, or 2 for an option that cannot be used. The floors are a test of their own: tests/score/test_score.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.score.baseline import by_word_list
from tests.score.data import data
from tests.score.disguised import alarms, hidden
from tests.score.fixtures import cases, shares
from tests.score.measure import Counts, Figures, Outcome, by_language, by_rule, figures, run
from tests.score.rows import LABELS, rows


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and write the JSON file where one is asked for."""
    options = _options(argv)
    try:
        wanted = rows(options.corpus, options.lang)
    except ValueError as error:
        print(f"score: {error}", file=sys.stderr)
        return 2
    if not wanted:
        print("score: no message fits these options", file=sys.stderr)
        return 2
    outcomes = run(wanted)
    plain = run(wanted, by_word_list)
    if options.verbose:
        _print_details(outcomes)
    _print_tables(outcomes, figures(plain))
    if not (options.corpus or options.lang):
        _print_beside()
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(data(outcomes, plain), indent=2) + "\n", encoding="utf-8")
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.score", description="Measure the checker on labelled rows.")
    parser.add_argument("--lang", action="append", default=[], help="only this language, such as en (repeat)")
    parser.add_argument("--corpus", action="append", default=[], help="only tests/corpora/NAME.jsonl (repeat)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--verbose", action="store_true", help="list every miss, false alarm and loose span")
    return parser.parse_args(argv)


def _print_details(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        row = outcome.row
        found = "; ".join(f"{r.rule} {_excerpt(row.text, r)!r}" for r in outcome.reports)
        if outcome.wrong:
            kind = "FALSE ALARM" if row.clean else "WRONG"
            print(f"{kind:12}{row.lang} {row.id} {sorted(outcome.wrong)} {row.text!r}\n            found: {found}")
        if outcome.missed:
            kind = "PART MISSED" if outcome.caught else "MISS"
            print(f"{kind:12}{row.lang} {row.id} {sorted(outcome.missed)} {row.text!r}\n            found: {found}")
        loose = [
            f"{row.text[span.start : span.end]!r} ({label} {value:.2f})"
            for (span, label), (_, value) in zip(row.spans, outcome.overlaps(), strict=True)
            if value < 0.5 and label in outcome.reported
        ]
        if loose:
            print(f"{'LOOSE SPAN':12}{row.lang} {row.id} wanted {'; '.join(loose)}\n            found: {found}")
    print()


def _excerpt(text: str, report: Any) -> str:
    return text[report.span.start : report.span.end] if report.span else ""


def _print_tables(outcomes: list[Outcome], baseline: Figures) -> None:
    whole = figures(outcomes)
    print(f"{'label':28}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>9}{'F1':>8}")
    for label in LABELS:
        if label in whole.labels:
            _print_counts(label, whole.labels[label])
    _print_counts("all labels", whole.total)
    print(f"\n{'rule':28}{'right':>7}{'wrong':>7}{'precision':>19}")
    for rule, counts in by_rule(outcomes).items():
        print(f"{rule:28}{counts.right:7}{counts.wrong:7}{counts.precision:19.3f}")
    shares = f"{'violating':>10}{'caught':>9}{'clean':>8}{'false alarms':>14}"
    print(f"\n{'':12}{shares}{'F1':>8}{'overlap':>9}{'if found':>10}")
    for language, part in by_language(outcomes).items():
        _print_figures(language, part)
    _print_figures("all", whole)
    _print_figures("word list", baseline)


def _print_beside() -> None:
    """What does not depend on labels: the cases of other projects, and contacts in disguise."""
    print(f"\n{'':28}{'cases':>8}{'right':>8}")
    for source, (right, all_) in shares(list(cases())).items():
        print(f"{source:28}{all_:8}{right / all_:8.1%}")
    tried = list(hidden())
    for name in sorted({one.disguise for one in tried}):
        part = [one.caught for one in tried if one.disguise == name]
        print(f"hidden: {name:20}{len(part):8}{sum(part) / len(part):8.1%}")
    print(f"{'hidden: all':28}{len(tried):8}{sum(one.caught for one in tried) / len(tried):8.1%}")
    as_typed, dressed = alarms()
    print(f"clean messages flagged: {as_typed} as they stand, {dressed} in some disguise of the whole text")


def _print_counts(name: str, counts: Counts) -> None:
    numbers = f"{counts.right:7}{counts.wrong:7}{counts.missed:8}"
    print(f"{name:28}{numbers}{counts.precision:11.3f}{counts.recall:9.3f}{counts.f1:8.3f}")


def _print_figures(name: str, part: Figures) -> None:
    alarms = f"{part.alarms} = {part.alarm_share:.1%}"
    print(
        f"{name:12}{part.violating:10}{part.caught_share:9.1%}{part.clean:8}{alarms:>14}"
        f"{part.total.f1:8.3f}{part.overlap:9.3f}{part.overlap_found:10.3f}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
