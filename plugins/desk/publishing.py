"""Routes of publishing: what goes out, what waits, what is left out and why; handing in, and publishing from here."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.desk.desk import Desk
from plugins.desk.forge_runs import run_of
from plugins.desk.handing_in import Handed, commit, propose, push, setup_of
from plugins.desk.inventory import Stock
from plugins.desk.overview import Row, row_of
from plugins.desk.repository import changes
from plugins.desk.routing import Route, page, post, value
from plugins.desk.settings import remember
from plugins.newsroom.consequences import stops_publication
from plugins.newsroom.model import State
from plugins.newsroom.problem import Level, Problem

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_OUT = ("public", "withdrawn")


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        page("/desk/publish", lambda request: _page(desk, request)),
        post("/desk/publish", lambda request, form: _act(desk, request, form)),
        page("/desk/archive.zip", lambda _: _archive(desk)),
        page("/desk/run/{commit}", lambda request: _run(desk, request)),
    ]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would become of everything, if it was published now."""

    out: tuple[Row, ...]
    """Changed, and seen by readers."""
    waits: tuple[Row, ...]
    """Held until their moment."""
    left: tuple[tuple[Row, tuple[str, ...]], ...]
    """(report, why) of what readers do not see: drafts, and languages that wait."""
    stopping: tuple[Problem, ...]
    """Problems that a publication does not allow."""
    others: tuple[str, ...]
    """Changed files that belong to no report."""


def outlook(stock: Stock, changed: frozenset[str], others: tuple[str, ...], now: dt.datetime) -> Outlook:
    """What goes out, what waits, what is left out."""
    rows = [(item, row_of(item, stock, now, changed)) for item in stock.items]
    left: list[tuple[Row, tuple[str, ...]]] = []
    for item, row in rows:
        why = tuple(sentence for found in item.coverage for sentence in found.waits)
        if item.is_draft:
            left.append((row, ()))
        elif why and row.standing in ("public", "waits"):
            left.append((row, why))
    found = {*stock.others, *(p for item in stock.items if not item.is_draft for p in item.every_problem)}
    return Outlook(
        out=tuple(row for _, row in rows if row.unsaved and row.standing in _OUT),
        waits=tuple(row for _, row in rows if row.standing in ("embargo", "ahead", "waits")),
        left=tuple(left),
        stopping=tuple(p for p in sorted(found) if p.level is Level.ERROR or stops_publication(p)),
        others=others,
    )


def _page(
    desk: Desk, request: Request, handed: Handed | None = None, status: int = 200, *, no_target: bool = False
) -> Response:
    stock, repository = desk.stock(request), desk.repository()
    folders = (desk.content, desk.translations)
    found = changes(repository, folders)
    ids = desk.changed()
    others = tuple(
        str(change.path.relative_to(repository.root or desk.content))
        for change in found
        if not change.path.is_relative_to(desk.content / "reports")
        and not change.path.is_relative_to(desk.translations / "reports")
    )
    return desk.page(
        request,
        "publish.html",
        status,
        view=outlook(stock, ids, others, desk.now),
        changed=[row_of(item, stock, desk.now, ids) for item in stock.items if item.id in ids],
        count=len(found),
        setup=setup_of(repository),
        handed=handed,
        known=desk.settings,
        no_target=no_target,
        unread=_unread(stock, desk.now),
        output=desk.config.cache.parent / "output",
    )


def _unread(stock: Stock, now: dt.datetime) -> int:
    """Language versions by machine that nobody has read, and that readers see."""
    out = (item for item in stock.items if row_of(item, stock, now, frozenset()).standing == "public")
    return sum(found.state is State.MACHINE for item in out for found in item.coverage)


def _act(desk: Desk, request: Request, form: FormData) -> Response:
    action, repository = value(form, "action"), desk.repository()
    folders = (desk.content, desk.translations)
    if action == "publish":
        config = desk.config
        place = [f"--content={config.content}", f"--translations={config.translations}", f"--cache={config.cache}"]
        to, target = value(form, "to"), value(form, "target").strip()
        if to == "rsync" and not target:
            return _page(desk, request, status=422, no_target=True)
        way = [f"--to={to}", *([f"--target={target}"] if target else [])] if to else []
        task = ["deploy" if to else "publish", *place, *way]
        desk.works.start("publish", task, "/desk/publish", desk.wording(request).lang)
        return RedirectResponse("/desk/work/publish", 303)
    if repository.root is None:
        return _page(desk, request)
    if action == "commit":
        name, email = value(form, "name"), value(form, "email")
        done = commit(repository, folders, value(form, "words"), name, email)
        if done.outcome == "done":
            remember(desk.config.cache, name=name, email=email)
        handed = push(repository) if done.outcome in ("done", "nothing") else done
    elif action in ("push", "mine", "theirs"):
        handed = push(repository, "" if action == "push" else action)
    elif action == "propose":
        handed = propose(repository, f"desk-{desk.now:%Y%m%d-%H%M%S}")
    else:
        return _page(desk, request)
    request.state.stock = None
    good = handed.outcome in ("done", "committed", "nothing", "proposed")
    return _page(desk, request, handed, 200 if good else 409)


def _run(desk: Desk, request: Request) -> Response:
    """How the forge's run for a commit stands: for the script, or as a page that looks again by itself."""
    commit, forge = request.path_params["commit"], setup_of(desk.repository()).forge
    if forge is None or not _COMMIT.fullmatch(commit):
        raise HTTPException(404)
    found = run_of(forge, commit, os.environ)
    if "application/json" in request.headers.get("accept", ""):
        told = desk.wording(request).c("run", found.state)
        return JSONResponse({"state": found.state, "told": told, "link": found.link, "over": found.is_over})
    return desk.page(request, "run.html", run=found, forge=forge, commit=commit)


def _archive(desk: Desk) -> Response:
    """Content and translations in one file, to hand over where there is no git."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in (desk.content, desk.translations):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.is_symlink() and not _is_hidden(path, folder):
                    archive.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    name = f"newsroom-{desk.now:%Y-%m-%d}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(out.getvalue(), media_type="application/zip", headers=headers)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") and part != ".gitkeep" for part in path.relative_to(folder).parts)
