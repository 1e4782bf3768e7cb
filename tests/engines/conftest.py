"""The loopback server, and a way out of every proxy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.engines.wire import Loopback, Reply, Seen


@pytest.fixture(autouse=True)
def only_loopback(no_proxy: None) -> None:
    """Servers of the test alone."""


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
