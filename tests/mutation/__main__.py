"""`python -m tests.mutation`: drop every lexicon entry and weaken every rule, and say which of them nothing minds.

Prints the share of entries that any message covers, per language, and the entries or weakenings asked for with
`--list`. Writes build/mutation.json, and with `--mark` also what notices each weakening (see proofs.py). Returns 1 where a rule is weakened unnoticed and tests/mutation/unproven.txt does
not list it, or lists it although something notices it; otherwise 0: dropped entries are work to do, not a failure.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guide_engine.lexicons import languages
from tests.mutation.cases import cases
from tests.mutation.entries import STATES, Coverage, Uses, drop_each, redundant
from tests.mutation.muted import MutedVocabulary, muted_vocabularies
from tests.mutation.proofs import Readings, noticed, proofs, unproven, write_noticed
from tests.mutation.weakened import all_weakenings

OUT = Path(__file__).parents[2] / "build" / "mutation.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Try, print, write."""
    options = _options(argv)
    result: dict[str, Any] = {}
    if "lexicons" in options.only:
        result["lexicons"] = _lexicons(options)
    if "rules" in options.only:
        result["rules"] = _rules(options)
    wrong = bool(result.get("rules", {}).get("unlisted") or result.get("rules", {}).get("listed_in_vain"))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(wrong)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lang", action="append", choices=languages(), help="only this language's lexicon (repeat)")
    parser.add_argument("--only", action="append", choices=("lexicons", "rules"), help="only one half (repeat)")
    parser.add_argument("--list", action="append", default=[], choices=(*STATES[1:], "redundant", "weakenings"))
    parser.add_argument("--mark", action="store_true", help="write down what notices each weakening")
    options = parser.parse_args(argv)
    options.only = options.only or ["lexicons", "rules"]
    return options


def _lexicons(options: argparse.Namespace) -> dict[str, Any]:
    found: dict[str, Any] = {}
    with muted_vocabularies() as vocabularies:
        uses = Uses(cases(), vocabularies)
        print(f"{'':6}{'entries':>8}" + "".join(f"{state:>9}" for state in (*STATES, "covered")) + f"{'redundant':>11}")
        for language in options.lang or languages():
            found[language] = _language(vocabularies[language], uses, options.list)
    return found


def _language(vocabulary: MutedVocabulary, uses: Uses, listed: Sequence[str]) -> dict[str, Any]:
    seen = uses.sequences[vocabulary.language]
    coverage = Coverage(dict(drop_each(vocabulary, uses)), len(vocabulary.sequences), len(seen))
    needless = redundant(vocabulary)
    counts = {state: coverage.count(state) for state in STATES}
    print(
        f"{vocabulary.language:6}{len(coverage.entries):8}"
        + "".join(f"{counts[state]:9}" for state in STATES)
        + f"{coverage.covered:9.1%}{len(needless):11}",
        flush=True,
    )
    for state in listed:
        chosen = needless if state == "redundant" else [one for one, how in coverage.entries.items() if how == state]
        for one in chosen:
            print(f"      {state}: {one.concept}: {one.phrase}")
    return {
        **counts,
        "covered": round(coverage.covered, 4),
        "sequences": coverage.sequences,
        "sequences_seen": coverage.sequences_seen,
        "redundant": [[one.concept, one.phrase] for one in needless],
        "not_needed": [[one.concept, one.phrase, how] for one, how in coverage.entries.items() if how != "needed"],
    }


def _rules(options: argparse.Namespace) -> dict[str, Any]:
    tried = list(all_weakenings())
    found = proofs(tried, Readings(cases()), noticed())
    if options.mark:
        write_noticed({name: case for name, case in found.items() if case})
    open_ = [name for name, case in found.items() if not case]
    print(f"\nrules: {len(tried)} weakenings, {len(tried) - len(open_)} are noticed, {len(open_)} are not")
    if "weakenings" in options.list:
        for name in open_:
            print(f"      {name}: {unproven().get(name, '?')}")
    unlisted, in_vain = sorted(set(open_) - set(unproven())), sorted(set(unproven()) - set(open_))
    for name in unlisted:
        print(f"      nothing notices, a sentence in tests/corpora/sentences.txt would: {name}")
    for name in in_vain:
        print(f"      is noticed, or there no more; take it out of unproven.txt: {name}")
    return {"tried": len(tried), "unnoticed": open_, "unlisted": unlisted, "listed_in_vain": in_vain}


if __name__ == "__main__":
    sys.exit(main())
