"""The machinery of the house: the policy, the stamps, what is published, the locks and the two commands' text."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from machinery import assets, csp, node, setup, stamps
from machinery.places import LOCKS, REQUIREMENTS
from tests.conftest import ROOT

PAGE = '<html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'


def allowed(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_an_inline_script_is_allowed_by_its_hash_and_only_that_one() -> None:
    html = csp.secure(PAGE.format("<script>start(1 && 2)</script><script src='a.js'></script>"))
    assert allowed("start(1 && 2)") in html
    assert html.count("sha256-") == 1
    assert "unsafe-inline" not in html
    assert "'unsafe-eval'" not in html


def test_a_data_block_is_no_script() -> None:
    assert csp.inline_scripts(PAGE.format('<script type="application/json">{"a": 1}</script>')) == []


def test_a_module_is_a_script() -> None:
    assert csp.inline_scripts('<script type="module">import "./a.js"</script>') == ['import "./a.js"']


def test_the_policy_stands_before_anything_it_must_bind() -> None:
    html = csp.secure(PAGE.format("<script>a()</script>"))
    assert html.index("Content-Security-Policy") < html.index("<title>")


@pytest.mark.parametrize("html", ["<html></html>", csp.secure(PAGE.format(""))])
def test_a_page_that_cannot_be_made_safe_stops_the_build(html: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)policy|charset"):
        csp.secure(html)


@pytest.mark.parametrize(
    ("uri", "published"),
    [
        ("guide/main.ts", False),
        ("guide/tsconfig.json", False),
        ("hooks/site.py", False),
        ("machinery/bundle.mjs", False),
        ("machinery/locks/node.txt", False),
        ("assets/stylesheets/parts/base.css", False),
        ("assets/stylesheets/main.57a0d79d.min.css", False),
        ("assets/javascripts/lunr/min/lunr.de.min.js", False),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", False),
        ("assets/stylesheets/theme.css", True),
        ("assets/images/mark.svg", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/workers/search.a7633da7.min.js", False),
    ],
)
def test_sources_stay_at_home_and_assets_go_out(uri: str, published: bool) -> None:
    assert assets.is_published(uri) is published


def test_a_stamp_holds_until_an_input_changes_or_the_result_is_gone(tmp_path: Path) -> None:
    source, result = tmp_path / "lock.txt", tmp_path / "result"
    source.write_text("one==1")
    result.mkdir()
    key = stamps.fingerprint([source, "3.11"])
    assert not stamps.is_current(result, key)
    stamps.write(result, key)
    assert stamps.is_current(result, stamps.fingerprint([source, "3.11"]))
    assert not stamps.is_current(result, stamps.fingerprint([source, "3.12"]))
    source.write_text("one==2")
    assert not stamps.is_current(result, stamps.fingerprint([source, "3.11"]))


def test_a_fingerprint_keeps_its_parts_apart() -> None:
    assert stamps.fingerprint(["ab", "c"]) != stamps.fingerprint(["a", "bc"])


def test_a_second_set_up_does_nothing_and_needs_no_network() -> None:
    # A proxy that nobody listens at: any request would fail.
    nowhere = "http://127.0.0.1:9"
    closed = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "npm_config_proxy"), nowhere)
    done = subprocess.run(
        [sys.executable, "-m", "machinery.setup"],
        cwd=ROOT,
        env={**os.environ, **closed, "PYTHONPATH": str(ROOT / "overrides")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    # Nothing stands before that line where nothing was done; how long it looked depends on the machine.
    assert re.fullmatch(r"Set-up is complete \(\d+\.\d s\)\.\n", done.stdout), done.stdout


def test_an_old_or_broken_node_is_not_taken(tmp_path: Path) -> None:
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.1\n")
    old.chmod(0o755)
    assert node.major(old) == 18
    assert node.major(tmp_path / "missing") == 0
    assert node.OLDEST == 20


def test_every_python_package_is_locked_with_a_hash_and_no_address() -> None:
    for lock in [REQUIREMENTS, *sorted(LOCKS.glob("*.txt"))]:
        text = lock.read_text()
        pins = re.findall(r"^[a-z0-9][\w.-]*==[^\s;]+", text, re.MULTILINE)
        assert pins, lock
        blocks = re.split(r"^(?=[a-z0-9][\w.-]*==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in block for block in blocks), lock
        assert not re.search(r"https?://|--index|--find-links|file:", text), lock


def test_the_browser_runs_the_versions_that_the_tests_run() -> None:
    def pins(path: Path) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9][\w.-]*)==([^\s;]+)", path.read_text(), re.MULTILINE))

    everything = pins(REQUIREMENTS)
    assert {name: everything[name] for name in pins(LOCKS / "engine.txt")} == pins(LOCKS / "engine.txt")


def test_npm_packages_are_locked_with_a_hash_and_no_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: spec for name, spec in lock["packages"].items() if name}
    assert packages
    assert all(spec["integrity"].startswith("sha512-") for spec in packages.values())
    assert not any("resolved" in spec for spec in packages.values())


def test_the_runtime_is_one_exact_version() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert re.fullmatch(r"[\d.]+", wanted["pyodide"])


def test_the_engine_needs_two_packages_and_no_more() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [re.split(r"[><=]", name)[0] for name in project["dependencies"]] == ["phonenumberslite", "linkify-it-py"]


def test_the_set_up_needs_only_the_standard_library() -> None:
    code = "import sys; before = set(sys.modules); import machinery.setup; print(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'overrides')!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    tops = {name.split(".")[0] for name in done.stdout.split()}
    assert tops - sys.stdlib_module_names == {"machinery"}
    assert setup.BROWSER_PYTHON == "3.14"


def test_help_lists_every_target() -> None:
    text = (ROOT / "Makefile").read_text()
    phony = set(re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE))
    done = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    listed = set(re.findall(r"make ([a-z-]+)", done.stdout))
    assert listed == phony - {"python"}  # a step of the set-up, nothing to ask for
    assert {"setup", "serve", "test", "site", "score", "bench", "help"} <= listed
