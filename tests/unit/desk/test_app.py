"""The server as a whole: what nobody foresaw is told in words, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from plugins.cache.errors import NoSpace
from plugins.desk import first_page
from tests.unit.desk.desks import ORIGIN, Desktop


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NoSpace("The disk is full: nothing was written.", "x"), "The disk is full"),
        (ValueError("secret detail"), "was not foreseen"),
    ],
)
def test_a_failure_is_a_page_that_leads_back(
    outside: Callable[..., Desktop], monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    """A full disk with its sentence; what nobody foresaw without its details, in the editor's language."""
    desk = outside()
    client = TestClient(desk.client.app, base_url=ORIGIN, raise_server_exceptions=False)
    client.get(f"/desk/?token={desk.token}")

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(first_page, "new_report", fails)
    form = {"title": "Neu", "lang": "de", "date": "2026-03-02", "id": ""}
    answer = client.post("/desk/new", data=form, headers={"Origin": ORIGIN, "Referer": f"{ORIGIN}/desk/new"})
    assert answer.status_code == 500
    assert told in answer.text
    assert "secret detail" not in answer.text
    assert 'href="/desk/new"' in answer.text
