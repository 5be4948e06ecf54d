"""The guides read easily: plain words and short sentences on every page."""

from __future__ import annotations

import re
import warnings

import pytest

from tests.site import guide_pages

with warnings.catch_warnings():
    # textstat 0.7.4 imports pkg_resources, which announces its own end.
    warnings.simplefilter("ignore")
    import textstat  # type: ignore[import-untyped]  # ships no types

MIN_FLESCH = 65.0
MAX_WORDS_A_SENTENCE = 20.0
#: No single sentence may run on either: about two lines on a phone, times three.
MAX_WORDS_ONE_SENTENCE = 32

_END = re.compile(r"[.?!][\"”*)]*$")
_SENTENCE_GAP = re.compile(r"(?<=[.?!])[\"”)]*\s+")


def sentences(blocks: tuple[guide_pages.Block, ...], *, prose_only: bool) -> list[str]:
    """The page's blocks as sentences: each heading, cell and list item ends one."""
    found = []
    for block in blocks:
        if prose_only and block.tag not in {"p", "li", "dd"}:
            continue
        text = re.sub(r"\s+", " ", block.text.replace("→", ",")).strip()
        if not re.search(r"[A-Za-z]", text):
            continue
        text = re.sub(r":$", ".", text)
        found.append(text if _END.search(text) else text + ".")
    return found


@pytest.mark.parametrize("path", guide_pages.guide_paths())
@pytest.mark.parametrize("prose_only", [False, True], ids=["whole page", "prose only"])
def test_page_is_easy_to_read(path: str, prose_only: bool) -> None:
    text = " ".join(sentences(guide_pages.load(path).blocks, prose_only=prose_only))
    words = textstat.lexicon_count(text) / textstat.sentence_count(text)
    assert textstat.flesch_reading_ease(text) >= MIN_FLESCH
    assert words <= MAX_WORDS_A_SENTENCE


@pytest.mark.parametrize("path", guide_pages.guide_paths())
def test_no_sentence_runs_on(path: str) -> None:
    blocks = sentences(guide_pages.load(path).blocks, prose_only=False)
    long = [
        sentence
        for block in blocks
        for sentence in _SENTENCE_GAP.split(block)
        if len(sentence.split()) > MAX_WORDS_ONE_SENTENCE
    ]
    assert not long
