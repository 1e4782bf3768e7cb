"""XMP properties as plain values, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.pictures.entries import clean, entries_of, is_kept, to_xmp
from plugins.pictures.metadata import Entry
from tests.unit.pictures import samples

LICENSOR = (
    Entry("Xmp.plus.Licensor", "text", ('type="Bag"',)),
    Entry("Xmp.plus.Licensor[1]", "text", ('type="Struct"',)),
    Entry("Xmp.plus.Licensor[1]/plus:LicensorName", "text", ("Agentur",)),
)


def test_there_and_back() -> None:
    """Texts, languages, lists and structures come back as they were."""
    entries = (
        Entry("Xmp.photoshop.Credit", "text", ("Amt, | <Öz>",)),
        Entry("Xmp.xmpRights.UsageTerms", "lang", ("x-default", "Frei", "nl", "Vrij")),
        Entry("Xmp.dc.creator", "seq", ("A, B", "C")),
        Entry("Xmp.xmpRights.Owner", "bag", ("D",)),
        *LICENSOR,
    )
    assert tuple(entries_of(to_xmp(entries))) == entries


def test_what_is_kept() -> None:
    """Rights are kept; place, device, history and words are not."""
    assert is_kept("Xmp.plus.DataMining") and is_kept("Xmp.xmpRights.Owner") and is_kept("Xmp.cc.license")
    for key in ("Xmp.exif.GPSLatitude", "Xmp.aux.SerialNumber", "Xmp.xmpMM.History", "Xmp.dc.description"):
        assert not is_kept(key)


def test_thousands_of_properties_are_cut() -> None:
    """A packet with no end has one here."""
    many = to_xmp(Entry(f"Xmp.plus.Custom{n}", "text", ("x",)) for n in range(900))
    assert len(list(entries_of(many))) == 400


def test_creative_commons_is_known() -> None:
    """The namespace of Creative Commons, which exiv2 lacks, is taught to it."""
    assert samples.saved(samples.corners())
    (entry,) = entries_of(to_xmp([Entry("Xmp.cc.license", "text", ("https://creativecommons.org/licenses/by/4.0/",))]))
    assert entry.key == "Xmp.cc.license"


@given(st.text(max_size=60))
def test_clean_text_can_stand_in_xml(text: str) -> None:
    """What is left holds no character that XML forbids, and cleaning it again changes nothing."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(c < " " and c not in "\n\t" for c in cleaned)
    (entry,) = entries_of(to_xmp([Entry("Xmp.dc.rights", "lang", ("x-default", cleaned))]))
    assert entry.values == ("x-default", cleaned)
