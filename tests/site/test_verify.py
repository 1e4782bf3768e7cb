"""``build --verify``: the output is what a build without memory makes, or every file that is not is named."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.build.bundle_record import DOCUMENT, document_of
from plugins.cache.serialisation import dumps
from plugins.cache.store import Store
from plugins.cli.build import build as build_task
from tests.properties.world import World
from tests.site.newsroom import Newsroom, jpeg, report

PAGE = "de/2024/eins/index.html"


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a picture, built."""
    photo = "photos: [{file: a.jpg, credit: Foto}]"
    newsroom.write(report("eins", more=photo) + report("zwei"))
    edition = newsroom.root / "content/reports/2024/eins/de.md"
    edition.write_text(edition.read_text("utf-8").replace("teaser:", "photos: {a.jpg: {alt: Bild}}\nteaser:"), "utf-8")
    newsroom.put("content/reports/2024/eins/photos/a.jpg", jpeg())
    newsroom.build()
    return newsroom


def task(newsroom: Newsroom, *, verify: bool = True, fresh: bool = False) -> int:
    """The task, on this newsroom, with the theme and the settings of the product."""
    return build_task(*newsroom.folders(), 1, verify=verify, fresh=fresh)


def tamper(newsroom: Newsroom, path: str) -> Path:
    """Changes a file so that its row tells of the change as if the build had made it."""
    file = newsroom.root / "output" / path
    file.write_bytes(file.read_bytes().replace(b"e", b"3", 1))
    status = file.stat()
    store = sqlite3.connect(newsroom.root / "cache/dreiklang.sqlite")
    with store:
        row = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns, path)
        store.execute("UPDATE output SET mtime_ns = ?, size = ?, ino = ?, ctime_ns = ? WHERE path = ?", row)
    store.close()
    return file


def test_an_output_as_it_should_be_is_verified(built: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """The number of files is told, after what the build did."""
    assert task(built) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"verified {len(built.output())} files"


def test_nothing_is_left_of_the_comparison(
    built: Newsroom, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the system's temporary folder nor in the newsroom's."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("temporary")))
    assert task(built) == 0
    assert list(Path(str(tmp_path_factory.getbasetemp())).glob("temporary*/*")) == []
    assert {p.name for p in built.root.iterdir()} == {"content", "translations", "output", "cache", ".output.files"}


@pytest.mark.parametrize("path", [PAGE, "de/feed.xml", "sitemap.xml"])
def test_a_changed_output_that_no_stamp_tells_of_is_named(
    built: Newsroom, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build keeps it; verifying finds it, names it alone and says what to do."""
    file = tamper(built, path)
    assert task(built, verify=False) == 0
    assert capsys.readouterr().err == ""
    assert task(built) == 1
    told = capsys.readouterr().err
    assert str(file) in told
    assert "--fresh" in told
    assert told.count("output-differs") == 1


def test_a_fresh_build_fixes_a_changed_output(built: Newsroom) -> None:
    """As the sentence promises."""
    tamper(built, PAGE)
    assert task(built, fresh=True) == 0


def test_a_remembered_text_that_is_false_is_found_and_fixed(
    built: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page that is made from it differs; a fresh build forgets it."""
    with Store(built.root / "cache/dreiklang.sqlite") as store:
        keys = [
            key
            for (key,) in sqlite3.connect(store.path).execute("SELECT key FROM entry WHERE namespace = ?", (DOCUMENT,))
        ]
        for key, data in list(store.values.get_many(DOCUMENT, keys)):
            false = replace(document_of(data), html="<p>Falsch.</p>")
            store.values.put(DOCUMENT, key, dumps(false))
        store.flush()
    (built.root / "output" / PAGE).unlink()
    assert task(built) == 1
    told = capsys.readouterr().err
    assert str(built.root / "output" / PAGE) in told
    assert told.count("output-differs") == 1
    assert task(built, fresh=True) == 0
    assert "Falsch" not in built.read(PAGE)


def test_a_kept_picture_that_is_false_is_fixed_by_a_fresh_build(built: Newsroom) -> None:
    """Pictures are made anew too, not taken from where they are kept."""
    for kept in (built.root / "cache/renditions").glob("*/*"):
        kept.unlink()
    picture = next(p for p in built.output() if p.startswith("media/eins/") and p.endswith(".jpg"))
    tamper(built, picture)
    assert task(built) == 1
    assert task(built, fresh=True) == 0


def test_a_file_that_is_too_many_is_named(built: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """Builds leave alone what is not theirs, but it is not what the content makes."""
    built.put("output/de/uralt.html", b"<p>")
    assert task(built) == 1
    told = capsys.readouterr().err
    assert str(built.root / "output/de/uralt.html") in told
    assert "too-many" in told


def test_hidden_files_belong_to_others(built: Newsroom) -> None:
    """Such as a repository in the output folder."""
    built.put("output/.git/config", b"x").put("output/.nojekyll", b"")
    assert task(built) == 0


def test_content_with_an_error_is_told_and_nothing_is_verified(
    built: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """As without the option."""
    built.write(report("drei", topic="unbekannt"))
    assert task(built) == 1
    said = capsys.readouterr()
    assert "unknown-topic" in said.err
    assert "verified" not in said.out


def test_the_last_good_state_of_a_broken_catalogue_counts() -> None:
    """What nothing but the memory holds is taken along, so that it is no difference."""
    world = World(trusting=True)
    try:
        site = world.folder / "content/site.yaml"
        site.write_text(site.read_text("utf-8").replace("on_broken: drop", "on_broken: keep"), "utf-8")
        world.translate("eins", "nl", "vertaald")
        assert task(world.newsroom) == 0
        world.newsroom.put("translations/reports/eins/nl.po", b"this is no PO file\n")
        assert task(world.newsroom) == 0
        assert "vertaald" in world.newsroom.read("nl/2024/eins-nl/index.html")
    finally:
        world.close()
