"""Answers with the files of the preview: the last good site, with notes in its pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from mimetypes import MimeTypes
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from plugins.desk.explanations import explanations
from plugins.desk.open_file import file_answer
from plugins.desk.preview import CSS, RELOAD, State, with_notes
from plugins.desk.settings import read_settings
from plugins.desk.wording import chosen, wording

_FRESH = {"Cache-Control": "no-store"}
_ALIVE = 15.0
"""Seconds after which an open stream says that it is still there."""
_KINDS = {".js": "text/javascript", ".mjs": "text/javascript", ".avif": "image/avif", ".webp": "image/webp"}
"""What Python's own table lacks or calls by an old name."""
_EMPTY = b"<!doctype html><html><head></head><body></body></html>"


class SiteFiles:
    """The files of one output folder. One owner, the server."""

    def __init__(self, output: Path, cache: Path, state: State) -> None:
        self._output = output.resolve()
        self._state = state
        self._cache = cache
        self._types = MimeTypes()  # without those of a PC's registry, which may say that scripts are plain text
        for ending, kind in _KINDS.items():
            self._types.add_type(kind, ending)

    async def events(self, request: Request) -> Response:
        """Server-sent events (HTML standard, section 9.2): ``built`` when ``page`` is another, and after each build."""
        page, version = (request.query_params.get(name, "") for name in ("page", "version"))
        stream = self._stream(page, int(version) if version.isdecimal() and len(version) < 10 else 0)
        return StreamingResponse(stream, media_type="text/event-stream", headers=_FRESH)

    async def _stream(self, page: str, version: int) -> AsyncIterator[str]:
        listener = self._state.listen(page, version)
        try:
            yield ": open\n\n"
            while (event := await listener.next(_ALIVE)) != "closed":
                yield f"event: {event}\ndata: 1\n\n"
        finally:
            self._state.leave(listener)

    async def script(self, _: Request) -> Response:
        """The script that reloads a page after a build."""
        return Response(RELOAD, media_type="text/javascript", headers=_FRESH)

    async def style(self, _: Request) -> Response:
        """How the notes look."""
        return Response(CSS, media_type="text/css", headers=_FRESH)

    async def explanations(self, request: Request) -> Response:
        """What each problem means and how to fix it."""
        words, problems = wording(self._lang(request)), self._state.problems
        data = await run_in_threadpool(explanations, words, problems)
        return Response(data, media_type="text/html; charset=utf-8", headers=_FRESH)

    async def file(self, request: Request) -> Response:
        """Any other path: a file of the site, its page 404, or the way to the folder it lives in."""
        framed = request.headers.get("Sec-Fetch-Dest") == "iframe"
        lang = self._lang(request)
        wanted = request.headers.get("Range", "")
        return await run_in_threadpool(self._file, request.url.path, wanted, framed, lang)

    def _lang(self, request: Request) -> str:
        """That of the desk."""
        return chosen(read_settings(self._cache).language, request.headers.get("Accept-Language", ""), "en")

    def _file(self, path: str, wanted: str, framed: bool, lang: str) -> Response:
        prefix = self._state.prefix
        if prefix and path == "/":
            return RedirectResponse(prefix + "/", 302, _FRESH)
        local = self._inside(path.removeprefix(prefix) or "/")
        if local is not None and local.is_dir():
            if not path.endswith("/"):
                return RedirectResponse(path + "/", 301)
            local = local / "index.html"
        if local is not None and local.suffix != ".html" and local.is_file():
            kind = self._types.guess_type(local.name)[0] or "application/octet-stream"
            return file_answer(local, kind, wanted, _FRESH)
        return self._page(path, local, framed, lang)

    def _inside(self, path: str) -> Path | None:
        """The file of a path; ``None`` where it would lead out of the folder."""
        if "\\" in path or "\x00" in path:
            return None
        local = (self._output / path.lstrip("/")).resolve()
        return local if local.is_relative_to(self._output) else None

    def _page(self, path: str, local: Path | None, framed: bool, lang: str) -> Response:
        """A page with its notes; in the desk's frame, one that is still to be built waits for its build."""
        there = local is not None and local.is_file()
        if framed and not there:
            note = with_notes(_EMPTY, self._state.problems, lang=lang)
            return Response(note, 200, _FRESH, "text/html; charset=utf-8")
        page = local if local is not None and there else self._output / "404.html"
        if local is not None and there:
            self._state.opened(local.relative_to(self._output).as_posix())
        version = self._state.version  # before the file is read: one that is made meanwhile is told of
        data = page.read_bytes() if page.is_file() else _EMPTY
        why, stopped = self._state.unseen.get(path, ""), self._state.is_stopped
        data = with_notes(data, self._state.problems, why, is_stopped=stopped, lang=lang, version=version)
        return Response(data, 200 if there else 404, _FRESH, "text/html; charset=utf-8")
