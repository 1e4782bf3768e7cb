"""People on the page: contact boxes, cards to save, and the credit of everybody who had a hand in it."""

from __future__ import annotations

import lxml.html
import pytest
import vobject

from plugins.cli.review import ReviewWish, review
from tests.site.desk import edit, folders, run
from tests.site.newsroom import Newsroom, jpeg, report

LANGUAGES = ("de", "nl", "en")
PEOPLE = """
-- content/people.yaml --
erika: {name: Erika Muster, sort_name: "Muster, Erika", role: {de: Presse, nl: Pers, en: Press}, organisation: "Hafen, Kai & Söhne", phone: 030 23125 100, email: erika@newsroom.example, photo: brand/erika.jpg}
hans: {name: Hans Beispiel, sort_name: "Beispiel, Hans", role: {de: Redaktion, nl: Redactie, en: Editor}, email: hans@newsroom.example}
paula: {name: Paula Vorbild, sort_name: "Vorbild, Paula", role: {de: Fotografie}}
"""
FACTS = """contacts: [erika, hans]
sources: [{name: Hafenzeitung, url: https://www.hafenzeitung.example, date: 2024-05-01}]
photos:
  - {file: kai.jpg, credit: Hafenamt, photographer: paula}
  - {file: kran.jpg, credit: Hafenamt | Paula Vorbild, photographer: paula}"""


@pytest.fixture
def staffed(newsroom: Newsroom) -> Newsroom:
    """A German report of Hans, photographed by Paula, with two contacts; filled in by machine."""
    words = "photos:\n  kai.jpg: {alt: Ein Kai}\n  kran.jpg: {alt: Ein Kran}\n---\nDer erste Absatz"
    newsroom.write(PEOPLE + report("eins", more=FACTS).replace("---\nDer erste Absatz", words))
    newsroom.put("content/brand/erika.jpg", jpeg(400, 500, "navy"))
    for name in ("kai", "kran"):
        newsroom.put(f"content/reports/2024/eins/photos/{name}.jpg", jpeg(640, 480))
    assert run(newsroom) == 0
    return newsroom


def pages(newsroom: Newsroom, lang: str, inside: str) -> list[lxml.html.HtmlElement]:
    """The pages of that language below a folder."""
    places = sorted((newsroom.root / "output" / lang / inside).rglob("index.html"))
    return [lxml.html.fromstring(place.read_text("utf-8")) for place in places]


def boxes(newsroom: Newsroom, lang: str) -> dict[str, lxml.html.HtmlElement]:
    """The contact boxes of the report, by the name in them."""
    (page,) = pages(newsroom, lang, "2024")
    found = page.xpath("//section[@class='contacts']//div[contains(@class, 'h-card')]")
    return {box.xpath("string(.//*[contains(@class, 'p-name')])"): box for box in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_contact_has_name_role_and_organisation(staffed: Newsroom, lang: str) -> None:
    """The role in the reader's language, in the order of report.yaml."""
    staffed.build()
    found = boxes(staffed, lang)
    assert list(found) == ["Erika Muster", "Hans Beispiel"]
    box = found["Erika Muster"]
    assert box.findtext(".//p[@class='p-role']") == {"de": "Presse", "nl": "Pers", "en": "Press"}[lang]
    assert box.findtext(".//p[@class='p-org']") == "Hafen, Kai & Söhne"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_contact_can_be_called_written_to_and_saved(staffed: Newsroom, lang: str) -> None:
    """The number as people write it, dialled as E.164; a mail address; a card. What is lacking is left out."""
    staffed.build()
    found = boxes(staffed, lang)
    links = found["Erika Muster"].xpath(".//ul//a/@href")
    assert links == ["tel:+493023125100", "mailto:erika@newsroom.example", "/contacts/erika.vcf"]
    assert found["Erika Muster"].xpath("string(.//*[@class='p-tel'])") == "030 23125 100"
    assert found["Hans Beispiel"].xpath(".//ul//a/@href") == ["mailto:hans@newsroom.example", "/contacts/hans.vcf"]


def test_a_portrait_is_shown_if_there_is_one(staffed: Newsroom) -> None:
    """In the box, with width and height and no words of its own, since the name stands beside it."""
    staffed.build()
    found = boxes(staffed, "nl")
    (portrait,) = found["Erika Muster"].xpath(".//img[contains(@class, 'u-photo')]")
    assert (portrait.get("alt"), bool(portrait.get("width")), bool(portrait.get("height"))) == ("", True, True)
    assert (staffed.root / "output" / portrait.get("src").lstrip("/")).is_file()
    assert found["Hans Beispiel"].xpath(".//img") == []


def test_the_card_is_a_vcard_3(staffed: Newsroom) -> None:
    """RFC 2426, read by a parser of vCards: name in parts, role, organisation with its comma, number, address."""
    staffed.build()
    data = (staffed.root / "output" / "contacts" / "erika.vcf").read_bytes()
    assert data.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
    card = vobject.readOne(data.decode())
    assert (card.fn.value, card.n.value.family, card.n.value.given) == ("Erika Muster", "Muster", "Erika")
    assert (card.title.value, card.org.value) == ("Presse", ["Hafen, Kai & Söhne"])
    assert (card.tel.value, card.email.value) == ("+493023125100", "erika@newsroom.example")


def test_nobody_without_number_or_address_has_a_card(staffed: Newsroom) -> None:
    """There would be nothing in it."""
    staffed.build()
    assert {path.name for path in (staffed.root / "output" / "contacts").iterdir()} == {"erika.vcf", "hans.vcf"}


@pytest.mark.parametrize(("lang", "by"), [("de", "Von"), ("nl", "Door"), ("en", "By")])
def test_the_author_is_credited(staffed: Newsroom, lang: str, by: str) -> None:
    """Above the text, with a link to what else they wrote."""
    staffed.build()
    (page,) = pages(staffed, lang, "2024")
    (byline,) = page.xpath("//span[@class='byline']")
    assert byline.text_content() == f"{by} Hans Beispiel"
    assert byline.xpath(".//a/@href") == [f"/{lang}/authors/hans/"]


def test_the_photographer_is_credited_once(staffed: Newsroom) -> None:
    """Beside the credit line with a link; not again where the line has the name already (§ 13 UrhG)."""
    staffed.build()
    (page,) = pages(staffed, "de", "2024")
    credits = [" ".join(node.text_content().split()) for node in page.xpath("//figure//small[@class='credit']")]
    assert credits == ["Foto: Hafenamt, Paula Vorbild", "Foto: Hafenamt | Paula Vorbild"]
    assert page.xpath("//a[@class='photographer']/@href") == ["/de/authors/paula/"]


def test_the_source_is_credited(staffed: Newsroom) -> None:
    """With its address and day."""
    staffed.build()
    for lang, day in (("de", "1. Mai 2024"), ("nl", "1 mei 2024"), ("en", "1 May 2024")):
        (page,) = pages(staffed, lang, "2024")
        (source,) = page.xpath("//section[@class='sources']//li")
        assert " ".join(source.text_content().split()) == f"Hafenzeitung, {day}"
        assert source.xpath(".//a/@href") == ["https://www.hafenzeitung.example"]


def test_the_translator_is_credited(staffed: Newsroom) -> None:
    """A person whom the catalogue names, in the reader's language."""
    edit(staffed, "reports/eins/nl.po", '"X-Report', '"X-Translator: Ans Jansen\\n"\n"X-Report')
    staffed.build()
    (page,) = pages(staffed, "nl", "2024")
    assert "Vertaald door Ans Jansen" in page.xpath("string(//*[@role='note'])")


@pytest.mark.parametrize(
    ("lang", "person", "heading"),
    [
        (lang, person, heading)
        for lang, headings in (
            ("de", ("Geschrieben", "Fotografiert", "Geprüft")),
            ("nl", ("Geschreven", "Gefotografeerd", "Nagekeken")),
            ("en", ("Written", "Photographed", "Reviewed")),
        )
        for person, heading in zip(("hans", "paula", "erika"), headings, strict=True)
    ],
)
def test_an_authors_page_lists_what_they_did(staffed: Newsroom, lang: str, person: str, heading: str) -> None:
    """What somebody wrote, photographed or reviewed, each under its heading, the heading of nothing left out."""
    assert review(*folders(staffed)[:2], "eins", "nl", ReviewWish("Erika Muster", "Pressestelle")) == 0
    staffed.build()
    page = lxml.html.fromstring(staffed.read(f"{lang}/authors/{person}/index.html"))
    assert [h.text.strip() for h in page.xpath("//section[@class='shelf']/h2")] == [heading]
    assert len(page.xpath("//section[@class='shelf']//article[contains(@class, 'h-entry')]")) == 1
