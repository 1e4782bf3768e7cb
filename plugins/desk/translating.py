"""Routes of machine translation: what would be sent, to whom and for how much; then the run, followed line by line."""

from __future__ import annotations

import json
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.desk.desk import Desk
from plugins.desk.editing import item_of
from plugins.desk.progress import progress
from plugins.desk.routing import Route, page, post, value


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/reports/{id}/translate", lambda request: _plan(desk, request)),
        post("/desk/reports/{id}/translate", lambda request, form: _start(desk, request, form)),
        page("/desk/work/{name}", lambda request: _work(desk, request)),
    ]


def _words(desk: Desk, ident: str, lang: str, again: str) -> list[str]:
    """The task for one report, for one language or all, or for one text that is asked for again."""
    config = desk.config
    folders = [f"--content={config.content}", f"--translations={config.translations}", f"--cache={config.cache}"]
    more = [f"--again={again}"] if again else []
    return ["translate", *folders, f"--report={ident}", *([f"--lang={lang}"] if lang else []), *more]


def _plan(desk: Desk, request: Request) -> Response:
    item, lang = item_of(desk, request), _lang(desk, request, request.query_params.get("lang", ""))
    again = request.query_params.get("again", "")
    wish = [*_words(desk, item.id, lang, again), "--plan", "--format=json"]
    code, told, complaint = desk.works.ask(wish, desk.wording(request).lang)
    plan: dict[str, Any] = json.loads(told) if told.startswith("{") else {"editions": [], "engines": [], "skipped": []}
    return desk.page(
        request,
        "translate.html",
        item=item,
        lang=lang,
        again=again,
        plan=plan,
        complaint=complaint if code else "",
        asks=any(engine["web_service"] and engine["segments"] for engine in plan["engines"]),
    )


def _lang(desk: Desk, request: Request, lang: str) -> str:
    """A language of the newsroom, or all of them."""
    return lang if lang in desk.stock(request).site.languages else ""


def _start(desk: Desk, request: Request, form: FormData) -> Response:
    item, lang = item_of(desk, request), _lang(desk, request, value(form, "lang"))
    agreed = ["--yes"] if value(form, "agreed") == "yes" else []
    name, again = f"translate-{item.id}", value(form, "again")
    back = f"/desk/reports/{item.id}/review/{lang}" if lang else f"/desk/reports/{item.id}/"
    desk.works.start(name, [*_words(desk, item.id, lang, again), *agreed], back, desk.wording(request).lang)
    return RedirectResponse(f"/desk/work/{name}", 303)


def _work(desk: Desk, request: Request) -> Response:
    """How far a task is."""
    work = desk.works.get(request.path_params["name"])
    if work is None:
        raise HTTPException(404)
    words = desk.wording(request)
    lines = [progress(line, words) for line in work.lines]
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"lines": lines, "code": work.code})
    return desk.page(request, "work.html", work=work, lines=lines)
