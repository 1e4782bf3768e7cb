"""Routes of the newsroom's own form: who publishes, whom to call, and the facts that the legal pages need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.desk.both import both_page, chosen_version
from plugins.desk.choices import people_choices
from plugins.desk.desk import Desk
from plugins.desk.editing import given_of, in_words
from plugins.desk.inventory import Stock
from plugins.desk.newsroom_form import (
    SECTIONS,
    SITE,
    SiteResult,
    open_facts,
    save_site,
    site_fields,
    site_file,
    site_problems,
)
from plugins.desk.problem_places import Placed, by_field, shows
from plugins.desk.report_files import EditedFile
from plugins.desk.routing import Route, page, post
from plugins.desk.versions import Outcome, Versions, digest_of
from plugins.desk.wording import Wording
from plugins.desk.yaml_edit import NotEditableError
from plugins.newsroom.codes import Code
from plugins.newsroom.problem import Problem
from plugins.pages.urls import Urls

HERE = "/desk/newsroom"


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page(HERE, lambda request: _page(desk, request)),
        post(HERE, lambda request, form: _save(desk, request, form)),
        post(f"{HERE}/undo", lambda _, __: _undo(desk)),
        page(f"{HERE}/both", lambda request: both_page(desk, request, desk.content / "site.yaml", SITE)),
        post(f"{HERE}/both", lambda _, form: _choose(desk, form)),
    ]


@dataclass(frozen=True, slots=True)
class LegalPage:
    """A page that is made of the facts of the form."""

    kind: str
    address: str
    own: tuple[str, ...]
    """Languages whose text somebody wrote: no fact of the form stands there."""
    is_made: bool
    """Whether any language is made of the facts."""


def _legal_pages(stock: Stock) -> dict[str, LegalPage]:
    """By kind, those that there are."""
    urls, pages = (
        Urls.of(stock.site.url, absolute=False),
        {each.page.id: each.page for each in stock.pages if each.page},
    )
    found = {}
    for kind, ident in stock.site.legal:
        if ident in pages:
            page_ = pages[ident]
            own = tuple(edition.lang for edition in page_.editions if not edition.path.endswith("page.yaml"))
            address = urls.page(page_, page_.source_language)
            found[kind] = LegalPage(kind, address, own, len(own) < len(page_.editions))
    return found


def _page(
    desk: Desk,
    request: Request,
    file: EditedFile | None = None,
    wrong: tuple[Problem, ...] = (),
    version: str = "",
    status: int = 200,
) -> Response:
    """The form; ``file``: as it would be with what somebody typed, which was not written because of ``wrong``."""
    stock, words, versions = desk.stock(request), desk.wording(request), Versions(desk.config.cache)
    now = site_file(desk.content, versions)
    shown, langs = file or now, stock.site.languages
    fields = site_fields(shown, langs)
    problems = by_field(_placed(shown, wrong or _of_site(stock, now), words), fields.values(), ())
    return desk.page(
        request,
        "newsroom.html",
        status,
        file=shown,
        version=version or now.version,
        parts=[(name, [fields[path] for path in paths if path in fields]) for name, paths in SECTIONS],
        legal=_legal_pages(stock),
        problems=problems,
        loose=problems.get("", []),
        lacking=open_facts(problems),
        wrong=wrong,
        choices={"person": people_choices(stock, words)},
        concerned=lambda found: any(shows(control, problems) for control in found),
        label=desk.label(words),
        hint=lambda path: _hint(words, path),
        undo=versions.can_undo(now.path),
        notice=request.query_params.get("notice", ""),
    )


def _hint(words: Wording, path: str) -> str:
    known = words.c("hint", path)
    return known if known != path else ""


def _of_site(stock: Stock, file: EditedFile) -> list[Problem]:
    return [problem for problem in stock.others if problem.file.endswith(f"/{file.path.parent.name}/site.yaml")]


def _placed(file: EditedFile, problems: tuple[Problem, ...] | list[Problem], words: Wording) -> Iterator[Placed]:
    for each in site_problems(file, problems):
        told = in_words(each, words)
        if each.problem.code == Code.LEGAL_GAP:
            found, fix = words.t("Still missing"), words.t("The page has to say it.")
            told = replace(told, problem=replace(told.problem, found=found, fix=fix), label=words.t("Does not apply"))
        yield told


def _save(desk: Desk, request: Request, form: FormData) -> Response:
    """Writes what is right; where something is wrong nothing is written, and everything typed is still there."""
    given = given_of(form)
    try:
        result: SiteResult = save_site(
            desk.content, given, desk.stock(request).site.languages, Versions(desk.config.cache)
        )
    except NotEditableError:
        return RedirectResponse(f"{HERE}?notice=closed", 303)
    if result.wrong:
        return _page(desk, request, result.file, result.wrong, given.text(f"{SITE}:version"), 422)
    saved = result.saved
    if saved is not None and saved.outcome is Outcome.CONFLICT:
        return RedirectResponse(f"{HERE}/both?mine={digest_of(saved.mine)}", 303)
    if saved is not None and saved.is_written:
        desk.state.edited([saved.path])
    return RedirectResponse(f"{HERE}?notice=saved", 303)


def _undo(desk: Desk) -> Response:
    """Takes the last save back."""
    path = desk.content / "site.yaml"
    done = Versions(desk.config.cache).undo(path) is not None
    if done:
        desk.state.edited([path])
    return RedirectResponse(f"{HERE}?notice={'undone' if done else 'nothing'}", 303)


def _choose(desk: Desk, form: FormData) -> Response:
    again = chosen_version(desk, form, desk.content / "site.yaml")
    return RedirectResponse(f"{HERE}/both?mine={again}" if again else f"{HERE}?notice=chosen", 303)
