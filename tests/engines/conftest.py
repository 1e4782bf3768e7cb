"""The loopback server, and a way out of every proxy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.engines.wire import Loopback, Reply, Seen, serve


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine stands between a test and its server."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A loopback server; a test sets its ``answer``."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()


@pytest.fixture
def in_turn(server: Loopback) -> Callable[..., None]:
    """Makes the server give these replies one after the other, the last one for ever."""

    def script(*replies: Reply | Callable[[Seen], Reply]) -> None:
        left = list(replies)

        def answer(seen: Seen) -> Reply:
            reply = left.pop(0) if len(left) > 1 else left[0]
            return reply if isinstance(reply, Reply) else reply(seen)

        server.answer = answer

    return script
