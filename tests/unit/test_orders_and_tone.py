"""Orders, opt-out, blanks and tone in twelve languages: one message a line in `orders_and_tone.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide_engine import Draft, Severity, check

RULES = frozenset(
    {
        "shipping-confirmation",
        "thank-you-only",
        "cancellation-request",
        "important-misuse",
        "important-retired",
        "html-markup",
        "unfilled-placeholder",
        "pressure",
    }
)
BESIDE_A_TAG = frozenset({"shipping-confirmation", "thank-you-only"})
KINDS = {"p": "proactive", "r": "reply"}
LINES = (Path(__file__).parent / "orders_and_tone.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split("|", 2) for line in LINES if line and not line.startswith("#")]


def found(kind: str, text: str) -> set[str]:
    draft = Draft.from_json({"text": text, "kind": KINDS[kind], "today": "2026-11-23"})
    return {f.rule for f in check(draft).findings if f.severity is not Severity.INFO} & RULES


@pytest.mark.parametrize(("kind", "expected", "text"), CASES, ids=[text[:60] for _, _, text in CASES])
def test_each_message_is_judged_as_its_line_says(kind: str, expected: str, text: str) -> None:
    wanted = set() if expected == "-" else set(expected.split(","))
    extra = BESIDE_A_TAG if expected.startswith("important") else frozenset()
    assert found(kind, text) - extra == wanted


def test_the_table_speaks_all_languages_and_names_every_rule() -> None:
    assert len(CASES) >= 280
    assert {name for _, expected, _ in CASES for name in expected.split(",")} - {"-"} == RULES
