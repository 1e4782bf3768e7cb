"""A loopback server that answers as it is told and remembers what it was asked."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Seen:
    """One request as it came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return json.loads(self.body)

    @property
    def query(self) -> dict[str, str]:
        """The first value of each parameter in the address."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}

    @property
    def bare_path(self) -> str:
        """The path without its parameters."""
        return urlsplit(self.path).path


@dataclass(frozen=True)
class Reply:
    """What the server sends; ``cut`` closes in the middle, ``hold`` waits until released."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    cut: bool = False
    hold: bool = False


def as_json(value: object, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """A JSON reply."""
    return Reply(status, json.dumps(value).encode(), (("Content-Type", "application/json"), *headers))


@dataclass
class Loopback:
    """The server's address, what it saw, and what it answers."""

    url: str
    answer: Callable[[Seen], Reply]
    seen: list[Seen] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def on_the_wire(self) -> str:
        """Everything that reached the server, as one text."""
        return "\n".join(f"{s.path}\n{s.headers}\n{s.body.decode()}" for s in self.seen)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    loopback: Loopback

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        seen = Seen(self.command, self.path, dict(self.headers.items()), body)
        self.loopback.seen.append(seen)
        reply = self.loopback.answer(seen)
        if reply.hold:
            self.loopback.released.wait()
            self.close_connection = True
            return
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body) + (1000 if reply.cut else 0)))
        self.end_headers()
        self.wfile.write(reply.body)
        if reply.cut:
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

    do_GET = do_POST = do_DELETE = do_CONNECT = _serve  # noqa: N815

    def log_message(self, *_args: object) -> None:
        """Nothing on the terminal."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


def serve(answer: Callable[[Seen], Reply]) -> tuple[Loopback, Callable[[], None]]:
    """A running server and the function that stops it."""
    handler = type("Handler", (_Handler,), {})
    server = _Server(("127.0.0.1", 0), handler)
    loopback = Loopback(f"http://127.0.0.1:{server.server_address[1]}", answer)
    handler.loopback = loopback  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()

    def stop() -> None:
        loopback.released.set()
        server.shutdown()
        server.server_close()
        thread.join()

    return loopback, stop
