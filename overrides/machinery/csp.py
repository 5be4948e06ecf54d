"""The Content-Security-Policy of a built page: nothing from anywhere but this site, and no script nobody wrote.

A static host may not let us set headers, so the policy is a `<meta>` element, the first thing after the character set
(a policy in a page counts only for what follows it). Inline scripts are allowed by their hash, page by page, because
Material's differ with the depth of the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Final

#: What every page may do, apart from its own inline scripts.
POLICY: Final[dict[str, list[str]]] = {
    "default-src": ["'none'"],
    # WebAssembly is the reader's Python; it may be compiled, text may not be evaluated.
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    # CodeMirror draws its underlines as data: images.
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}

#: Types of script element whose content is run; every other type is data.
_RUN: Final = {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}
_CHARSET: Final = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_EXISTING: Final = re.compile(r"<meta\s+http-equiv=[\"']?content-security-policy", re.IGNORECASE)


class _InlineScripts(HTMLParser):
    """Collects the contents of inline scripts that a browser would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        runs = (attributes.get("type") or "").strip().lower() in _RUN
        self._inside = tag == "script" and "src" not in attributes and runs
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data


def inline_scripts(html: str) -> list[str]:
    """The text of every inline script that a browser would run, in order."""
    parser = _InlineScripts()
    parser.feed(html)
    parser.close()
    return parser.scripts


def source_of(script: str) -> str:
    """The source expression that allows exactly this inline script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(html: str) -> str:
    """The policy for this page, with the hashes of its inline scripts."""
    hashes = sorted({source_of(script) for script in inline_scripts(html)})
    directives = {**POLICY, "script-src": [*POLICY["script-src"], *hashes]}
    return "; ".join(" ".join([name, *values]) for name, values in directives.items())


def secure(html: str) -> str:
    """The page with its policy. Raises ValueError for a page without a charset, or with a policy already."""
    if _EXISTING.search(html):
        raise ValueError("the page has a Content-Security-Policy already")
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError("the page has no <meta charset>, after which the policy must stand")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return f"{html[: charset.end()]}\n      {meta}{html[charset.end() :]}"
