"""Runs preview and desk on loopback, in a thread beside the builds."""

from __future__ import annotations

import socket
import threading

import uvicorn
from starlette.types import ASGIApp

from plugins.desk.preview import State


def bound(port: int) -> socket.socket:
    """A socket on loopback; port 0 takes a free one. Raises ``OSError`` where the port is taken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where REUSEADDR lets two servers share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", port))
        made.listen(64)
    except OSError:
        made.close()
        raise
    return made


class ServerThread:
    """A server as long as its block lasts."""

    def __init__(self, app: ASGIApp, listening: socket.socket, state: State) -> None:
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=2
        )
        self._server = uvicorn.Server(config)
        self._socket, self._state = listening, state
        self._thread = threading.Thread(target=self._server.run, args=([listening],), daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._state.close()
        self._thread.join(5)
        self._socket.close()
