"""Lets in only the person who started the desk, from this machine alone, and bounds what may be sent."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

DESK = "/desk"
LIMIT = 64_000_000
"""Bytes of the largest request: a photograph of a good camera, or a document with a few of them."""
_READING = ("GET", "HEAD")

_COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OF_DESK = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
_OF_SITE = {"Content-Security-Policy": "frame-ancestors 'self'", "X-Frame-Options": "SAMEORIGIN"}
"""The desk shows pages of the site in a frame beside the form."""

LOCKED = (
    "The desk is open to the person who started it: use the address that `serve` printed, with its token.\n"
    "Der Schreibtisch öffnet sich mit der Adresse, die `serve` ausgegeben hat.\n"
    "De redactie opent met het adres dat `serve` heeft getoond.\n"
)


@dataclass(frozen=True, slots=True)
class Pass:
    """What opens the desk: a token of this start, and the port at which it answers."""

    token: str
    port: int

    @property
    def cookie(self) -> str:
        """Its name; cookies do not tell ports apart, so the name does."""
        return f"desk{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """What may stand in ``Host``: any other name was made to lead here by somebody else (DNS rebinding)."""
        return tuple(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def opens(self, given: str) -> bool:
        """Whether that is the token."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


class TooMuchError(Exception):
    """More was sent than may be; the application answers it with ``too_much``."""


class Guard:
    """Stands before every route (ASGI)."""

    def __init__(self, app: ASGIApp, allowed: Pass) -> None:
        self._app = app
        self._pass = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself, or hands the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        desk = scope["path"] == DESK or scope["path"].startswith(DESK + "/")
        sender = _with_headers(send, {**_COMMON, **(_OF_DESK if desk else _OF_SITE)})
        answer = self._refusal(scope) or (self._at_the_door(scope) if desk else None)
        await (answer or self._app)(scope, _limited(receive), sender)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why nobody gets in with this request; ``None`` where it may pass."""
        headers = Headers(scope=scope)
        host, method = headers.get("host", ""), scope["method"]
        if host not in self._pass.hosts:
            return PlainTextResponse(f"This server answers to 127.0.0.1 alone, not to “{host}”.\n", 403)
        if method in _READING:
            return None
        if headers.get("origin") != f"http://{host}" or not scope["path"].startswith(DESK + "/"):
            return PlainTextResponse("Changes are made by pages of the desk alone.\n", 403)
        size = headers.get("content-length", "0")
        return too_much() if size.isdecimal() and int(size) > LIMIT else None

    def _at_the_door(self, scope: Scope) -> Response | None:
        """The desk opens by its cookie, which the address with the token sets."""
        request = Request(scope)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if given and scope["method"] in _READING and self._pass.opens(given):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(self._pass.cookie, self._pass.token, path=DESK, httponly=True, samesite="strict")
            return answer
        if self._pass.opens(request.cookies.get(self._pass.cookie, "")):
            return None
        return PlainTextResponse(LOCKED, 401)


def too_much() -> Response:
    """The answer to a request that is too large."""
    return PlainTextResponse(f"More than {LIMIT // 1_000_000} MB at once: send less, or smaller pictures.\n", 413)


def _limited(receive: Receive) -> Receive:
    """The same, counting: a request may come without saying how long it is."""
    count = 0

    async def limited() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        if count > LIMIT:
            raise TooMuchError
        return message

    return limited


def _with_headers(send: Send, more: Mapping[str, str]) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in more.items():
                headers[name] = value
        await send(message)

    return sender
