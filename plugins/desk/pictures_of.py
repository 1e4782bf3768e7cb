"""Routes of a report's pictures, and of new topics."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from plugins.build.embedded_metadata import embedded
from plugins.desk.desk import Desk
from plugins.desk.editing import item_of
from plugins.desk.report_files import read_file, unused_pictures, with_changes
from plugins.desk.routing import Route, post, value
from plugins.desk.shared_files import add_entry
from plugins.desk.versions import Versions, digest_of
from plugins.desk.yaml_edit import NotEditableError
from plugins.desk.yaml_emit import Value
from plugins.newsroom.slug import make_slug
from plugins.pictures.sniff import SUFFIXES, sniff
from plugins.translation.run.keep import data_of, replaced

_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}")


def routes(desk: Desk) -> list[Route]:
    """Their addresses."""
    return [
        post("/desk/reports/{id}/photos", lambda request, form: _add(desk, request, form)),
        post("/desk/reports/{id}/unused", lambda request, form: _unused(desk, request, form)),
        post("/desk/topics", lambda _, form: _topic(desk, form)),
    ]


def _add(desk: Desk, request: Request, form: FormData) -> Response:
    """Puts pictures into the report's folder, and lists them in its facts with the credit that they carry."""
    item = item_of(desk, request)
    files = [file for name, file in form.multi_items() if name == "files" and isinstance(file, UploadFile)]
    refused, rows = [], []
    for file in files:
        row = _taken(file, item.folder / "photos")
        if row is None:
            refused.append(_name(file) or "?")
        else:
            rows.append(row)
    if rows and not _listed(item.folder / "report.yaml", rows, Versions(desk.config.cache)):
        refused.append("report.yaml")
    words = desk.wording(request)
    told = words.t("This is no picture that can be used: {names}", names=", ".join(refused)) if refused else ""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"refused": told})
    if refused:
        return desk.page(request, "refused.html", 422, told=told, back=f"/desk/reports/{item.id}/")
    return RedirectResponse(f"/desk/reports/{item.id}/?notice=pictures#pictures", 303)


def _unused(desk: Desk, request: Request, form: FormData) -> Response:
    """Takes a picture in again, or puts its file aside: in the cache, where somebody who regrets it finds it."""
    item, name = item_of(desk, request), value(form, "name")
    path, here = item.folder / "photos" / name, f"/desk/reports/{item.id}/"
    if name not in unused_pictures(item.folder, ()):
        raise HTTPException(404)
    if value(form, "action") == "again":
        credit = embedded(path).credit
        row: dict[str, Value] = {"file": name, **({"credit": credit} if credit else {})}
        done = _listed(item.folder / "report.yaml", [row], Versions(desk.config.cache))
        return RedirectResponse(f"{here}?notice={'pictures' if done else 'fault'}#pictures", 303)
    data = data_of(path)
    if data is not None:
        replaced(aside := desk.config.cache / "desk" / "deleted" / item.id / name, data, data_of(aside))
        path.unlink()
    return RedirectResponse(f"{here}?notice=deleted#pictures", 303)


def _taken(file: UploadFile, folder: Path) -> dict[str, Value] | None:
    """Writes one picture under a name that is free; ``None`` where it is none."""
    name = _name(file)
    data = file.file.read()
    kind = sniff(data, PurePath(name).suffix)
    if kind not in SUFFIXES or not data:
        return None
    ending = PurePath(name).suffix if _ENDING.fullmatch(PurePath(name).suffix) else sorted(SUFFIXES[kind])[0]
    stem = make_slug(PurePath(name).stem) or "bild"
    free = (f"{stem}{number}{ending.lower()}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(folder / each for each in free if not (folder / each).exists())
    if not replaced(path, data, None):
        return None
    credit = embedded(path).credit
    return {"file": path.name, **({"credit": credit} if credit else {})}


def _name(file: UploadFile) -> str:
    """The name of a file alone, wherever it came from."""
    return PurePath((file.filename or "").replace("\\", "/")).name


def _listed(path: Path, rows: list[dict[str, Value]], versions: Versions) -> bool:
    data = data_of(path)
    file = read_file(path, data)
    listed = file.value.get("photos")
    photos: list[Value] = [*(listed if isinstance(listed, list) else []), *rows]
    try:
        made = with_changes(file, {**file.value, "photos": photos}, None)
    except NotEditableError:
        return False
    versions.keep(data)
    versions.save(path, digest_of(data), made)
    return True


def _topic(desk: Desk, form: FormData) -> Response:
    languages = desk.inventory.now().site.languages
    labels: dict[str, Value] = {lang: value(form, lang).strip() for lang in languages if value(form, lang).strip()}
    first = str(next(iter(labels.values()), ""))
    return _back(form, add_entry(desk.content / "topics.yaml", first, labels, Versions(desk.config.cache)))


def _back(form: FormData, made: str) -> Response:
    back = value(form, "back")
    back = back if back.startswith("/desk/") else "/desk/"
    return RedirectResponse(f"{back}?notice={'saved' if made else 'fault'}", 303)
