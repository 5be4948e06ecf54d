"""The catalog: everything the site shows, and nothing that points nowhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide_engine import catalog
from guide_engine.draft import Draft

ROOT = Path(__file__).parents[2]
CATALOG: dict[str, list[Any]] = json.loads(json.dumps(catalog()))

RULE_FIELDS = (
    "name", "code", "family", "family_title", "title", "severity", "status", "applies_to", "summary", "why", "fix",
    "exceptions", "also", "positions", "citations", "page", "module", "examples",
)  # fmt: skip


def test_it_can_be_written_as_json_and_read_back() -> None:
    assert list(CATALOG) == ["rules", "templates", "flows", "sources"]
    assert all(CATALOG.values())


@pytest.mark.parametrize("rule", CATALOG["rules"], ids=lambda rule: rule["name"])
def test_a_rule_is_listed_with_every_field(rule: dict[str, Any]) -> None:
    assert tuple(rule) == RULE_FIELDS
    assert (ROOT / rule["module"]).is_file()
    assert rule["page"] == f"rules/{rule['name']}/"
    assert rule["applies_to"] in (["reply", "proactive"], ["proactive"], ["reply"])


@pytest.mark.parametrize("rule", CATALOG["rules"], ids=lambda rule: rule["name"])
def test_every_example_of_a_rule_can_be_opened_in_the_checker(rule: dict[str, Any]) -> None:
    shown = rule["examples"]["flagged"] + rule["examples"]["allowed"]
    assert len({example["id"] for example in shown}) == len(shown)
    for example in shown:
        draft = Draft.from_json({"text": example["text"], **example["context"]})
        assert "⟦" not in draft.text
        assert all(0 <= start < end <= len(draft.text) for start, end in example["spans"])


def test_everything_cited_is_among_the_sources() -> None:
    known = {source["id"] for source in CATALOG["sources"]}
    cited = {citation["id"] for rule in CATALOG["rules"] for citation in rule["citations"]}
    cited |= {name for rule in CATALOG["rules"] for position in rule["positions"] for name in position["sources"]}
    cited |= {citation["id"] for template in CATALOG["templates"] for citation in template["citations"]}
    assert cited - known == set()


def test_no_two_things_share_a_page() -> None:
    pages = [thing["page"] for kind in ("rules", "templates", "flows") for thing in CATALOG[kind]]
    assert len(pages) == len(set(pages))
    assert all(page.endswith("/") and not page.startswith("/") for page in pages)
