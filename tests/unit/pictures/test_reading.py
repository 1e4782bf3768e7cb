"""What a picture's own metadata is read as."""

from __future__ import annotations

import exiv2
import pytest
from PIL import Image

from plugins.newsroom.model import Words
from plugins.pictures.metadata import NOTHING, Rights
from plugins.pictures.reading import read_metadata
from tests.unit.pictures import samples

PLAIN = samples.saved(samples.corners())
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def test_without_metadata() -> None:
    """A picture that says nothing of itself gives nothing."""
    assert read_metadata(PLAIN) == NOTHING


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_words_per_language(kind: str) -> None:
    """Caption, alt text and long description are read in their languages."""
    data = samples.tagged(
        samples.saved(samples.corners(), kind),
        {
            "Xmp.dc.description": samples.lang_alt(default="Am Stand", de="Am Stand", nl="Bij de stand"),
            "Xmp.iptc.AltTextAccessibility": samples.lang_alt(default="Zwei Personen", nl="Twee personen"),
            "Xmp.iptc.ExtDescrAccessibility": samples.lang_alt(default="Lang"),
        },
    )
    found = read_metadata(data)
    assert found.caption == Words((("de", "Am Stand"), ("nl", "Bij de stand")), "Am Stand")
    assert found.alt == Words((("nl", "Twee personen"),), "Zwei Personen")
    assert found.description == Words((), "Lang")


def test_rights_of_xmp() -> None:
    """All that says whose a picture is comes from XMP first."""
    data = samples.tagged(
        PLAIN,
        {
            "Xmp.dc.creator": exiv2.XmpArrayValue(["Jana Öz", "Piet de Vries"], exiv2.TypeId.xmpSeq),
            "Xmp.photoshop.Credit": "Amt | Öz",
            "Xmp.photoshop.Source": "Archiv",
            "Xmp.photoshop.Instructions": "Nur redaktionell",
            "Xmp.dc.rights": samples.lang_alt(default="© Amt"),
            "Xmp.xmpRights.UsageTerms": samples.lang_alt(default="Frei", nl="Vrij"),
            "Xmp.xmpRights.WebStatement": "https://rechte.example/",
            "Xmp.iptcExt.DigitalSourceType": AI,
        },
    )
    rights = read_metadata(data).rights
    assert rights.creators == ("Jana Öz", "Piet de Vries")
    assert (rights.credit, rights.source, rights.instructions) == ("Amt | Öz", "Archiv", "Nur redaktionell")
    assert rights.copyright == Words(common="© Amt")
    assert rights.usage_terms == Words((("nl", "Vrij"),), "Frei")
    assert rights.web_statement == "https://rechte.example/"
    assert rights.source_term == "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    ("encoding", "charset"), [("latin-1", b""), ("cp1252", b""), ("utf-8", b""), ("utf-8", b"\x1b%G")]
)
def test_iim_in_any_encoding(encoding: str, charset: bytes) -> None:
    """IPTC-IIM is read in Latin-1 as in UTF-8, also where it does not say which it is."""
    segment = samples.iim(
        (80, "Jürgen Größe".encode(encoding)),
        (110, "Wirtschaftsförderung | Öz".encode(encoding)),
        (116, "© Stadt Münster".encode(encoding)),
        (120, "Am Stand: „Türöffner“".encode(encoding) if encoding != "latin-1" else b"T\xfcr"),
        charset=charset,
    )
    found = read_metadata(samples.saved(samples.corners(), extra=segment))
    assert found.rights.creators == ("Jürgen Größe",)
    assert found.rights.credit == "Wirtschaftsförderung | Öz"
    assert found.rights.copyright == Words(common="© Stadt Münster")
    assert "ür" in found.caption.common or "Tür" in found.caption.common


def test_iim_that_lies_about_utf8() -> None:
    """Latin-1 that calls itself UTF-8 loses a letter, never the build."""
    segment = samples.iim((80, b"J\xfcrgen"), charset=b"\x1b%G")
    (name,) = read_metadata(samples.saved(samples.corners(), extra=segment)).rights.creators
    assert name.endswith("rgen")


def test_several_bylines() -> None:
    """Two photographers are two creators."""
    segment = samples.iim((80, b"A"), (80, b"B"))
    assert read_metadata(samples.saved(samples.corners(), extra=segment)).rights.creators == ("A", "B")


def test_exif_as_last_resort() -> None:
    """What a camera was told to write counts where nothing else is said."""
    tags = Image.Exif()
    tags[0x013B], tags[0x8298] = "Jörg Vögele".encode(), b"\xa9 Amt"
    rights = read_metadata(samples.saved(samples.corners(), exif=tags.tobytes())).rights
    assert rights == Rights(creators=("Jörg Vögele",), copyright=Words(common="© Amt"))


def test_camera_s_description_is_no_caption() -> None:
    """EXIF ImageDescription is the camera's name as often as not, and left alone."""
    tags = Image.Exif()
    tags[0x010E] = "OLYMPUS DIGITAL CAMERA"
    assert read_metadata(samples.saved(samples.corners(), exif=tags.tobytes())) == NOTHING


def test_script_is_text() -> None:
    """Markup in metadata stays the text it is; who shows it escapes it."""
    evil = '<script>alert("x")</script> & <b>'
    data = samples.tagged(PLAIN, {"Xmp.dc.description": samples.lang_alt(default=evil)})
    assert read_metadata(data).caption.common == evil


def test_control_characters_go() -> None:
    """Characters that no page can hold are dropped, line breaks stay."""
    segment = samples.iim((120, b"A\x00\x08B\nC"))
    assert read_metadata(samples.saved(samples.corners(), extra=segment)).caption.common == "AB\nC"


def test_endless_text_is_cut() -> None:
    """A text of a hundred thousand letters is cut at what a caption may have."""
    data = samples.tagged(samples.saved(samples.corners(), "PNG"), {"Xmp.photoshop.Credit": "x" * 100_000})
    assert len(read_metadata(data).rights.credit) == 4_000


@pytest.mark.parametrize(
    "packet",
    [
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF',
        b"\xff\xfe\x00garbage",
        b"<!DOCTYPE a [<!ENTITY b 'cccc'>]><a>&b;</a>",
    ],
)
def test_broken_packet(packet: bytes) -> None:
    """Unreadable XMP is said to be broken, and IIM beside it still counts."""
    segment = samples.iim((110, b"Amt"))
    found = read_metadata(samples.saved(samples.corners(), xmp=packet, extra=segment))
    assert found.broken
    assert found.rights.credit == "Amt"


@pytest.mark.parametrize("data", [b"", b"x", PLAIN[:3], PLAIN[:40], bytes(100)])
def test_no_picture_at_all(data: bytes) -> None:
    """Whatever the bytes, there is an answer."""
    assert read_metadata(data).rights == Rights()


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (AI, "trainedAlgorithmicMedia"),
        ("digsrctype:digitalCapture", "digitalCapture"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation/", "digitalCreation"),
        ("algorithmicMedia", "algorithmicMedia"),
        ("", ""),
    ],
)
def test_digital_source_type(value: str, term: str) -> None:
    """The term is found in an address as in a code."""
    assert Rights(digital_source_type=value).source_term == term


@pytest.mark.parametrize("address", ["javascript://example.org/%0aalert(1)", "data:text/html,x", "ftp://example.org/"])
def test_an_address_that_is_none_of_the_web_is_dropped_and_told(address: str) -> None:
    """It would be written into every rendition."""
    found = read_metadata(samples.tagged(PLAIN, {"Xmp.xmpRights.WebStatement": address}))
    assert (found.rights.web_statement, found.refused) == ("", (address,))


def test_a_web_address_is_kept() -> None:
    """A licence by its address is a licence."""
    address = "https://creativecommons.org/licenses/by/4.0/"
    found = read_metadata(samples.tagged(PLAIN, {"Xmp.xmpRights.WebStatement": address}))
    assert (found.rights.web_statement, found.refused) == (address, ())


def test_the_days_of_an_agency_are_read() -> None:
    """Until when, and from when on, a picture may be used (IIM 2:37 and 2:30)."""
    found = read_metadata(PLAIN[:2] + samples.iim((37, b"20200131")) + PLAIN[2:])
    assert (found.expires, found.embargo) == ("2020-01-31", "")
