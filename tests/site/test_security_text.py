"""security.txt (RFC 9116): there where somebody asks for it, with the same bytes whenever it is made."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.site.newsroom import Newsroom, report
from tests.site.test_publish import publish

PATH = ".well-known/security.txt"
ASKED = "security: {contact: it@newsroom.example, expires: 2027-01-31, policy: https://newsroom.example/regeln}\n"


def ask(newsroom: Newsroom, line: str = ASKED) -> None:
    """Adds a line to site.yaml."""
    file = newsroom.root / "content/site.yaml"
    file.write_text(file.read_text("utf-8") + line, "utf-8")


def test_it_is_published_where_it_is_asked_for(newsroom: Newsroom) -> None:
    """Contact and last day first, the languages of the newsroom, its own address; gone when nobody asks any more."""
    newsroom.write(report("eins"))
    assert publish(newsroom) == 0
    assert PATH not in newsroom.output("public")
    before = (newsroom.root / "content/site.yaml").read_text("utf-8")
    ask(newsroom)
    assert publish(newsroom) == 0
    assert newsroom.output("public")[PATH].decode().splitlines() == [
        "Contact: mailto:it@newsroom.example",
        "Expires: 2027-01-31T23:59:59Z",
        "Preferred-Languages: de, nl, en",
        "Canonical: https://newsroom.example/.well-known/security.txt",
        "Policy: https://newsroom.example/regeln",
    ]
    (newsroom.root / "content/site.yaml").write_text(before, "utf-8")
    assert publish(newsroom) == 0
    assert PATH not in newsroom.output("public")


def test_it_depends_on_no_clock(newsroom: Newsroom) -> None:
    """A changed contact is seen; a later day of building is not."""
    ask(newsroom)
    newsroom.write(report("eins")).build()
    first = newsroom.read(PATH)
    newsroom.now += dt.timedelta(days=400)
    newsroom.build()
    assert newsroom.read(PATH) == first
    file = newsroom.root / "content/site.yaml"
    file.write_text(file.read_text("utf-8").replace("it@newsroom.example", "https://newsroom.example/melden"), "utf-8")
    newsroom.build()
    assert newsroom.read(PATH).startswith("Contact: https://newsroom.example/melden\n")


@pytest.mark.parametrize(("day", "told"), [("2026-12-31", 0), ("2027-01-01", 1), ("2027-02-01", 1)])
def test_its_last_day_is_told_in_time(newsroom: Newsroom, day: str, told: int) -> None:
    """From 30 days before, and it stops nothing."""
    ask(newsroom)
    newsroom.now = dt.datetime.fromisoformat(f"{day}T12:00:00+00:00")
    summary = newsroom.write(report("eins")).build(publish=True)
    assert [problem.code for problem in summary.problems] == ["security-expires"] * told
