"""Words and order numbers with a hyphen that no line may end in: in two parts they are hard to read aloud, or to type.

Imports no MkDocs.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = re.compile(r"(?<![\w-])(?:e-mails?|A-to-z|\d{3}-\d{7}-\d{7})(?![\w-])", re.IGNORECASE)
_TAG: Final = re.compile(r"(<[^>]*>)")
#: Where no element may stand, or where words are shown as they were typed.
_NOT_IN: Final = re.compile(r"<(/?)(?:code|option|pre|script|style|svg|textarea|title)\b")


def kept_whole(html: str) -> str:
    """The page with each such word in an element that the style sheet keeps on one line; all else stays as it is."""
    made, deep = [], 0
    for part in _TAG.split(html):
        if match := _NOT_IN.match(part):
            deep += 0 if part.endswith("/>") else -1 if match[1] else 1
        made.append(part if deep or part.startswith("<") else _WORDS.sub(r'<span class="whole">\g<0></span>', part))
    return "".join(made)
