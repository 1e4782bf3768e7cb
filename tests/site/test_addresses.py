"""Addresses last: what was published once leads on, or somebody is asked what has become of it."""

from __future__ import annotations

import json
import re
import shutil

import feedparser
import lxml.html
import pytest

from plugins.cli.check import check
from plugins.cli.publish import publish as publish_task
from plugins.cli.rename import rename as rename_task
from plugins.newsroom.address_record import read_record
from plugins.newsroom.problem import ContentError
from tests.calendars import events_of
from tests.site.desk import folders
from tests.site.newsroom import Newsroom, report

SITE = "https://newsroom.example"
EVENT = "event: {start: 2024-04-22, end: 2024-04-22}"
ENGLISH = "-- content/reports/2024/{}/en.md --\n---\ntitle: One\nteaser: One.\n---\nText.\n"


def publish(newsroom: Newsroom) -> int:
    """The task, on this newsroom."""
    root = newsroom.root
    return publish_task(str(root / "content"), str(root / "translations"), str(root / "public"), str(root / "cache"), 1)


def rename(newsroom: Newsroom, old: str, new: str) -> int:
    """The task, on this newsroom."""
    return rename_task(str(newsroom.root / "content"), str(newsroom.root / "translations"), old, new)


def edit(newsroom: Newsroom, path: str, old: str, new: str) -> None:
    """Another text in a file."""
    file = newsroom.root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def leads_to(newsroom: Newsroom, address: str) -> str:
    """Where the page at an address sends a reader on; nothing where it stays, and an error where there is none."""
    page = lxml.html.fromstring(newsroom.output("public")[f"{address.lstrip('/')}index.html"])
    refresh = page.xpath("//meta[@http-equiv='refresh']/@content")
    return refresh[0].removeprefix("0; url=") if refresh else ""


def recorded(newsroom: Newsroom) -> dict[str, str]:
    """The record."""
    return {line.address: line.owner for line in read_record(newsroom.root / "content")[0]}


def test_every_page_is_recorded_with_what_answers_there(newsroom: Newsroom) -> None:
    """Reports, static pages and lists; not the page for lost readers."""
    newsroom.write(report("eins", more="aliases: [/alt/eins.html]"))
    newsroom.put("content/pages/impressum/page.yaml", b"source_language: de\n")
    newsroom.put("content/pages/impressum/de.md", b"---\ntitle: Impressum\n---\nText.\n")
    assert publish(newsroom) == 0
    found = recorded(newsroom)
    pages = [path for path in newsroom.output("public") if path.endswith(".html")]
    assert {f"/{path.removesuffix('index.html')}" for path in pages} - set(found) == {"/", "/404.html"}
    assert found["/de/2024/eins/"] == found["/alt/eins.html"] == "report:eins"
    assert found["/de/impressum/"] == "page:impressum"
    assert found["/nl/topics/energie/"] == "list"


@pytest.mark.parametrize(
    ("path", "old", "new", "target"),
    [
        ("content/reports/2024/eins/de.md", "teaser:", "slug: neu\nteaser:", "/de/2024/neu/"),
        ("content/reports/2024/eins/report.yaml", "date: 2024-05-02", "date: 2023-05-02", "/de/2023/eins/"),
        ("content/site.yaml", "languages: [de, nl, en]", "languages: [en, nl, de]", ""),
    ],
)
def test_a_moved_report_is_led_to(newsroom: Newsroom, path: str, old: str, new: str, target: str) -> None:
    """Another slug, another year; other languages alone move nothing."""
    newsroom.write(report("eins", more=EVENT))
    assert publish(newsroom) == 0
    edit(newsroom, path, old, new)
    if "2023" in new:
        shutil.move(newsroom.root / "content/reports/2024", newsroom.root / "content/reports/2023")
    assert publish(newsroom) == 0
    assert leads_to(newsroom, "/de/2024/eins/") == target
    assert "de/2024/eins/event.ics" in newsroom.output("public")
    page = lxml.html.fromstring(newsroom.output("public")["de/2024/eins/index.html"])
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}{target or '/de/2024/eins/'}"]
    assert not page.xpath("//meta[@name='robots']")


def test_a_language_that_is_no_more_leads_to_the_original(newsroom: Newsroom) -> None:
    """Each page of it; lists to the same list in the first language, its feed goes on with that one's news."""
    newsroom.write(report("eins") + ENGLISH.format("eins"))
    assert publish(newsroom) == 0
    edit(newsroom, "content/site.yaml", "[de, nl, en]", "[de, nl]")
    for name in ("site", "people", "topics"):
        file = newsroom.root / f"content/{name}.yaml"
        file.write_text(re.sub(r", en: [\w ]+", "", file.read_text("utf-8")), "utf-8")
    (newsroom.root / "content/reports/2024/eins/en.md").unlink()
    assert publish(newsroom) == 0
    assert leads_to(newsroom, "/en/2024/eins/") == "/de/2024/eins/"
    assert leads_to(newsroom, "/en/") == "/de/"
    assert leads_to(newsroom, "/en/topics/energie/") == "/de/topics/energie/"
    public = newsroom.output("public")
    assert public["en/feed.xml"].count(b"<entry ") == public["de/feed.xml"].count(b"<entry ") == 1


def test_a_list_that_is_no_more_leads_to_the_list_above(newsroom: Newsroom) -> None:
    """A topic without reports, and its feed."""
    newsroom.write(report("eins") + report("zwei", topic="handel"))
    assert publish(newsroom) == 0
    edit(newsroom, "content/reports/2024/zwei/report.yaml", "[handel]", "[energie]")
    assert publish(newsroom) == 0
    assert leads_to(newsroom, "/nl/topics/handel/") == "/nl/topics/"
    assert "nl/topics/handel/feed.json" in newsroom.output("public")


DELETED = "content/reports/2024/zwei"


@pytest.mark.parametrize(
    ("answer", "target"), [("report:eins", "/de/2024/eins/"), ("/de/archive/", "/de/archive/"), ("gone", None)]
)
def test_a_deleted_report_is_asked_about(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], answer: str, target: str | None
) -> None:
    """Nothing is published until somebody says where its address leads, or that it is gone; ``check`` asks as well."""
    newsroom.write(report("eins") + report("zwei"))
    assert publish(newsroom) == 0
    before = newsroom.output("public")
    shutil.rmtree(newsroom.root / DELETED)
    assert publish(newsroom) == 1
    assert newsroom.output("public") == before
    told = capsys.readouterr().err
    assert "address-lost" in told
    assert "/de/2024/zwei/" in told
    assert check(*folders(newsroom), "text", lenient=False) == 1
    edit(newsroom, "content/addresses.yaml", "report:zwei", answer)
    assert check(*folders(newsroom), "text", lenient=False) == 0
    assert publish(newsroom) == 0
    if target is None:
        assert "de/2024/zwei/index.html" not in newsroom.output("public")
    else:
        assert leads_to(newsroom, "/de/2024/zwei/") == target


def test_a_report_that_comes_back_has_its_address_again(newsroom: Newsroom) -> None:
    """What was said of it in between is over."""
    newsroom.write(report("eins") + report("zwei"))
    assert publish(newsroom) == 0
    edit(newsroom, "content/addresses.yaml", "report:zwei", "gone")
    shutil.rmtree(newsroom.root / DELETED)
    assert publish(newsroom) == 0
    newsroom.write(report("zwei"))
    assert publish(newsroom) == 0
    assert recorded(newsroom)["/de/2024/zwei/"] == "report:zwei"


def test_a_report_with_an_error_has_not_vanished(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Its error is told, and nothing of addresses."""
    newsroom.write(report("eins") + report("zwei"))
    assert publish(newsroom) == 0
    edit(newsroom, "content/reports/2024/zwei/report.yaml", "date:", "dat:")
    assert publish(newsroom) == 1
    assert "address-lost" not in capsys.readouterr().err


@pytest.mark.parametrize("line", ["=======", "/de/2024/eins/", "/de/2024/eins/: report:Eins!", "/a/../b: gone x"])
def test_a_line_that_says_nothing_is_told(newsroom: Newsroom, capsys: pytest.CaptureFixture[str], line: str) -> None:
    """With its number; nothing is published and the record stays as it is."""
    newsroom.write(report("eins"))
    newsroom.put("content/addresses.yaml", f"# A remark.\n{line}\n".encode())
    assert publish(newsroom) == 1
    told = capsys.readouterr().err
    assert re.search(r"2:1  error .*\[address-line\]", told)
    assert (newsroom.root / "content/addresses.yaml").read_text("utf-8") == f"# A remark.\n{line}\n"


def test_of_two_versions_of_the_record_the_lines_of_both_are_kept(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each address was published; of other files one version is to be chosen."""
    newsroom.write(report("eins"))
    newsroom.put("content/addresses.yaml", b"<<<<<<< HEAD\n/a/: gone\n=======\n/b/: gone\n>>>>>>> mine\n")
    assert publish(newsroom) == 1
    told = capsys.readouterr().err
    assert re.search(r"1:1  error .*\[merge-conflict\]", told)
    assert "keep the lines of both" in told


CODE = "`[kein](report:eins)` und \\[kein](report:eins) und [ja](report:eins) und [ja][x]\n\n[x]: report:eins"


def test_rename_moves_everything_in_one_step(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Folder, catalogues and links follow, the old address leads on, and code stays as it is."""
    newsroom.write(report("eins") + ENGLISH.format("eins") + report("eins-zwei") + report("zwei", body=CODE))
    head = '"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n"X-Source-Language: de\\n"\n"X-Report: eins\\n"\n'
    po = f'msgid ""\nmsgstr ""\n{head}\n#. <g id="1"> link "[" "](report:eins)"\nmsgctxt "body"\nmsgid "a"\nmsgstr ""\n'
    newsroom.put("translations/reports/eins/nl.po", po.encode())
    assert publish(newsroom) == 0
    assert rename(newsroom, "eins", "neu") == 0
    content = newsroom.root / "content/reports/2024"
    assert sorted(path.name for path in content.iterdir()) == ["eins-zwei", "neu", "zwei"]
    text = (content / "zwei/de.md").read_text("utf-8")
    assert CODE.replace("[ja](report:eins)", "[ja](report:neu)").replace("]: report:eins", "]: report:neu") in text
    moved = (newsroom.root / "translations/reports/neu/nl.po").read_text("utf-8")
    assert moved == po.replace("X-Report: eins", "X-Report: neu").replace("report:eins", "report:neu")
    assert publish(newsroom) == 0
    assert leads_to(newsroom, "/de/2024/eins/") == "/de/2024/neu/"
    assert leads_to(newsroom, "/en/2024/eins/") == "/en/2024/neu/"
    assert leads_to(newsroom, "/de/2024/eins-zwei/") == ""


def test_rename_goes_on_where_it_was_stopped(newsroom: Newsroom) -> None:
    """After the folder has been moved, and nothing else."""
    newsroom.write(report("eins") + report("zwei", body="[ja](report:eins)"))
    assert publish(newsroom) == 0
    folder = newsroom.root / "content/reports/2024"
    (folder / "eins").rename(folder / "neu")
    assert rename(newsroom, "eins", "neu") == 0
    assert publish(newsroom) == 0
    assert leads_to(newsroom, "/de/2024/eins/") == "/de/2024/neu/"
    assert "](report:neu)" in (folder / "zwei/de.md").read_text("utf-8")
    assert rename(newsroom, "eins", "neu") == 2


@pytest.mark.parametrize(("old", "new"), [("eins", "zwei"), ("nichts", "neu"), ("eins", "Groß!"), ("eins", "../x")])
def test_rename_refuses_what_cannot_be(newsroom: Newsroom, old: str, new: str) -> None:
    """A name that is taken, or none; a report that is not there. Nothing is touched."""
    newsroom.write(report("eins") + report("zwei"))
    before = newsroom.output("content")
    assert rename(newsroom, old, new) == 2
    assert newsroom.output("content") == before


def test_a_draft_leaves_no_address_when_it_is_renamed(newsroom: Newsroom) -> None:
    """Nobody has ever seen it."""
    newsroom.write(report("eins") + report("zwei", status="draft"))
    assert rename(newsroom, "zwei", "neu") == 0
    assert recorded(newsroom) == {}


def ids(newsroom: Newsroom, slug: str) -> set[str]:
    """What feeds and calendars call the report, in all their forms."""
    feed = feedparser.parse(newsroom.output()["de/feed.xml"])
    entries = {entry.id for entry in feed.entries} | {
        item["id"] for item in json.loads(newsroom.read("de/feed.json"))["items"]
    }
    calendars = ("de/calendar.ics", f"de/2024/{slug}/event.ics")
    events = (e for path in calendars for e in events_of(newsroom.output()[path]))
    return entries | {str(event["UID"]) for event in events}


def test_rename_changes_no_id(newsroom: Newsroom) -> None:
    """Subscribers of feeds and calendars get no second entry, however often it is renamed."""
    newsroom.write(report("eins", more="event:\n  start: 2024-06-10\n")).build(publish=True)
    before = ids(newsroom, "eins")
    assert len(before) == 2
    assert rename(newsroom, "eins", "zwei") == 0
    newsroom.build(publish=True)
    assert ids(newsroom, "zwei") == before
    assert rename(newsroom, "zwei", "drei") == 0
    newsroom.build(publish=True)
    assert ids(newsroom, "drei") == before


def test_the_name_of_a_renamed_report_stays_its_own(newsroom: Newsroom) -> None:
    """Another report under that name would be the same one for subscribers: it is told."""
    newsroom.write(report("eins")).build(publish=True)
    assert rename(newsroom, "eins", "zwei") == 0
    newsroom.write(report("eins", title="Ein anderer"))
    with pytest.raises(ContentError) as caught:
        newsroom.build()
    assert "duplicate-id" in {problem.code for problem in caught.value.problems}
