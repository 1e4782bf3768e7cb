"""A build after which only texts differ: the same site as from a whole build, without one; and when it is none."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from unittest import mock

import pytest

from plugins.build import full, incremental, state
from plugins.cache.output import Output
from plugins.cache.store import Store
from plugins.newsroom.problem import ContentError
from tests.site.newsroom import Newsroom, jpeg, report

THEME = Path(__file__).resolve().parents[2] / "theme"
NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
EINS = "content/reports/2024/eins"
PAGE = "content/pages/impressum"


@pytest.fixture(autouse=True)
def _no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feed carries a text, as those of all but the newest reports of a newsroom."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """Three reports, one with a picture in its text, and a static page; built once."""
    newsroom.write(report("eins") + report("zwei") + report("drei", topic="handel"))
    newsroom.put(f"{EINS}/photos/a.jpg", jpeg())
    facts = newsroom.root / EINS / "report.yaml"
    facts.write_text(facts.read_text("utf-8") + "photos: [{file: a.jpg, credit: Foto}]\n", "utf-8")
    edit(newsroom, "eins", "teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:")
    edit(newsroom, "eins", "Ein zweiter", "Siehe [dort](report:zwei).\n\n![](photo:a.jpg)\n\nEin zweiter")
    newsroom.write("-- content/reports/2024/eins/en.md --\n---\ntitle: One\nteaser: Short.\n---\nEnglish words.\n")
    newsroom.put(f"{PAGE}/page.yaml", b"source_language: de\n").put(f"{PAGE}/de.md", b"---\ntitle: Wir\n---\nWorte.\n")
    newsroom.build()
    return newsroom


def edit(newsroom: Newsroom, ident: str, old: str, new: str, lang: str = "de") -> None:
    """Replaces words in an edition."""
    folder = f"{PAGE}" if ident == "impressum" else f"content/reports/2024/{ident}"
    path = newsroom.root / folder / f"{lang}.md"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def no_whole_build() -> AbstractContextManager[object]:
    """A whole build is an error."""
    return mock.patch.object(full, "build", side_effect=AssertionError("a whole build"))


def same_as_clean(newsroom: Newsroom, **changes: object) -> None:
    """The output is what a build without memory makes."""
    place = {"output": newsroom.root / "clean", "cache": newsroom.root / "clean-cache"}
    newsroom.build(**{**changes, **place})
    assert newsroom.output() == newsroom.output("clean")


TEXTS: dict[str, tuple[str, str, str]] = {
    "words": ("eins", "Ein zweiter Absatz.", "Ein anderer Absatz."),
    "a paragraph above a link": ("eins", "Der erste", "Davor noch einer.\n\nDer erste"),
    "headings and a list": ("zwei", "Ein zweiter", "## Kopf\n\n* eins\n* zwei\n\nEin zweiter"),
    "a link to elsewhere": ("zwei", "Ein zweiter", "Ein [zweiter](https://www.example.org/)"),
    "a second picture of the same": ("eins", "Ein zweiter", "![](photo:a.jpg)\n\nEin zweiter"),
    "no picture any more": ("eins", "![](photo:a.jpg)\n\n", ""),
    "a static page": ("impressum", "Worte.", "Andere Worte, und ein [Verweis](https://www.example.org/)."),
    "quoted words": ("drei", "Ein zweiter", "Ein „zweiter“"),
}
HEADS: dict[str, tuple[str, str, str]] = {
    "a title": ("zwei", "title: Bericht zwei", "title: Anders"),
    "a teaser": ("zwei", "teaser: ", "teaser: Neu. "),
    "a remark in the front matter": ("eins", "teaser:", "# noch zu klären\nteaser:"),
    "a blank line above the text": ("eins", "---\nDer erste", "---\n\nDer erste"),
}
NO_TEXTS: dict[str, tuple[str, str, str]] = {
    "a caption, which stands in the picture's file, too": ("eins", "{alt: Bild}", "{alt: Bild, caption: Worte}"),
    "another link": ("eins", "report:zwei", "report:drei"),
    "one link more": ("zwei", "Ein zweiter", "[Ein](page:impressum) zweiter"),
    "straight marks": ("zwei", "Ein zweiter", 'Ein "zweiter"'),
    "an anchor that is nowhere": ("zwei", "Ein zweiter", "[Ein](#nirgends) zweiter"),
    "a refused link": ("zwei", "Ein zweiter", "[Ein](javascript:x) zweiter"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_rendered_and_nothing_else_is_read(built: Newsroom, name: str) -> None:
    """One page, the last line of a whole build, and its bytes; the next build has nothing to do."""
    before = built.build()
    edit(built, *TEXTS[name])
    with no_whole_build():
        again = built.build()
        assert (again.rendered, again.reused, again.removed) == (1, before.reused - 1, 0)
        assert (again.problems, again.unseen) == (before.problems, before.unseen)
        assert built.build().rendered == 0
    same_as_clean(built)


@pytest.mark.parametrize("name", HEADS)
def test_what_shows_a_headline_is_rendered_and_nothing_else_is_read(built: Newsroom, name: str) -> None:
    """Its page, its neighbours', lists and feeds; order, addresses and checks are as they were."""
    before = built.build()
    edit(built, *HEADS[name])
    with no_whole_build():
        again = built.build()
        assert again.rendered >= 1
        assert (again.rendered + again.reused, again.removed) == (before.reused, 0)
        assert built.build().rendered == 0
    same_as_clean(built)


def test_a_headline_that_comes_back(built: Newsroom) -> None:
    """What was remembered of the edits between does not come back with it, in whole builds neither."""
    first = built.output()
    for old, new in (("Bericht zwei", "Anders"), ("Anders", "Bericht zwei")):
        edit(built, "zwei", f"title: {old}", f"title: {new}")
        with no_whole_build():
            built.build()
    assert built.output() == first
    edit(built, "zwei", "title: Bericht zwei", "title: Anders")
    with no_whole_build():
        built.build()
    edit(built, "zwei", "title: Anders", "title: Bericht zwei")
    built.write(report("vier")).build()
    same_as_clean(built)


def test_a_text_that_feeds_carry(built: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page and the feeds, of its topic and of all, are made again; the next whole build knows both."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 20)
    built.write(report("vier")).build()
    edit(built, "drei", "Absatz", "Satz")
    with no_whole_build():
        assert (
            built.build().rendered == 15
        )  # one page; in three languages the feeds of all and of the topic, and that of all languages
    assert "Satz" in built.read("de/feed.xml")
    edit(built, "drei", "Satz", "Absatz")
    built.write(report("sechs")).build()
    same_as_clean(built)


def test_a_static_page_and_then_a_template(built: Newsroom) -> None:
    """A page is made of the text that it has now."""
    shutil.copytree(THEME, built.root / "own")
    themed = {"theme": built.root / "own"}
    built.build(**themed)
    edit(built, "impressum", "Worte", "Neues")
    base = built.root / "own/templates/base.html"
    with no_whole_build():
        assert built.build(**themed).rendered == 1
        base.write_text(base.read_text("utf-8").replace("<body", '<body data-x="1"', 1), "utf-8")
        assert built.build(**themed).rendered > 1
    assert "Neues" in built.read("de/impressum/index.html")
    same_as_clean(built, **themed)


@pytest.mark.parametrize("name", NO_TEXTS)
def test_more_than_a_text_is_built_as_a_whole(built: Newsroom, name: str) -> None:
    """With what there is to say of it, and right."""
    edit(built, *NO_TEXTS[name])
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        built.build()
    summary = built.build()
    same_as_clean(built)
    problems = {problem.code for problem in summary.problems}
    assert problems == {"straight marks": {"straight-quotes"}, "an anchor that is nowhere": {"text-anchor"}}.get(
        name, {"text-link"} if name == "a refused link" else set()
    )


@pytest.mark.parametrize("text", ["", "…", "\x07", "[dort](report:nirgends)", "![](photo:nirgends.jpg)"])
def test_a_text_that_cannot_stand_ends_the_build(built: Newsroom, text: str) -> None:
    """The last good page stays."""
    before = built.output()
    edit(built, "zwei", "Der erste Absatz von zwei.\n\nEin zweiter Absatz.", text)
    with pytest.raises(ContentError):
        built.build()
    assert built.output() == before


def test_several_texts_at_once(built: Newsroom) -> None:
    """Of one report and of others, neighbours among them."""
    for ident, word in (("eins", "Absatz"), ("zwei", "Absatz"), ("impressum", "Worte")):
        edit(built, ident, word, "Neues")
    edit(built, "eins", "English", "Other", "en")
    with no_whole_build():
        assert built.build().rendered == 4
    same_as_clean(built)


def test_one_after_the_other(built: Newsroom) -> None:
    """Each builds on the one before; a whole build afterwards finds everything as it would have left it."""
    for number in range(3):
        for ident in ("eins", "zwei"):
            edit(built, ident, "Absatz", f"Absatz {number}")
            with no_whole_build():
                assert built.build().rendered == 1
    built.write(report("vier")).build()
    edit(built, "eins", "Absatz", "Text")
    with no_whole_build():
        assert built.build().rendered == 1
    same_as_clean(built)


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


def test_many_texts_are_built_as_a_whole(newsroom: Newsroom) -> None:
    """That is spread over processes."""
    newsroom.write("".join(report(f"r{n}") for n in range(4))).build()
    for number in range(4):
        edit(newsroom, f"r{number}", "Absatz", "Text")
    with mock.patch.object(incremental, "MANY", 3), no_whole_build(), pytest.raises(AssertionError):
        newsroom.build()
    with no_whole_build():
        assert newsroom.build().rendered == 4


def test_a_report_with_catalogues(built: Newsroom) -> None:
    """What fills its other editions is compared with its words."""
    head = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Slug: een\\n"\n'
    built.put("translations/reports/zwei/nl.po", head.encode())
    built.build()
    edit(built, "zwei", "Absatz", "Text")
    built.build()
    same_as_clean(built)


def test_a_draft_makes_nothing_until_it_is_shown(newsroom: Newsroom) -> None:
    """In a build nobody sees it; a preview shows it, and its text anew."""
    newsroom.write(report("eins") + report("zwei", status="draft"))
    seen = {"output": newsroom.root / "preview", "drafts": True, "lenient": True}
    assert newsroom.build().unseen == newsroom.build().unseen != ()
    newsroom.build(**seen)
    edit(newsroom, "zwei", "Absatz", "Text")
    with no_whole_build():
        assert newsroom.build().rendered == 0
        assert newsroom.build(**seen).rendered == 1
    assert "Text" in (newsroom.root / "preview/de/2024/zwei/index.html").read_text("utf-8")
    same_as_clean(newsroom)


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


def test_a_text_that_a_feed_carries_is_built_as_a_whole(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page is not all that shows it."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 20)
    newsroom.write(report("eins")).build()
    edit(newsroom, "eins", "Der erste Absatz", "Ein neuer Absatz")
    newsroom.build()
    assert "Ein neuer Absatz" in newsroom.read("de/feed.xml")
    assert "Ein neuer Absatz" in newsroom.read("feed.json")
