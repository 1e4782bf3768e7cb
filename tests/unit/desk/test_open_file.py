"""Files of the preview, whole and in parts."""

from __future__ import annotations

from collections.abc import AsyncIterable
from pathlib import Path

import pytest
from starlette.responses import Response, StreamingResponse

from plugins.desk.open_file import file_answer
from tests.unit.desk.loops import awaited


def body(answer: Response) -> bytes:
    """Everything that is sent."""

    async def read() -> bytes:
        assert isinstance(answer, StreamingResponse)
        assert isinstance(answer.body_iterator, AsyncIterable)
        return b"".join([bytes(chunk) async for chunk in answer.body_iterator if not isinstance(chunk, str)])

    return awaited(read)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A file of ten bytes."""
    path = tmp_path / "film.mp4"
    path.write_bytes(b"0123456789")
    return path


@pytest.mark.parametrize("other", [b"short", b"much longer than it was"])
def test_a_file_that_is_replaced_meanwhile_is_sent_as_it_was_opened(film: Path, other: bytes) -> None:
    """With the length that was said, whatever stands there now."""
    answer = file_answer(film, "video/mp4", "", {})
    fresh = film.with_name("fresh")
    fresh.write_bytes(other)
    fresh.replace(film)
    assert body(answer) == b"0123456789"
    assert answer.headers["content-length"] == "10"


@pytest.mark.parametrize(
    ("wanted", "status", "data"),
    [
        ("", 200, b"0123456789"),
        ("bytes=2-4", 206, b"234"),
        ("bytes=7-", 206, b"789"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=-3", 206, b"789"),
        ("bytes=-99", 200, b"0123456789"),
        ("bytes=0-", 200, b"0123456789"),
        ("bytes=0-1,4-5", 200, b"0123456789"),
        ("pages=1-2", 200, b"0123456789"),
    ],
)
def test_a_part_is_what_was_asked_for(film: Path, wanted: str, status: int, data: bytes) -> None:
    """What cannot be understood is answered with all of it (RFC 9110)."""
    answer = file_answer(film, "video/mp4", wanted, {"Cache-Control": "no-store"})
    assert (answer.status_code, body(answer)) == (status, data)
    assert answer.headers["content-length"] == str(len(data))
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("wanted", ["bytes=10-", "bytes=4-2", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(film: Path, wanted: str) -> None:
    """With the size that there is."""
    answer = file_answer(film, "video/mp4", wanted, {})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */10"
