"""Both versions of a file that two people changed at one place: shown line by line, and one of them chosen."""

from __future__ import annotations

import difflib
from pathlib import Path

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from plugins.desk.desk import Desk
from plugins.desk.report_files import read_file
from plugins.desk.routing import value
from plugins.desk.versions import Outcome, Versions, digest_of
from plugins.translation.run.keep import data_of


def both_page(desk: Desk, request: Request, path: Path, key: str) -> Response:
    """What stands in the file, and what was to be saved. Raises ``HTTPException`` for a version that is unknown."""
    versions, name = Versions(desk.config.cache), request.query_params.get("mine", "")
    mine, data = versions.get(name), data_of(path)
    if mine is None:
        raise HTTPException(404)
    theirs = read_file(path, data)
    lines = difflib.ndiff(theirs.text.splitlines(), mine.decode("utf-8", "replace").splitlines())
    return desk.page(
        request,
        "both.html",
        file=path.name,
        key=key,
        mine=name,
        theirs=theirs.version,
        lines=[(line[0], line[2:]) for line in lines if line[0] != "?"],
    )


def chosen_version(desk: Desk, form: FormData, path: Path) -> str:
    """Takes one of the two; the other stays among the versions. A name where the file has changed once more.

    That name is what the version to be saved is called. Raises ``HTTPException`` for a version that is unknown,
    ``NoSpace``, ``NotWritable``.
    """
    versions = Versions(desk.config.cache)
    mine = versions.get(value(form, "mine"))
    if mine is None:
        raise HTTPException(404)
    if value(form, "take") != "mine":
        return ""
    saved = versions.save(path, value(form, "theirs"), mine)
    if saved.outcome is Outcome.CONFLICT:
        return digest_of(mine)
    if saved.is_written:
        desk.state.edited([path])
    return ""
