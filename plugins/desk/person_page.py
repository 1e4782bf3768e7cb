"""Routes of people: everybody in people.yaml has a form, and somebody new gets one."""

from __future__ import annotations

from dataclasses import replace

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.desk.both import both_page, chosen_version
from plugins.desk.choices import country_choices, people_choices
from plugins.desk.desk import Desk
from plugins.desk.editing import given_of, in_words
from plugins.desk.person_form import (
    PERSON,
    PersonResult,
    people_file,
    person_fields,
    person_problems,
    save_person,
)
from plugins.desk.problem_places import by_field, shows
from plugins.desk.routing import Route, page, post, value
from plugins.desk.versions import Outcome, Versions, digest_of
from plugins.desk.yaml_edit import NotEditableError

HERE = "/desk/people"


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page(HERE, lambda request: _page(desk, request, "")),
        post(HERE, lambda request, form: _save(desk, request, form, "")),
        page(f"{HERE}/both", lambda request: both_page(desk, request, desk.content / "people.yaml", PERSON)),
        post(f"{HERE}/both", lambda _, form: _choose(desk, form)),
        page(f"{HERE}/of/{{id}}", lambda request: _page(desk, request, request.path_params["id"])),
        post(f"{HERE}/of/{{id}}", lambda request, form: _save(desk, request, form, request.path_params["id"])),
    ]


def _page(
    desk: Desk, request: Request, ident: str, result: PersonResult | None = None, back: str = "", version: str = ""
) -> Response:
    """The form; ``result``: what somebody typed, which was not written because something in it is wrong."""
    stock, words = desk.stock(request), desk.wording(request)
    now = people_file(desk.content, Versions(desk.config.cache))
    if ident and ident not in now.value:
        raise HTTPException(404)
    shown, key = (result.file, result.ident) if result else (now, ident)
    fields = person_fields(shown.value.get(key), stock.site.languages)
    every = result.wrong if result else [p for p in stock.others if p.file.endswith("/people.yaml")]
    problems = by_field((in_words(each, words) for each in person_problems(shown, key, every)), fields, ())
    entry = now.value.get(ident)
    return desk.page(
        request,
        "person.html",
        422 if result else 200,
        ident=ident,
        name=entry.get("name", ident) if isinstance(entry, dict) else "",
        readable=now.doc is not None,
        text=now.text,
        fields=fields,
        version=version or now.version,
        back=back,
        problems=problems,
        loose=problems.get("", []),
        wrong=bool(result),
        choices={"person": people_choices(stock, words), "country": country_choices(words)},
        concerned=lambda found: any(shows(control, problems) for control in found),
        label=desk.label(words),
        notice=request.query_params.get("notice", ""),
    )


def _save(desk: Desk, request: Request, form: FormData, ident: str) -> Response:
    """Writes what is right; where something is wrong nothing is written, and everything typed is still there."""
    given, back, langs = given_of(form), value(form, "back"), desk.stock(request).site.languages
    versions = Versions(desk.config.cache)
    version = given.text(f"{PERSON}:version") or people_file(desk.content, versions).version
    if not given.has(f"{PERSON}:version"):  # somebody new, entered beside a report
        given = replace(given, pairs=(*given.pairs, (f"{PERSON}:version", version)))
    try:
        result = save_person(desk.content, ident, given, langs, versions)
    except NotEditableError:
        return RedirectResponse(f"{back if back.startswith('/desk/') else HERE}?notice=fault", 303)
    if result.wrong:
        return _page(desk, request, ident, result, back, version)
    saved = result.saved
    if saved is not None and saved.outcome is Outcome.CONFLICT:
        return RedirectResponse(f"{HERE}/both?mine={digest_of(saved.mine)}", 303)
    if saved is not None and saved.is_written:
        desk.state.edited([saved.path])
    place = back if back.startswith("/desk/") else f"{HERE}/of/{result.ident}"
    return RedirectResponse(f"{place}?notice=saved", 303)


def _choose(desk: Desk, form: FormData) -> Response:
    again = chosen_version(desk, form, desk.content / "people.yaml")
    return RedirectResponse(f"{HERE}/both?mine={again}" if again else "/desk/newsroom?notice=chosen", 303)
