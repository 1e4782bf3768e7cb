"""Serves a folder on loopback, for as long as a test session lasts."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".avif": "image/avif", ".js": "text/javascript"}

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def end_headers(self) -> None:
        """With leave for LinkChecker to ask more than ten times a second, which it asks for itself."""
        self.send_header("LinkChecker", "welcome")
        super().end_headers()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address (``http://127.0.0.1:port``) at which the folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
