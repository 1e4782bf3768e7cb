"""Routes whose work is plain functions: a page is a GET, a change is a POST, and neither holds up the others."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as Route

FIELDS, FILES = 5000, 40
"""Of one form at most; the whole is bounded by the guard."""


def page(path: str, work: Callable[[Request], Response]) -> Route:
    """A page that changes nothing."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(work, request)

    return Route(path, endpoint, methods=["GET"])


def post(path: str, work: Callable[[Request, FormData], Response]) -> Route:
    """A change, with the form that was sent."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=FILES, max_fields=FIELDS, max_part_size=8_000_000) as form:
            return await run_in_threadpool(work, request, form)

    return Route(path, endpoint, methods=["POST"])


def value(form: FormData, name: str) -> str:
    """A field as text, with line feeds alone; empty where it was not sent."""
    found = form.get(name, "")
    return "" if isinstance(found, UploadFile) else found.replace("\r\n", "\n")
