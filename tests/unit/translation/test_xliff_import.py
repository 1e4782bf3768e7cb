"""Translations back from an agency."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.newsroom.problem import Level
from plugins.translation.segment import Segment, Tag, TagKind
from plugins.translation.xliff import Document, Unit, export_segments, unit_ids
from plugins.translation.xliff_import import Imported, import_segments

TITLE = Segment("title", "title", "Haus und Hof", (), 2)
BODY = Segment(
    "body/paragraph",
    "paragraph",
    'Das <g id="1">Haus</g> von <x id="2"/>',
    (Tag(1, TagKind.LINK, "[", "](u)"), Tag(2, TagKind.NAME, "Julia", visible="Julia")),
    7,
)
DOCUMENT = Document("reports/2024/kanada", "de", "nl", (Unit(TITLE), Unit(BODY)))
ANSWERS = {"title": "Huis en hof", "body/paragraph": 'Het <g id="1">huis</g> van <x id="2"/>'}
FILLED = Document(
    DOCUMENT.original,
    "de",
    "nl",
    tuple(Unit(unit.segment, ANSWERS[unit.segment.key], "translated") for unit in DOCUMENT.units),
)


def back(change: Callable[[str], str] = str) -> Imported:
    """What comes of the agency's file after something was done to it."""
    return import_segments(change(export_segments([FILLED]).decode()).encode(), [DOCUMENT], "agency.xlf")


def codes(found: Imported) -> list[str]:
    """The codes of its problems."""
    return [problem.code for problem in found.problems]


def test_a_good_file() -> None:
    """Every segment with its translation and state, in the report's order."""
    found = back()
    assert found.problems == ()
    (document,) = found.documents
    assert (document.original, document.target) == ("reports/2024/kanada", "nl")
    assert [(s.segment, s.target, s.state) for s in document.segments] == [
        (TITLE, ANSWERS["title"], "translated"),
        (BODY, ANSWERS["body/paragraph"], "translated"),
    ]


def test_moved_tags_are_grammar() -> None:
    """Another order is no fault."""
    assert (
        back(
            lambda t: t.replace("Het <g", '<x id="2"/>s <g').replace(
                'van <x id="2" ctype="x-name" equiv-text="Julia"/></target>', "</target>"
            )
        ).problems
        == ()
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('target-language="nl"', 'target-language="fr"', "xliff-language"),
        ('source-language="de"', 'source-language="en"', "xliff-language"),
        ("reports/2024/kanada", "reports/2024/other", "xliff-unknown-file"),
        ("<source>Haus", "<source>Häuser", "xliff-source-changed"),
        ('id="title-', 'id="titel-', "xliff-unknown-unit"),
        (">huis</g>", '>huis</g><ph id="9"/>', "xliff-inline"),
        ('>Het <g id="1" ctype="link">huis</g>', ">Het huis", "xliff-tags"),
        ("van <x", 'van <x id="2"/><x', "xliff-tags"),
        ("van <x", 'van <x id="7"/><x', "xliff-tags"),
        ("Huis en hof", "", "xliff-untranslated"),
        ("Huis en hof", "  ", "xliff-untranslated"),
    ],
)
def test_what_does_not_fit_is_told_and_left_out(old: str, new: str, code: str) -> None:
    """With the line; the rest of the file is taken."""
    found = back(lambda text: text.replace(old, new))
    assert code in codes(found)
    told = next(problem for problem in found.problems if problem.code == code)
    assert told.file == "agency.xlf"
    assert told.line > 1
    assert sum(len(document.segments) for document in found.documents) < 2


def test_regions_will_do() -> None:
    """Agencies write ``nl-NL``."""
    assert back(lambda t: t.replace('"nl"', '"nl-NL"').replace('"de"', '"de_DE"')).problems == ()


def test_a_missing_unit_is_a_warning() -> None:
    """The rest is taken."""
    (name, _) = unit_ids([TITLE, BODY])
    half = Document(DOCUMENT.original, "de", "nl", FILLED.units[1:])
    found = import_segments(export_segments([half]), [DOCUMENT], "agency.xlf")
    assert codes(found) == ["xliff-missing-unit"]
    assert name in found.problems[0].found
    assert found.problems[0].level is Level.WARNING
    assert len(found.documents[0].segments) == 1


def test_doubled_units_are_both_left_out() -> None:
    """Nobody knows which is meant."""
    text = export_segments([FILLED]).decode()
    start, end = text.index("      <trans-unit"), text.index("</trans-unit>\n") + len("</trans-unit>\n")
    found = import_segments((text[:end] + text[start:end] + text[end:]).encode(), [DOCUMENT], "agency.xlf")
    assert codes(found) == ["xliff-doubled-unit", "xliff-doubled-unit"]
    assert [s.segment for s in found.documents[0].segments] == [BODY]


def test_several_reports_in_one_file() -> None:
    """Each finds its own."""
    other = Document("reports/2024/bsr", "de", "nl", (Unit(TITLE, "Huis"),))
    found = import_segments(export_segments([FILLED, other]), [other, DOCUMENT], "agency.xlf")
    assert [document.original for document in found.documents] == ["reports/2024/kanada", "reports/2024/bsr"]
    assert found.problems == ()


@pytest.mark.parametrize(("data", "code"), [(b"no xml", "xliff-not-xml"), (b'<xliff version="1.2"/>', "xliff-empty")])
def test_a_file_with_nothing_in_it(data: bytes, code: str) -> None:
    """A problem, and no translation."""
    found = import_segments(data, [DOCUMENT], "agency.xlf")
    assert codes(found) == [code]
    assert found.documents == ()
