"""Publishing: absolute addresses, every check, and one swap; or nothing at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

from plugins.cache.output import Output
from plugins.cli.publish import publish as publish_task
from plugins.publish.audit import audit, place_of
from plugins.publish.swap import recover, swap_in
from tests.site.newsroom import ROOT, Newsroom, jpeg, report

SITE = "https://newsroom.example"


def publish(newsroom: Newsroom) -> int:
    """The task, on this newsroom."""
    root = newsroom.root
    return publish_task(str(root / "content"), str(root / "translations"), str(root / "public"), str(root / "cache"), 1)


ENGLISH = "\n-- content/reports/2024/eins/en.md --\n---\ntitle: One\nteaser: One.\n---\nText.\n"


def test_published_addresses_are_absolute(newsroom: Newsroom) -> None:
    """Canonical, hreflang, sitemap and feed name scheme and host; links in the page stay short."""
    newsroom.write(report("eins") + ENGLISH)
    assert publish(newsroom) == 0
    public = newsroom.output("public")
    page = lxml.html.fromstring(public["de/2024/eins/index.html"])
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}/de/2024/eins/"]
    assert set(page.xpath("//link[@hreflang]/@href")) == {f"{SITE}/de/2024/eins/", f"{SITE}/en/2024/eins/"}
    assert f"<loc>{SITE}/en/2024/eins/</loc>".encode() in public["sitemap.xml"]
    assert f'href="{SITE}/de/2024/eins/"'.encode() in public["de/feed.xml"]
    assert f"Sitemap: {SITE}/sitemap.xml".encode() in public["robots.txt"]


def test_a_warning_for_readers_is_fatal_and_the_live_site_stays(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that leads nowhere is a warning to build, and too much to publish."""
    newsroom.write(report("eins"))
    assert publish(newsroom) == 0
    before = newsroom.output("public")
    newsroom.write(report("eins", body="[Seite](#nirgends)"))
    assert publish(newsroom) == 1
    assert "text-anchor" in capsys.readouterr().err
    assert newsroom.output("public") == before


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("content/reports/2024/eins/photos/unnamed.jpg", b""),
        ("content/reports/2024/notizen.txt", b"x"),
        ("translations/reports/fort/nl.po", b""),
        ("translations/glossary.yaml", b"terms: 3\n"),
    ],
)
def test_a_warning_that_is_none_of_the_readers_stops_nothing(
    newsroom: Newsroom, path: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told, and the site goes out."""
    newsroom.write(report("eins")).put(path, data)
    assert publish(newsroom) == 0
    assert "warning" in capsys.readouterr().err


def test_publishing_tells_what_goes_out_what_waits_and_what_is_left_out(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its reason; and only the new ones by name."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")  # 1 March 2026
    late = report("spaet", more="embargo: 2026-03-02T10:00")
    read = report("gelesen", more="publish: {nl: reviewed}")
    gone = report("bild", more="photos: [{file: a.jpg, credit: Amt, usable_until: 2024-05-03}]")
    gone = gone.replace("teaser:", "photos: {a.jpg: {alt: Kai}}\nteaser:")
    draft = report("entwurf", status="draft").replace("topics: [", "topics: [nichts, ")
    newsroom.put("content/reports/2024/bild/photos/a.jpg", jpeg())
    newsroom.write(report("eins") + ENGLISH + late + read + gone + draft)
    assert publish(newsroom) == 0
    told = capsys.readouterr().out
    assert "3 reports and 0 static pages go out. New: bild, eins, gelesen.\n" in told
    assert "Waiting:\n  spaet: under embargo until 2026-03-02 10:00 +0100\n" in told
    assert "  entwurf: a draft, with 1 error that `check` shows\n" in told
    assert "  bild, a.jpg: not to be used after 2024-05-03\n" in told
    assert "  en: 2 reports without a language version" in told
    newsroom.write(report("zwei"))
    assert publish(newsroom) == 0
    assert "4 reports and 0 static pages go out. New: zwei.\n" in capsys.readouterr().out


def test_publishing_again_takes_away_what_is_gone(newsroom: Newsroom) -> None:
    """The published folder is exactly the site."""
    newsroom.write(report("eins") + report("zwei"))
    publish(newsroom)
    newsroom.write(report("zwei", status="draft"))
    record = newsroom.root / "content/addresses.yaml"
    record.write_text(record.read_text("utf-8").replace("report:zwei", "gone"), "utf-8")
    assert publish(newsroom) == 0
    assert "de/2024/zwei/index.html" not in newsroom.output("public")
    assert not list(newsroom.root.glob("public.*"))


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="/nowhere/">x</a>', "broken-link"),
        ('<a href="/de/#nothing">x</a>', "broken-anchor"),
        ('<img src="/no.jpg" alt="">', "missing-file"),
        ('<script src="https://elsewhere.example/x.js"></script>', "foreign-request"),
    ],
)
def test_the_audit_finds_what_is_broken(newsroom: Newsroom, html: str, code: str) -> None:
    """Links, anchors, pictures, requests to other hosts."""
    newsroom.write(report("eins")).build(publish=True)
    page = newsroom.root / "output/de/2024/eins/index.html"
    assert audit(newsroom.root / "output", place_of(SITE)) == ()
    page.write_text(page.read_text("utf-8").replace("</main>", html + "</main>"), "utf-8")
    assert [p.code for p in audit(newsroom.root / "output", place_of(SITE))] == [code]


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Die Suche läuft im Browser.", True),
        ("Es gibt PDF-Fassungen.", True),
        ("Wir sind auf der Suche nach dir.", False),
    ],
)
def test_a_page_may_not_speak_of_what_is_not_there(newsroom: Newsroom, sentence: str, is_told: bool) -> None:
    """A claim of a static page; what a report says of a search is its own matter."""
    newsroom.put("content/pages/about/page.yaml", b"source_language: de\n")
    newsroom.put("content/pages/about/de.md", f"---\ntitle: Wir\n---\n{sentence}\n".encode())
    newsroom.write(report("eins", body="Die Suche läuft.")).build(publish=True)
    found = [(p.code, p.file) for p in audit(newsroom.root / "output", place_of(SITE))]
    assert found == ([("absent-feature", "output/de/about/index.html")] if is_told else [])
    (newsroom.root / "output/pagefind").mkdir()
    (newsroom.root / "output/pagefind/x.json").write_text("{}")
    assert ("Suche" in sentence and is_told) == (is_told and not audit(newsroom.root / "output", place_of(SITE)))


def test_the_audit_finds_one_sided_language_pairs(newsroom: Newsroom) -> None:
    """Hreflang counts only when both pages say it."""
    newsroom.write(report("eins") + ENGLISH).build(publish=True)
    page = newsroom.root / "output/en/2024/eins/index.html"
    lines = [
        line for line in page.read_text("utf-8").splitlines() if 'hreflang="de"' not in line or "<link" not in line
    ]
    page.write_text("\n".join(lines), "utf-8")
    codes = {p.code for p in audit(newsroom.root / "output", place_of(SITE))}
    assert "one-sided-hreflang" in codes


def test_a_swap_that_died_in_the_middle_is_fixed(tmp_path: Path) -> None:
    """Where two renames were needed and only the first was done, the old site comes back."""
    staged, live = tmp_path / "staged", tmp_path / "live"
    staged.mkdir()
    (staged / "a").write_text("new")
    (tmp_path / "live.old").mkdir()
    (tmp_path / "live.old/a").write_text("old")
    recover(live)
    assert (live / "a").read_text() == "old"
    swap_in(staged, live)
    assert (live / "a").read_text() == "new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["live", "staged"]


def test_a_site_under_a_path_keeps_its_links_inside(newsroom: Newsroom) -> None:
    """For Pages of a project, https://host/newsroom/."""
    site = newsroom.root / "content/site.yaml"
    newsroom.write(report("eins", body="[hier](report:eins)"))
    site.write_text(site.read_text("utf-8").replace(SITE, f"{SITE}/presse"), "utf-8")
    assert publish(newsroom) == 0
    page = newsroom.output("public")["de/2024/eins/index.html"].decode()
    assert 'href="/presse/de/2024/eins/"' in page
    assert f'rel="canonical" href="{SITE}/presse/de/2024/eins/"' in page


def opened(newsroom: Newsroom) -> tuple[str, list[str]]:
    """What publishing says it made, and which files below the staging and the published folder it opened."""
    code = (
        "import sys\n"
        "from plugins.cli.publish import publish\n"
        "def hear(event, arguments):\n"
        "    if event == 'open' and isinstance(arguments[0], str): print('opened', arguments[0])\n"
        "sys.addaudithook(hear)\n"
        "sys.exit(publish(*sys.argv[1:], 1))\n"
    )
    folders = [str(newsroom.root / name) for name in ("content", "translations", "public", "cache")]
    command = [sys.executable, "-c", code, *folders]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    made = next(line for line in lines if line.startswith("rendered"))
    below = (folders[2], str(newsroom.root / "cache/published"))
    return made.partition(" in ")[0], [line for line in lines if line.removeprefix("opened ").startswith(below)]


def test_publishing_the_same_again_makes_and_reads_nothing(newsroom: Newsroom) -> None:
    """Neither a page of the staging folder nor one of the published site is opened."""
    newsroom.write(report("eins") + report("zwei"))
    first, read = opened(newsroom)
    assert not first.startswith("rendered 0")
    assert read
    public = newsroom.output("public")
    assert opened(newsroom) == (f"rendered 0, reused {len(public)}, removed 0", [])
    assert newsroom.output("public") == public


def test_publishing_an_edit_reads_no_page_to_see_whether_it_was_edited(newsroom: Newsroom) -> None:
    """The links of the last publication do not look like edits."""
    newsroom.write(report("eins") + report("zwei") + report("drei"))
    for body in ("Einmal.", "Noch einmal."):
        assert publish(newsroom) == 0
        newsroom.write(report("drei", body=body))
    read: list[str] = []
    plain = Output._as_written
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Output, "_as_written", lambda self, row: read.append(row.path) or plain(self, row))
        assert publish(newsroom) == 0
    assert read == []
    assert "Noch einmal." in newsroom.output("public")["de/2024/drei/index.html"].decode()


@pytest.mark.parametrize("folder", ["public", "cache/published"])
@pytest.mark.parametrize("how", ["edited", "deleted", "added"])
def test_a_meddled_publication_is_fixed(newsroom: Newsroom, folder: str, how: str) -> None:
    """What was remembered does not hide it, be it in the published folder or in the staging folder."""
    newsroom.write(report("eins"))
    assert publish(newsroom) == 0
    before = newsroom.output("public")
    page = newsroom.root / folder / "de/2024/eins/index.html"
    if how == "edited":
        page.write_bytes(page.read_bytes().replace(b"e", b"3"))
    elif how == "deleted":
        page.unlink()
    else:
        (newsroom.root / folder / "de/mine.txt").write_text("mine")
    assert publish(newsroom) == 0
    after = newsroom.output("public")
    if (how, folder) == ("added", "cache/published"):
        assert after.pop("de/mine.txt") == b"mine"
    assert after == before


def test_a_strict_umask_leaves_the_site_readable(newsroom: Newsroom) -> None:
    """A web server runs as somebody else."""
    newsroom.write(report("eins"))
    before = os.umask(0o077)
    try:
        assert publish(newsroom) == 0
    finally:
        os.umask(before)
    site = newsroom.root / "public"
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (site, *site.rglob("*")))
