"""Events that are hard to tell machines of: over midnight and a clock change, elsewhere, without end, with hostile or endless names."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import Any

import extruct
import feedparser
import mf2py
import pytest

from tests.calendars import event_of, three_readings
from tests.site.newsroom import GROUND, ROOT, Newsroom, report

NIGHT = 'Nacht der Zeitumstellung: 5 < 6 & „Hafen“, Teil 1; mit Komma \\ Rückstrich </script>]]>"'
LONG = "W" * 500
REPORTS = {
    "nacht": (
        "event: {start: 2026-10-24T22:00, end: 2026-10-25T03:30, venue: 'Kai 7; Halle \"A\"', country: DE}",
        NIGHT,
    ),
    "montreal": (
        "event: {start: 2026-09-08T10:00-04:00, end: 2026-09-08T12:00-04:00, city: Montreal, country: CA}",
        "",
    ),
    "offen": ("event: {start: 2026-09-01T10:00, city: Berlin}", ""),
    "gleich": ("event: {start: 2026-09-01T10:00, end: 2026-09-01T10:00, city: Berlin}", ""),
    "lang": (f"event: {{start: 2026-09-01, end: 2026-09-02, venue: {LONG}, name: {LONG}}}", LONG),
    "zurueck": ("embargo: 2026-02-01T10:00\nevent: {start: 2026-09-01T10:00, city: Berlin}", ""),
    "geheim": ("embargo: 2026-04-01T10:00\nevent: {start: 2026-09-01T10:00, city: Berlin}", "GEHEIMNIS"),
}
WITHDRAWN = ("zurueck", "geheim")


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """All of them, published on 1 March 2026."""
    root = tmp_path_factory.mktemp("events")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    made = Newsroom(root).write(GROUND)
    for ident, (facts, title) in REPORTS.items():
        status = "withdrawn" if ident in WITHDRAWN else "published"
        archive = report(ident, more=facts, status=status, title="TITEL")
        made.write(archive.replace("title: TITEL", f"title: {json.dumps(title or ident, ensure_ascii=False)}"))
    made.build(publish=True)
    return made


def event_of_page(newsroom: Newsroom, ident: str) -> dict[str, Any]:
    """As extruct reads it."""
    page = newsroom.read(f"de/2024/{ident}/index.html")
    found = extruct.extract(page, base_url="https://newsroom.example", syntaxes=["json-ld"])["json-ld"][0]["@graph"]
    about: dict[str, Any] = next(node for node in found if node["@type"] == "NewsArticle")["about"]
    return about


def utc(moment: str) -> dt.datetime:
    """A moment of UTC in 2026."""
    return dt.datetime.fromisoformat(f"2026-{moment}:00+00:00")


def test_over_midnight_and_a_clock_change(newsroom: Newsroom) -> None:
    """22:00 in summer time to 03:30 in winter time are six and a half hours, for every reader."""
    read = three_readings(newsroom.output()["de/2024/nacht/event.ics"], "nacht")
    assert read["start"] == utc("10-24T20:00")
    assert event_of(newsroom.output()["de/2024/nacht/event.ics"])["DTEND"].dt == utc("10-25T02:30")
    event = event_of_page(newsroom, "nacht")
    assert (event["startDate"], event["endDate"]) == ("2026-10-24T22:00:00+02:00", "2026-10-25T03:30:00+01:00")


def test_a_hostile_headline_is_the_same_in_every_form(newsroom: Newsroom) -> None:
    """Character for character: calendar, both feeds, structured data, microformats, and without markup of its own."""
    assert three_readings(newsroom.output()["nl/calendar.ics"], "nacht")["SUMMARY"].startswith(NIGHT)
    titles = {entry.title for entry in feedparser.parse(newsroom.output()["de/feed.xml"]).entries}
    items = {item["title"] for item in json.loads(newsroom.read("de/feed.json"))["items"]}
    page = newsroom.read("de/2024/nacht/index.html")
    entry = next(one for one in mf2py.parse(doc=page)["items"] if one["type"] == ["h-entry"])
    heading = entry["properties"]["name"][0].replace("\xa0", " ")
    assert NIGHT in items and heading == NIGHT
    assert {title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for title in titles} >= {NIGHT}
    assert event_of_page(newsroom, "nacht")["name"] == NIGHT
    place = three_readings(newsroom.output()["de/2024/nacht/event.ics"], "nacht")["place"]
    assert place == 'Kai 7; Halle "A", Deutschland'


def test_another_zone(newsroom: Newsroom) -> None:
    """The page shows the clocks of the place, structured data their distance, calendars the moment."""
    page = newsroom.read("de/2024/montreal/index.html").replace("\xa0", " ")
    assert "8. September 2026, 10:00–12:00" in page and "(Ortszeit, GMT-04:00)" in page
    assert event_of_page(newsroom, "montreal")["startDate"] == "2026-09-08T10:00:00-04:00"
    assert three_readings(newsroom.output()["de/2024/montreal/event.ics"], "montreal")["start"] == utc("09-08T14:00")


@pytest.mark.parametrize("ident", ["offen", "gleich"])
def test_without_an_end(newsroom: Newsroom, ident: str) -> None:
    """No form invents one."""
    assert "DTEND" not in event_of(newsroom.output()[f"de/2024/{ident}/event.ics"])
    assert ("endDate" in event_of_page(newsroom, ident)) is (ident == "gleich")


def test_names_of_500_characters(newsroom: Newsroom) -> None:
    """Whole in the calendar, in lines of 75 octets; whole days are free time, and the place is not cut."""
    data = newsroom.output()["de/2024/lang/event.ics"]
    read = three_readings(data, "lang")
    assert (read["SUMMARY"], read["place"]) == (LONG, LONG)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert event_of(data)["TRANSP"] == "TRANSPARENT"
    assert event_of_page(newsroom, "lang")["location"]["name"] == LONG


def test_a_withdrawn_report_with_an_embargo(newsroom: Newsroom) -> None:
    """Over: published at its end, one last entry, cancelled. Still to come: no trace, not even of the withdrawal."""
    (entry,) = (e for e in feedparser.parse(newsroom.output()["de/feed.xml"]).entries if "/zurueck/" in e.id)
    assert entry.published == "2026-02-01T10:00:00+01:00" and entry.title == "Zurückgezogen: zurueck"
    assert three_readings(newsroom.output()["de/calendar.ics"], "zurueck")["STATUS"] == "CANCELLED"
    for path, data in newsroom.output().items():
        assert b"geheim" not in data and b"GEHEIMNIS" not in data and "geheim" not in path, path
