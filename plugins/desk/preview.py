"""The preview's server: the last good site on loopback, with problems and reloads in the page."""

from __future__ import annotations

import html
import queue
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.newsroom.problem import Problem

EVENTS = "/__preview/events"
SCRIPT = "/__preview/reload.js"
STYLE = "/__preview/problems.css"

_RELOAD = b"""new EventSource('/__preview/events').addEventListener('built', () => location.reload());
"""
_CSS = b"""#preview-problems{all:revert;position:relative;z-index:9;margin:0;padding:1rem 1.5rem;background:#7a0010;
color:#fff;font:1rem/1.5 system-ui,sans-serif}#preview-problems h2{margin:0 0 .5rem;font-size:1.1rem}
#preview-unseen{all:revert;margin:0;padding:.5rem 1.5rem;background:#ffd84d;color:#000;
font:1rem/1.5 system-ui,sans-serif}
#preview-problems li{margin:.5rem 0}#preview-problems code{font-size:.95rem;color:#ffe2a8}
"""


class State:
    """What the server knows of the last build; builds change it, requests read it."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.problems: tuple[Problem, ...] = ()
        self.unseen: dict[str, str] = {}
        """Address -> why readers may not see that page yet."""
        self._listeners: set[queue.SimpleQueue[str]] = set()
        self._lock = threading.Lock()

    def built(self, problems: tuple[Problem, ...], unseen: tuple[tuple[str, str], ...] | None = None) -> None:
        """Tells every open page that there is something new; without ``unseen`` the pages are those of before."""
        self.problems = problems
        if unseen is not None:
            self.unseen = dict(unseen)
        with self._lock:
            for listener in self._listeners:
                listener.put("built")

    def listen(self) -> queue.SimpleQueue[str]:
        """A queue that hears of the next builds."""
        heard: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._lock:
            self._listeners.add(heard)
        return heard

    def leave(self, heard: queue.SimpleQueue[str]) -> None:
        """Ends listening."""
        with self._lock:
            self._listeners.discard(heard)


def with_notes(page: bytes, problems: tuple[Problem, ...], why: str = "") -> bytes:
    """A page that reloads itself, and tells at its top of problems, and ``why`` readers may not see it."""
    head = f'<script src="{SCRIPT}" defer></script><link rel="stylesheet" href="{STYLE}">'
    note = f'<p id="preview-unseen" role="note" lang="en">Only in this preview: {html.escape(why)}.</p>' if why else ""
    if problems:
        items = "".join(
            f"<li><code>{html.escape(p.file)}{f':{p.line}' if p.line else ''}</code> {html.escape(p.found)}."
            f" Expected: {html.escape(p.expected)}. {html.escape(p.fix)}</li>"
            for p in problems
        )
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        note += (
            f'<section id="preview-problems" role="alert" lang="en"><h2>{count}: this is the last good page</h2>'
            f"<ul>{items}</ul></section>"
        )
    page = page.replace(b"</head>", head.encode() + b"</head>", 1)
    start = page.find(b">", page.find(b"<body")) + 1
    return page[:start] + note.encode() + page[start:]


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, state: State, **kwargs: object) -> None:
        self.state = state
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Files of the site, the preview's own two, and the stream of builds."""
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _RELOAD, "text/javascript; charset=utf-8")
        elif path == STYLE:
            self._send(HTTPStatus.OK, _CSS, "text/css; charset=utf-8")
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        prefix = self.state.prefix
        if prefix and path == "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", prefix + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.path = path.removeprefix(prefix) or "/"
        local = Path(self.translate_path(self.path))
        if local.is_dir() and not self.path.endswith("/"):
            super().do_GET()
            return
        page = local / "index.html" if local.is_dir() else local
        if page.suffix != ".html" and page.is_file():
            super().do_GET()
            return
        found = page.is_file()
        fallback = Path(str(self.directory), "404.html")
        data = page.read_bytes() if found else fallback.read_bytes() if fallback.is_file() else b"<head></head><body>"
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        why = self.state.unseen.get(path, "")
        self._send(status, with_notes(data, self.state.problems, why), "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        """Server-sent events (HTML standard, section 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        heard = self.state.listen()
        try:
            while True:
                try:
                    event = heard.get(timeout=15)
                except queue.Empty:
                    event = "alive"
                self.wfile.write(f"event: {event}\ndata: 1\n\n".encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.state.leave(heard)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for builds."""


def server(output: Path, state: State, port: int) -> ThreadingHTTPServer:
    """A server on loopback; port 0 takes a free one. Raises ``OSError`` where the port is taken."""
    made = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, state=state, directory=str(output)))
    made.daemon_threads = True
    return made
