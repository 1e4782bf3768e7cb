"""What an agency sends back: whose words they are then, and what is not taken."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from plugins.cli.workspace import open_workspace
from plugins.translation.catalogue import Catalogue
from plugins.translation.po_read import read_catalogue
from plugins.translation.states import coverage
from tests.site.desk import catalogue, folders, run
from tests.site.newsroom import Newsroom

REPORT = """-- content/reports/2024/messe/report.yaml --
date: 2024-05-02
source_language: de
status: published
-- content/reports/2024/messe/de.md --
---
title: Kanada kommt nach Hannover
teaser: 22 Gäste sprachen über Forschung.
---
Es kamen **22 Gäste** aus Kanada nach Hannover und sprachen lange.

Das Land fördert das Projekt mit 3,5 Millionen Euro bis zum 3. April 2026.
"""
DUTCH = {
    "Kanada kommt": "Canada komt naar Hannover",
    "sprachen über": "22 gasten spraken over onderzoek.",
    "Es kamen": 'Er kwamen <g id="1">22 gasten</g> uit Canada naar Hannover en ze spraken lang.',
    "Das Land": "De deelstaat steunt het project tot 3 april 2026 met 3,5 miljoen euro.",
}


@pytest.fixture
def exported(newsroom: Newsroom) -> str:
    """The file that went to the agency, for Dutch."""
    newsroom.write(REPORT)
    file = newsroom.root / "aus.xlf"
    assert run(newsroom, lang="nl", export=str(file)) == 0
    return file.read_text("utf-8")


def translated(exported: str, words: Mapping[str, str], attributes: str = 'state="translated"') -> str:
    """The file as the agency sends it back."""
    lines = []
    for line in exported.splitlines():
        lines.append(line)
        if "<source>" in line:
            plain = line.replace('<g id="1" ctype="x-emphasis">', "")
            found = next(target for start, target in words.items() if start in plain)
            lines.append(f"<target {attributes}>{found}</target>")
    return "\n".join(lines) + "\n"


def brought(newsroom: Newsroom, text: str, by: str = "Agency", lang: str = "nl") -> tuple[int, str]:
    """(exit code, how the language version then stands) of an import."""
    file = newsroom.root / "ein.xlf"
    file.write_text(text, "utf-8")
    code = run(newsroom, bring=str(file), by=by)
    report = open_workspace(*folders(newsroom)[:2]).report("messe")
    found = kept(newsroom, lang)
    return code, coverage(report, [found] if found else [], (lang,))[0].state.value


def kept(newsroom: Newsroom, lang: str) -> Catalogue | None:
    """The catalogue, if one was written."""
    path = catalogue(newsroom, f"reports/messe/{lang}.po")
    return read_catalogue(path.read_bytes(), str(path), lang).catalogue if path.exists() else None


def test_finished_words_are_the_agencys(newsroom: Newsroom, exported: str) -> None:
    """Nothing was found, and the agency calls them translated."""
    assert brought(newsroom, translated(exported, DUTCH)) == (0, "written")


@pytest.mark.parametrize(
    "attributes", ['state="needs-review-translation"', 'state="translated" state-qualifier="mt-suggestion"']
)
def test_words_the_agency_doubts_are_nobodys(newsroom: Newsroom, exported: str, attributes: str) -> None:
    """They are shown as a machine's, and asked about."""
    assert brought(newsroom, translated(exported, DUTCH, attributes)) == (0, "machine")
    found = kept(newsroom, "nl")
    assert found is not None and all(len(entry.open) == 1 for entry in found.entries)


def test_a_number_that_contradicts_is_not_taken(
    newsroom: Newsroom, exported: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told with its line; the language version waits for that text."""
    wrong = {**DUTCH, "Das Land": DUTCH["Das Land"].replace("3,5", "5,3")}
    assert brought(newsroom, translated(exported, wrong)) == (1, "missing")
    assert "5,3" in capsys.readouterr().err


def test_what_is_only_doubtful_is_filed_as_a_machines(newsroom: Newsroom, exported: str) -> None:
    """Nobody answered for it, so nobody stands behind it."""
    vague = {**DUTCH, "Das Land": "De deelstaat steunt het project met 3,5 miljoen euro."}
    code, state = brought(newsroom, translated(exported, vague))
    found = kept(newsroom, "nl")
    assert (code, state) == (0, "machine")
    assert found is not None and [bool(entry.open) for entry in found.entries] == [False, False, False, True]


def test_a_file_that_holds_a_report_twice_is_counted_once(
    newsroom: Newsroom, exported: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alike twice is once; the same unit in two wordings is a problem."""
    text = translated(exported, DUTCH)
    start, end = text.index("  <file"), text.index("</xliff>")
    assert brought(newsroom, text[:end] + text[start:end] + text[end:]) == (0, "written")
    assert "filled 4 segments in 1 catalogue" in capsys.readouterr().out


def test_a_file_in_another_language_is_not_taken(newsroom: Newsroom, exported: str) -> None:
    """Not even its short texts, which alone say little."""
    english = translated(exported.replace('target-language="nl"', 'target-language="en"'), DUTCH)
    assert brought(newsroom, english, lang="en") == (1, "missing")
    found = kept(newsroom, "en")
    assert found is None or not any(entry.target for entry in found.entries)
