"""A report as PDF: for everybody, the same each time, in every script, and none where none can be made."""

from __future__ import annotations

import io
import re
import shutil

import page
import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from plugins.build import press
from plugins.build.build import build
from plugins.build.console import Console
from plugins.cli.publish import publish
from plugins.newsroom.problem import ContentError
from plugins.pages.sizes import size_words
from plugins.publish import documents
from plugins.publish.documents import judge
from tests.site.newsroom import GROUND, Newsroom, jpeg, report
from tests.site.test_funding import funded as funded
from tests.site.test_release_text import PHOTOS, PICTURES, TEXT

WANTED = GROUND.replace(
    "-- content/people.yaml", "press: {pdf: true}\nboilerplate: Wir über uns.\n-- content/people.yaml"
)
PDF = "de/2024/messe/report.pdf"
TYPST = 'Titel #panic("x") \\ $a_b$ *c* <d>'
SCRIPTS = "Ελληνικά Русский עברית العربية हिन्दी বাংলা தமிழ் ไทย ქართული հայերեն አማርኛ 漢字かな한국어 ᚠᚢᚦ ᏣᎳᎩ 😀 €½≠"


def full(newsroom: Newsroom) -> Newsroom:
    """A report with everything, and its PDF wanted."""
    newsroom.write(WANTED)
    for name in ("stand", "halle"):
        newsroom.put(f"content/reports/2024/messe/photos/{name}.jpg", jpeg())
    archive = report("messe", body=TEXT, more=PICTURES).replace("teaser: ", PHOTOS, 1)
    return newsroom.write(archive + report("anderer"))


def words(newsroom: Newsroom, path: str = PDF) -> str:
    """The words of a document, in their order."""
    reader = PdfReader(io.BytesIO(newsroom.output()[path]))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_a_document_is_for_everybody(newsroom: Newsroom) -> None:
    """Tagged, with its language and title; it keeps every rule of PDF/UA-1."""
    full(newsroom).build()
    data = newsroom.output()[PDF]
    found = page.validate_pdf_bytes(data, profile="ua1")
    assert (found.is_compliant, found.failures) == (True, [])
    root = PdfReader(io.BytesIO(data)).root_object
    assert str(root["/Lang"]) == "de"
    marks = root["/MarkInfo"]
    assert isinstance(marks, DictionaryObject)
    assert bool(marks["/Marked"])
    assert title_of(data) == "Bericht messe"


def test_it_has_everything_a_release_needs(newsroom: Newsroom) -> None:
    """Dateline, text, pictures with credits, contact, the house, and where it stands."""
    full(newsroom).build(publish=True)
    text = words(newsroom)
    for piece in (
        "Bericht messe",
        "Hannover, 2. Mai 2024",
        "Der erste Absatz von messe.",
        "Zwischentitel",
        "Gesagt ist gesagt.",
        "1.234",
        "Am Stand Foto: Foto Muster | Jäger · CC BY 4.0",
        "Foto: Foto Zwei",
        "Die Anmerkung.",
        "Erika Muster, Presse",
        "Wir über uns.",
        "https://newsroom.example/de/2024/messe/",
    ):
        assert piece in text, piece


def test_the_same_report_gives_the_same_bytes(newsroom: Newsroom) -> None:
    """Built anew, with nothing remembered, at another moment."""
    first = full(newsroom).build() and newsroom.output()[PDF]
    newsroom.build(fresh=True, now=newsroom.now.replace(hour=15))
    assert newsroom.output()[PDF] == first


def test_titles_may_be_in_every_script(newsroom: Newsroom) -> None:
    """With the fonts that lie in the theme, whatever the machine has."""
    newsroom.write(WANTED + report("messe", title=f"Titel {SCRIPTS}")).build()
    assert page.validate_pdf_bytes(newsroom.output()[PDF], profile="ua1").is_compliant
    assert title_of(newsroom.output()[PDF]) == f"Titel {SCRIPTS}"


@pytest.mark.parametrize(
    "body", ["", "# Eins\n\n#### Vier\n\ntext", "| A |\n|---|\n", "> > tief\n\n1. a\n2. b\n\n---", "#let x = `$"]
)
def test_no_text_breaks_it(newsroom: Newsroom, body: str) -> None:
    """Nothing that was typed is read as the typesetter's own language; no heading's rank is left out."""
    newsroom.write(WANTED + report("messe", body=body, title=f"'{TYPST}'")).build()
    assert page.validate_pdf_bytes(newsroom.output()[PDF], profile="ua1").is_compliant
    assert TYPST in words(newsroom)


def test_the_page_offers_it_with_its_size(newsroom: Newsroom) -> None:
    """The size is that of the file."""
    full(newsroom).build()
    size = size_words(len(newsroom.output()[PDF]), "de")
    assert f"<small>(PDF, Deutsch, barrierefrei, {size})</small>" in newsroom.read("de/2024/messe/index.html")


def test_an_edited_text_makes_its_own_document_again(newsroom: Newsroom) -> None:
    """And none is made where nothing changed."""
    full(newsroom).build()
    other = newsroom.output()["de/2024/anderer/report.pdf"]
    assert newsroom.build().rendered == 0
    newsroom.write(report("anderer", body="Ein neuer Absatz, so lang, dass er die Größe ändert. " * 90)).build()
    assert newsroom.output()["de/2024/anderer/report.pdf"] != other
    assert "Ein neuer Absatz" in words(newsroom, "de/2024/anderer/report.pdf")
    size = size_words(len(newsroom.output()["de/2024/anderer/report.pdf"]), "de")
    assert size in newsroom.read("de/2024/anderer/index.html")
    assert newsroom.build(fresh=True) and newsroom.build().rendered == 0


def test_it_wears_the_brand(newsroom: Newsroom) -> None:
    """Another colour in the brand's sheet is another document."""
    full(newsroom).build()
    before = newsroom.output()[PDF]
    newsroom.put("content/brand/brand.css", b":root{--kicker:#00ff00;--stripe-1:var(--house, #123456)}")
    newsroom.write(WANTED.replace("press:", "brand: brand/brand.css\npress:")).build()
    assert newsroom.output()[PDF] != before


def test_where_none_can_be_made_one_sentence_says_so(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And everything else is as it should be."""
    monkeypatch.setattr(press, "is_installed", lambda: False)
    full(newsroom)
    build(newsroom.config(), Console())
    assert press.NOT_INSTALLED in capsys.readouterr().out
    assert PDF not in newsroom.output()
    assert "report.pdf" not in newsroom.read("de/2024/messe/index.html")


def test_a_text_that_cannot_be_set_is_told(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the document concerned, and what the typesetter says; also where a worker sets it."""
    theme = newsroom.root / "theme"
    shutil.copytree(newsroom.config().theme, theme)
    (theme / "press/release.typ").write_text('#panic("nein")')
    full(newsroom)
    with pytest.raises(ContentError) as refused:
        newsroom.build(theme=theme)
    (problem,) = refused.value.problems
    assert problem.code == "pdf-unset"
    assert problem.file == "output/de/2024/anderer/report.pdf"
    assert "nein" in problem.found


def test_a_document_that_not_everybody_can_read_is_told(newsroom: Newsroom) -> None:
    """By ``publish``, with what is wrong; one that was found good is not judged again."""
    full(newsroom).build()
    memory = newsroom.root / "judged.txt"
    assert judge(newsroom.root / "output", memory) == ()
    marks = memory.read_text("utf-8").splitlines()
    assert len(marks) == 1 + len([p for p in newsroom.output() if p.endswith("report.pdf")])
    data = newsroom.output()[PDF]
    newsroom.put(f"output/{PDF}", re.sub(rb"/Marked true", b"/Marked null", data))
    (problem,) = judge(newsroom.root / "output", memory)
    assert (problem.code, problem.file) == ("pdf-inaccessible", f"output/{PDF}")
    newsroom.put(f"output/{PDF}", b"%PDF-1.7 nothing")
    assert [p.code for p in judge(newsroom.root / "output", memory)] == ["pdf-inaccessible"]


def test_nothing_is_published_with_such_a_document(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site that stands stays, with its old words; it comes once the document is right."""
    full(newsroom)
    assert publish(*newsroom.folders(), 1) == 0
    before = newsroom.output()
    newsroom.write(report("anderer", body="Neue Worte."))
    with monkeypatch.context() as judged:
        judged.setattr(documents, "_faults", lambda data: iter(("no language",)))
        assert publish(*newsroom.folders(), 1) == 1
    assert "output/de/2024/anderer/report.pdf" in capsys.readouterr().err
    assert newsroom.output() == before
    assert publish(*newsroom.folders(), 1) == 0
    assert "Neue Worte." in words(newsroom, "de/2024/anderer/report.pdf")


def test_a_funded_report_says_who_paid(funded: Newsroom) -> None:
    """The sentence in one of the typefaces that Annex IX allows, upright, with the emblem."""
    site = funded.root / "content/site.yaml"
    site.write_text(f"press: {{pdf: true}}\n{site.read_text('utf-8')}", "utf-8")
    funded.build()
    data = funded.output()["de/2024/kai/report.pdf"]
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    text = words(funded, "de/2024/kai/report.pdf")
    assert "Kofinanziert von der Europäischen Union Landstrom, Interreg, 11 02 017" in text
    fonts = {name for sheet in PdfReader(io.BytesIO(data)).pages for name in font_names(sheet)}
    assert any("EBGaramond12-Regular" in name for name in fonts)
    assert "Emblem der Europäischen Union" in alternatives(data)
    assert "EBGaramond" not in str(
        font_names(PdfReader(io.BytesIO(funded.output()["de/2024/messe/report.pdf"])).pages[0])
    )


def font_names(sheet: PageObject) -> list[str]:
    """The fonts of a page."""
    return [str(font.get_object()["/BaseFont"]) for font in sheet["/Resources"]["/Font"].values()]  # type: ignore[index]


def title_of(data: bytes) -> str | None:
    """The title of the document."""
    known = PdfReader(io.BytesIO(data)).metadata
    return known.title if known else None


def alternatives(data: bytes) -> list[str]:
    """What is said of pictures for those who cannot see them."""
    reader = PdfReader(io.BytesIO(data))
    things = (reader.get_object(number) for number in range(1, 1 + max(n for t in reader.xref.values() for n in t)))
    return [str(thing["/Alt"]) for thing in things if isinstance(thing, DictionaryObject) and "/Alt" in thing]


def test_a_word_that_is_longer_than_its_line_is_divided(newsroom: Newsroom) -> None:
    """Nothing of a headline runs out of the paper; other headlines are never divided."""
    long = "Zukunftsfördermittelzuwendungsbescheidübergabe"
    newsroom.write(
        WANTED + report("messe", title=f"Die {long} steht an") + report("kurz", title="Ein Wort wie Hafenstadt")
    )
    newsroom.build()
    found = words(newsroom)
    assert long not in found
    assert long in found.replace("\xad ", "").replace("- ", "")
    data = newsroom.output()[PDF]
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert "Ein Wort wie Hafenstadt" in words(newsroom, "de/2024/kurz/report.pdf")
