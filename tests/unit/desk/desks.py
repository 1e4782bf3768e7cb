"""A desk over a small newsroom, and a browser's part against it without any network."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from plugins.desk.app import open_desk
from plugins.desk.preview import State
from plugins.newsroom.load import load
from plugins.newsroom.model import Provenance
from plugins.translation.entries import answered
from plugins.translation.merge import new_catalogue
from plugins.translation.po_write import write_catalogue
from tests.site.newsroom import GROUND, ROOT, Newsroom

PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"


def translated(newsroom: Newsroom, ident: str, lang: str, words: dict[str, str]) -> None:
    """A catalogue that a machine filled with these words, by the inner form of their source."""
    loaded = load(newsroom.root / "content", lenient=True).newsroom
    assert loaded is not None
    report = next(each for each in loaded.reports if each.id == ident)
    made = Provenance(engine="deepl", date=dt.date(2026, 2, 1))
    catalogue = new_catalogue(report, lang)
    entries = tuple(answered(entry, words[entry.source], made) for entry in catalogue.entries)
    filled = replace(catalogue, entries=entries)
    newsroom.put(f"translations/reports/{ident}/{lang}.po", write_catalogue(filled))


@dataclass
class Desktop:
    """A newsroom, and whoever sits at its desk."""

    newsroom: Newsroom
    client: TestClient
    token: str
    state: State

    def get(self, path: str, **more: Any) -> Response:
        """A page."""
        return self.client.get(path, **more)

    def post(self, path: str, data: Mapping[str, object] | None = None, **more: Any) -> Response:
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
