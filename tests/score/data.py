"""The figures as plain data: what `python -m tests.score --json` writes and the site's scoreboard shows."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guide_engine.language import NAMES
from guide_engine.lexicons import languages, load
from guide_engine.registry import rules
from tests.score.fixtures import cases, shares
from tests.score.measure import LABEL_OF, Counts, Figures, Outcome, by_language, by_rule, figures

FIRST_RUNS = Path(__file__).with_name("first_runs.toml")
FLOORS = Path(__file__).with_name("floors.toml")


def data(outcomes: Sequence[Outcome], plain: Sequence[Outcome]) -> dict[str, Any]:
    """The figures of the checker and, beside each, those of the plain word list on the same rows."""
    whole, baseline = figures(outcomes), figures(plain)
    theirs = by_language(plain)
    titles = {rule.name: (rule.title, rule.page) for rule in rules()}
    return {
        "messages": len(outcomes),
        "cases": {source: {"all": all_, "right": right} for source, (right, all_) in shares(list(cases())).items()},
        "hidden_caught": tomllib.loads(FLOORS.read_text(encoding="utf-8"))["hidden"]["caught"],
        "all": _figures(whole, baseline),
        "labels": {
            label: {**_counts(counts), "word_list": _counts(baseline.labels.get(label, Counts()))}
            for label, counts in sorted(whole.labels.items())
        },
        "languages": {
            language: {"name": NAMES[language], **_figures(part, theirs[language])}
            for language, part in by_language(outcomes).items()
        },
        "rules": {
            name: {
                "title": titles[name][0],
                "page": titles[name][1],
                "label": LABEL_OF[name],
                "right": counts.right,
                "wrong": counts.wrong,
                "precision": round(counts.precision, 4),
            }
            for name, counts in by_rule(outcomes).items()
        },
        "first_runs": first_runs(),
        "lexicons": [_lexicon(language) for language in languages()],
    }


def first_runs() -> list[dict[str, Any]]:
    """What each set of new messages gave on its first run, oldest first."""
    found: list[dict[str, Any]] = tomllib.loads(FIRST_RUNS.read_text(encoding="utf-8"))["run"]
    return found


def search_runs() -> list[dict[str, Any]]:
    """What each set of new questions to the search gave on its first run: the shares answered first and in the first three."""
    found: list[dict[str, Any]] = tomllib.loads(FIRST_RUNS.read_text(encoding="utf-8"))["search"]
    return found


def _lexicon(language: str) -> dict[str, str]:
    lexicon = load(language)
    return {"language": language, "name": lexicon.name, "reviewed": lexicon.reviewed}


def _figures(part: Figures, baseline: Figures) -> dict[str, Any]:
    return {**_shares(part), "word_list": _shares(baseline)}


def _shares(part: Figures) -> dict[str, Any]:
    return {
        "violating": part.violating,
        "caught": round(part.caught_share, 4),
        "clean": part.clean,
        "false_alarms": round(part.alarm_share, 4),
        "precision": round(part.total.precision, 4),
        "recall": round(part.total.recall, 4),
        "f1": round(part.total.f1, 4),
        "overlap": round(part.overlap, 4),
    }


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "right": counts.right,
        "wrong": counts.wrong,
        "missed": counts.missed,
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
    }
