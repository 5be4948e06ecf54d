"""A static host for the tests: files, right types, a 404 page, everything under a sub-path. No server logic."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Where the site lies on the test's host: never at the root, so that an address that counts from there is found out.
PREFIX = "/some/guide/"
TYPES = {
    ".br": "application/x-brotli",
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/octet-stream",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


@dataclass
class Host:
    """A port that is ours from now on; it serves once `folder` is set."""

    address: str
    port: int
    folder: Path | None = None
    #: A file with this in its name is sent in half, then the line goes dead.
    cut: str = ""

    def find(self, target: str) -> Path | None:
        """The file for a request's target, or None."""
        path = unquote(urlsplit(target).path)
        if self.folder is None or not path.startswith(PREFIX):
            return None
        file = (self.folder / path.removeprefix(PREFIX)).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            return None
        if file.is_dir():
            file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    #: A browser asks for many files at once.
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page drops its connections; that is no error."""


@contextmanager
def listening(host: Host, handler: type[http.server.BaseHTTPRequestHandler]) -> Iterator[None]:
    """Give a host a free port of this machine, or the one it names, and let the handler answer there."""
    with _Server(("127.0.0.1", host.port), handler) as server:
        host.port = server.server_address[1]
        host.address = f"http://127.0.0.1:{host.port}{PREFIX}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def hosting() -> Iterator[Host]:
    """Start a host on a free port of this machine; the site may be built for its address before it gets a folder."""
    host = Host("", 0)
    with listening(host, _handler(host)):
        yield host


def _handler(host: Host) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = host.find(self.path)
            missing = host.folder / "404.html" if host.folder else None
            body = file.read_bytes() if file else missing.read_bytes() if missing and missing.is_file() else b""
            self.send_response(200 if file else 404)
            kind = TYPES.get(file.suffix, "application/octet-stream") if file else TYPES[".html"]
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if host.cut and host.cut in self.path:
                self.wfile.write(body[: len(body) // 2])
                self.close_connection = True
                return
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: pytest has the word."""

    return Handler
