"""The whole server: the preview of the site, and the desk at /desk/, behind the guard."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from plugins.build.config import Config
from plugins.cache.errors import MemoError
from plugins.desk import (
    editing,
    first_page,
    importing_page,
    newsroom_page,
    person_page,
    pictures_of,
    publishing,
    reviewing,
    translating,
)
from plugins.desk.desk import HERE, Desk
from plugins.desk.guard import Guard, Pass, TooMuchError, too_much
from plugins.desk.inventory import Inventory
from plugins.desk.preview import EVENTS, SCRIPT, STYLE, State
from plugins.desk.problem_panel import EXPLANATIONS
from plugins.desk.settings import remember
from plugins.desk.site_files import SiteFiles

_UNFORESEEN = (
    "Something happened that was not foreseen. What was saved before is safe; what you were typing is still in the "
    "page you came from. If it happens again, show the lines in the window of `serve` to whoever looks after it."
)


@dataclass(frozen=True, slots=True)
class DeskServer:
    """A server ready to run, and its two addresses."""

    app: ASGIApp
    site: str
    desk: str
    """With the token of this start."""
    warm: Callable[[], None]
    """Works out in advance what pages of the desk will ask for."""


def open_desk(config: Config, state: State, port: int, language: str = "") -> DeskServer:
    """The server for the pages in ``config.output`` and the files in its content and translations folders.

    ``language`` is that of ``serve --language``; a language chosen in the desk takes its place, also in later starts.
    Raises ``NoSpace``, ``NotWritable``.
    """
    allowed = Pass(secrets.token_urlsafe(24), port)
    inventory = Inventory(config.content, config.translations)
    remember(config.cache, language=language)
    desk = Desk(config, state, inventory)
    root = f"http://127.0.0.1:{port}"
    return DeskServer(
        application(desk, allowed), f"{root}{state.prefix}/", f"{root}/desk/?token={allowed.token}", inventory.warm
    )


def _last_page(request: Request) -> str:
    """The page of the desk that somebody came from."""
    path = urlsplit(request.headers.get("referer", "")).path
    return path if path.startswith("/desk/") else "/desk/"


def application(desk: Desk, allowed: Pass) -> ASGIApp:
    """The server of one start."""
    files = SiteFiles(desk.config.output, desk.config.cache, desk.state)

    async def nothing(request: Request, _: Exception | None = None) -> Response:
        return desk.page(request, "missing.html", 404)

    async def large(_: Request, __: Exception) -> Response:
        return too_much()

    async def refused(request: Request, error: Exception) -> Response:
        words = desk.wording(request)
        told = words.t(_UNFORESEEN)
        if isinstance(error, MemoError):
            told = words.say(error.sentence)
        return desk.page(request, "refused.html", 500, told=told, back=_last_page(request))

    routes = [
        Route("/desk", lambda _: RedirectResponse("/desk/", 301)),
        Route(EVENTS, files.events),
        Route(SCRIPT, files.script),
        Route(STYLE, files.style),
        Route(EXPLANATIONS, files.explanations),
        *first_page.routes(desk),
        *editing.routes(desk),
        *pictures_of.routes(desk),
        *importing_page.routes(desk),
        *reviewing.routes(desk),
        *translating.routes(desk),
        *newsroom_page.routes(desk),
        *person_page.routes(desk),
        *publishing.routes(desk),
        Mount("/desk/static", StaticFiles(directory=HERE / "static")),
        Route("/desk/{path:path}", nothing),
        Route("/{path:path}", files.file),
    ]
    handlers: dict[Any, Any] = {404: nothing, TooMuchError: large, MemoError: refused, Exception: refused}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), allowed)
