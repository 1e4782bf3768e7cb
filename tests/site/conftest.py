"""Fixtures of whole sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.build.config import Config
from tests.engines.wire import Loopback, Reply, serve
from tests.site.desk import run
from tests.site.newsroom import GROUND, ROOT, Newsroom, report
from tests.site.translation_pages import BODY


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of compiled templates for all newsrooms: compiling them takes longer than building a small site."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(autouse=True)
def share_templates(compiled_templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test has compiled, the next one reads, as a second build does."""
    monkeypatch.setattr(Config, "code", compiled_templates)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom without reports, with the theme's own words."""
    shutil.copytree(ROOT / "translations" / "ui", tmp_path / "translations" / "ui")
    return Newsroom(tmp_path).write(GROUND)


@pytest.fixture
def only_loopback(no_proxy: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers of the test alone; the newsroom's clock is 1 March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")


@pytest.fixture
def other() -> Iterator[Loopback]:
    """A second server."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()


@pytest.fixture
def filled(newsroom: Newsroom) -> Newsroom:
    """A German report, filled in Dutch and English by machine."""
    newsroom.write(report("eins", body=BODY))
    assert run(newsroom) == 0
    return newsroom
