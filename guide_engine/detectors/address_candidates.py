"""What may be an address in a line of a text: the library's candidates, each line and each piece looked through once.

Which of them are addresses is `guide_engine.detectors.addresses`' business. Positions count from the start of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from guide_engine.detectors import tlds
from guide_engine.memory import Memory

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

_HINT = re.compile(r"\S\.[^\W\d_]|//|mailto:|\w@\w|(?:\d{1,3}\.){3}\d")
_SIGN = re.compile(r"\.[^\W\d_]|//|mailto:|@\w|\.\d{1,3}\.\d")
"""What every hint holds, told by its first letter, so that the whole text is looked through in no time."""
_CHUNK = re.compile(
    # Addresses hold no spaces. Longer stretches are cut: the library reads an open bracket to the end of its text.
    r"\S{1,1000}"
)
_CJK = re.compile(
    # Letters of Chinese and Japanese that touch an address: nobody writes a space there.
    r"(?<=[a-z0-9])[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]+"
    r"|(?<![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+(?=[a-z0-9])"
)
_CJK_LETTER = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_COLON = re.compile(
    r"(?<=[^\W\d_]):(?=(?:[a-z0-9-]{1,60}\.){1,5}(?P<ending>[a-z]{2,24})(?![\w.]))|(?<=[^\W\d_]):(?=[\w.+-]{1,60}@)"
)
_ARROW = re.compile(
    # Drawn signs that touch an address, and the bar: "see →https://brand.com", "►brand.com◄".
    r"(?<!/)[|\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff](?!\.)"
)


@lru_cache(maxsize=1)
def _linkifier() -> LinkifyIt:
    """The library, set to take any letters for a top-level domain: a look into the set of real ones is quicker.

    Imported when first needed: most drafts hold no address, and the browser starts sooner without it.
    """
    from linkify_it import LinkifyIt

    found = LinkifyIt(options={"fuzzy_ip": True})
    found.tlds([r"[^\W\d_]{2,24}", r"xn--[a-z0-9-]{2,59}"])
    return found


@lru_cache(maxsize=1)
def _bare_hosts() -> re.Pattern[str]:
    """The library's pattern for addresses without a scheme: what stands before, then the address."""
    return re.compile(_linkifier().re["link_fuzzy"], re.IGNORECASE)


def readable(plain: str) -> str:
    """The text with what keeps an address from being told taken away; its length stays."""
    plain = plain.replace("hxxp", "http")
    if not plain.isascii() and _CJK_LETTER.search(plain):
        return _CJK.sub(lambda match: " " * len(match.group()), plain)
    return plain


def _in_line(line: str) -> tuple[tuple[int, int, str], ...]:
    """What the library takes for addresses in a line: start, end, schema. No address goes over a line end."""
    found: list[tuple[int, int, str]] = []
    for at, chunk in _hinted(_ARROW.sub(" ", line)):
        piece = chunk
        if ":" in piece and "//" not in piece and "mailto:" not in piece:
            piece = _COLON.sub(_space_after_label, piece)
        found += [(at + start, at + end, schema) for start, end, schema in _CANDIDATES.get(piece, len(piece))]
    return tuple(found)


_IN_LINE = Memory(_in_line)


def candidates_in(line: str) -> tuple[tuple[int, int, str], ...]:
    """The candidates of a line that went through `readable`: start, end, schema."""
    return _IN_LINE.get(line, len(line))


def _hinted(plain: str) -> Iterator[tuple[int, str]]:
    """The pieces of text without spaces that may hold an address, and where they stand."""
    done = 0
    for sign in _SIGN.finditer(plain):
        at = sign.start()
        if at < done:
            continue
        while at > done and not plain[at - 1].isspace():
            at -= 1
        done = at
        for chunk in _CHUNK.finditer(plain, at):
            if chunk.start() > done:
                break
            done = chunk.end()
            if _HINT.search(chunk.group()):
                yield chunk.start(), chunk.group()


def _candidates(piece: str) -> tuple[tuple[int, int, str], ...]:
    """What the library takes for addresses in a piece of text without spaces: start, end, schema.

    Most pieces hold neither a scheme nor an at sign. For them its pattern for bare hosts is all it would try.
    """
    if "//" in piece or "@" in piece or "mailto:" in piece:
        return tuple([(match.index, match.last_index, match.schema) for match in _linkifier().match(piece) or ()])
    return tuple([(found.start(2), found.end(2), "") for found in _bare_hosts().finditer(piece)])


_CANDIDATES = Memory(_candidates)


def _space_after_label(colon: re.Match[str]) -> str:
    """A space in place of the colon of "Website:brand.com"; "path:to:file.pm" stays."""
    sure = colon["ending"] is None or tlds.is_sure(colon["ending"]) or colon.string.startswith("/", colon.end("ending"))
    return " " if sure else colon.group()
