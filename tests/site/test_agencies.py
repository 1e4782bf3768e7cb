"""Segments travel to an agency as XLIFF, and come back through the same gate."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.etree
import polib
import pytest

from tests.site.desk import by_hand, catalogue, entries, run
from tests.site.newsroom import Newsroom, report

BODY = "Es kamen 22 Gäste aus [Kanada](https://canada.example) nach Hannover.\n\n## Forschung und Entwicklung"
DUTCH = {
    "Bericht eins": "Verslag een",
    "Kurz gesagt zu eins.": "Kort gezegd over een.",
    "Der erste Absatz von eins.": "De eerste alinea van een.",
    "Forschung und Entwicklung": "Onderzoek en ontwikkeling",
}
LONG = 'Er kwamen 22 gasten uit <g id="1">Canada</g> naar Hannover.'


@pytest.fixture
def file(newsroom: Newsroom, tmp_path: Path) -> Path:
    """What the Dutch edition of a report lacks, exported."""
    newsroom.write(report("eins", body=BODY))
    path = tmp_path / "eins.xlf"
    assert run(newsroom, lang="nl", export=str(path)) == 0
    return path


def translated(file: Path, long: str = LONG, state: str = "translated") -> None:
    """Puts the agency's Dutch into the file."""
    text = file.read_text("utf-8")

    def unit(match: re.Match[str]) -> str:
        source = match[1]
        words = DUTCH.get(source) or long
        return f'<source>{source}</source><target state="{state}">{words}</target>'

    file.write_text(re.sub(r"<source>(.*?)</source>", unit, text), "utf-8")


def test_an_export_holds_what_is_wanted_and_asks_nobody(file: Path) -> None:
    """A unit per segment, with the kinds of its tags."""
    tree = lxml.etree.parse(file)
    names = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    assert len(tree.findall(".//x:trans-unit", names)) == 5
    assert [file.get("target-language") for file in tree.iterfind(".//x:file", names)] == ["nl"]
    assert next(tree.iterfind(".//x:g", names)).get("ctype") == "link"


def test_an_agencys_words_are_a_persons(newsroom: Newsroom, file: Path) -> None:
    """Not fuzzy, never overwritten, and the translator is named to readers."""
    translated(file)
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 0
    assert not any(entry.fuzzy for entry in entries(newsroom, "reports/eins/nl.po").values())
    newsroom.build()
    [page] = [p for p in newsroom.output() if p.startswith("nl/2024/") and p.endswith("index.html")]
    assert "Er kwamen 22 gasten" in newsroom.read(page)
    assert "machinaal vertaald" not in newsroom.read(page)
    assert run(newsroom, lang="nl", budget="0") == 0


def test_a_machines_words_are_marked(newsroom: Newsroom, file: Path) -> None:
    """What eTranslation gives comes without a translator's name."""
    translated(file)
    assert run(newsroom, lang="nl", bring=str(file), engine="etranslation") == 0
    assert all(entry.fuzzy for entry in entries(newsroom, "reports/eins/nl.po").values())
    newsroom.build()
    [page] = [p for p in newsroom.output() if p.startswith("nl/2024/") and p.endswith("index.html")]
    assert "machinaal vertaald" in newsroom.read(page)


@pytest.mark.parametrize(
    ("long", "check"),
    [
        ("Er kwamen 22 gasten uit Canada naar Hannover.", "xliff-tags"),
        ('MYMEMORY WARNING: <g id="1">no</g> quota', "engine-error"),
        ('There came 22 guests from <g id="1">Canada</g> to the fair at Hannover.', "language"),
    ],
)
def test_what_the_gate_blocks_stays_out(
    newsroom: Newsroom, file: Path, capsys: pytest.CaptureFixture[str], long: str, check: str
) -> None:
    """The other units are taken, and the problem names the line of the file."""
    translated(file, long)
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 1
    assert check in capsys.readouterr().err
    found = entries(newsroom, "reports/eins/nl.po")
    assert found["Bericht eins"].msgstr == "Verslag een"
    assert [entry.msgstr for source, entry in found.items() if "22" in source] == [""]


def test_what_must_be_answered_stands_beside_the_words(newsroom: Newsroom, file: Path) -> None:
    """A number that is missing is asked about, and nobody stands behind the text until somebody has answered."""
    translated(file, LONG.replace("22 gasten", "gasten"))
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 0
    [entry] = [entry for source, entry in entries(newsroom, "reports/eins/nl.po").items() if "22" in source]
    assert "gasten" in entry.msgstr and entry.fuzzy
    assert "finding: answer: number" in entry.comment


def test_a_number_that_contradicts_stays_out(newsroom: Newsroom, file: Path) -> None:
    """Also from an agency."""
    translated(file, LONG.replace("22", "23"))
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 1
    [entry] = [entry for source, entry in entries(newsroom, "reports/eins/nl.po").items() if "22" in source]
    assert entry.msgstr == ""


def test_a_changed_source_is_told(newsroom: Newsroom, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its words belong to another text now."""
    translated(file)
    newsroom.write(report("eins", body=BODY.replace("22 Gäste", "30 Gäste")))
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 1
    assert "xliff-unknown-unit" in capsys.readouterr().err
    assert not any("gasten" in entry.msgstr for entry in entries(newsroom, "reports/eins/nl.po").values())


def test_an_agency_replaces_a_machine_but_no_person(newsroom: Newsroom, file: Path) -> None:
    """Between export and import a machine filled everything, and a person wrote one text anew."""
    translated(file)
    run(newsroom, lang="nl")
    by_hand(newsroom, "reports/eins/nl.po", "Bericht eins", "Mijn eigen titel")
    assert run(newsroom, lang="nl", bring=str(file), by="Taalbureau Test") == 1
    found = entries(newsroom, "reports/eins/nl.po")
    assert found["Bericht eins"].msgstr == "Mijn eigen titel"
    assert found["Forschung und Entwicklung"].msgstr == "Onderzoek en ontwikkeling"
    assert polib.pofile(str(catalogue(newsroom, "reports/eins/nl.po"))).metadata["X-Translator"] == "Taalbureau Test"


def test_confidential_text_goes_out_only_where_it_is_named(
    newsroom: Newsroom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export of everything leaves it out and says so."""
    newsroom.write(report("eins") + report("geheim", more="confidential: true"))
    every, one = tmp_path / "every.xlf", tmp_path / "one.xlf"
    assert run(newsroom, export=str(every)) == 0
    assert "geheim" not in every.read_text("utf-8")
    assert "1 report under embargo or confidential left out" in capsys.readouterr().out
    assert run(newsroom, export=str(one), reports=("geheim",)) == 0
    assert "geheim" in one.read_text("utf-8")


@pytest.mark.parametrize("data", [b"", b"<xliff", b"not xml", b"\xff\xfe\x00", b"<html></html>"])
def test_a_file_that_is_no_xliff_changes_nothing(newsroom: Newsroom, file: Path, data: bytes) -> None:
    """A sentence, and code 1."""
    file.write_bytes(data)
    assert run(newsroom, lang="nl", bring=str(file)) == 1
    assert not catalogue(newsroom, "reports/eins/nl.po").exists()


def test_wrong_use_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    """A file that is not there, two things at once."""
    newsroom.write(report("eins"))
    assert run(newsroom, bring=str(tmp_path / "absent.xlf")) == 2
    assert run(newsroom, bring="a.xlf", export="b.xlf") == 2
