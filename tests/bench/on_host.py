"""What can be measured with this machine's own Python: the engine and its command."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from guide_engine import Draft, Kind
from guide_engine import check as check_draft

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "tests" / "corpora"
#: Characters of the long draft: Amazon's own limit for a message.
LONG = 4000
ROUNDS = 3


def drafts() -> list[Draft]:
    """Every message of the corpora, as a reply."""
    texts = [
        json.loads(line)["text"] for path in sorted(CORPORA.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    return [Draft(text=text, kind=Kind.REPLY) for text in texts]


def long_draft() -> Draft:
    """The corpora's messages, one after the other, up to the limit."""
    return Draft(text="\n".join(draft.text for draft in drafts())[:LONG], kind=Kind.REPLY)


def milliseconds(draft: Draft) -> float:
    """One check of one draft."""
    started = time.perf_counter()
    check_draft(draft)
    return (time.perf_counter() - started) * 1000


def check() -> dict[str, float]:
    """The engine in one process: a typical message and the longest one."""
    many = drafts()
    check_draft(many[0])
    times = sorted(statistics.median(milliseconds(draft) for _ in range(ROUNDS)) for draft in many)
    long = long_draft()
    return {
        f"median ms over {len(many)} messages": statistics.median(times),
        "95th percentile, ms": times[int(len(times) * 0.95)],
        "slowest, ms": times[-1],
        f"{LONG} characters, ms": statistics.median(milliseconds(long) for _ in range(5)),
    }


def command() -> dict[str, float]:
    """The command: its start, and a stream of messages through it."""
    lines = "".join(json.dumps({"id": str(n), "text": draft.text}) + "\n" for n, draft in enumerate(drafts()))
    start = min(_seconds("one message") for _ in range(ROUNDS))
    stream = _seconds(lines, "--format", "jsonl")
    count = lines.count("\n")
    return {"one message, from start to answer, ms": start * 1000, "messages a second, jsonl": count / stream}


def _seconds(given: str, *options: str) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "guide_engine", "check", "-", *options],
        cwd=ROOT,
        input=given.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode not in {0, 1}:  # 1: some message is not fine, as it should be
        raise RuntimeError(done.stderr.decode())
    return time.perf_counter() - started
