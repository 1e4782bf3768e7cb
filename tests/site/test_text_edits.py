"""A build after which only texts differ: the same site as from a whole build, without one; and when it is none."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest import mock

import pytest

from plugins.build import incremental
from plugins.newsroom.problem import ContentError
from tests.site.newsroom import Newsroom, report
from tests.site.text_edits import edit, no_whole_build, same_as_clean, three_reports

THEME = Path(__file__).resolve().parents[2] / "theme"


@pytest.fixture(autouse=True)
def _no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feed carries a text, as those of all but the newest reports of a newsroom."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """Three reports and a static page; built once."""
    return three_reports(newsroom)


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


def test_a_text_that_a_feed_carries_is_built_as_a_whole(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its page is not all that shows it."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 20)
    newsroom.write(report("eins")).build()
    edit(newsroom, "eins", "Der erste Absatz", "Ein neuer Absatz")
    newsroom.build()
    assert "Ein neuer Absatz" in newsroom.read("de/feed.xml")
    assert "Ein neuer Absatz" in newsroom.read("feed.json")
