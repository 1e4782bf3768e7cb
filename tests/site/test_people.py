"""People on the page: contact boxes, cards to save, and the credit of everybody who had a hand in it."""

from __future__ import annotations

import io
from typing import Any

import lxml.html
import pytest
import vobject
from PIL import Image

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
    found = page.xpath("//section[@class='contacts']//section[contains(@class, 'h-card')]")
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
    assert links == ["tel:+493023125100", "mailto:erika@newsroom.example", f"/{lang}/contacts/erika.vcf"]
    assert found["Erika Muster"].xpath("string(.//*[@class='p-tel'])") == "030 23125 100"
    assert found["Hans Beispiel"].xpath(".//ul//a/@href") == [
        "mailto:hans@newsroom.example",
        f"/{lang}/contacts/hans.vcf",
    ]


def test_a_portrait_is_shown_if_there_is_one(staffed: Newsroom) -> None:
    """In the box, with width and height and no words of its own, since the name stands beside it."""
    staffed.build()
    found = boxes(staffed, "nl")
    (portrait,) = found["Erika Muster"].xpath(".//img[contains(@class, 'u-photo')]")
    assert (portrait.get("alt"), bool(portrait.get("width")), bool(portrait.get("height"))) == ("", True, True)
    assert (staffed.root / "output" / portrait.get("src").lstrip("/")).is_file()
    assert found["Hans Beispiel"].xpath(".//img") == []


def card(newsroom: Newsroom, path: str) -> tuple[bytes, Any]:
    """A card's bytes, and as vobject reads it."""
    data = (newsroom.root / "output" / path).read_bytes()
    return data, vobject.readOne(data.decode())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_card_is_a_vcard_3(staffed: Newsroom, lang: str) -> None:
    """RFC 2426, read by a parser of vCards: name in parts, role in the language, organisation with its comma."""
    staffed.build()
    data, found = card(staffed, f"{lang}/contacts/erika.vcf")
    assert data.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert (found.fn.value, found.n.value.family, found.n.value.given) == ("Erika Muster", "Muster", "Erika")
    assert (found.title.value, found.org.value) == (
        {"de": "Presse", "nl": "Pers", "en": "Press"}[lang],
        ["Hafen, Kai & Söhne"],
    )
    assert (found.tel.value, found.email.value) == ("+493023125100", "erika@newsroom.example")


def test_outlook_is_told_the_letters(staffed: Newsroom) -> None:
    """Each line with more than ASCII says that it is UTF-8, and no line is longer than 75 octets (RFC 2426, 2.6)."""
    staffed.build()
    data, _ = card(staffed, "de/contacts/erika.vcf")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
    foreign = [line for line in unfolded if not line.isascii()]
    assert foreign and all(";CHARSET=UTF-8:" in line for line in foreign)


def test_a_card_has_one_identity_in_all_languages(staffed: Newsroom) -> None:
    """UID stays when the name changes; REV comes from the content, and grows with it."""
    staffed.build()
    before = {card(staffed, f"{lang}/contacts/erika.vcf")[1].uid.value for lang in LANGUAGES}
    revised = card(staffed, "de/contacts/erika.vcf")[1].rev.value
    people = staffed.root / "content/people.yaml"
    people.write_text(people.read_text("utf-8").replace("Erika Muster,", "Erika Neu, updated: 2026-02-01,"), "utf-8")
    staffed.build()
    _, found = card(staffed, "de/contacts/erika.vcf")
    assert before == {found.uid.value}
    assert found.rev.value > revised
    assert found.fn.value == "Erika Neu"


def photo(newsroom: Newsroom, path: str) -> bytes:
    """The portrait on a card."""
    _, found = card(newsroom, path)
    assert found.photo.params == {"ENCODING": ["b"], "TYPE": ["JPEG"]}
    data: bytes = found.photo.value
    return data


def portrait(newsroom: Newsroom) -> bytes:
    """The portrait on the page."""
    (image,) = boxes(newsroom, "de")["Erika Muster"].xpath(".//img[contains(@class, 'u-photo')]")
    return (newsroom.root / "output" / str(image.get("src")).lstrip("/")).read_bytes()


def test_a_card_has_the_portrait(staffed: Newsroom) -> None:
    """In every language, small, as pages show it; a card of someone without one has none."""
    staffed.build()
    picture = Image.open(io.BytesIO(portrait(staffed)))
    assert (picture.format, picture.size) == ("JPEG", (320, 320))
    for folder in ("contacts", "de/contacts", "nl/contacts", "en/contacts"):
        assert photo(staffed, f"{folder}/erika.vcf") == portrait(staffed)
        assert "photo" not in card(staffed, f"{folder}/hans.vcf")[1].contents


def test_a_new_portrait_is_on_the_card(staffed: Newsroom) -> None:
    """Nothing but the picture changed: the card is made again, and that of someone else is not."""
    staffed.build()
    before = portrait(staffed)
    other = (staffed.root / "output/de/contacts/hans.vcf").stat().st_mtime_ns
    staffed.put("content/brand/erika.jpg", jpeg(400, 500, "gold"))
    staffed.build()
    assert before != portrait(staffed) == photo(staffed, "de/contacts/erika.vcf")
    assert (staffed.root / "output/de/contacts/hans.vcf").stat().st_mtime_ns == other


def test_the_old_address_of_a_card_answers(staffed: Newsroom) -> None:
    """It is the card in the newsroom's first language."""
    staffed.build()
    assert card(staffed, "contacts/erika.vcf")[0] == card(staffed, "de/contacts/erika.vcf")[0]


def test_an_office_is_an_office(staffed: Newsroom) -> None:
    """A company in address books, an organisation for search engines, at its postal address."""
    office = "pressestelle: {name: Pressestelle Nordhafen, office: true, country: DE, email: presse@newsroom.example, address: 'Kai 7, 20000 Nordhafen'}\n"
    people = staffed.root / "content/people.yaml"
    people.write_text(people.read_text("utf-8") + office, "utf-8")
    facts = staffed.root / "content/reports/2024/eins/report.yaml"
    facts.write_text(facts.read_text("utf-8").replace("authors: [hans]", "authors: [pressestelle]"), "utf-8")
    staffed.build()
    _, found = card(staffed, "nl/contacts/pressestelle.vcf")
    assert found.org.value == ["Pressestelle Nordhafen"]
    assert str(found.n.value).strip() == ""
    assert (found.kind.value, found.contents["x-abshowas"][0].value) == ("org", "COMPANY")
    place = found.adr.value
    assert (place.street, place.code, place.city, place.country) == ("Kai 7", "20000", "Nordhafen", "Duitsland")
    (page,) = pages(staffed, "de", "2024")
    assert '{"@type":"Organization","email":"presse@newsroom.example","name":"Pressestelle Nordhafen"' in page.xpath(
        "string(//script[@type='application/ld+json'])"
    )


def test_nobody_without_number_or_address_has_a_card(staffed: Newsroom) -> None:
    """There would be nothing in it."""
    staffed.build()
    for folder in ("contacts", "nl/contacts"):
        assert {path.name for path in (staffed.root / "output" / folder).iterdir()} == {"erika.vcf", "hans.vcf"}


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


def test_nobody_is_said_to_work_at_the_publishers_address_in_another_country(newsroom: Newsroom) -> None:
    """Its street belongs to its own people alone; an address keeps the lines in which it was typed."""
    site = newsroom.root / "content/site.yaml"
    address = '{address: "Große Straße 7; Hof, Tür 3\\n88662 Überlingen", '
    site.write_text(site.read_text("utf-8").replace("publisher: {", f"publisher: {address}", 1), "utf-8")
    people = (
        PEOPLE.replace(", photo: brand/erika.jpg", "")
        + "zoe: {name: Zoë, country: DK, email: zoe@newsroom.example}\nine: {name: Ine, email: ine@newsroom.example}\n"
    )
    newsroom.write(people + report("eins", more="contacts: [zoe, ine]")).build()
    cards = {name: vobject.readOne(newsroom.output()[f"contacts/{name}.vcf"].decode()) for name in ("zoe", "ine")}
    assert not hasattr(cards["zoe"], "adr")
    assert cards["ine"].adr.value.street == "Große Straße 7; Hof, Tür 3"
    assert (cards["ine"].adr.value.code, cards["ine"].adr.value.city) == ("88662", "Überlingen")
