"""Routes of a report: its form beside its page, saving, undoing, and both versions where two people wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.cache.errors import MemoError
from plugins.desk.both import both_page, chosen_version
from plugins.desk.choices import choices_of
from plugins.desk.controls import Control, FormFields
from plugins.desk.desk import Desk
from plugins.desk.inventory import Item, Stock
from plugins.desk.overview import row_of
from plugins.desk.problem_places import Placed, by_field, placed, shows
from plugins.desk.report_files import unused_pictures
from plugins.desk.report_form import FACTS, ReportForms, Result, open_forms, path_in, save_forms
from plugins.desk.routing import Route, page, post, value
from plugins.desk.versions import Outcome, Versions, digest_of
from plugins.desk.wording import Wording
from plugins.newsroom.model import Lang
from plugins.pages.urls import Urls


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/reports/{id}/", lambda request: _page(desk, request)),
        post("/desk/reports/{id}/", lambda request, form: _save(desk, request, form)),
        post("/desk/reports/{id}/undo", lambda request, form: _undo(desk, request, form)),
        page("/desk/reports/{id}/both", lambda request: _both(desk, request)),
        post("/desk/reports/{id}/both", lambda request, form: _choose(desk, request, form)),
    ]


def item_of(desk: Desk, request: Request) -> Item:
    """The report that the address names. Raises ``HTTPException`` where there is none."""
    found = desk.stock(request).item(request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return found


def given_of(form: FormData) -> FormFields:
    """The texts that were sent."""
    return FormFields(tuple((name, text) for name, text in form.multi_items() if not isinstance(text, UploadFile)))


def _page(desk: Desk, request: Request) -> Response:
    item, stock, words = item_of(desk, request), desk.stock(request), desk.wording(request)
    versions = Versions(desk.config.cache)
    forms = open_forms(item.folder, stock.site.languages, versions)
    texts = _texts(forms, request.query_params.get("write", ""))
    problems = by_field(_placed(item, forms, words), _fields(forms, texts), texts)
    return desk.page(
        request,
        "edit.html",
        item=item,
        row=row_of(item, stock, desk.now, frozenset()),
        forms=forms,
        facts=forms.facts(),
        texts=texts,
        states={found.lang: found for found in item.coverage},
        choices=choices_of(stock, item, words),
        problems=problems,
        concerned=lambda fields: any(shows(control, problems) for control in fields),
        label=desk.label(words),
        preview=_address(item, stock, request.query_params.get("lang", "") or next(iter(texts), "")),
        unused=unused_pictures(item.folder, forms.photos) if forms.files[FACTS].doc else [],
        undo=[key for key, file in forms.files.items() if versions.can_undo(file.path)],
        notice=request.query_params.get("notice", ""),
        quote=quote,
    )


def _texts(forms: ReportForms, more: Lang) -> list[Lang]:
    """The languages somebody writes, the original first."""
    source = forms.files[FACTS].value.get("source_language")
    found = [lang for lang in forms.langs if forms.files[lang].data is not None or lang == more]
    return sorted(found, key=lambda lang: (lang != source, forms.langs.index(lang)))


def _placed(item: Item, forms: ReportForms, words: Wording) -> tuple[Placed, ...]:
    """The problems at their fields, in the editor's language."""
    every = sorted({*item.every_problem, *item.text_problems()})
    found = placed(every, forms.files, forms.photos)
    return tuple(in_words(each, words) for each in found)


def in_words(each: Placed, words: Wording) -> Placed:
    """The same in the editor's language."""
    weight = words.say(each.problem.level.value).capitalize()
    told = words.problem(each.problem)
    if each.problem.fix.startswith("Write them so"):  # how, only the expected says
        told = replace(told, fix=f"{told.expected[:1].upper()}{told.expected[1:]}. {told.fix}")
    advice = words.c("advice", each.problem.code)
    return replace(each, problem=told if advice == told.code else replace(told, fix=advice), weight=weight)


def _fields(forms: ReportForms, texts: list[Lang]) -> Iterator[Control]:
    """All fields of the page, those of the facts first."""
    yield from forms.facts().values()
    for lang in texts:
        yield from forms.text(lang)
        for number in range(len(forms.photos)):
            yield from forms.words(lang, number)


def _address(item: Item, stock: Stock, lang: Lang) -> str:
    """Where the preview shows the report; its front page where the report cannot be shown."""
    urls = Urls.of(stock.site.url, absolute=False)
    report = item.bundle.report
    if report is not None and not report.edition(lang or report.source_language):
        report = item.filled
    if report is None:
        return urls.home(lang or stock.site.languages[0]) if stock.site.languages else "/"
    shown = lang if report.edition(lang) else report.source_language
    return urls.report(report, shown)


def _save(desk: Desk, request: Request, form: FormData) -> Response:
    langs = desk.look_again(request, request.path_params["id"]).site.languages
    item, versions = item_of(desk, request), Versions(desk.config.cache)
    try:
        results = save_forms(item.folder, given_of(form), langs, versions)
    except MemoError as error:
        return _told(desk, request, item, (), desk.wording(request).say(error.sentence))
    if written := [result.saved.path for result in results if result.saved and result.saved.is_written]:
        desk.state.edited(written)
    return _told(desk, request, item, results, "")


def _told(desk: Desk, request: Request, item: Item, results: tuple[Result, ...], fault: str) -> Response:
    """What became of a save: for the script, or as the page again."""
    here = f"/desk/reports/{item.id}/"
    conflict = next((r for r in results if r.saved and r.saved.outcome is Outcome.CONFLICT), None)
    both = ""
    if conflict and conflict.saved:
        both = f"{here}both?file={conflict.key}&mine={digest_of(conflict.saved.mine)}"
    if "application/json" not in request.headers.get("accept", ""):
        return RedirectResponse(both or f"{here}?notice={'fault' if fault else 'saved'}", 303)
    return JSONResponse(_state(desk, request, item, results) | {"both": both, "fault": fault})


def _state(desk: Desk, request: Request, item: Item, results: tuple[Result, ...]) -> dict[str, Any]:
    """Versions, problems and the page's address after a save."""
    stock, words = desk.look_again(request, item.id), desk.wording(request)
    fresh = stock.item(item.id) or item
    forms = open_forms(fresh.folder, stock.site.languages, Versions(desk.config.cache))
    saved = {result.key: result.saved for result in results if result.saved}
    found = _placed(fresh, forms, words)
    return {
        "outcomes": {result.key: result.saved.outcome.value if result.saved else "closed" for result in results},
        "versions": {key: digest_of(each.mine) for key, each in saved.items()},
        "merged": {
            key: {"version": digest_of(each.now), "body": forms.files[key].body}
            for key, each in saved.items()
            if each.outcome is Outcome.MERGED
        },
        "problems": [_problem(each, words.c("problem", each.problem.code)) for each in found],
        "page": _address(fresh, stock, request.query_params.get("lang", "")),
        "undo": any(Versions(desk.config.cache).can_undo(file.path) for file in forms.files.values()),
    }


def _problem(each: Placed, title: str) -> dict[str, Any]:
    problem = each.problem
    return {
        "name": each.name,
        "level": problem.level.value,
        "weight": each.weight,
        "code": problem.code,
        "title": title,
        "found": problem.found,
        "fix": problem.fix,
        "line": each.line,
        "value": each.value,
    }


def _undo(desk: Desk, request: Request, _: FormData) -> Response:
    """Takes the last save back, of all files that it wrote."""
    item, langs = item_of(desk, request), desk.stock(request).site.languages
    versions = Versions(desk.config.cache)
    forms = open_forms(item.folder, langs, versions)
    done = versions.undo_last(file.path for file in forms.files.values() if file.data is not None)
    if done:
        desk.state.edited(done)
    return RedirectResponse(f"/desk/reports/{item.id}/?notice={'undone' if done else 'nothing'}", 303)


def _both(desk: Desk, request: Request) -> Response:
    """What stands in a file of the report, and what was to be saved."""
    key = request.query_params.get("file", "")
    return both_page(desk, request, _path(desk, request, key), key)


def _choose(desk: Desk, request: Request, form: FormData) -> Response:
    """Takes one of the two."""
    key, here = value(form, "file"), f"/desk/reports/{item_of(desk, request).id}/"
    again = chosen_version(desk, form, _path(desk, request, key))
    return RedirectResponse(f"{here}both?file={key}&mine={again}" if again else f"{here}?notice=chosen", 303)


def _path(desk: Desk, request: Request, key: str) -> Path:
    """The report's file of that name. Raises ``HTTPException`` where it has none."""
    item, langs = item_of(desk, request), desk.stock(request).site.languages
    if key not in (FACTS, *langs):
        raise HTTPException(404)
    return path_in(item.folder, key)
