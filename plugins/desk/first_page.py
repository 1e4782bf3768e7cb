"""Routes of the first page, of new reports, of small pictures, and of the language that the desk speaks."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.build.problem_paths import far, near
from plugins.desk.desk import Desk
from plugins.desk.inventory import Stock
from plugins.desk.overview import FILTERS, Search, overview
from plugins.desk.routing import Route, page, post, value
from plugins.desk.settings import remember
from plugins.desk.thumbnails import SIZES, thumbnail
from plugins.desk.wording import LANGUAGES
from plugins.newsroom.new import new_report
from plugins.newsroom.problem import ContentError, Level, Problem
from plugins.newsroom.slug import make_slug


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/", lambda request: _first(desk, request)),
        page("/desk/new", lambda request: _form(desk, request, {}, "")),
        post("/desk/new", lambda request, form: _new(desk, request, form)),
        post("/desk/language", lambda _, form: _language(desk, form)),
        page("/desk/pictures/{id}/{file}", lambda request: _picture(desk, request)),
    ]


def _first(desk: Desk, request: Request) -> Response:
    asked = request.query_params
    number = asked.get("page", "1")
    search = Search(asked.get("words", ""), asked.get("show", ""), int(number) if number.isdecimal() else 1)
    stock = desk.stock(request)
    stopping = _stopping(desk, stock)
    found = overview(stock, desk.now, desk.changed(), search)

    def address(**changes: object) -> str:
        pairs = {"words": search.words, "show": search.standing, "page": search.page, **changes}
        told = urlencode({name: text for name, text in pairs.items() if text and (name, text) != ("page", 1)})
        return f"/desk/?{told}" if told else "/desk/"

    return desk.page(
        request,
        "reports.html",
        found=found,
        search=search,
        filters=FILTERS,
        address=address,
        others=[problem for problem in near(stock.others) if problem not in stopping],
        broken=stopping,
        picture=lambda row: f"/desk/pictures/{row.id}/{quote(row.picture)}",
    )


def _stopping(desk: Desk, stock: Stock) -> list[Problem]:
    """The errors for which the last build made no pages; those of a draft stop nobody."""
    if not desk.state.is_stopped:
        return []
    drafts = tuple(f"{item.folder}/" for item in stock.items if item.is_draft)
    errors = (problem for problem in far(desk.state.problems) if problem.level is Level.ERROR)
    return list(near(problem for problem in errors if not f"{problem.file}/".startswith(drafts)))


def _form(desk: Desk, request: Request, given: dict[str, str], complaint: str, status: int = 200) -> Response:
    today = desk.now.astimezone(ZoneInfo(desk.stock(request).site.timezone)).date()
    filled = {"title": "", "id": "", "date": today.isoformat(), "lang": "", **given}
    sites = desk.stock(request).site.languages
    return desk.page(request, "new.html", status, given=filled, complaint=complaint, sites=sites)


def _new(desk: Desk, request: Request, form: FormData) -> Response:
    """Makes the folder; on a problem the form with the reason, nothing typed is lost."""
    given = {name: value(form, name) for name in ("title", "id", "date", "lang")}
    try:
        day = dt.date.fromisoformat(given["date"])
    except ValueError:
        return _form(desk, request, given, desk.wording(request).t("Please choose the day of publication."), 422)
    if not given["title"].strip():
        return _form(desk, request, given, desk.wording(request).t("Please enter a title."), 422)
    ident = given["id"] or make_slug(given["title"])
    if not ident:
        told = desk.wording(request).t(
            "No name for the address can be made of this title: enter one, such as harbour-day."
        )
        return _form(desk, request, given, told, 422)
    try:
        made = new_report(desk.content, ident, given["lang"], day, given["title"])
    except ContentError as error:
        said = desk.wording(request).say
        told = " ".join(f"{said(p.found)}. {said(p.fix)}" for p in error.problems)
        return _form(desk, request, given, told, 422)
    return RedirectResponse(f"/desk/reports/{made.name}/", 303)


def _language(desk: Desk, form: FormData) -> Response:
    chosen, back = value(form, "language"), value(form, "back")
    if chosen in LANGUAGES:
        remember(desk.config.cache, language=chosen)
        desk.state.spoken()
    return RedirectResponse(back if back.startswith("/desk/") else "/desk/", 303)


def _picture(desk: Desk, request: Request) -> Response:
    item = desk.stock(request).item(request.path_params["id"])
    name = request.path_params["file"]
    size = SIZES[request.query_params.get("size") == "large"]
    listed = item is not None and name in {path.name for path in (item.folder / "photos").glob("*")}
    data = thumbnail(item.folder / "photos" / name, size, desk.config.cache) if item and listed else None
    if data is None:
        return Response(b"", 404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=60"})
