"""Somebody leaves: who is asked from the day after, on pages, cards and in what journalists take away."""

from __future__ import annotations

import datetime as dt

import lxml.html
import pytest

from plugins.cli.due import Window
from plugins.cli.due import due as due_task
from tests.site.newsroom import Newsroom, report

PEOPLE = """
-- content/people.yaml --
erika:
  name: Erika Muster
  phone: 030 23125 100
  email: erika@newsroom.example
  until: 2026-05-31
  successor: hans
hans:
  name: Hans Beispiel
  phone: 030 23125 200
  email: hans@newsroom.example
"""
FACTS = "contacts: [erika]\nauthors: [erika]\n"
LAST_DAY = dt.datetime(2026, 5, 31, 21, 59, tzinfo=dt.UTC)
DAY_AFTER = dt.datetime(2026, 5, 31, 22, 0, tzinfo=dt.UTC)


@pytest.fixture
def leaving(newsroom: Newsroom) -> Newsroom:
    """A report of Erika, who is also its contact, on her last day."""
    text = report("eins", more=FACTS).replace("authors: [hans]\n", "")
    newsroom.write(PEOPLE + text)
    newsroom.now = LAST_DAY
    newsroom.build()
    return newsroom


def asked(newsroom: Newsroom) -> list[str]:
    """The names in the report's contact boxes."""
    page = lxml.html.fromstring(newsroom.read("de/2024/eins/index.html"))
    return [
        str(name.text_content()) for name in page.xpath("//section[@class='contacts']//*[contains(@class, 'p-name')]")
    ]


def test_on_the_last_day_nothing_has_changed(leaving: Newsroom) -> None:
    """Erika is asked, and her card can be saved."""
    assert asked(leaving) == ["Erika Muster"]
    assert "+493023125100" in leaving.read("de/contacts/erika.vcf")
    assert "Hier bis" not in leaving.read("de/authors/erika/index.html")


def test_from_the_day_after_the_successor_is_asked(leaving: Newsroom) -> None:
    """By itself, on every page and card; no output has her number or mailbox any longer."""
    leaving.now = DAY_AFTER
    leaving.build()
    assert asked(leaving) == ["Hans Beispiel"]
    files = leaving.output()
    assert "de/contacts/erika.vcf" not in files and "de/contacts/hans.vcf" in files
    gone = (b"erika@newsroom.example", b"23125 100", b"23125100")
    assert [path for path, data in files.items() if any(word in data for word in gone)] == []


def test_an_author_stays_an_author(leaving: Newsroom) -> None:
    """Byline, feed and page name her; the page says until when she was here, and who answers questions now."""
    leaving.now = DAY_AFTER
    leaving.build()
    assert "Erika Muster" in leaving.read("de/feed.xml")
    page = lxml.html.fromstring(leaving.read("de/authors/erika/index.html"))
    head = " ".join(page.xpath("string(//header[@class='list-head'])").split())
    assert "Hier bis zum 31. Mai 2026" in head and "Fragen beantwortet: Hans Beispiel" in head


def test_a_clean_build_gives_the_same(leaving: Newsroom) -> None:
    """Whether the day passed between two builds or before the first."""
    leaving.now = DAY_AFTER
    leaving.build()
    before = leaving.output()
    leaving.build(fresh=True)
    assert leaving.output() == before


def test_a_new_name_of_the_successor_is_on_the_page_of_who_left(leaving: Newsroom) -> None:
    """The page looks at both."""
    leaving.now = DAY_AFTER
    leaving.build()
    people = leaving.root / "content/people.yaml"
    people.write_text(people.read_text("utf-8").replace("Hans Beispiel", "Hans Neu"), "utf-8")
    leaving.build()
    assert "Hans Neu" in leaving.read("de/authors/erika/index.html")


def test_the_day_is_a_moment_that_publishes(
    leaving: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``due`` names it, so that machines publish then."""
    monkeypatch.setattr("plugins.cli.due.read_clock", lambda: LAST_DAY)
    content, translations, cache = (str(leaving.root / name) for name in ("content", "translations", "cache"))
    due_task(content, translations, cache, "text", Window())
    assert capsys.readouterr().out.startswith("2026-06-01T00:00+02:00  people.yaml: Erika Muster has left")
