"""Segments as XLIFF 1.2."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.inner import trimmed
from plugins.translation.segment import Segment, Tag, TagKind
from plugins.translation.xliff import NAMESPACE, Document, Unit, export_segments, unit_ids
from plugins.translation.xliff_import import import_segments
from tests.unit.translation.engines.strategies import segments

SEGMENT = Segment(
    "body/paragraph",
    "paragraph",
    'Das <g id="1">Haus</g> &amp; <x id="2"/>',
    (Tag(1, TagKind.LINK, "[", "](u)"), Tag(2, TagKind.NAME, "Ö", visible='"Öl" & Co')),
    7,
)
DOCUMENT = Document("reports/2024/kanada", "de", "nl", (Unit(SEGMENT), Unit(Segment("title", "title", "Haus"), "Huis")))


def test_the_file() -> None:
    """Fixed here letter by letter: agencies' tools are picky."""
    one, two = unit_ids(unit.segment for unit in DOCUMENT.units)
    assert (
        export_segments([DOCUMENT]).decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="{NAMESPACE}">
  <file original="reports/2024/kanada" source-language="de" target-language="nl" datatype="plaintext">
    <body>
      <trans-unit id="{one}" resname="body/paragraph" restype="x-paragraph" xml:space="preserve">
        <source>Das <g id="1" ctype="link">Haus</g> &amp; <x id="2" ctype="x-name" equiv-text='"Öl" &amp; Co'/></source>
      </trans-unit>
      <trans-unit id="{two}" resname="title" restype="x-title" xml:space="preserve">
        <source>Haus</source>
        <target state="needs-translation">Huis</target>
      </trans-unit>
    </body>
  </file>
</xliff>
"""
    )


def test_ids_tell_key_and_text() -> None:
    """The same paragraph has the same id wherever it stands; a changed one has another."""
    changed = replace(SEGMENT, text="Das Haus")
    same, other, twin = unit_ids([SEGMENT, changed, SEGMENT])
    assert same.startswith("body-paragraph-")
    assert len({same, other, twin}) == 3
    assert unit_ids([changed, SEGMENT])[1] == same


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A report whose translations are other texts with the same tags."""
    found = [
        replace(segment, text=trimmed(segment.text), key=f"body/{number}")
        for number, segment in enumerate(draw(st.lists(segments(), max_size=4)))
    ]
    units = tuple(Unit(s, s.text, draw(st.sampled_from(["translated", "final"]))) for s in found if s.text)
    return Document(draw(st.from_regex(r"reports/[a-z0-9äß&<' -]{1,8}", fullmatch=True)), "de", "nl", units)


@given(documents())
def test_round_trip(document: Document) -> None:
    """Everything comes back as it went, whatever letters and tags."""
    data = export_segments([document])
    ET.fromstring(data)
    found = import_segments(data, [document], "a.xlf")
    assert found.problems == ()
    (back,) = found.documents
    assert [(s.segment, s.target, s.state) for s in back.segments] == [
        (unit.segment, unit.target, unit.state) for unit in document.units
    ]


def test_what_xml_cannot_carry_is_left_out() -> None:
    """A control character in a text does not spoil the file."""
    document = Document("r", "de", "nl", (Unit(Segment("title", "title", "a\x00\ufffe\x0bb"), "c"),))
    data = export_segments([document])
    ET.fromstring(data)
    assert import_segments(data, [document], "a.xlf").problems == ()
