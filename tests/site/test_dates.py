"""The overview of dates: what is to come first, what is over apart, calendars to subscribe to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import lxml.html
import pytest

from tests.calendars import events_of
from tests.site.newsroom import Newsroom, report

EVENT = "event:\n  start: {start}\n  city: Berlin\n  country: DE\n{more}"
NOW = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)


def announce(newsroom: Newsroom, ident: str, start: str, more: str = "", **facts: str) -> Newsroom:
    """A report with an event on a day."""
    indented = "".join(f"  {line}\n" for line in more.splitlines())
    return newsroom.write(report(ident, more=EVENT.format(start=start, more=indented), **facts))


@pytest.fixture
def agenda(newsroom: Newsroom) -> Newsroom:
    """Two events over, two to come, one postponed, one withdrawn; built on the first of June."""
    announce(newsroom, "alt", "2024-04-01")
    announce(newsroom, "gestern", "2024-05-31T10:00", topic="handel")
    announce(newsroom, "spaet", "2024-09-01", "status: planned")
    announce(newsroom, "bald", "2024-06-02T10:00", "status: planned\nregistration:\n  url: https://a.example/")
    announce(newsroom, "offen", "2024-05-01", "status: postponed")
    announce(newsroom, "weg", "2024-07-01", status="withdrawn")
    newsroom.now = NOW
    newsroom.build(publish=True)
    return newsroom


def page_of(newsroom: Newsroom, lang: str = "de") -> Any:
    """The overview of a language."""
    return lxml.html.document_fromstring(newsroom.output()[f"{lang}/dates/index.html"])


def rows(page: Any, part: str) -> list[str]:
    """The ends of the addresses that a part leads to, in their order."""
    return [str(a).split("/")[-2] for a in page.xpath(f"//section[{part}]//a[contains(@class, 'u-url')]/@href")]


def test_what_is_to_come_stands_first(agenda: Newsroom) -> None:
    """The next first; what is over stands apart, the latest first; a withdrawn report's event nowhere."""
    for lang in ("de", "nl", "en"):
        page = page_of(agenda, lang)
        assert rows(page, "1") == ["offen", "bald", "spaet"]
        assert rows(page, "2") == ["gestern", "alt"]


def test_it_stands_in_the_navigation(agenda: Newsroom) -> None:
    """In each language's own words; a newsroom without events has neither."""
    for lang, word in (("de", "Termine"), ("nl", "Agenda"), ("en", "Events")):
        page = lxml.html.document_fromstring(agenda.output()[f"{lang}/index.html"])
        links = page.xpath("//nav[@class='sections']//a")
        assert [a.get("href") for a in links if a.text == word] == [f"/{lang}/dates/"]
        assert f"https://newsroom.example/{lang}/dates/" in agenda.read("sitemap.xml")


def test_without_events_there_is_none(newsroom: Newsroom) -> None:
    """Neither page nor link."""
    newsroom.write(report("eins")).build()
    assert not [path for path in newsroom.output() if "/dates/" in path]
    assert "/de/dates/" not in newsroom.read("de/index.html")


def test_it_changes_when_time_passes(agenda: Newsroom) -> None:
    """An event that is over moves by itself, and its registration goes; as a clean build has it."""
    assert "https://a.example/" in agenda.read("de/dates/index.html")
    agenda.now = dt.datetime(2024, 6, 3, 12, tzinfo=dt.UTC)
    agenda.build(publish=True)
    assert rows(page_of(agenda), "1") == ["offen", "spaet"]
    assert "https://a.example/" not in agenda.read("de/dates/index.html")
    agenda.build(publish=True, output=agenda.root / "anew", cache=agenda.root / "cache-anew")
    assert agenda.output() == agenda.output("anew")


def test_calendars_to_subscribe_to(agenda: Newsroom) -> None:
    """One of all and one per topic that has events, as ``webcal:`` and as an address; each of them is there."""
    page = page_of(agenda)
    found = page.xpath("//*[@id='subscribe']//a/@href")
    webcal = [address for address in found if address.startswith("webcal:")]
    assert webcal == [
        "webcal://newsroom.example/de/calendar.ics",
        "webcal://newsroom.example/de/topics/energie/calendar.ics",
        "webcal://newsroom.example/de/topics/handel/calendar.ics",
    ]
    for address in webcal:
        path = address.removeprefix("webcal://newsroom.example/")
        assert f"/{path}" in found
        assert events_of(agenda.output()[path])


def test_a_preview_offers_no_subscription(newsroom: Newsroom) -> None:
    """A calendar program could not reach it."""
    announce(newsroom, "bald", "2026-06-02T10:00").build()
    assert "webcal:" not in newsroom.read("de/dates/index.html")
    assert 'href="/de/calendar.ics"' in newsroom.read("de/dates/index.html")


def test_an_event_without_the_language_is_marked(agenda: Newsroom) -> None:
    """As in lists: its words say that they are German, and lead to the original."""
    page = page_of(agenda, "en")
    link = page.xpath("//section[1]//a[contains(@class, 'u-url')]")[0]
    assert (link.get("lang"), link.get("href")) == ("de", "/de/2024/offen/")
    assert "Only in German" in page.text_content()


def test_hostile_words_stay_words(newsroom: Newsroom) -> None:
    """Titles, names and places are text."""
    evil = '"<script>x</script> & \\"\\n"'
    announce(
        newsroom, "bald", "2026-06-02", f"name: {evil}\nvenue: {evil}\nattendance: mixed", title=evil.strip('"')[:20]
    ).build()
    assert "<script>x" not in newsroom.read("de/dates/index.html")
