"""The bench's host: it serves the guide and the stock Pyodide alike, as a good static host on the web does.

What the browser accepts decides: a file's Brotli twin, else its gzip twin, else gzip made on the spot, as hosts do for
pages. Each answer may be kept for ten minutes and has a tag to ask again with. The host notes what it sent.
"""

from __future__ import annotations

import gzip
import hashlib
import http.server
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tests.serving import PREFIX, TYPES, Host, listening

ENCODINGS = {"br": ".br", "gzip": ".gz"}
#: Sent with every file.
KEPT = {"Cache-Control": "max-age=600", "Vary": "Accept-Encoding"}
#: Compressed in themselves.
_PACKED = frozenset({".gz", ".ico", ".png", ".whl", ".woff2", ".zip"})


@dataclass
class Sent:
    """One answer: the address below the site's root, how it was packed, the bytes of its body, and when it was asked for."""

    path: str
    encoding: str
    size: int
    #: Seconds since 1970, as the browser counts too.
    at: float


@dataclass
class BenchHost(Host):
    """The host of one run. `brotli=False` serves gzip only."""

    brotli: bool = True
    sent: list[Sent] = field(default_factory=list)

    def packed(self, file: Path, accepted: str) -> tuple[str, bytes]:
        """The encoding for a request that accepts these, and the body in it."""
        offered = [name.strip().split(";")[0] for name in accepted.split(",")]
        for name in ("br", "gzip") if self.brotli else ("gzip",):
            twin = file.with_name(file.name + ENCODINGS[name])
            if name in offered and twin.is_file():
                return name, _read(twin, twin.stat().st_mtime_ns)
        body = _read(file, file.stat().st_mtime_ns)
        if "gzip" not in offered or file.suffix in _PACKED:
            return "", body
        return "gzip", _gzipped(body)


@lru_cache(maxsize=512)
def _read(file: Path, _changed: int) -> bytes:
    return file.read_bytes()


@lru_cache(maxsize=512)
def _gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


@contextmanager
def hosting(port: int = 0) -> Iterator[BenchHost]:
    """Start a host on this port, or on a free one; it serves once `folder` is set."""
    host = BenchHost("", port)
    with listening(host, _handler(host)):
        yield host


def _handler(host: BenchHost) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave as one: else each answer waits for the other side's acknowledgement.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            asked = time.time()
            file = host.find(self.path)
            missing = host.folder / "404.html" if host.folder else None
            shown = file or (missing if missing and missing.is_file() else None)
            encoding, body = host.packed(shown, self.headers.get("Accept-Encoding", "")) if shown else ("", b"")
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            same = file is not None and self.headers.get("If-None-Match") == tag
            host.sent.append(Sent(self.path.removeprefix(PREFIX), encoding, 0 if same else len(body), asked))
            self.send_response(304 if same else 200 if file else 404)
            for name, value in {**KEPT, "ETag": tag}.items():
                self.send_header(name, value)
            if not same:
                self.send_header("Content-Type", TYPES.get(shown.suffix if shown else ".html", TYPES[".whl"]))
                self.send_header("Content-Length", str(len(body)))
                if encoding:
                    self.send_header("Content-Encoding", encoding)
            self.end_headers()
            if not same:
                self.wfile.write(body)
            self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Say nothing: the bench has the word."""

    return Handler
