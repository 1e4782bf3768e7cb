"""Who gets in, and with what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from plugins.desk.guard import LIMIT
from plugins.desk.preview import EVENTS
from tests.site.newsroom import report
from tests.unit.desk.desks import ORIGIN, PORT, Desktop

Outside = Callable[..., Desktop]


def test_the_desk_opens_with_the_token_of_this_start_alone(outside: Outside) -> None:
    """Without it there is a sentence in three languages; with it a cookie that no script can read."""
    desk = outside()
    refused = desk.get("/desk/")
    assert refused.status_code == 401
    assert "serve" in refused.text
    assert desk.get("/desk/?token=wrong").status_code == 401
    opened = desk.get(f"/desk/?token={desk.token}")
    assert opened.status_code == 303
    assert opened.headers["location"] == "/desk/"
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/desk" in cookie
    assert desk.get("/desk/").status_code == 200


def test_each_start_has_a_token_of_its_own(outside: Outside) -> None:
    """The cookie of yesterday opens nothing today."""
    assert outside().token != outside().token


@pytest.mark.parametrize(
    "path", ["/desk/", "/desk/new", "/desk/static/desk.css", "/desk/pictures/a/b.jpg", "/desk/nothing"]
)
def test_no_address_of_the_desk_answers_without_the_token(outside: Outside, path: str) -> None:
    """Not even its style sheet."""
    assert outside().get(path).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", ""])
def test_other_host_names_are_refused_for_desk_and_preview(desk: Desktop, host: str) -> None:
    """A name that somebody made to lead to this machine (DNS rebinding) gets nothing."""
    for path in ("/desk/", "/de/", EVENTS):
        answer = desk.get(path, headers={"Host": host})
        assert (answer.status_code, "answers to 127.0.0.1 alone" in answer.text) == (403, True)


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", f"https://127.0.0.1:{PORT}"]
)
def test_changes_come_from_pages_of_the_desk_alone(desk: Desktop, origin: str | None) -> None:
    """A form on another page, or on another port of this machine, changes nothing."""
    headers = {} if origin is None else {"Origin": origin}
    data = {"title": "Neu", "lang": "de", "date": "2026-03-01"}
    assert desk.client.post("/desk/new", data=data, headers=headers).status_code == 403
    assert not (desk.newsroom.root / "content/reports").exists()


def test_a_change_needs_the_token_too(outside: Outside) -> None:
    """The right origin alone is not enough."""
    desk = outside()
    assert desk.post("/desk/new", {"title": "Neu", "lang": "de", "date": "2026-03-01"}).status_code == 401
    assert not (desk.newsroom.root / "content/reports").exists()


def test_nothing_is_changed_by_get(desk: Desktop) -> None:
    """Addresses that change something answer to POST alone."""
    assert desk.get("/desk/language?language=nl").status_code == 404
    desk.newsroom.write(report("eins"))
    before = {p: p.read_bytes() for p in desk.newsroom.root.rglob("*") if p.is_file()}
    desk.get("/desk/new?title=Neu&lang=de&date=2026-03-01")
    assert {p: p.read_bytes() for p in desk.newsroom.root.rglob("*") if p.is_file()} == before


def test_pages_outside_the_desk_take_no_changes(desk: Desktop) -> None:
    """The preview is for looking."""
    assert desk.post("/de/").status_code == 403


def test_too_much_at_once_is_refused_also_without_a_length(desk: Desktop) -> None:
    """Told before it is read, or as soon as it is too much."""
    told = desk.post("/desk/new", headers={"Content-Length": str(LIMIT + 1)})
    assert told.status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(LIMIT // 1_000_000 + 2):
            yield b"x" * 1_000_000

    headers = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    assert desk.client.post("/desk/new", content=pieces(), headers=headers).status_code == 413


def test_pages_of_the_desk_run_no_foreign_script_and_stand_in_no_frame(desk: Desktop) -> None:
    """And the preview stands in frames of this server alone."""
    policy = desk.get("/desk/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert desk.get("/desk/").headers["x-frame-options"] == "DENY"
    assert desk.get("/de/").headers["content-security-policy"] == "frame-ancestors 'self'"
    assert desk.get("/de/").headers["x-content-type-options"] == "nosniff"
