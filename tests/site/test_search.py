"""The index of the search: made where it is wanted, of what may be seen, and made again only where that changed."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from plugins.build import full, pagefind, search
from plugins.build.console import Console
from plugins.pages.search.record import record_of
from tests.site.newsroom import GROUND, ROOT, Newsroom, report

CANARY = "Kanarienvogel"
HIDDEN = {
    "entwurf": "status: draft",
    "sperre": "embargo: 2026-04-01T10:00",
    "morgen": "",
    "zurueck": "withdrawn: {date: 2025-01-01, reason: {de: Falsch}}",
}


def wanted(newsroom: Newsroom) -> Newsroom:
    """The newsroom with a search."""
    site = newsroom.root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + "search: true\n", "utf-8")
    return newsroom


def unpacked(newsroom: Newsroom) -> dict[str, bytes]:
    """The files of the indexes, without their compression."""
    found = {path: data for path, data in newsroom.output().items() if path.startswith("pagefind/")}
    return {path: gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for path, data in found.items()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom with a search, reports that may be seen, and some that may not."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "translations" / "ui", root / "translations" / "ui")
    newsroom = wanted(Newsroom(root).write(GROUND))
    newsroom.write(report("a", body="Der Förderbescheid ist da.") + report("b", topic="handel"))
    for ident, more in HIDDEN.items():
        status = {"entwurf": "draft", "zurueck": "withdrawn"}.get(ident, "published")
        day = "2026-05-02" if ident == "morgen" else "2024-05-02"
        archive = report(ident, status=status, date=day, more=more if "status" not in more else "", body=CANARY)
        newsroom.write(archive)
    newsroom.build()
    return newsroom


def test_each_language_with_reports_has_an_index(built: Newsroom) -> None:
    """Beside one engine for all; of Pagefind's own dialogs nothing is published."""
    names = {path.partition("/")[2] for path in unpacked(built)}
    assert {"pagefind.js", "de/pagefind-entry.json", "de/wasm.de.pagefind"} <= names
    assert not any("ui" in Path(name).stem or "worker" in name or name.startswith("nl/") for name in names)


def test_nothing_hidden_is_in_an_index(built: Newsroom) -> None:
    """No word of a draft, of what is under embargo, dated ahead or withdrawn; what may be seen is there."""
    texts = unpacked(built)
    assert any(b"/de/2024/a/" in data for path, data in texts.items() if "fragment" in path)
    for ident in HIDDEN:
        assert not any(f"/{ident}/".encode() in data for data in texts.values()), ident
    assert not any(CANARY.lower().encode() in data.lower() for data in texts.values())


def test_parts_of_compounds_are_in_the_index(built: Newsroom) -> None:
    """Basic forms and parts, which no reader sees: a result holds no text."""
    texts = unpacked(built)
    assert any(b"bescheid" in data for path, data in texts.items() if path.endswith(".pf_index"))
    (result,) = (data for path, data in texts.items() if "fragment" in path and b"/de/2024/a/" in data)
    told = json.loads(result.removeprefix(b"pagefind_dcd"))
    assert (told["content"], told["anchors"]) == ("", [])
    assert set(told["meta"]) == {"title", "teaser", "date"}


def test_pages_lead_to_the_archive_without_script(built: Newsroom) -> None:
    """And allow the engine, but nothing else; pages that have no search allow nothing."""
    page = html.fromstring(built.read("de/index.html"))
    (link,) = page.xpath("//header//a[@data-search]")
    assert (link.get("href"), link.get("data-search")) == ("/de/archive/", "/pagefind/de/")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy
    assert "wasm" not in built.read("index.html") + built.read("404.html")
    assert "data-search" not in built.read("nl/index.html")


Watched = tuple[Newsroom, list[str]]


@pytest.fixture
def watched(built: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """A copy of the newsroom that has been built, and what is looked at for its index from now on."""
    newsroom, done = Newsroom(tmp_path / "copy"), list[str]()
    shutil.copytree(built.root, newsroom.root)
    index, record = pagefind.make_index, record_of
    newsroom.build()
    monkeypatch.setattr(search, "make_index", lambda made, lang: done.append(lang) or index(made, lang))
    monkeypatch.setattr(
        search, "record_of", lambda c, e, lang: done.append(f"{e.report.id}/{lang}") or record(c, e, lang)
    )
    return newsroom, done


def edited(newsroom: Newsroom, words: str, ident: str = "b") -> None:
    """Another paragraph in a report."""
    text = newsroom.root / f"content/reports/2024/{ident}/de.md"
    text.write_text(f"{text.read_text('utf-8')}\n{words}\n", "utf-8")


def test_a_build_with_nothing_to_do_looks_at_no_report(watched: Watched) -> None:
    """Nor at the index."""
    newsroom, done = watched
    assert newsroom.build().rendered == 0
    assert done == []


def test_an_edit_makes_its_record_and_the_index_again(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the build that looks at nothing else; what the index no longer needs is gone, the bytes are a clean build's."""
    newsroom, done = watched
    monkeypatch.setattr(full, "build", lambda *given: pytest.fail("everything was looked at"))
    for words in ("Neues vom Handelsplatz.", "Noch mehr vom Hafen."):
        done.clear()
        edited(newsroom, words)
        summary = newsroom.build()
        assert done == ["b/de", "de"]
        assert summary.removed > 0
        assert newsroom.build().rendered == 0
    monkeypatch.undo()
    after = newsroom.output()
    newsroom.build(output=newsroom.root / "fresh", cache=newsroom.root / "fresh-cache")
    assert newsroom.output("fresh") == after
    assert summary.rendered + summary.reused == len(after)
    assert any(b"handelsplatz" in data for data in unpacked(newsroom).values())


def test_an_edit_that_changes_no_record_makes_no_index(watched: Watched) -> None:
    """Such as a link below the text: its report is looked at, and nothing else."""
    newsroom, done = watched
    text = newsroom.root / "content/reports/2024/b/de.md"
    link = "links: [{url: https://haven.example/, label: Hafen}]"
    text.write_text(text.read_text("utf-8").replace("teaser:", f"{link}\nteaser:", 1), "utf-8")
    assert newsroom.build().rendered > 0
    assert done == ["b/de"]


def test_another_mailbox_is_nothing_to_the_search(watched: Watched) -> None:
    """Another name is: people are found by it."""
    newsroom, done = watched
    people = newsroom.root / "content/people.yaml"
    people.write_text(people.read_text("utf-8").replace("hans@", "beispiel@"), "utf-8")
    assert newsroom.build().rendered > 0
    assert done == []
    people.write_text(people.read_text("utf-8").replace("Hans Beispiel", "Hans Neuname"), "utf-8")
    newsroom.build()
    assert sorted(done) == ["a/de", "b/de", "de"]
    assert any(b"neunam" in data for data in unpacked(newsroom).values())


def test_a_lost_file_is_made_again(built: Newsroom, tmp_path: Path) -> None:
    """Also the engine."""
    newsroom = Newsroom(tmp_path / "copy")
    shutil.copytree(built.root, newsroom.root)
    newsroom.build()
    before = newsroom.output()
    (newsroom.root / "output/pagefind/pagefind.js").unlink()
    next((newsroom.root / "output/pagefind/de/fragment").iterdir()).unlink()
    newsroom.build()
    assert newsroom.output() == before


def test_without_the_wish_there_is_no_search(newsroom: Newsroom) -> None:
    """No index, no link, no script, and the policy as it was."""
    newsroom.write(report("a")).build()
    assert not unpacked(newsroom)
    page = newsroom.read("de/index.html")
    assert "data-search" not in page and "wasm" not in page and "site.js" not in page


def test_where_it_cannot_be_made_a_sentence_says_so(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the site is built without it."""
    monkeypatch.setattr(search, "find_spec", lambda name: None if name == "pagefind_bin" else object())
    site = newsroom.write(report("a")).root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + "search: true\n", "utf-8")
    from plugins.build.build import build

    build(newsroom.config(), Console())
    assert "This site has no search: pagefind_bin cannot be found." in capsys.readouterr().out
    assert "data-search" not in newsroom.read("de/index.html")


def test_a_preview_of_drafts_has_no_search(newsroom: Newsroom) -> None:
    """An edit is to be seen at once there."""
    wanted(newsroom).write(report("a")).build(drafts=True)
    assert not unpacked(newsroom)


def test_a_program_that_does_not_work_is_told(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a sentence, and the last output stays."""
    wanted(newsroom).write(report("a"))
    real = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda words, **how: real(("false",), **how))
    with pytest.raises(pagefind.SearchFailed, match="The search in de cannot be made"):
        newsroom.build()
