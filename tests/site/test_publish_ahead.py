"""Reports under embargo for journalists: in a place of their own, marked in every file, never in the public tree."""

from __future__ import annotations

import io
import re
import zipfile
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest
from pypdf import PdfReader

from plugins.cli.publish import publish
from plugins.cli.publish_ahead import publish_ahead
from plugins.pictures.reading import read_metadata
from tests.site.newsroom import GROUND, Newsroom, jpeg, report
from tests.site.test_press_secrecy import PRESS
from tests.unit.documents.samples import pdf

EMBARGO = "embargo: 2099-05-02T10:00\nphotos: [{file: kanari.jpg, credit: Muster}]"
WORDS = "Sperrfrist: nicht zu veröffentlichen vor dem 2. Mai 2099"


def full(newsroom: Newsroom, site: str = PRESS) -> Newsroom:
    """A report under embargo, a draft, one dated ahead, and one that everybody may read."""
    newsroom.put("content/reports/2024/kanari/photos/kanari.jpg", jpeg(600, 400))
    secret = report("kanari", more=EMBARGO).replace("teaser: ", "photos: {kanari.jpg: {alt: Ein Vogel}}\nteaser: ", 1)
    others = report("entwurf", status="draft") + report("offen") + report("spaeter", date="2098-01-01")
    return newsroom.write(site + secret + others.replace("reports/2024/spaeter", "reports/2098/spaeter"))


def run(newsroom: Newsroom) -> int:
    """Publishes for journalists."""
    return publish_ahead(*newsroom.folders("public"), 1)


def ahead(newsroom: Newsroom) -> Path:
    """The folder that nobody can guess."""
    (found,) = (newsroom.root / "public.embargoed").iterdir()
    return found


def test_the_place_cannot_be_guessed_and_stays(newsroom: Newsroom, capsys: pytest.CaptureFixture[str]) -> None:
    """128 bits of chance; a second run corrects what stands there."""
    assert run(full(newsroom)) == 0
    first = ahead(newsroom)
    assert re.fullmatch(r"ahead-[0-9a-f]{32}", first.name)
    assert f"https://newsroom.example/{first.name}/" in capsys.readouterr().out
    text = (newsroom.root / "content/reports/2024/kanari/de.md").read_text("utf-8")
    newsroom.put("content/reports/2024/kanari/de.md", text.replace("Bericht kanari", "Berichtigt").encode())
    assert run(newsroom) == 0
    assert ahead(newsroom) == first
    assert "Berichtigt" in (first / "de/2024/kanari/index.html").read_text("utf-8")


SILENT = ("assets/", "brand/", "contacts/", "*/contacts/", "apple-touch-icon.png", "favicon.ico")
"""What is of the house and of no report: style, scripts, signs of the brand, cards of people. It is not under embargo."""


def whole(newsroom: Newsroom) -> Newsroom:
    """The report under embargo with several pages on paper, and a document that is handed out as it came."""
    full(newsroom)
    folder = "content/reports/2024/kanari"
    newsroom.put(f"{folder}/documents/Programm.pdf", pdf(tagged=True))
    head = (newsroom.root / folder / "report.yaml").read_text("utf-8")
    newsroom.put(f"{folder}/report.yaml", f"{head}documents: [{{file: Programm.pdf, language: de}}]\n".encode())
    text = (newsroom.root / folder / "de.md").read_text("utf-8")
    titled = text.replace("teaser: ", "documents: {Programm.pdf: Das Programm}\nteaser: ", 1)
    paragraphs = "Ein Absatz, der lang ist und noch weitergeht. " * 8 + "\n\n"
    return newsroom.put(f"{folder}/de.md", (titled + "\n" + paragraphs * 12).encode())


def tells(name: str, data: bytes) -> bool:
    """Whether a file says until when nothing may be published: in words, in its metadata, or in its name."""
    if name.startswith("media/") and PurePosixPath(name).name.startswith("embargo-"):
        return True  # a document of the newsroom's, handed out byte for byte
    if name.endswith(".html"):
        html = data.decode()
        return "noindex" in html and any(words in html for words in ("Sperrfrist", "embargo"))
    if name.endswith((".jpg", ".avif", ".png")):
        return read_metadata(data).rights.instructions.startswith(WORDS)
    if name.endswith(".pdf"):
        document = PdfReader(io.BytesIO(data))
        pages = [" ".join(page.extract_text().split()) for page in document.pages]
        return len(pages) > 1 and all(WORDS in page for page in (*pages, str(document.metadata)))
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as kit:
            names = kit.namelist()
            parts = [tells(one, kit.read(one)) for one in names]
        return len(names) == 5 and all(parts) and all(one.startswith("embargo-kanari-de/") for one in names)
    return (WORDS if "kanari" in name else "Embargo") in data.decode("utf-8-sig")


def test_every_file_tells_of_the_embargo(newsroom: Newsroom) -> None:
    """Pages on top, text, lists and PDF in words, each picture in its metadata, a document in its name."""
    assert run(whole(newsroom)) == 0
    root = ahead(newsroom)
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    told = {name: data for name, data in files.items() if not any(fnmatch(name, f"{one}*") for one in SILENT)}
    assert [name for name, data in told.items() if not tells(name, data)] == []
    kinds = {PurePosixPath(name).suffix for name in told}
    assert kinds == {".html", ".txt", ".pdf", ".zip", ".jpg", ".avif"}
    assert [name for name in files.keys() - told.keys() if "kanari" in name or b"kanari" in files[name]] == []


def test_a_page_and_its_downloads_say_it_each_in_its_way(newsroom: Newsroom) -> None:
    """The page with the moment, the text above everything, saved files in their names; search engines stay away."""
    assert run(whole(newsroom)) == 0
    root = ahead(newsroom)
    (page,) = root.glob("de/2*/kanari/index.html")
    html = page.read_text("utf-8")
    assert WORDS in html
    assert (page.parent / "report.txt").read_text("utf-8").startswith(WORDS)
    saved = re.findall(r' download="([^"]+)"', html)
    assert saved == ["embargo-kanari-de.txt", "embargo-kanari-de.pdf", "embargo-kanari-de.zip", "embargo-Programm.pdf"]
    assert (root / "robots.txt").read_text("utf-8").endswith("User-agent: *\nDisallow: /\n")


@pytest.mark.parametrize("first", ["public", "ahead"])
def test_a_picture_is_marked_ahead_and_nowhere_else(newsroom: Newsroom, first: str) -> None:
    """The same picture, once the embargo is over, has another name and no such words: whichever was made first."""
    full(newsroom)
    secret = (newsroom.root / "content/reports/2024/kanari/report.yaml").read_bytes()
    for turn in (first, "ahead" if first == "public" else "public"):
        open_ = secret.replace(b"2099", b"2024")
        newsroom.put("content/reports/2024/kanari/report.yaml", secret if turn == "ahead" else open_)
        assert (run(newsroom) if turn == "ahead" else publish(*newsroom.folders("public"), 1)) == 0
        if turn == "public":
            seen = {path.name: path.read_bytes() for path in (newsroom.root / "public/media/kanari").iterdir()}
        else:
            marked = {path.name: path.read_bytes() for path in (ahead(newsroom) / "media/kanari").iterdir()}
    assert len(seen) == len(marked) > 0
    assert seen.keys().isdisjoint(marked.keys())
    assert {read_metadata(data).rights.instructions for data in seen.values()} == {""}
    assert all(read_metadata(data).rights.instructions.startswith(WORDS) for data in marked.values())


def test_nothing_else_is_there(newsroom: Newsroom) -> None:
    """No draft, nothing that is dated ahead only, no feed, calendar or sitemap."""
    assert run(full(newsroom)) == 0
    files = {
        path.relative_to(ahead(newsroom)).as_posix(): path for path in ahead(newsroom).rglob("*") if path.is_file()
    }
    assert not [path for path in files if path.endswith((".xml", ".json", ".ics"))]
    for word in ("entwurf", "offen", "spaeter"):
        told = [name for name, path in files.items() if word in name or word.encode() in path.read_bytes()]
        assert told == [], word


def test_nothing_of_it_is_in_the_public_site(newsroom: Newsroom) -> None:
    """Neither before nor after; the public site is the same bytes as ever."""
    full(newsroom)
    assert publish(*newsroom.folders("public"), 1) == 0
    before = newsroom.output("public")
    assert run(newsroom) == 0
    assert newsroom.output("public") == before
    assert publish(*newsroom.folders("public"), 1) == 0
    assert newsroom.output("public") == before
    assert not [path for path, data in before.items() if "kanari" in path or b"kanari" in data.lower()]


def test_where_nothing_is_under_embargo_there_is_nothing(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stood there goes."""
    assert run(full(newsroom)) == 0
    newsroom.write(GROUND + report("kanari", status="draft", more="embargo: 2099-05-02T10:00"))
    assert run(newsroom) == 0
    assert "No report is under embargo" in capsys.readouterr().out
    assert not (newsroom.root / "public.embargoed").exists()
