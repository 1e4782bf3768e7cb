"""What is built again after an edit, and what is not."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from plugins.build import state
from plugins.build.build import build
from plugins.build.console import Console
from plugins.newsroom.problem import ContentError
from tests.site.newsroom import Newsroom, report


def test_a_second_build_renders_nothing(newsroom: Newsroom) -> None:
    """Nothing changed, nothing is made."""
    first = newsroom.write(report("eins") + report("zwei")).build()
    second = newsroom.build()
    assert (second.rendered, second.reused, second.removed) == (0, first.rendered, 0)


def test_an_edited_body_makes_one_page(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """No list or neighbour shows a body, nor does a feed, of an older report."""
    monkeypatch.setattr("plugins.pages.index.NEWS", 0)
    newsroom.write(report("eins") + report("zwei")).build()
    again = newsroom.write(report("eins", body="Ein neuer Absatz.")).build()
    assert again.rendered == 1
    assert "Ein neuer Absatz." in newsroom.read("de/2024/eins/index.html")


def test_a_deleted_report_is_gone_from_everywhere(newsroom: Newsroom) -> None:
    """Its pages are removed, its cards too."""
    newsroom.write(report("eins") + report("loeschmich")).build()
    folder = newsroom.root / "content/reports/2024/loeschmich"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert newsroom.build().removed >= 1
    assert not any(b"loeschmich" in data for data in newsroom.output().values())


def test_bad_content_leaves_the_last_output_untouched(newsroom: Newsroom) -> None:
    """Every problem is told, and no byte of the site changes."""
    newsroom.write(report("eins")).build()
    before = newsroom.output()
    newsroom.write(report("zwei", topic="unbekannt", status="offen"))
    with pytest.raises(ContentError) as raised:
        newsroom.build()
    assert len(raised.value.problems) == 2
    assert newsroom.output() == before


def test_page_numbers_do_not_shift(newsroom: Newsroom) -> None:
    """Page 1 holds the oldest reports for ever; only the newest page grows."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8") + "per_page: 2\n", "utf-8")
    for n in range(1, 7):
        newsroom.write(report(f"r{n}", date=f"2024-01-0{n}"))
    newsroom.build()
    oldest = newsroom.read("de/page/1/index.html")
    assert "Bericht r1" in oldest
    assert "Bericht r2" in oldest
    newsroom.write(report("r7", date="2024-01-07")).build()
    assert newsroom.read("de/page/1/index.html") == oldest


def test_a_misspelt_brand_is_a_problem(newsroom: Newsroom) -> None:
    """It is neither a preset nor a file."""
    site = newsroom.root / "content/site.yaml"
    site.write_text(site.read_text("utf-8") + "brand: kernn\n", "utf-8")
    with pytest.raises(ContentError) as raised:
        newsroom.write(report("eins")).build()
    assert [(p.code, p.line) for p in raised.value.problems] == [("unknown-brand", 9)]
    assert "kern" in raised.value.problems[0].fix


def test_a_lost_cache_leaves_no_page_behind(newsroom: Newsroom) -> None:
    """Another slug, a report that is gone, and the cache deleted between two builds: the output is that of a first build."""
    newsroom.write(report("eins") + report("zwei", more="aliases: [/alt/]")).build()
    assert (newsroom.root / "output/de/2024/zwei/index.html").is_file()
    shutil.rmtree(newsroom.root / "cache")
    shutil.rmtree(newsroom.root / "content/reports/2024/zwei")
    newsroom.write(report("eins").replace("teaser:", "slug: anders\nteaser:"))
    newsroom.build()
    after = newsroom.output()
    newsroom.build(output=newsroom.root / "fresh", cache=newsroom.root / "other")
    assert after == newsroom.output("fresh")
    assert not (newsroom.root / "output/de/2024/zwei").exists()


@pytest.mark.parametrize(("name", "stands"), [("__pycache__", True), ("new.py", False)])
@pytest.mark.parametrize("where", ["code", "code/inner", "site-packages"])
def test_what_python_compiles_is_no_change(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, where: str, name: str, stands: bool
) -> None:
    """The first import of a module puts a folder beside it, in the program as in its libraries."""
    newsroom.put("code/inner/module.py", b"").put("site-packages/six.py", b"")
    monkeypatch.setattr(state, "CODE", newsroom.root / "code")
    monkeypatch.setattr(sys, "path", [*sys.path, str(newsroom.root / "site-packages")])
    newsroom.write(report("eins")).build()
    os.utime(newsroom.root / where, (0, 0))
    (newsroom.root / where / name).mkdir()
    found = state.difference(newsroom.config(), state.EDITS)
    assert (found is not None and not found.paths) is stands


def test_of_files_that_are_known_to_be_edited_nothing_else_is_looked_at(newsroom: Newsroom) -> None:
    """What else has changed is found by the next build, which then is as one from nothing."""
    newsroom.write(report("eins") + report("zwei")).build()
    newsroom.write(report("eins", body="Ein neuer Absatz.") + report("zwei", body="Noch einer."))
    edited = newsroom.root / "content/reports/2024/eins/de.md"
    build(newsroom.config(), Console(quiet=True), (edited,))
    assert "Ein neuer Absatz." in newsroom.read("de/2024/eins/index.html")
    assert "Noch einer." not in newsroom.read("de/2024/zwei/index.html")
    newsroom.build()
    newsroom.build(output=newsroom.root / "fresh", cache=newsroom.root / "other")
    assert newsroom.output() == newsroom.output("fresh")


def test_of_a_new_file_everything_is_looked_at(newsroom: Newsroom) -> None:
    """The last build knows nothing of it."""
    newsroom.write(report("eins")).build()
    newsroom.write(report("zwei"))
    edited = newsroom.root / "content/reports/2024/zwei/de.md"
    assert build(newsroom.config(), Console(quiet=True), (edited,)).rendered > 1
    assert newsroom.read("de/2024/zwei/index.html")
