"""What the search box knows: the search plugin's entries, put together by page, with the words that people use.

The plugin writes one file, which Material's page script fetches on every page. ``split`` makes two of it: a small one
with the settings only, for that script, and the whole index, which the search's own worker (overrides/guide/search.ts)
fetches when somebody types. The words are in search_words.toml, whole questions in search_questions/, one file for each
part of the site. Nothing here imports MkDocs.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

WORDS: Final = Path(__file__).with_name("search_words.toml")
QUESTIONS: Final = Path(__file__).with_name("search_questions")
#: The numbers of notes, which would stand in the middle of a sentence.
_NOTE: Final = re.compile(r"<sup[^>]*>.*?</sup>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_BLANKS: Final = re.compile(r"\s+")
#: The arrows from a note back to the text.
_BACK: Final = "↩"


def words(path: Path = WORDS, questions: Path = QUESTIONS) -> dict[str, Any]:
    """The table of words: ``same``, ``kinds``, ``sides``, ``boosts``, ``words``, and ``ask``, questions by address.

    Raises ValueError where two files of questions have the same address.
    """
    ask: dict[str, list[str]] = {}
    for file in sorted(questions.glob("*.toml")):
        own: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["ask"]
        if twice := own.keys() & ask.keys():
            raise ValueError(f"{file.name} has questions for addresses of another file: {', '.join(sorted(twice))}")
        ask |= own
    return tomllib.loads(path.read_text(encoding="utf-8")) | {"ask": ask}


def split(
    written: Mapping[str, Any], descriptions: Mapping[str, str], table: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings without entries, and the index by page.

    ``written`` is what the plugin wrote (``config`` and ``docs``), ``descriptions`` has each page's by its address.
    """
    pages: dict[str, dict[str, Any]] = {}
    for entry in written["docs"]:
        address, _, anchor = entry["location"].partition("#")
        part = {"at": entry["location"], "title": plain(entry["title"]), "text": plain(entry["text"])}
        part["asked"] = table["ask"].get(entry["location"], [])
        page = pages.setdefault(address, _page(address, descriptions.get(address, ""), table))
        # A line above a page's heading makes the plugin take the heading for a section.
        if anchor and part["title"] == page["title"] and not page["text"]:
            page["text"] = part["text"]
            page["asked"] = [*page["asked"], *part["asked"]]
        elif anchor:
            page["sections"].append(part)
        else:
            page |= part
    index = {"same": table["same"], "kinds": table["kinds"], "sides": table["sides"], "pages": list(pages.values())}
    return {"config": written["config"], "docs": []}, index


def _page(address: str, description: str, table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "at": address,
        "title": "",
        "text": "",
        "asked": table["ask"].get(address, []),
        "words": table["words"].get(address, ""),
        "description": description,
        "boost": boost(address, table["boosts"]),
        "sections": [],
    }


def boost(address: str, boosts: Mapping[str, float]) -> float:
    """How much the page at this address counts, else 1: "=" and its whole address decide, or the longest start of it."""
    if (own := boosts.get(f"={address}")) is not None:
        return own
    fitting: Sequence[str] = [start for start in boosts if (address.startswith(start) if start else not address)]
    return boosts[max(fitting, key=len)] if fitting else 1.0


def plain(markup: str) -> str:
    """HTML as one line of text, without the numbers of notes and the arrows back from them."""
    text = html.unescape(_TAG.sub(" ", _NOTE.sub("", markup))).replace(_BACK, "")
    return _BLANKS.sub(" ", text).strip()


def dumps(data: Mapping[str, Any]) -> str:
    """The same bytes for the same index."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
