"""Fixtures of whole sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.wire import Loopback, Reply, serve
from tests.site.newsroom import GROUND, ROOT, Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom without reports, with the theme's own words."""
    shutil.copytree(ROOT / "translations" / "ui", tmp_path / "translations" / "ui")
    return Newsroom(tmp_path).write(GROUND)


@pytest.fixture
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine stands between a test and its server; the newsroom's clock is 1 March 2026."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A loopback server; a test sets its ``answer``."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()


@pytest.fixture
def other() -> Iterator[Loopback]:
    """A second server."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()
