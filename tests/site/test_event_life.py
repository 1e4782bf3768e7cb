"""The life of an event, announced, moved, cancelled, reported, corrected, withdrawn, as independent readers see it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import extruct
import feedparser
import ics
import lxml.html
import mf2py
import pytest

from tests.calendars import event_of
from tests.site.newsroom import Newsroom, report

PAGE = "de/2024/messe/index.html"
EVENT = """event:
  start: {start}
  end: {end}
  venue: Halle 9
  city: Hannover
  country: DE
{more}"""
TRILINGUAL = """
-- content/reports/2024/messe/nl.md --
---
title: Beurs
teaser: Kort.
---
Eerste alinea.
-- content/reports/2024/messe/en.md --
---
title: Fair
teaser: Short.
---
First paragraph.
"""


def at(day: str) -> dt.datetime:
    """Noon in Berlin of a day in 2024."""
    return dt.datetime.fromisoformat(f"2024-{day}T12:00+02:00")


def built(
    newsroom: Newsroom,
    now: str,
    more: str = "",
    start: str = "2024-06-10T10:00",
    end: str = "2024-06-10T12:00",
    **facts: str,
) -> None:
    """The report with its event as it stands, built at a moment."""
    indented = "".join(f"  {line}\n" for line in more.splitlines())
    event = EVENT.format(start=start, end=end, more=indented)
    newsroom.write(report("messe", more=event + facts.pop("also", ""), **facts) + TRILINGUAL)
    newsroom.build(now=at(now))


def ical(newsroom: Newsroom, path: str = "de/2024/messe/event.ics") -> Mapping[str, Any]:
    """The event as icalendar reads it; ics has to read the file too."""
    text = newsroom.read(path)
    assert len(ics.Calendar(text).events) == 1
    return event_of(text)


def entry(newsroom: Newsroom, path: str = "de/feed.xml") -> Any:
    """The only entry of a feed."""
    feed = feedparser.parse(newsroom.output()[path])
    assert not feed.bozo
    assert len(feed.entries) == 1
    return feed.entries[0]


def event_data(newsroom: Newsroom, page: str = PAGE) -> dict[str, Any]:
    """The event as schema.org says it."""
    found = extruct.extract(newsroom.read(page), base_url="https://newsroom.example/", syntaxes=["json-ld"])
    article = next(node for node in found["json-ld"][0]["@graph"] if node["@type"] == "NewsArticle")
    about: dict[str, Any] = article.get("about", {})
    return about


def test_one_event_one_life(newsroom: Newsroom) -> None:
    """One address, one UID, one feed id; every step is seen by every reader, and nothing comes twice."""
    built(newsroom, "05-03", "status: planned")
    first, news = ical(newsroom), entry(newsroom)
    assert first["STATUS"] == "CONFIRMED"
    assert event_data(newsroom)["eventStatus"] == "https://schema.org/EventScheduled"

    built(
        newsroom,
        "05-10",
        "status: planned\nchanges:\n  - date: 2024-05-08\n    start: 2024-06-10T10:00",
        "2024-06-17T10:00",
        "2024-06-17T12:00",
    )
    moved, told = ical(newsroom), entry(newsroom)
    assert (moved["UID"], told.id) == (first["UID"], news.id)
    assert moved["SEQUENCE"] > first["SEQUENCE"]
    assert moved["LAST-MODIFIED"].dt > first["LAST-MODIFIED"].dt
    assert told.updated > news.updated
    assert event_data(newsroom)["previousStartDate"].startswith("2024-06-10T10:00")
    assert "Verlegt vom 10. Juni 2024" in newsroom.read(PAGE)

    built(
        newsroom,
        "05-20",
        "status: planned\nattendance: online\nstream: https://live.example.org/messe\nchanges:\n  - date: 2024-05-08\n    start: 2024-06-10T10:00\n  - date: 2024-05-15",
        "2024-06-17T10:00",
        "2024-06-17T12:00",
    )
    online = event_data(newsroom)
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://live.example.org/messe"}
    assert ical(newsroom)["SEQUENCE"] > moved["SEQUENCE"]

    built(
        newsroom,
        "05-30",
        "status: cancelled\nchanges:\n  - date: 2024-05-08\n    start: 2024-06-10T10:00\n  - date: 2024-05-15\n  - date: 2024-05-29\n    status: planned",
        "2024-06-17T10:00",
        "2024-06-17T12:00",
    )
    gone = ical(newsroom)
    assert (gone["UID"], gone["STATUS"]) == (first["UID"], "CANCELLED")
    assert "event.ics" not in newsroom.read(PAGE)
    assert "Abgesagt" in newsroom.read(PAGE)
    assert event_data(newsroom)["eventStatus"] == "https://schema.org/EventCancelled"
    assert sorted(p for p in newsroom.output() if p.endswith("event.ics")) == [
        f"{lang}/2024/messe/event.ics" for lang in ("de", "en", "nl")
    ]


def test_what_happened_is_reported_in_the_same_place(newsroom: Newsroom) -> None:
    """Announced, happened, reported, corrected, withdrawn: the same ids; `updated` moves with each piece of news."""
    built(newsroom, "05-03", "status: planned")
    announced = entry(newsroom)
    built(newsroom, "06-11", "status: happened", body="Der Bericht.")
    assert "event.ics" not in newsroom.read(PAGE)
    assert "<p>Der Bericht.</p>" in entry(newsroom).content[0].value
    correction = "corrections:\n  - date: 2024-06-12T09:30\n    text: Es waren 30 Gäste.\n"
    source = newsroom.root / "content/reports/2024/messe/de.md"
    source.write_text(source.read_text("utf-8").replace("teaser:", correction + "teaser:"), "utf-8")
    newsroom.build(now=at("06-12"))
    corrected = entry(newsroom)
    assert corrected.id == announced.id
    assert corrected.updated == "2024-06-12T09:30:00+02:00"
    assert "Berichtigt am 12. Juni 2024, 09:30" in newsroom.read(PAGE)

    withdrawn = "withdrawn:\n  date: 2024-06-20\n  reason: {de: Falsche Angaben., en: Wrong facts.}\n"
    built(newsroom, "06-21", "status: happened", status="withdrawn", also=withdrawn, body="Der Bericht.")
    last = entry(newsroom)
    assert last.id == announced.id
    assert last.updated.startswith("2024-06-20")
    assert last.title.startswith("Zurückgezogen: ")
    assert "Falsche Angaben." in last.summary
    assert ical(newsroom)["STATUS"] == "CANCELLED"
    # The topic has no list any more; who subscribed to its calendar is told all the same.
    assert ical(newsroom, "de/topics/energie/calendar.ics")["STATUS"] == "CANCELLED"
    page = newsroom.read(PAGE)
    assert "Falsche Angaben." in page
    assert "20. Juni 2024" in page
    assert "Wrong facts." in newsroom.read("en/2024/messe/index.html")


def test_nothing_else_is_left_of_a_withdrawn_report(newsroom: Newsroom) -> None:
    """No word of it but the headline, in no output."""
    words = ["KANARIENTEXT", "Kurz gesagt", "Halle 9", "Korte alinea", "Erster Absatz"]
    built(
        newsroom,
        "06-21",
        "status: happened\nname: {de: KANARIENTEXT}",
        status="withdrawn",
        also="organisers:\n  - name: KANARIENTEXT\n",
        body="KANARIENTEXT",
    )
    for path, data in newsroom.output().items():
        assert not [word for word in words if word.encode() in data], path


def test_ids_outlive_addresses(newsroom: Newsroom) -> None:
    """A changed title, slug, date, host and path changes no id and no UID."""
    built(newsroom, "05-03")
    before = (entry(newsroom).id, entry(newsroom, "nl/feed.xml").id, ical(newsroom)["UID"])
    site = newsroom.root / "content/site.yaml"
    site.write_text(
        site.read_text("utf-8").replace("https://newsroom.example", "https://presse.example.org/neu"), "utf-8"
    )
    edition = newsroom.root / "content/reports/2024/messe/de.md"
    edition.write_text(
        edition.read_text("utf-8").replace("teaser:", "slug: anders\nteaser:").replace("Bericht messe", "Neu"), "utf-8"
    )
    newsroom.build(now=at("05-04"))
    after = (entry(newsroom).id, entry(newsroom, "nl/feed.xml").id, ical(newsroom, "de/2024/anders/event.ics")["UID"])
    assert before == after


def test_a_feed_of_all_languages_has_each_report_once(newsroom: Newsroom) -> None:
    """In the language of its original."""
    built(newsroom, "05-03")
    assert entry(newsroom, "feed.xml").link == "/de/2024/messe/"
    items = json.loads(newsroom.read("feed.json"))["items"]
    assert [item["language"] for item in items] == ["de"]
    assert "<p>Der erste Absatz von messe.</p>" in items[0]["content_html"]


def test_registration_disappears_when_its_time_has_come(newsroom: Newsroom) -> None:
    """By itself, though nothing was edited."""
    form = "registration:\n  url: https://anmeldung.example.org/\n  until: 2024-05-20"
    built(newsroom, "05-20", form)
    assert "anmeldung.example.org" in newsroom.read(PAGE)
    newsroom.build(now=at("05-21"))
    assert "anmeldung.example.org" not in newsroom.read(PAGE)


def test_the_zone_of_the_place_is_shown(newsroom: Newsroom) -> None:
    """Its clocks, and how far they are from ours."""
    built(newsroom, "05-03", "timezone: America/Toronto")
    assert "10:00–12:00" in newsroom.read(PAGE)
    assert "(Ortszeit, GMT-04:00)" in newsroom.read(PAGE)
    assert ical(newsroom)["DTSTART"].dt == dt.datetime(2024, 6, 10, 14, tzinfo=dt.UTC)


@pytest.mark.parametrize(("start", "end"), [("2024-06-10T10:00", ""), ("2024-06-10T10:00", "2024-06-10T10:00")])
def test_no_end_is_invented(newsroom: Newsroom, start: str, end: str) -> None:
    """RFC 5545, 3.8.2.2."""
    event = f"event:\n  start: {start}\n  city: Berlin\n" + (f"  end: {end}\n" if end else "")
    newsroom.write(report("messe", more=event)).build(now=at("05-03"))
    assert "DTEND" not in ical(newsroom)


def test_a_report_without_the_language_is_in_its_calendar(newsroom: Newsroom) -> None:
    """Marked, and linked to the original; the country is named in the reader's language."""
    newsroom.write(report("messe", more=EVENT.format(start="2024-06-10", end="2024-06-11", more=""))).build(
        now=at("05-03")
    )
    found = ical(newsroom, "nl/calendar.ics")
    assert found["SUMMARY"] == "Bericht messe (Alleen in het Duits)"
    assert found["URL"] == "/de/2024/messe/"
    assert found["LOCATION"] == "Halle 9, Hannover, Duitsland"
    assert found["UID"] == ical(newsroom)["UID"] == ical(newsroom, "nl/topics/energie/calendar.ics")["UID"]


def test_an_embargo_is_the_day_of_publication(newsroom: Newsroom) -> None:
    """Everywhere: page, feed, structured data."""
    newsroom.write(report("messe", more="embargo: 2024-05-05T10:00")).build(now=at("05-06"))
    assert entry(newsroom).published == "2024-05-05T10:00:00+02:00"
    page = newsroom.read(PAGE)
    assert '"datePublished":"2024-05-05T10:00:00+02:00"' in page
    assert "5. Mai 2024, 10:00" in lxml.html.fromstring(page).text_content()


def test_the_event_is_read_by_microformats(newsroom: Newsroom) -> None:
    """mf2py finds start, place and the page's entry."""
    built(newsroom, "05-03", "name: {de: Die Messe}")
    items = mf2py.parse(doc=newsroom.read(PAGE))["items"]
    kinds = {kind: item for top in items for item in [top, *top.get("children", [])] for kind in item["type"]}
    assert kinds["h-event"]["properties"]["name"] == ["Die Messe"]
    assert kinds["h-event"]["properties"]["start"][0].startswith("2024-06-10T10:00")


def test_an_announced_event_is_asked_for(newsroom: Newsroom) -> None:
    """Five days after its end, as a notice that stops nothing."""
    built(newsroom, "06-14", "status: planned")
    assert "event-unreported" not in {problem.code for problem in newsroom.build(now=at("06-14")).problems}
    assert "event-unreported" in {problem.code for problem in newsroom.build(now=at("06-16")).problems}


@pytest.mark.parametrize(("published", "asked"), [("2024-05-02", True), ("2024-06-10", False), ("2024-06-12", False)])
def test_what_was_published_ahead_was_an_announcement(newsroom: Newsroom, published: str, asked: bool) -> None:
    """Also without a status; what was published on the day or later is the report."""
    event = EVENT.format(start="2024-06-10T10:00", end="2024-06-10T12:00", more="")
    newsroom.write(report("messe", more=event, date=published))
    assert ("event-unreported" in {problem.code for problem in newsroom.build(now=at("06-16")).problems}) is asked
