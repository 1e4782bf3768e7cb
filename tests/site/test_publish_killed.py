"""A publication that is killed leaves the old site or the new one, and knows every address that is public."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.cache.exchange import exchange
from plugins.newsroom.address_record import read_record
from plugins.publish import swap
from tests.site.newsroom import Newsroom, report
from tests.site.test_publish import publish


class KilledError(BaseException):
    """The program ends here."""


def killed(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, after: int) -> bool:
    """Publishes until so many changes of files have been made; whether it was killed."""
    left = after

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            return work(*given, **more)

        return step

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "mkdir"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        patch.setattr(os, "link", counted(os.link))
        patch.setattr(swap, "exchange", counted(exchange))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        try:
            publish(newsroom)
        except KilledError:
            return True
    return False


def look(newsroom: Newsroom) -> dict[str, bytes]:
    """The public site; all its pages are known to the record."""
    public = newsroom.output("public")
    known = {line.address for line in read_record(newsroom.root / "content")[0]}
    pages = {f"/{path.removesuffix('index.html')}" for path in public if path.endswith(".html")}
    assert pages - known <= {"/", "/404.html"}
    return public


def kill_again_and_again(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, times: int) -> int:
    """Publishes new things so many times, each time killed somewhere; how often it was killed."""
    newsroom.put("public.txt", b"foreign").put("publics/x", b"foreign")
    newsroom.write(report("eins"))
    assert publish(newsroom) == 0
    count = 0
    for number in range(times):
        before = look(newsroom)
        newsroom.write(report(f"n{number % 3}", body=f"Zum {number}. Mal."))
        count += killed(newsroom, monkeypatch, random.Random(number).randrange(90))
        between = look(newsroom)
        assert publish(newsroom) == 0
        after = look(newsroom)
        assert between in (before, after)
        assert f"Zum {number}. Mal.".encode() in after[f"de/2024/n{number % 3}/index.html"]
    assert (newsroom.root / "public.txt").read_bytes() == (newsroom.root / "publics/x").read_bytes() == b"foreign"
    return count


def test_a_dozen_kills_leave_no_half_site(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole before and after, and no foreign file touched."""
    assert kill_again_and_again(newsroom, monkeypatch, 12) > 4


@pytest.mark.nightly
def test_five_hundred_kills_leave_no_half_site(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same at length."""
    assert kill_again_and_again(newsroom, monkeypatch, 500) > 200
