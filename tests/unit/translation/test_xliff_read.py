"""XLIFF files from elsewhere, also hostile ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation import xliff_read
from plugins.translation.xliff_read import ReadUnit, UnreadableError, read_xliff

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file target-language="nl" original="r" source-language="de"><body>
{}
</body></file></xliff>"""


def units(body: str) -> tuple[ReadUnit, ...]:
    """The units of a file with that body."""
    return read_xliff(FILE.format(body).encode(), "a.xlf")[0].units


def refused(data: bytes) -> str:
    """The code of the problem that refuses ``data``."""
    with pytest.raises(UnreadableError) as caught:
        read_xliff(data, "a.xlf")
    assert caught.value.problem.file == "a.xlf"
    return caught.value.problem.code


def test_a_unit() -> None:
    """Attributes in any order, the line, state and approval."""
    (unit,) = units(
        '<trans-unit xml:space="preserve" approved="yes" id="t-1"><source>Das <x equiv-text="A" id="2"/></source>\n'
        '<target xml:lang="nl" state="signed-off">Het <x ctype="x-name" id="2"/></target></trans-unit>'
    )
    assert unit == ReadUnit("t-1", 4, 'Das <x id="2"/>', 'Het <x id="2"/>', "signed-off", "", True, ())


def test_what_agencies_tools_add_is_looked_through() -> None:
    """Marks, segmented sources, alternative translations, notes, groups."""
    (unit,) = units(
        '<group id="g"><trans-unit id="t"><source>Haus. Hof.</source>'
        '<seg-source><mrk mtype="seg" mid="1">Haus.</mrk> <mrk mtype="seg" mid="2">Hof.</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">Huis.</mrk> <mrk mtype="seg" mid="2">Hof.</mrk></target>'
        "<note>target</note>"
        '<alt-trans><source>falsch</source><target state="final">fout</target></alt-trans>'
        "</trans-unit></group>"
    )
    assert (unit.source, unit.target, unit.state) == ("Haus. Hof.", "Huis. Hof.", "")


def test_other_inline_elements_are_told() -> None:
    """They stand for something we did not send."""
    (unit,) = units(
        '<trans-unit id="t"><source>a</source><target>b<ph id="1">x</ph><g id="z">c</g></target></trans-unit>'
    )
    assert unit.foreign == ("ph", "g")


def test_no_target_is_none_and_an_empty_one_is_empty() -> None:
    """Two different things."""
    one, two = units(
        '<trans-unit id="a"><source>a</source></trans-unit><trans-unit id="b"><source>a</source><target/></trans-unit>'
    )
    assert (one.target, two.target) == (None, "")


def test_entities_of_xml_itself_are_read() -> None:
    """The five, and numbers."""
    (unit,) = units('<trans-unit id="a"><source>R&amp;D &lt; &#228;</source></trans-unit>')
    assert unit.source == "R&amp;D &lt; ä"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xliff-not-xml"),
        (b"<xliff version='1.2'>", "xliff-not-xml"),
        (b"PK\x03\x04", "xliff-not-xml"),
        (b'<?xml version="1.0" encoding="no-such"?><xliff version="1.2"/>', "xliff-not-xml"),
        (b"<html/>", "xliff-version"),
        (b'<xliff version="2.0"/>', "xliff-version"),
        (b'<!DOCTYPE xliff><xliff version="1.2"/>', "xliff-doctype"),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2"><file>&a;</file></xliff>',
            "xliff-doctype",
        ),
        (
            b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff version="1.2">&b;</xliff>',
            "xliff-doctype",
        ),
        (b'<xliff version="1.2">' + b"<g>" * 200 + b"</g>" * 200 + b"</xliff>", "xliff-not-xml"),
        (b'<xliff version="1.2">&nbsp;</xliff>', "xliff-not-xml"),
    ],
)
def test_files_that_are_refused(data: bytes, code: str) -> None:
    """No XML, another version, a DOCTYPE with or without entities, nesting without end."""
    assert refused(data) == code


def test_a_file_too_big_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is 20 MB."""
    monkeypatch.setattr(xliff_read, "MOST_BYTES", 10)
    assert refused(b'<xliff version="1.2"/>') == "xliff-too-big"


@given(st.binary())
def test_reading_is_total(data: bytes) -> None:
    """Read, or refused with a problem."""
    try:
        read_xliff(data, "a.xlf")
    except UnreadableError as fault:
        assert fault.problem.found


@given(st.text('<>/xgtransuoecid="1 -&;', max_size=60))
def test_units_of_any_making(body: str) -> None:
    """Read, or refused with a problem."""
    try:
        read_xliff(FILE.format(body).encode(), "a.xlf")
    except UnreadableError as fault:
        assert fault.problem.line >= 1
