"""Routes of the import: a file, pasted text or an address; what was taken, dropped and is to decide; then the draft."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from plugins.desk.desk import Desk
from plugins.desk.imports import Begun
from plugins.desk.overview import row_of
from plugins.desk.routing import Route, page, post, value
from plugins.desk.thumbnails import SIZES, small
from plugins.desk.wording import Wording
from plugins.importing.background import background_of
from plugins.importing.block import BlockKind
from plugins.importing.body import bold
from plugins.importing.difference import accept, difference
from plugins.importing.errors import SourceError
from plugins.importing.proposal import Item, ItemKind, Sure
from plugins.importing.read import Fetch, nothing, read, read_source
from plugins.importing.web import PICTURE, fetch, pictures_of
from plugins.importing.write import proposed_id, write
from plugins.newsroom.problem import ContentError, Problem

_FROM = "a:"
"""Begins the fields that answer something."""


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/import", lambda request: desk.page(request, "import.html", complaint=None)),
        post("/desk/import", lambda request, form: _begin(desk, request, form)),
        page("/desk/import/{key}", lambda request: _proposal(desk, request, _begun(desk, request), None)),
        post("/desk/import/{key}", lambda request, form: _go_on(desk, request, form)),
        page("/desk/import/{key}/picture/{number:int}", lambda request: _picture(desk, request)),
        post("/desk/paste", _paste),
    ]


@dataclass(frozen=True, slots=True)
class _Upload:
    """What somebody brought."""

    data: bytes
    name: str
    get: Fetch = nothing
    address: str = ""


def _given(form: FormData) -> _Upload:
    """The file, the pasted text, or the page at an address. Raises ``SourceError``."""
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return _Upload(file.file.read(), PurePath(file.filename.replace("\\", "/")).name)
    address = value(form, "address").strip()
    if address:
        data, final = fetch(address, PICTURE)
        name = unquote(urlsplit(final).path.rpartition("/")[2]) or urlsplit(final).hostname or final
        return _Upload(data, name, pictures_of(), final)
    html, text = value(form, "html"), value(form, "text")
    if html.strip():
        return _Upload(html.encode("utf-8", "replace"), "pasted.html")
    return _Upload(text.encode("utf-8", "replace"), "pasted text")


def _begin(desk: Desk, request: Request, form: FormData) -> Response:
    try:
        given = _given(form)
        background = background_of(desk.content, desk.now.date())
        proposal = read(given.data, given.name, background, given.get, given.address)
    except SourceError as error:
        return desk.page(request, "import.html", 422, complaint=error)
    begun = desk.imports.begin(given.data, proposal)
    return RedirectResponse(f"/desk/import/{begun.key}", 303)


def _begun(desk: Desk, request: Request) -> Begun:
    found = desk.imports.get(request.path_params["key"])
    if found is None:
        raise HTTPException(404)
    return found


def _proposal(desk: Desk, request: Request, begun: Begun, complaint: str | None, into: str = "") -> Response:
    """Everything that was found, beside its source."""
    proposal, stock = begun.proposal, desk.stock(request)
    into = into or request.query_params.get("into", "")
    changes = None
    if into:
        try:
            changes = difference(proposal, desk.content, into)
        except SourceError as error:
            complaint = _complaint(desk, request, error)
    questions = {decision.key for decision in proposal.decisions}
    return desk.page(
        request,
        "proposal.html",
        422 if complaint else 200,
        begun=begun,
        proposal=proposal,
        groups=[(sure, [item for item in proposal.items if item.sure is sure]) for sure in reversed(Sure)],
        questions=questions,
        said=lambda item: _said(item, desk.wording(request)),
        answers=dict(proposal.answers),
        ident=proposed_id(proposal, desk.content),
        reports=[row_of(item, stock, desk.now, frozenset()) for item in reversed(stock.items)],
        into=into,
        changes=changes,
        complaint=complaint,
    )


def _said(item: Item, words: Wording) -> str:
    """What a thing becomes, in the editor's words where it is a language or a number of paragraphs."""
    if item.kind is ItemKind.LANGUAGE:
        return words.c("language", item.value)
    return words.say(item.value) if item.kind is ItemKind.TEXT else item.value


def _go_on(desk: Desk, request: Request, form: FormData) -> Response:
    """Takes the answers; with ``write`` the draft is made, with ``accept`` the differences are written."""
    begun, action = _begun(desk, request), value(form, "action")
    answers: dict[str, str] = {}
    for name, text in form.multi_items():
        if name.startswith(_FROM) and not isinstance(text, UploadFile):
            key = name.removeprefix(_FROM)
            answers[key] = text.strip() or answers.get(key, "")
    files = {
        PurePath(file.filename).name: file.file.read()
        for name, file in form.multi_items()
        if name == "pictures" and isinstance(file, UploadFile) and file.filename
    }
    begun = desk.imports.answer(begun, answers, files)
    into = value(form, "into")
    try:
        if action == "write":
            lang = desk.wording(request).lang
            folder = write(begun.proposal, desk.content, value(form, "id").strip(), lang)[0].parent
            desk.imports.end(begun)
            return RedirectResponse(f"/desk/reports/{folder.name}/", 303)
        if action == "accept" and into:
            keys = [text for text in form.getlist("change") if isinstance(text, str)]
            accept(difference(begun.proposal, desk.content, into), keys)
            return RedirectResponse(f"/desk/reports/{into}/?notice=saved", 303)
    except SourceError as error:
        return _proposal(desk, request, begun, _complaint(desk, request, error), into)
    except ContentError as error:
        return _proposal(desk, request, begun, _complaint(desk, request, *error.problems), into)
    except OSError as error:
        return _proposal(desk, request, begun, desk.wording(request).say(error.strerror or str(error)), into)
    return RedirectResponse(f"/desk/import/{begun.key}" + (f"?into={into}" if into else ""), 303)


def _complaint(desk: Desk, request: Request, *told: SourceError | Problem) -> str:
    """Why something could not be done, in the editor's language."""
    said = desk.wording(request).say
    return " ".join(f"{said(each.found)}. {said(each.fix)}" for each in told)


def _picture(desk: Desk, request: Request) -> Response:
    """A picture of the source, small."""
    pictures = _begun(desk, request).proposal.pictures
    number = request.path_params["number"]
    found = pictures[number] if number < len(pictures) else None
    data = small(found.data, found.file, SIZES[0]) if found and found.data else None
    return Response(data, media_type="image/jpeg") if data else Response(b"", 404)


def _paste(_: Request, form: FormData) -> Response:
    """What somebody pasted from Word or a web page, as Markdown; as plain words where it cannot be read."""
    try:
        source = read_source(value(form, "html").encode("utf-8", "replace"), "pasted.html")
    except SourceError:
        return PlainTextResponse(value(form, "plain"))
    levels = sorted({block.level for block in source.blocks if block.kind is BlockKind.HEADING})
    parts = []
    for block in source.blocks:
        if block.kind is BlockKind.HEADING:
            parts.append(f"{'#' * min(levels.index(block.level) + 2, 6)} {' '.join(block.markdown.split())}")
        elif block.kind is not BlockKind.PICTURE:
            parts.append(bold(block) if block.is_bold else block.markdown)
    return PlainTextResponse("\n\n".join(part for part in parts if part))
