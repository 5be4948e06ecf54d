"""Lighthouse over the built site, served gzipped: performance of the four pages most people see, the rest once for each kind."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

from machinery import assets, stamps
from machinery.places import BUILD
from machinery.progress import Command, run
from tests.bench.figures import Figure, median
from tests.bench.kinds import KINDS
from tests.bench.visits import Place

HERE = Path(__file__).parent / "lighthouse"
HOME = BUILD / "bench-lighthouse"
RUNS = 5
QUICK = ("home", "guide", "rule", "checker")
ONCE = {"accessibility": "accessibility", "best-practices": "best practices", "seo": "search engines"}
#: Not for search engines by its nature.
_NO_SEO = "not found"


def measure(place: Place) -> list[Figure]:
    """The medians, and of the others the worst kind."""
    place.host.brotli = False
    try:
        found = _run(place)
    finally:
        place.host.brotli = True
    figures = [
        Figure("lighthouse", f"performance: {kind}", "points", median(found["performance"][kind]), None, 98, 100, at_least=True)
        for kind in QUICK
    ]  # fmt: skip
    for category, name in ONCE.items():
        scores = {kind: scores[0] for kind, scores in found[category].items() if (kind, category) != (_NO_SEO, "seo")}
        worst = min(scores, key=lambda kind: scores[kind])
        full = all(score == 100 for score in scores.values())
        note = f"{len(scores)} kinds of page" + ("" if full else f"; lowest: {worst}")
        figures.append(Figure("lighthouse", f"{name}, lowest of all kinds of page", "points", scores[worst], None, None, 100, at_least=True, note=note))  # fmt: skip
    return figures


def _run(place: Place) -> dict[str, dict[str, list[float]]]:
    jobs = [{"kind": kind, "path": KINDS[kind], "runs": RUNS, "categories": ["performance"]} for kind in QUICK]
    jobs += [{"kind": kind, "path": path, "runs": 1, "categories": list(ONCE)} for kind, path in KINDS.items()]
    given = json.dumps({"chrome": str(place.program), "root": place.host.address, "jobs": jobs})
    command = [assets.node(), str(_installed() / "run.mjs")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: Lighthouse stopped:\n{done.stderr[-2000:]}")
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for line in done.stdout.splitlines():
        _note(json.loads(line), found)
    return found


def _note(answer: dict[str, Any], found: dict[str, dict[str, list[float]]]) -> None:
    for category, score in answer["scores"].items():
        found[category][answer["kind"]].append(score)
    lost = [f"{audit['id']} {audit['value']}".strip() for audit in answer["failed"]]
    if lost and min(answer["scores"].values()) < 100:
        print(f"  {answer['kind']}: {answer['scores']} for {'; '.join(lost)}", flush=True)


def _installed() -> Path:
    """Lighthouse, installed when it is first wanted: the guide itself does not need it."""
    names = ("package.json", "package-lock.json", "run.mjs")
    key = stamps.fingerprint([HERE / name for name in names])
    if not stamps.is_current(HOME, key):
        HOME.mkdir(parents=True, exist_ok=True)
        for name in names:
            shutil.copy(HERE / name, HOME)
        npm: Command = [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"]
        run("Lighthouse", npm, HOME)
        stamps.write(HOME, key)
    return HOME
