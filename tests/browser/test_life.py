"""Two reports from announcement to end, step by step, as every judge reads them in three languages.

One is announced, moved, goes online and is cancelled; the other is announced, happens, is reported, corrected,
translated and withdrawn. Each has one address, one UID and one feed id throughout, and every step is seen.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import extruct
import feedparser
import lxml.html
import mf2py
import pytest
import vobject
from lxml import etree
from playwright.sync_api import Browser

from tests.browser.life import FAIR, HOST, LANGS, QUAY, STEPS, TITLES, Moment, edit
from tests.browser.server import serving
from tests.browser.test_markup import complaints
from tests.browser.test_reader_views import READ, words
from tests.calendars import events_of, three_readings
from tests.site.judges import exiftool, sitemap_complaints
from tests.site.newsroom import GROUND, ROOT, Newsroom
from tests.site.test_judges import crawl


@pytest.fixture(scope="module")
def life(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Moment, ...]:
    """Both lives in one newsroom, built after each step on the day after it."""
    root = tmp_path_factory.mktemp("life")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = Newsroom(root).write(GROUND)
    output = root / "output"
    output.mkdir()
    moments = []
    context = browser.new_context()
    context.route(
        "**", lambda route: route.continue_()
    )  # nothing from the browser's memory: two steps lie in one second
    page = context.new_page()
    with serving(output) as address:
        for step in STEPS:
            edit(newsroom, step)
            noon = dt.datetime.fromisoformat(f"2024-{step.day}T12:00+02:00")
            newsroom.build(publish=True, now=noon + dt.timedelta(days=1))
            moment = Moment(step, newsroom.output(), {})
            views = {}
            for lang in LANGS:
                page.goto(f"{address}/{moment.path(lang)}")
                views[lang] = page.evaluate(READ)
            moments.append(replace(moment, views=views))
    context.close()
    return tuple(moments)


def of(life: tuple[Moment, ...], report: str) -> list[Moment]:
    """The moments of one report."""
    return [moment for moment in life if moment.step.report == report]


def entries(moment: Moment, path: str) -> dict[str, Any]:
    """Id -> entry of an Atom feed."""
    feed = feedparser.parse(moment.files[path])
    assert not feed.bozo, path
    found = {entry.id: entry for entry in feed.entries}
    assert len(found) == len(feed.entries), path
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("list_", ["{lang}/feed.xml", "{lang}/topics/energie/feed.xml"])
def test_feeds(life: tuple[Moment, ...], lang: str, list_: str) -> None:
    """Feedparser: one id, the day of publication stays, every step comes as news and says what it is."""
    path = list_.format(lang=lang)
    for report in (FAIR, QUAY):
        found = [next(e for i, e in entries(m, path).items() if f"/{report}/" in i) for m in of(life, report)]
        assert len({entry.id for entry in found}) == len({entry.published for entry in found}) == 1
        for moment, (before, after) in zip(of(life, report)[1:], pairwise(found), strict=True):
            assert (after.updated > before.updated) is (lang in moment.step.langs), (lang, moment.step.name)
        for moment, entry in zip(of(life, report), found, strict=True):
            shown = entry.title + entry.summary + (entry.content[0].value if "content" in entry else "")
            assert moment.step.words.get(lang, "") in shown.replace("\xa0", " "), (lang, moment.step.name)
    assert {len(entries(moment, path)) for moment in life[1:]} == {2}


def test_json_feeds_say_the_same(life: tuple[Moment, ...]) -> None:
    """Ids, addresses and moments of both forms are equal; the feed of all languages has each report once."""
    for moment in life:
        for folder in ("", *(f"{lang}/" for lang in LANGS)):
            items = json.loads(moment.files[f"{folder}feed.json"])["items"]
            same = entries(moment, f"{folder}feed.xml")
            assert {item["id"]: (item["url"], item["date_modified"]) for item in items} == {
                ident: (entry.link, entry.updated) for ident, entry in same.items()
            }
    whole = [entry for moment in life for entry in entries(moment, "feed.xml")]
    assert len(set(whole)) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_calendars(life: tuple[Moment, ...], lang: str) -> None:
    """Three readers: one UID in every file, SEQUENCE and LAST-MODIFIED grow with each change, nothing comes twice."""
    for report in (FAIR, QUAY):
        found = [three_readings(m.files[f"{lang}/calendar.ics"], report) for m in of(life, report)]
        assert len({one["UID"] for one in found}) == 1
        for moment, one in zip(of(life, report), found, strict=True):
            assert three_readings(moment.files[f"{lang}/topics/energie/calendar.ics"], report) == one
            single = moment.path(lang).replace("index.html", "event.ics")
            assert three_readings(moment.files[single], report)["sequence"] == one["sequence"]
        for moment, (before, after) in zip(of(life, report)[1:], pairwise(found), strict=True):
            assert (after["sequence"] > before["sequence"]) is moment.step.moves_calendar, moment.step.name
            assert (after["modified"] > before["modified"]) is (lang in moment.step.langs), moment.step.name
        assert {len(events_of(m.files[f"{lang}/calendar.ics"])) for m in life[1:]} == {2}


def test_calendars_name_time_place_and_state(life: tuple[Moment, ...]) -> None:
    """What a reader's calendar shows after each step."""
    fair = [three_readings(m.files["de/calendar.ics"], FAIR) for m in of(life, FAIR)]
    assert [one["start"].day for one in fair] == [10, 17, 17, 17]
    assert [one["place"] for one in fair] == [
        *["Halle 9, Hannover, Deutschland"] * 2,
        *["https://live.example.org/messe"] * 2,
    ]
    assert [one["STATUS"] for one in fair] == ["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"]
    quay = [three_readings(m.files["nl/calendar.ics"], QUAY) for m in of(life, QUAY)]
    assert [one["STATUS"] for one in quay] == [*["CONFIRMED"] * 5, "CANCELLED"]
    assert [one["SUMMARY"] for one in quay][-3:] == ["Bericht kai (Alleen in het Duits)", "Verslag kai", "Verslag kai"]
    offers = [[lang for lang in LANGS if "event.ics" in moment.page(lang)] for moment in life]
    assert offers == [[*LANGS]] * 4 + [[]] * 6


def entry_of(page: str) -> dict[str, Any]:
    """The page's ``h-entry`` as mf2py reads it."""
    return next(item for item in mf2py.parse(doc=page, url=HOST)["items"] if item["type"] == ["h-entry"])


@pytest.mark.parametrize("lang", LANGS)
def test_microformats(life: tuple[Moment, ...], lang: str) -> None:
    """mf2py: one address, a later change with each step, the event with time, place and state."""
    for report in (FAIR, QUAY):
        found = [entry_of(moment.page(lang)) for moment in of(life, report)]
        moments = [one["properties"]["updated"][0] for one in found]
        told = [lang in moment.step.langs or lang == "nl" for moment in of(life, report)]
        assert [after > before for before, after in pairwise(moments)] == told[1:]
        addresses = [one["properties"]["url"][0] for one in found]
        assert set(addresses) <= {f"{HOST}/{lang}/2024/{report}/", f"{HOST}/de/2024/{report}/"}
    events = [
        next(child["properties"] for child in entry_of(moment.page(lang))["children"] if "h-event" in child["type"])
        for moment in of(life, FAIR)
    ]
    assert [event["start"][0][:10] for event in events] == ["2024-06-10", "2024-06-17", "2024-06-17", "2024-06-17"]
    assert [event["location"] == ["Online"] for event in events] == [False, False, True, True]
    assert [event.get("status", []) for event in events][-1] == [STEPS[4].words[lang]]
    assert "h-event" not in str(entry_of(of(life, QUAY)[-1].page(lang)))


def article_of(page: str) -> dict[str, Any]:
    """The page's ``NewsArticle`` as extruct reads it."""
    found = extruct.extract(page, base_url=HOST, syntaxes=["json-ld"])["json-ld"][0]["@graph"]
    return next(node for node in found if node["@type"] == "NewsArticle")


@pytest.mark.parametrize("lang", LANGS)
def test_structured_data(life: tuple[Moment, ...], lang: str) -> None:
    """Extruct: one address, `dateModified` moves with each step, and schema.org's words for it."""
    for report in (FAIR, QUAY):
        found = [article_of(moment.page(lang)) for moment in of(life, report)]
        told = [lang in moment.step.langs or lang == "nl" for moment in of(life, report)]
        assert [b["dateModified"] > a["dateModified"] for a, b in pairwise(found)] == told[1:]
        assert len({node["datePublished"] for node in found}) == 1
        assert {node["@id"] for node in found} <= {f"{HOST}/{lang}/2024/{report}/", f"{HOST}/de/2024/{report}/"}
    events = [article_of(moment.page(lang))["about"] for moment in of(life, FAIR)]
    states = [event["eventStatus"].removeprefix("https://schema.org/Event") for event in events]
    assert states == ["Scheduled", "Rescheduled", "Rescheduled", "Cancelled"]
    assert [event["startDate"][8:10] for event in events] == ["10", "17", "17", "17"]
    assert [event["location"]["@type"] for event in events] == ["Place", "Place", *["VirtualLocation"] * 2]
    assert {event["@id"] for event in events} == {f"{HOST}/{lang}/2024/{FAIR}/#event"}
    quay = [article_of(moment.page(lang)) for moment in of(life, QUAY)]
    corrections = ["correction" in node for node in quay]
    assert corrections == [False, False, False, True, True, False]
    assert [node.get("creativeWorkStatus") for node in quay][-2:] == [None, "Withdrawn"]
    assert "about" not in quay[-1]


def test_sitemaps(life: tuple[Moment, ...]) -> None:
    """The schema has nothing to say; each address stands there once, with the day of the last step."""
    for moment in life:
        data = moment.files["sitemap.xml"]
        assert sitemap_complaints(data) == []
        rows = {row[0].text: [cell.text for cell in row[1:]] for row in etree.fromstring(data)}
        assert len(rows) == len(etree.fromstring(data))
        for lang in moment.step.langs if moment.step.name != "withdrawn" else ():
            address = f"{HOST}/{moment.path(lang).removesuffix('index.html')}"
            assert rows[address] == [f"2024-{moment.step.day}"], (lang, moment.step.name)
    assert f"{HOST}/nl/2024/{QUAY}/" not in of(life, QUAY)[0].files["sitemap.xml"].decode()
    assert f"/2024/{QUAY}/" not in life[-1].files["sitemap.xml"].decode()


@pytest.mark.parametrize("lang", LANGS)
def test_reader_views(life: tuple[Moment, ...], lang: str) -> None:
    """Readability: headline, and what the step is about."""
    for moment in life:
        view = moment.views[lang]
        spoken = lang if moment.path(lang).startswith(f"{lang}/") else "de"
        assert TITLES[spoken] in view["title"] + view["content"]
        told = moment.step.words.get(spoken, "")
        assert told in words(view["content"]).replace("\xa0", " ") + view["title"], (lang, moment.step.name)


def test_pictures(life: tuple[Moment, ...], tmp_path: Path) -> None:
    """ExifTool: the file for journalists says the caption as corrected, and is gone with a withdrawn report."""
    captions = {}
    for moment in of(life, QUAY):
        files = [path for path in moment.files if path.startswith("media/kai/kai-large")]
        if files:
            place = tmp_path / f"{moment.step.name}.jpg"
            place.write_bytes(moment.files[files[0]])
    found = exiftool(*sorted(tmp_path.iterdir()))
    captions = {name: (tags["XMP-dc:Creator"], tags["XMP-dc:Description"]) for name, tags in found.items()}
    after = (["Erika Muster"], "Am neuen Kai")
    assert captions == {
        "reported.jpg": (["Erika Muster"], "Am Kai"),
        "corrected.jpg": after,
        "translated.jpg": after,
    }
    assert not [path for path in life[-1].files if path.startswith("media/")]


def test_cards(life: tuple[Moment, ...]) -> None:
    """Vobject: whoever is named keeps the identity of their card."""
    for lang in LANGS:
        cards = [vobject.readOne(moment.files[f"{lang}/contacts/erika.vcf"].decode()) for moment in life]
        assert len({card.uid.value for card in cards}) == 1
        assert {card.fn.value for card in cards} == {"Erika Muster"}


def test_markup(life: tuple[Moment, ...], tmp_path: Path) -> None:
    """The Nu HTML checker has nothing to say of any page after any step."""
    for number, moment in enumerate(life):
        for lang in moment.step.langs:
            place = tmp_path / f"{number}" / lang
            place.mkdir(parents=True)
            (place / "index.html").write_text(moment.page(lang), "utf-8")
    assert complaints(tmp_path) == []


@pytest.fixture
def addresses(life: tuple[Moment, ...], tmp_path: Path) -> Iterator[list[str]]:
    """The report's pages after each step, each site on a server of its own."""
    with ExitStack() as stack:
        starts = []
        for number, moment in enumerate(life):
            site = tmp_path / f"{number}"
            site.mkdir()
            address = stack.enter_context(serving(site))
            for path, data in moment.files.items():
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_bytes(data.replace(HOST.encode(), address.encode()))
            starts += [f"{address}/{moment.path(lang)}" for lang in moment.step.langs]
        yield starts


def test_links(addresses: list[str], tmp_path: Path) -> None:
    """LinkChecker: whatever the report's pages lead to after each step is there."""
    found = crawl(tmp_path, "--recursion-level=1", *addresses)
    assert len(found) > 100
    assert [url for url, is_there in found.items() if not is_there] == []


def test_one_address(life: tuple[Moment, ...]) -> None:
    """Every page is where it was; each language has its own."""
    for report in (FAIR, QUAY):
        for lang in LANGS:
            pages = {
                lxml.html.document_fromstring(m.page(lang)).xpath("string(//link[@rel='canonical']/@href)")
                for m in of(life, report)
                if m.path(lang).startswith(lang)
            }
            assert pages == {f"{HOST}/{lang}/2024/{report}/"}
