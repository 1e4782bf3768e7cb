"""A desk over a small newsroom, and a browser's part against it without any network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from plugins.desk.app import open_desk
from plugins.desk.preview import State
from tests.site.newsroom import GROUND, ROOT, Newsroom

PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"


@dataclass
class Desktop:
    """A newsroom, and whoever sits at its desk."""

    newsroom: Newsroom
    client: TestClient
    token: str
    state: State

    def get(self, path: str, **more: object):
        """A page."""
        return self.client.get(path, **more)

    def post(self, path: str, data: dict[str, object] | None = None, **more: object):
        """A change, as a page of the desk sends it."""
        return self.client.post(path, data=data, headers={"Origin": ORIGIN, **more.pop("headers", {})}, **more)

    def file(self, path: str) -> bytes:
        """A file of the content."""
        return (self.newsroom.root / "content" / path).read_bytes()


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom without reports; the clock shows 1 March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")
    shutil.copytree(ROOT / "translations" / "ui", tmp_path / "translations" / "ui")
    return Newsroom(tmp_path).write(GROUND)


@pytest.fixture
def outside(newsroom: Newsroom) -> Callable[..., Desktop]:
    """Opens a desk, without the token unless it is used."""

    def open_(language: str = "en", prefix: str = "") -> Desktop:
        state = State(prefix)
        opened = open_desk(newsroom.config(), state, PORT, language)
        token = re.sub(".*token=", "", opened.desk)
        client = TestClient(opened.app, base_url=ORIGIN, follow_redirects=False)
        return Desktop(newsroom, client, token, state)

    return open_


@pytest.fixture
def desk(outside: Callable[..., Desktop]) -> Desktop:
    """A desk whose token was used, in English."""
    found = outside()
    found.get(f"/desk/?token={found.token}")
    return found
