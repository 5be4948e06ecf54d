"""Runs inside Pyodide (see runtime.mjs): find out which modules of the library the engine asks for.

Exercises the whole engine through its bridge (every module imported, every example checked and mended, every
template rendered) and writes to /pack/used.json which library members were loaded and which questions got no answer.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import guide_engine
from guide_engine import bridge

#: Stays at home (see overrides/hooks/runtime.py).
COMMAND_LINE = ("guide_engine.__main__", "guide_engine.cli", "guide_engine.commands")
refused: list[str] = []


def ask(method: str, params: dict[str, Any]) -> Any:
    """One question through the bridge. What it will not answer is noted; whether it should is for the tests to say."""
    answer = json.loads(bridge.handle(json.dumps({"v": 1, "id": 1, "method": method, "params": params})))
    if not answer["ok"]:
        refused.append(f"{method} {json.dumps(params)[:200]}: {answer['error']['message']}")
    return answer.get("result")


def exercise() -> None:
    """Use the engine as the tools do, so that lazy imports happen too."""
    for module in pkgutil.walk_packages(guide_engine.__path__, "guide_engine."):
        if not module.name.startswith(COMMAND_LINE):
            importlib.import_module(module.name)
    catalog = ask("catalog", {})
    for rule in catalog["rules"]:
        for example in [*rule["examples"]["flagged"], *rule["examples"]["allowed"]]:
            draft = {"text": example["text"], **(example.get("context") or {})}
            ask("check", draft)
            ask("fix", draft)
    for template in catalog["templates"]:
        ask("render", {"template": template["name"], "fields": template["example"]})
    for flow in catalog["flows"]:
        ask("walk", {"flow": flow["name"], "answers": {}})


def members() -> list[str]:
    """Archive members (`json/decoder.pyc`, …) of every module loaded so far, from whatever archive."""
    files = (getattr(module, "__file__", None) or "" for module in list(sys.modules.values()))
    inside = (re.split(r"\.(?:zip|whl)/", file, maxsplit=1) for file in files)
    return sorted({parts[1] for parts in inside if len(parts) > 1})


exercise()
Path("/pack/used.json").write_text(json.dumps({"members": members(), "refused": refused}))
