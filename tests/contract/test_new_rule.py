"""`guide-engine new-rule`: a module that can be imported at once and fails its tests until it is filled in."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from guide_engine.registry import rules
from guide_engine.rule import FAMILIES, Rule
from tests.contract.command import guide_engine


def _load(path: Path) -> Rule:
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    rule = module.RULE
    assert isinstance(rule, Rule)
    return rule


@pytest.mark.parametrize("family", FAMILIES)
def test_a_new_rule_gets_the_next_code_of_its_family(tmp_path: Path, family: str) -> None:
    ran = guide_engine("new-rule", "all-in-rhymes", "--family", family, "--folder", str(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    rule = _load(tmp_path / "all_in_rhymes.py")
    used = [r.code for r in rules() if r.family == family]
    assert rule.name == "all-in-rhymes"
    assert rule.title == "All in rhymes"
    assert rule.family == family
    assert rule.code > max(used, default=f"{family}00")
    assert rule.code not in used
    assert f"pytest tests/unit/test_rules.py -k {rule.name}" in ran.out


def test_its_examples_are_not_found_until_its_check_is_written(tmp_path: Path) -> None:
    from guide_engine.reading import Reading

    guide_engine("new-rule", "all-in-rhymes", "--folder", str(tmp_path))
    rule = _load(tmp_path / "all_in_rhymes.py")
    assert [hit for shown in rule.flagged for hit in rule.check(Reading(shown.draft()))] == []
    assert all(shown.spans for shown in rule.flagged)


@pytest.mark.parametrize(
    "name", ["", "External", "external_link", "-a", "a-", "a--b", "1a", "ünder", "import", "a" * 41, "../x", "a b"]
)
def test_a_name_that_no_rule_can_have_is_refused(tmp_path: Path, name: str) -> None:
    ran = guide_engine("new-rule", "--folder", str(tmp_path), "--", name)
    assert ran.code == 2
    assert "cannot name a rule" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_name_a_file_and_a_family_that_are_taken_or_unknown_are_refused(tmp_path: Path) -> None:
    (tmp_path / "all_in_rhymes.py").write_text("mine", encoding="utf-8")
    taken = guide_engine("new-rule", rules()[0].name, "--folder", str(tmp_path))
    there = guide_engine("new-rule", "all-in-rhymes", "--folder", str(tmp_path))
    nowhere = guide_engine("new-rule", "all-in-rhymes", "--folder", str(tmp_path / "none"))
    unknown = guide_engine("new-rule", "all-in-prose", "--family", "XYZ", "--folder", str(tmp_path))
    assert [ran.code for ran in (taken, there, nowhere, unknown)] == [2, 2, 2, 2]
    assert "already" in taken.err
    assert "File exists" in there.err
    assert "No such file" in nowhere.err
    assert "no family 'XYZ'" in unknown.err
    assert (tmp_path / "all_in_rhymes.py").read_text(encoding="utf-8") == "mine"
