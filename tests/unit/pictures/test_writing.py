"""The rights inside a rendition, and what must not be inside."""

from __future__ import annotations

import io

import exiv2
import pytest
from PIL import Image

from plugins.newsroom.model import Words
from plugins.pictures.metadata import Entry, Rights
from plugins.pictures.plan import HERO, LOGO, Format, plan
from plugins.pictures.reading import read_metadata
from plugins.pictures.render import render
from plugins.pictures.writing import imprint
from tests.unit.pictures import samples

RIGHTS = Rights(
    creators=("Jana Öz", "Piet de Vries"),
    credit="Wirtschaftsförderung Dortmund | Jäger",
    copyright=Words((("nl", "© Stad"),), "© Stadt"),
    usage_terms=Words((("de", "Frei für Presse"), ("nl", "Vrij voor pers")), "Frei für Presse"),
    web_statement="https://rechte.example/?a=1&b=2",
    licence="https://creativecommons.org/licenses/by/4.0/",
    source="Archiv",
    instructions="Nur <redaktionell>",
    digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
)


def made(data: bytes, rights: Rights, name: str = "stand.jpg") -> list[tuple[Format, bytes]]:
    """All renditions for a page and for a logo."""
    uses = HERO | LOGO
    return [(spec.format, content) for spec, content in render(data, name, plan(320, 240, uses), rights)]


def test_every_rendition_carries_the_rights() -> None:
    """JPEG, AVIF and PNG, read back by another program, say all that was written (§ 95c UrhG)."""
    renditions = made(samples.saved(samples.corners()), RIGHTS)
    assert {format_ for format_, _ in renditions} == set(Format)
    for _format, content in renditions:
        found = read_metadata(content).rights
        assert (found.creators, found.credit, found.source) == (RIGHTS.creators, RIGHTS.credit, RIGHTS.source)
        assert (found.copyright, found.usage_terms) == (RIGHTS.copyright, RIGHTS.usage_terms)
        assert (found.web_statement, found.licence) == (RIGHTS.web_statement, RIGHTS.licence)
        assert (found.instructions, found.digital_source_type) == (
            RIGHTS.instructions,
            RIGHTS.digital_source_type,
        )


def test_exif_says_it_too() -> None:
    """File managers read EXIF: artist and copyright stand there in UTF-8."""
    for format_, content in made(samples.saved(samples.corners()), RIGHTS):
        raw = Image.open(io.BytesIO(content)).info["exif"]
        assert "Jana Öz; Piet de Vries".encode() in raw, format_
        assert "© Stadt".encode() in raw, format_


def test_iim_says_it_in_jpeg() -> None:
    """Archive systems read IPTC-IIM: it stands in the JPEGs, whole and as UTF-8."""
    for format_, content in made(samples.saved(samples.corners()), RIGHTS):
        if format_ is Format.JPEG:
            image = exiv2.ImageFactory.open(content)
            image.readMetadata()
            found = {datum.key(): str(datum.value()) for datum in image.iptcData()}
            assert found["Iptc.Application2.Credit"] == RIGHTS.credit
            assert image.iptcData().detectCharset() == "UTF-8"


def test_other_rights_are_kept_word_for_word() -> None:
    """Licensor, data mining, contact of the creator: what the picture came with goes on."""
    data = samples.tagged(
        samples.saved(samples.corners()),
        {
            "Xmp.plus.Licensor": exiv2.XmpTextValue('type="Bag"'),
            "Xmp.plus.Licensor[1]/plus:LicensorName": "Agentur & Co",
            "Xmp.plus.Licensor[1]/plus:LicensorURL": "https://agentur.example/",
            "Xmp.plus.DataMining": "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
            "Xmp.iptc.CreatorContactInfo/Iptc4xmpCore:CiUrlWork": "https://oez.example/",
            "Xmp.xmpRights.Owner": exiv2.XmpArrayValue(["Amt"], exiv2.TypeId.xmpBag),
            "Xmp.dc.title": samples.lang_alt(default="Stand 7"),
        },
    )
    own = read_metadata(data).rights
    assert own.others
    for _format, content in made(data, own):
        assert read_metadata(content).rights == own


def test_place_and_device_are_gone() -> None:
    """No position, serial number, maker's note or thumbnail is left, in whatever part it stood."""
    data = samples.tagged(
        samples.saved(samples.corners()),
        {
            "Xmp.exif.GPSLatitude": "51,30.4711N",
            "Xmp.exif.GPSLongitude": "7,27.9123E",
            "Xmp.aux.SerialNumber": "SN0815XMP",
            "Xmp.iptcExt.LocationCreated": exiv2.XmpTextValue('type="Bag"'),
            "Xmp.iptcExt.LocationCreated[1]/Iptc4xmpExt:City": "GeheimStadt",
            "Xmp.photoshop.Credit": "Amt",
        },
        {
            "Exif.GPSInfo.GPSLatitude": "51/1 30/1 4711/100",
            "Exif.Photo.BodySerialNumber": "SN0815EXIF",
            "Exif.Image.Make": "KameraMarke",
            "Exif.Photo.MakerNote": "71 101 104 101 105 109",
        },
    )
    data = with_thumbnail(data)
    for _format, content in made(data, read_metadata(data).rights):
        for secret in (
            b"GPS",
            b"SN0815",
            b"KameraMarke",
            b"51,30",
            b"GeheimStadt",
            b"Geheim",
            b"SerialNumber",
        ):
            assert secret not in content
        assert content.count(b"\xff\xd8\xff") <= 1
        image = exiv2.ImageFactory.open(content)
        image.readMetadata()
        assert {datum.key() for datum in image.exifData()} <= {"Exif.Image.Artist", "Exif.Image.Copyright"}


def test_nothing_to_say_writes_nothing() -> None:
    """A picture without rights information gets none invented."""
    for _format, content in made(samples.saved(samples.corners()), Rights()):
        image = exiv2.ImageFactory.open(content)
        image.readMetadata()
        assert not list(image.xmpData()) and not list(image.exifData()) and not list(image.iptcData())


def test_oversized_rights_keep_the_essential() -> None:
    """Where a packet would not fit into a JPEG, the fields of the standard go in and the rest stays out."""
    others = tuple(Entry(f"Xmp.plus.Custom{n}", "text", ("x" * 4000,)) for n in range(20))
    rights = Rights(credit="Amt", others=others)
    for _format, content in made(samples.saved(samples.corners()), rights):
        assert read_metadata(content).rights.credit == "Amt"


def test_a_property_nobody_knows_does_no_harm() -> None:
    """A property of an unknown namespace is left out, the rest is written."""
    rights = Rights(credit="Amt", others=(Entry("Xmp.unheard.Of", "text", ("x",)),))
    assert b"Amt" in imprint(rights).xmp


@pytest.mark.parametrize(
    "text", ['type="Bag"', 'type="Struct"', "lang=x Amt", "]]>", "<!--", "&amp;", "ﷺ", "\U0001f4f7"]
)
def test_texts_that_look_like_syntax(text: str) -> None:
    """A credit is written as it stands, whatever it looks like."""
    for _format, content in made(samples.saved(samples.corners()), Rights(credit=text, usage_terms=Words(common=text))):
        found = read_metadata(content).rights
        assert (found.credit, found.usage_terms.common) == (text, text)


def with_thumbnail(data: bytes) -> bytes:
    """The file with a small JPEG of itself in its EXIF, as cameras put it."""
    image = exiv2.ImageFactory.open(data)
    image.readMetadata()
    exiv2.ExifThumb(image.exifData()).setJpegThumbnail(samples.saved(samples.corners(160, 120)))
    image.writeMetadata()
    return bytes(image.io().mmap())
