"""What is learnt from the ways people ask: which words speak for which page. Learnt by Node, kept until a question changes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from machinery import assets, stamps
from machinery.places import BUILD, ROOT

_SCRIPT: Final = ROOT / "overrides" / "machinery" / "search_lessons.mjs"
_KEPT: Final = BUILD / "lessons"


class LessonsError(Exception):
    """Nothing could be learnt; says what Node said."""


def learnt(index: Mapping[str, Any], kept: Path = _KEPT) -> dict[str, str]:
    """The lessons of a search index (see overrides/guide/search_lessons.ts). Raises LessonsError."""
    asked = json.dumps(_asked(index), ensure_ascii=False)
    key = stamps.fingerprint([asked, _SCRIPT, *sorted((ROOT / "overrides" / "guide").glob("search_*.ts"))])
    out = kept / "lessons.json"
    if not stamps.is_current(kept, key):
        kept.mkdir(parents=True, exist_ok=True)
        (kept / "asked.json").write_text(asked, encoding="utf-8")
        command = [assets.node(), str(_SCRIPT), str(kept / "asked.json"), str(out)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise LessonsError(f"the search cannot learn:\n{done.stdout}{done.stderr}")
        stamps.write(kept, key)
    found: dict[str, str] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _asked(index: Mapping[str, Any]) -> dict[str, Any]:
    """The index with its questions only: another text changes no lesson."""
    pages = [{**_bare(page), "sections": [_bare(part) for part in page["sections"]]} for page in index["pages"]]
    return {"same": index["same"], "kinds": index["kinds"], "sides": [], "pages": pages}


def _bare(part: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"at": part["at"], "title": part["title"], "asked": part["asked"]}
    return {**kept, "text": "", "words": "", "description": "", "boost": 1, "sections": []}
