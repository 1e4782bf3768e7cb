"""Answers with a file, or a part of it, as it stood when it was opened: a build may replace it meanwhile."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse

_PART = re.compile(r"bytes=(\d*)-(\d*)")
_CHUNK = 256 * 1024


def file_answer(path: Path, kind: str, wanted: str, headers: Mapping[str, str]) -> Response:
    """The file of that media type; ``wanted`` is the request's ``Range`` (RFC 9110, section 14), of one part.

    Its length is that of the open file, never that of whatever bears its name a moment later: a player or a browser
    would take the file for cut. Raises ``OSError``.
    """
    file = path.open("rb")
    size = os.fstat(file.fileno()).st_size
    common = {**headers, "Accept-Ranges": "bytes"}
    part = _part(wanted, size)
    if part is None:
        file.close()
        return Response(status_code=416, headers={**common, "Content-Range": f"bytes */{size}"})
    start, end = part
    common["Content-Length"] = str(end - start)
    is_part = (start, end) != (0, size)
    if is_part:
        common["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return StreamingResponse(_chunks(file, start, end), 206 if is_part else 200, common, kind)


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """(first byte, byte behind the last); all of it for anything that is no single part; ``None`` beyond its end."""
    found = _PART.fullmatch(wanted.replace(" ", ""))
    if found is None or not (found[1] or found[2]):
        return 0, size
    if not found[1]:
        return (max(0, size - int(found[2])), size) if int(found[2]) else None
    start, last = int(found[1]), int(found[2]) if found[2] else size - 1
    return (start, min(last + 1, size)) if start < size and start <= last else None


def _chunks(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while start < end and (data := file.read(min(_CHUNK, end - start))):
            start += len(data)
            yield data
