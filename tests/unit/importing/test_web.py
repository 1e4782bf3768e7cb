"""Pages from the web: from nowhere else, within limits, also after a redirect."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.importing.errors import SourceError
from plugins.importing.web import fetch, pictures_of


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self._answer(200, b"<p>Kai 7</p>")
        elif self.path == "/large":
            self._answer(200, b"x" * 5_000)
        elif self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
            self.end_headers()
        elif self.path == "/round":
            self.send_response(301)
            self.send_header("Location", "/round")
            self.end_headers()
        else:
            self._answer(404, b"")

    def _answer(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A web server on loopback."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def test_a_page_of_ones_own_network_only_if_that_is_asked_for(server: str) -> None:
    """With ``private``."""
    assert fetch(f"{server}/page", private=True) == (b"<p>Kai 7</p>", f"{server}/page")
    with pytest.raises(SourceError, match="inside this machine"):
        fetch(f"{server}/page")


@pytest.mark.parametrize(
    "address",
    ["http://localhost/x", "http://127.1/x", "http://2130706433/x", "http://[::1]/x", "http://169.254.169.254/latest", "http://10.0.0.1/",
     "http://[::ffff:127.0.0.1]/", "http://drucker.local/", "http://0.0.0.0/"],
)  # fmt: skip
def test_no_way_to_ones_own_machine(address: str) -> None:
    """However it is written."""
    with pytest.raises(SourceError, match=r"inside this machine|no answer"):
        fetch(address)


def test_a_name_that_points_inside_is_seen_where_it_connects(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name itself looks harmless; nothing is sent."""
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.1", *rest, **more))
    port = server.rpartition(":")[2]
    with pytest.raises(SourceError, match="inside this machine"):
        fetch(f"http://www.hafen.example:{port}/page")


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://hafen.example/x", "http://user:secret@hafen.example/", "http:///x", "gopher://x"],
)
def test_the_web_and_nothing_else(address: str) -> None:
    """No file, no other protocol, no password in an address."""
    with pytest.raises(SourceError, match="another kind"):
        fetch(address, private=True)


def test_redirects_are_followed_and_each_is_checked(server: str) -> None:
    """Not to a file, and not for ever."""
    assert fetch(f"{server}/to?/page", private=True)[0] == b"<p>Kai 7</p>"
    with pytest.raises(SourceError, match="another kind"):
        fetch(f"{server}/to?file:///etc/passwd", private=True)
    with pytest.raises(SourceError, match="redirects"):
        fetch(f"{server}/round", private=True)


def test_limits_and_errors_are_sentences(server: str) -> None:
    """Size, absence, silence."""
    with pytest.raises(SourceError, match="more than"):
        fetch(f"{server}/large", 1_000, private=True)
    with pytest.raises(SourceError, match="the answer 404"):
        fetch(f"{server}/gone", private=True)
    with pytest.raises(SourceError, match="no answer"):
        fetch("http://127.0.0.1:1/", private=True)


def test_a_picture_that_cannot_be_had_is_no_error(server: str) -> None:
    """It is told of in the proposal."""
    get = pictures_of(private=True)
    assert get(f"{server}/page") == b"<p>Kai 7</p>"
    assert get(f"{server}/gone") == b""
