"""Edits of site.yaml, people.yaml and topics.yaml: what shows them is made again, and nothing else is looked at."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from plugins.build.build import build
from plugins.build.console import Console
from plugins.build.incremental import FEW
from plugins.cli.review import ReviewWish, review
from plugins.newsroom.problem import ContentError
from tests.site.desk import folders, run
from tests.site.newsroom import Newsroom, jpeg, report
from tests.site.text_edits import edit, no_whole_build, same_as_clean


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """Two reports of Hans, one of which somebody signed in Dutch; built once."""
    newsroom.write(report("eins", more="contacts: [hans]") + report("zwei"))
    newsroom.build()
    return newsroom


def replace(newsroom: Newsroom, file: str, old: str, new: str) -> None:
    """Replaces words that must be there, as editors that write a new file beside the old one do."""
    path = newsroom.root / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    beside = path.with_name("beside.tmp")
    beside.write_text(text.replace(old, new, 1), "utf-8")
    beside.replace(path)


SEEN = {
    "another telephone number": ("people.yaml", "email: hans@newsroom.example", "phone: 030 23125 200, email: hans@newsroom.example"),
    "another address of mail": ("people.yaml", "hans@newsroom.example", "h.beispiel@newsroom.example"),
    "an organisation": ("people.yaml", "sort_name: \"Beispiel, Hans\"", "sort_name: \"Beispiel, Hans\", organisation: Hafenamt"),
}  # fmt: skip
UNSEEN = {
    "somebody whom nobody names": ("people.yaml", "hans:", "neu: {name: Neu, sort_name: Neu, email: neu@x.example}\nhans:"),
    "a topic without reports": ("topics.yaml", "handel:", "frei: {de: Frei, nl: Vrij, en: Free}\nhandel:"),
    "another label of a topic without reports": ("topics.yaml", "de: Handel", "de: Wirtschaft"),
    "engines": ("site.yaml", "engines: []", "engines: [libretranslate]"),
    "a remark": ("site.yaml", "timezone:", "# where we are\ntimezone:"),
}  # fmt: skip
WHOLE = {
    "another name": ("people.yaml", "name: Hans Beispiel", "name: Hans Muster"),
    "another role": ("people.yaml", "de: Redaktion", "de: Leitung"),
    "the press office's telephone": ("people.yaml", "030 23125 100", "030 23125 101"),
    "another order": ("people.yaml", "sort_name: \"Beispiel, Hans\"", "sort_name: \"Zander, Hans\""),
    "another label": ("topics.yaml", "de: Energie", "de: Strom"),
    "another claim": ("site.yaml", "de: Wir melden", "de: Wir berichten"),
    "machines' pages for search engines": ("site.yaml", "index_machine: false", "index_machine: true"),
    "a problem": ("site.yaml", "claim: {de: Wir melden, nl: Wij berichten, en: We report}", "claim: {de: Wir melden}"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_what_shows_somebody_is_rendered_and_nothing_else_is_looked_at(built: Newsroom, name: str) -> None:
    """The pages, cards and feeds that say how to reach them."""
    before = built.build()
    replace(built, *SEEN[name])
    with no_whole_build():
        again = built.build()
        assert 1 <= again.rendered < before.reused
        assert (again.rendered + again.reused, again.removed) == (before.reused, 0)
        assert (again.problems, again.unseen) == (before.problems, before.unseen)
        assert built.build().rendered == 0
    same_as_clean(built)


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nothing_shows_makes_nothing(built: Newsroom, name: str) -> None:
    """And the next build has nothing to do; a text that is edited after it stands beside it."""
    before = built.build()
    replace(built, *UNSEEN[name])
    with no_whole_build():
        assert (built.build().rendered, built.build().reused) == (0, before.reused)
        edit(built, "zwei", "Ein zweiter", "Ein anderer")
        assert built.build().rendered >= 1
    same_as_clean(built)


@pytest.mark.parametrize("name", WHOLE)
def test_what_decides_more_is_built_as_a_whole(built: Newsroom, name: str) -> None:
    """And right."""
    replace(built, *WHOLE[name])
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        built.build()
    built.build()
    same_as_clean(built)


def test_somebody_who_bears_the_name_of_a_reviewer(built: Newsroom) -> None:
    """Is listed from then on: everything is looked at."""
    assert run(built) == 0
    assert review(*folders(built)[:2], "zwei", "nl", ReviewWish("Ine Pers", "Persdienst")) == 0
    built.build()
    replace(built, "people.yaml", "hans:", "ine: {name: Ine Pers, sort_name: Pers, email: i@x.example}\nhans:")
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        built.build()
    built.build()
    same_as_clean(built)


LEAVING = (
    "erika: {name: Erika Muster",
    "ine: {name: Ine Pers, sort_name: Pers, email: i@x.example, role: {de: Presse, nl: Pers, en: Press}}\n"
    "erika: {until: 2026-01-31, successor: ine, name: Erika Muster",
)


@pytest.mark.parametrize("change", [("i@x.example", "ine@x.example"), ("Ine Pers", "Ine Jansen")])
def test_somebody_in_the_place_of_another_is_shown_too(built: Newsroom, change: tuple[str, str]) -> None:
    """Whom no report names, and who is asked since a press contact has left: at the foot of every page."""
    replace(built, "people.yaml", *LEAVING)
    built.build()
    assert "i@x.example" in built.read("de/index.html")
    replace(built, "people.yaml", *change)
    built.build()
    assert change[1] in built.read("de/2024/eins/index.html")
    same_as_clean(built)


def test_a_mistake_is_told_and_the_last_pages_stay(built: Newsroom) -> None:
    """With its line; put right, nothing has to be made."""
    before = built.output()
    replace(built, "people.yaml", "email: hans@newsroom.example", "email: hans")
    with pytest.raises(ContentError):
        built.build()
    assert built.output() == before
    replace(built, "people.yaml", "email: hans", "email: hans@newsroom.example")
    assert built.build().rendered == 0


def test_somebody_who_is_taken_out_is_missed(built: Newsroom) -> None:
    """By the reports that name them."""
    text = (built.root / "content/people.yaml").read_text("utf-8")
    replace(built, "people.yaml", text[text.index("hans:") :], "")
    with pytest.raises(ContentError):
        built.build()


def test_a_portrait_is_a_picture_more(built: Newsroom) -> None:
    """Which is examined, and made: everything is looked at."""
    built.put("content/portraits/hans.jpg", jpeg(40, 50)).build()
    replace(
        built, "people.yaml", 'sort_name: "Beispiel, Hans"', 'sort_name: "Beispiel, Hans", photo: portraits/hans.jpg'
    )
    assert built.build().rendered >= 1
    same_as_clean(built)


def test_several_files_and_a_text_at_once(built: Newsroom) -> None:
    """Shared files together are one edit; with a text beside them, everything is looked at."""
    for name in ("engines", "a topic without reports", "somebody whom nobody names"):
        replace(built, *UNSEEN[name])
    with no_whole_build():
        assert built.build().rendered == 0
    replace(built, *SEEN["another address of mail"])
    edit(built, "zwei", "Ein zweiter", "Ein anderer")
    built.build()
    same_as_clean(built)


def test_a_new_file_beside_them(built: Newsroom) -> None:
    """Is no edit of a shared file."""
    (Path(built.root) / "content/neu.txt").write_text("?", "utf-8")
    replace(built, *UNSEEN["engines"])
    with no_whole_build(), pytest.raises(AssertionError, match="a whole build"):
        built.build()


def test_the_page_that_somebody_looks_at_is_made_first(built: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """And told of, before the others are made; also where they are many enough for workers."""
    newsroom, seen = built.write(report("drei", more="contacts: [hans]")), []
    newsroom.build()
    first, other = "de/2024/eins/index.html", "de/2024/drei/index.html"
    numbers = iter(("030 23125 200", "030 23125 201"))

    def made(paths: Collection[str]) -> None:
        seen.append((*paths, number in newsroom.read(first), number in newsroom.read(other)))

    for few in (FEW, 1):
        monkeypatch.setattr("plugins.build.incremental.FEW", few)
        number = next(numbers)
        replace(newsroom, "people.yaml", *PHONES[number])
        with no_whole_build():
            config = newsroom.config(awaited=frozenset((first, "de/none/index.html")))
            tally = build(config, Console(quiet=True, made=made))
        assert tally.rendered > 1
        assert number in newsroom.read(other)
    assert seen == [(first, True, False)] * 2
    same_as_clean(newsroom)


PHONES = {
    "030 23125 200": ("email: hans@newsroom.example", "phone: 030 23125 200, email: hans@newsroom.example"),
    "030 23125 201": ("030 23125 200", "030 23125 201"),
}
