"""Keys are as fine as the edits: what nothing shows makes nothing, and nothing is converted or examined twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from plugins.markup.convert import convert
from plugins.newsroom.model import Site
from plugins.pages.language import Language
from plugins.pages.outputs import part
from plugins.pages.outputs.calendar import EventCalendar
from plugins.pages.outputs.context import SETTINGS
from plugins.pictures.examine import examine
from tests.site.newsroom import GROUND, Newsroom, jpeg, report

PHOTO = "photos: [{file: a.jpg, credit: Foto, photographer: erika}]"


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """Two reports, one of them with a picture, after a first build."""
    place = Newsroom(tmp_path).write(GROUND)
    place.write(report("eins", more=PHOTO) + report("zwei", topic="handel"))
    place.put("content/reports/2024/eins/photos/a.jpg", jpeg())
    change(place, "content/reports/2024/eins/de.md", "teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    place.build()
    return place


def change(newsroom: Newsroom, path: str, old: str, new: str) -> None:
    """Replaces some words of a file."""
    file = newsroom.root / path
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), "utf-8")


def add(newsroom: Newsroom, path: str, line: str) -> None:
    """Adds a line to a file."""
    file = newsroom.root / path
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")


class Work:
    """What was converted and examined."""

    def __init__(self) -> None:
        self.converted = self.examined = 0


@pytest.fixture
def work() -> Iterator[Work]:
    """Counts texts and pictures that are worked on."""
    done = Work()

    def counted_convert(*args: Any) -> Any:
        done.converted += 1
        return convert(*args)

    def counted_examine(*args: Any) -> Any:
        done.examined += 1
        return examine(*args)

    with ExitStack() as stack:
        stack.enter_context(mock.patch("plugins.build.text.convert", counted_convert))
        stack.enter_context(mock.patch("plugins.pictures.examination.examine", counted_examine))
        yield done


UNSEEN: dict[str, Callable[[Newsroom], None]] = {
    "a person": lambda n: add(n, "content/people.yaml", "neu: {name: Neu, sort_name: Neu, email: neu@x.example}"),
    "a topic": lambda n: add(n, "content/topics.yaml", "frei: {de: Frei}"),
    "an engine": lambda n: change(n, "content/site.yaml", "engines: []", "engines: [deepl]"),
    "a price": lambda n: change(n, "content/site.yaml", "engines: []", "engines: [], on_broken: drop"),
    "a credit": lambda n: add(n, "content/site.yaml", "default_credit: Redaktion"),
}


@pytest.mark.parametrize("edit", UNSEEN)
def test_what_no_page_shows_makes_nothing(newsroom: Newsroom, work: Work, edit: str) -> None:
    """And converts nothing, and examines nothing."""
    UNSEEN[edit](newsroom)
    assert newsroom.build().rendered == 0
    assert (work.converted, work.examined) == (0, 0)


def test_a_title_is_read_without_its_pictures(newsroom: Newsroom, work: Work) -> None:
    """And without its text."""
    change(newsroom, "content/reports/2024/eins/de.md", "Bericht eins", "Neuer Titel")
    assert newsroom.build().rendered
    assert (work.converted, work.examined) == (0, 0)
    assert "Neuer Titel" in (newsroom.root / "output/de/2024/eins/index.html").read_text("utf-8")


def test_a_changed_picture_is_examined(newsroom: Newsroom, work: Work) -> None:
    """That one, once."""
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg(80, 60, "red"))
    newsroom.build()
    assert (work.converted, work.examined) == (0, 1)


def test_a_label_is_shown_where_its_topic_is(newsroom: Newsroom) -> None:
    """On the report, the lists that show it, its neighbour; the page of another topic stays if it shows no card of it."""
    change(newsroom, "content/topics.yaml", "energie: {de: Energie", "energie: {de: Strom")
    newsroom.build()
    assert "Strom" in (newsroom.root / "output/de/2024/eins/index.html").read_text("utf-8")
    assert "Strom" in (newsroom.root / "output/de/topics/index.html").read_text("utf-8")


def test_a_photographer_is_shown_as_people_yaml_has_them(newsroom: Newsroom) -> None:
    """Also where nobody else of that report has changed."""
    change(newsroom, "content/reports/2024/eins/report.yaml", "authors: [hans]", "authors: [hans]\ncontacts: [hans]")
    newsroom.build()
    change(newsroom, "content/people.yaml", "name: Erika Muster", "name: Erika Anders")
    newsroom.build()
    assert "Erika Anders" in (newsroom.root / "output/de/2024/eins/index.html").read_text("utf-8")


def recorded(site: Site, read: set[str]) -> Any:
    """The settings, and which of them are looked at."""

    class Recorded:
        def __getattr__(self, key: str) -> Any:
            read.add(key)
            return getattr(site, key)

    return Recorded()


def test_another_claim_makes_no_file_anew_that_is_no_page(newsroom: Newsroom) -> None:
    """An event's calendar file names neither the newsroom nor its publisher."""
    newsroom.write(report("drei", more="event: {start: 2024-05-01, city: Venlo}"))
    newsroom.build()
    file = newsroom.root / "output/de/2024/drei/event.ics"
    before = file.stat().st_ino
    change(newsroom, "content/site.yaml", "Wir melden", "Wir berichten")
    newsroom.build()
    assert "Wir berichten" in (newsroom.root / "output/de/2024/drei/index.html").read_text("utf-8")
    assert file.stat().st_ino == before


def test_a_calendar_file_looks_at_no_other_setting(newsroom: Newsroom) -> None:
    """Than what is part of it: the settings, the words of the program and the project that it names."""
    newsroom.write(report("drei", more="event: {start: 2024-05-01, city: Venlo, status: cancelled}"))
    read: set[str] = set()
    plain = EventCalendar.make

    def make(self: EventCalendar, lang: str, ident: str) -> bytes:
        context, language = self.context, self.context.renderer.languages[lang]
        index = context.index
        context.index, language.site = replace(index, site=recorded(index.site, read)), recorded(language.site, read)
        try:
            return plain(self, lang, ident)
        finally:
            context.index, language.site = index, index.site

    with mock.patch.object(EventCalendar, "make", make):
        newsroom.build(fresh=True)
    assert {"identity", "timezone"} <= read <= {"languages", "identity", "timezone", "funding"}


def test_outputs_look_at_no_other_setting(newsroom: Newsroom) -> None:
    """Every key of site.yaml that is read while outputs are made is a part of them, or shown by the site view."""
    read: set[str] = set()
    plain = Language.__init__

    def init(language: Language, *args: Any, **more: Any) -> None:
        plain(language, *args, **more)
        language.site = recorded(language.site, read)

    with mock.patch.object(Language, "__init__", init):
        newsroom.build(fresh=True)
    assert read <= {
        *SETTINGS,
        "translation",
        "legal",
        "press_contacts",
        "boilerplate",
        "funding",
        "series",
        "picture_terms",
    }
    assert {"languages", "name", "claim", "publisher"} <= read


def test_every_part_says_what_it_covers(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing reads anything whatever, so that an edit of words plans no output that does not show them."""
    found: list[tuple[str, tuple[str, ...]]] = []
    monkeypatch.setattr(
        "plugins.build.plan.reads_of",
        lambda parts, *, own: found.append((str(parts), reads := part.reads_of(parts, own=own))) or reads,
    )
    newsroom.write(report("drei", more="event: {start: 2024-05-01, city: Venlo}"))
    newsroom.build()
    assert [shown for shown, reads in found if part.ANYTHING in reads] == []
    assert len(found) > 50
