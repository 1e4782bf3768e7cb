"""Texts that are edited while something else happens: time passes, a build dies, another runs, more changes with them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from plugins.build import state
from plugins.cache.output import Output
from plugins.cache.store import Store
from tests.site.newsroom import Newsroom, jpeg, report
from tests.site.text_edits import EINS, edit, no_whole_build, same_as_clean, three_reports

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feed carries a text, as those of all but the newest reports of a newsroom."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """Three reports and a static page; built once."""
    return three_reports(newsroom)


def test_an_embargo_that_ended_is_noticed(newsroom: Newsroom) -> None:
    """Together with a text."""
    newsroom.write(report("eins") + report("zwei", more="embargo: 2026-03-02T00:00+01:00")).build()
    edit(newsroom, "eins", "Absatz", "Text")
    later = {"now": NOW + dt.timedelta(days=3)}
    assert newsroom.build(**later).rendered > 1
    same_as_clean(newsroom, **later)


def test_a_picture_that_ran_out_stays_away(newsroom: Newsroom) -> None:
    """The text is edited after the last day of its picture."""
    newsroom.write(report("eins", more="photos: [{file: a.jpg, credit: Foto, usable_until: 2026-02-01}]"))
    newsroom.put(f"{EINS}/photos/a.jpg", jpeg())
    edit(newsroom, "eins", "teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    newsroom.build()
    edit(newsroom, "eins", "Absatz", "Text")
    with no_whole_build():
        assert newsroom.build().rendered == 1
    assert "a.jpg" not in newsroom.read("de/2024/eins/index.html")
    same_as_clean(newsroom)


class _Killed(Exception):  # noqa: N818 (it is no error)
    pass


@pytest.mark.parametrize("moment", ["placed", "written down", "remembered"])
def test_a_build_that_is_killed_is_made_up_for(built: Newsroom, moment: str) -> None:
    """Wherever it ends."""
    place: tuple[object, str] = {
        "placed": (Output, "write"),
        "written down": (Store, "flush"),
        "remembered": (state, "amend"),
    }[moment]
    plain = getattr(*place)
    left = 2 if moment == "written down" else 1

    def killed(*args: object, **more: object) -> None:
        nonlocal left
        left -= 1
        if moment != "remembered":
            plain(*args, **more)
        if not left:
            raise _Killed

    edit(built, "eins", "Absatz", "Text")
    edit(built, "zwei", "Absatz", "Text")
    with mock.patch.object(*place, killed), pytest.raises(_Killed):
        built.build()
    built.build()
    same_as_clean(built)
    assert built.build().rendered == 0


@pytest.mark.parametrize(("old", "new"), [("title: Bericht zwei", "title: Anders"), ("Ein zweiter", "Ein anderer")])
def test_another_build_in_the_meantime(built: Newsroom, old: str, new: str) -> None:
    """What was compared before it is no longer how things stand: the next build has nothing to do all the same."""
    edit(built, "eins", "Absatz", "Text")
    plain = Store.__init__

    def late(store: Store, *args: object, **kwargs: object) -> None:
        mock.patch.stopall()
        edit(built, "zwei", old, new)
        built.build()
        plain(store, *args, **kwargs)  # type: ignore[arg-type]

    mock.patch.object(Store, "__init__", late).start()
    built.build()
    with no_whole_build():
        assert built.build().rendered == 0
    same_as_clean(built)


@pytest.mark.parametrize("lost", ["setting", "owners", "prepared"])
def test_what_was_forgotten_is_worked_out_again(built: Newsroom, lost: str) -> None:
    """A store without what such a build needs."""
    with Store(built.root / "cache/dreiklang.sqlite") as store:
        store._connection.execute("DELETE FROM entry WHERE namespace LIKE ?", (f"{lost}%",))
        store._connection.commit()
    edit(built, "eins", "Absatz", "Text")
    built.build()
    same_as_clean(built)
    edit(built, "eins", "Text", "Wort")
    with no_whole_build():
        assert built.build().rendered == 1


def test_an_editor_that_writes_anew_and_renames(built: Newsroom) -> None:
    """Another file, and another stamp of the folder."""
    path = built.root / EINS / "de.md"
    fresh = path.with_name("x.tmp")
    fresh.write_text(path.read_text("utf-8").replace("Absatz", "Text"), "utf-8")
    fresh.replace(path)
    os.utime(path, ns=(1, 1))
    with no_whole_build():
        assert built.build().rendered == 1
        assert built.build().rendered == 0
    same_as_clean(built)


def test_a_link_to_another_edition_changes_with_it(built: Newsroom) -> None:
    """Its own stamp tells nothing."""
    (built.root / EINS / "nl.md").symlink_to("de.md")
    before = built.build()
    edit(built, "eins", "Absatz", "Text")
    assert built.build().problems == before.problems
    same_as_clean(built)


def test_nothing_is_left_behind(built: Newsroom) -> None:
    """No workshop, and no file of a setting."""
    names = {p.name for p in Path(built.root, "cache").iterdir()}
    edit(built, "eins", "Absatz", "Text")
    built.build()
    assert {p.name for p in Path(built.root, "cache").iterdir()} == names
    assert not (built.root / "output/.memo").exists()


def others() -> dict[str, Callable[[Newsroom], object]]:
    """What else can have changed with a text."""
    return {
        "a person": lambda n: n.write("-- content/people.yaml --\n" + people(n).replace("Muster", "Neu")),
        "a fact": lambda n: n.write(report("drei", topic="energie")),
        "a new edition": lambda n: n.put(f"{EINS}/nl.md", b"---\ntitle: Een\nteaser: Kort.\n---\nWoorden.\n"),
        "an edition less": lambda n: (n.root / EINS / "en.md").unlink(),
        "a new report": lambda n: n.write(report("vier")),
        "a picture": lambda n: n.put(f"{EINS}/photos/a.jpg", jpeg(colour="navy")),
        "an output": lambda n: n.put("output/de/2024/drei/index.html", b"x"),
        "the page itself": lambda n: n.put("output/de/2024/eins/index.html", b"x"),
        "a lost page": lambda n: (n.root / "output/de/2024/eins/index.html").unlink(),
        "a catalogue": lambda n: n.put("translations/reports/eins/nl.po", b""),
    }


def people(newsroom: Newsroom) -> str:
    """Everybody."""
    return (newsroom.root / "content/people.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", others())
def test_with_anything_else_everything_is_looked_at(built: Newsroom, name: str) -> None:
    """A text that changed with something else."""
    edit(built, "eins", "Absatz", "Text")
    others()[name](built)
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        built.build()
    built.build()
    same_as_clean(built)
