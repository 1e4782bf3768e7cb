"""A review in the desk: read, answer, change, sign; the records are those of ``review``."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from httpx2 import Response

from tests.site.newsroom import report
from tests.unit.desk.desks import Desktop, translated

HERE = "/desk/reports/eins/review/nl"
BODY = "Es kamen **22 Gäste** nach [Essen](https://essen.example).\n\nSie lachten."
WORDS = {
    "Bericht eins": "Bericht één",
    "Kurz gesagt zu eins.": "Kort gezegd over één.",
    "Der erste Absatz von eins.": "De eerste alinea van één.",
    'Es kamen <g id="1">22 Gäste</g> nach <g id="2">Essen</g>.': 'Er kwamen <g id="1">22 gasten</g> naar <g id="2">Essen</g>.',
    "Sie lachten.": "Zij lachten.",
}


@pytest.fixture
def laid(desk: Desktop) -> Desktop:
    """A report whose Dutch was made by a machine."""
    desk.newsroom.write(report("eins", body=BODY))
    translated(desk.newsroom, "eins", "nl", WORDS)
    return desk


def catalogue(desk: Desktop) -> polib.POFile:
    """The Dutch catalogue as it stands."""
    return polib.pofile(str(desk.newsroom.root / "translations/reports/eins/nl.po"))


def hidden(page: str, number: int) -> dict[str, str]:
    """The hidden fields of a paragraph's forms."""
    block = page.split(f'id="p{number}"')[1].split("</li>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', block))


def number_of(page: str, words: str) -> int:
    """The number of the paragraph with these words."""
    return int(re.findall(r'id="p(\d+)"', page.split(words)[0])[-1])


def act(desk: Desktop, words: str, action: str, **more: str) -> Response:
    """A step at the paragraph with these words."""
    page = desk.get(HERE).text
    number = number_of(page, words)
    return desk.post(HERE, {**hidden(page, number), "action": action, **more})


def test_both_sides_stand_beside_each_other(laid: Desktop) -> None:
    """With links and emphasis marked, and whose words they are."""
    page = laid.get(HERE).text
    assert "0 of 5 read" in page
    assert '<span class="tag tag-emphasis">22 gasten</span>' in page
    assert '<span class="tag tag-link">Essen</span>' in page
    assert "by machine" in page


def test_a_version_is_signed_once_everything_was_read(laid: Desktop) -> None:
    """With name and office; the record is in the catalogue, and the state follows."""
    signing = {"action": "sign", "reviewer": "Ine de Vries", "office": "Pers"}
    assert "Not every paragraph" in laid.post(HERE, signing).text
    laid.post(HERE, {"action": "all"})
    assert "5 of 5 read" in laid.get(HERE).text
    assert "needs your name" in laid.post(HERE, {**signing, "office": " "}).text
    assert laid.post(HERE, signing).status_code == 303
    assert '"by": "Ine de Vries", "responsible": "Pers", "on": "2026-03-01"' in str(catalogue(laid).metadata)
    assert "state-reviewed" in laid.get("/desk/").text
    page = laid.get(HERE).text
    assert 'value="Ine de Vries"' in page
    assert page.count("by machine, vouched for by a person") == 5


def test_a_changed_text_is_a_person_s_and_unread(laid: Desktop) -> None:
    """What it was stays known; links and marks must stay."""
    laid.post(HERE, {"action": "all"})
    done = act(laid, "22 gasten", "change", text="Er waren {1}22 gasten{/1} in {2}Essen{/2}.")
    assert done.status_code == 303
    assert "4 of 5 read" in laid.get(HERE).text
    entry = next(e for e in catalogue(laid) if "22" in e.msgid)
    assert entry.msgstr == 'Er waren <g id="1">22 gasten</g> in <g id="2">Essen</g>.'
    assert not entry.fuzzy
    assert '<p class="where" lang="en">by a person</p>' in laid.get(HERE).text
    refused = act(laid, "22 gasten", "change", text="Zonder link.")
    assert refused.status_code == 422
    assert "tags are not those of the original" in refused.text


def test_what_the_gate_finds_stands_beside_the_words_until_it_is_answered(laid: Desktop) -> None:
    """By name; the answer is recorded, and only then everything is read."""
    act(laid, "22 gasten", "change", text="Er kwamen {1}23 gasten{/1} naar {2}Essen{/2}.")
    page = laid.get(HERE).text
    assert "A number differs" in page
    laid.post(HERE, {"action": "all"})
    assert "4 of 5 read" in laid.get(HERE).text
    fields = hidden(page, number_of(page, "23 gasten"))
    assert "enter your name first" in laid.post(HERE, {**fields, "action": "right", "reviewer": "", "why": ""}).text
    laid.post(HERE, {**fields, "action": "right", "reviewer": "Ine", "why": "het waren er 23"})
    assert "A number differs" not in laid.get(HERE).text
    assert "het waren er 23" in (laid.newsroom.root / "translations/reports/eins/nl.po").read_text("utf-8")


def test_a_paragraph_that_somebody_changed_meanwhile_is_shown_anew(laid: Desktop) -> None:
    """And the step is not taken."""
    page = laid.get(HERE).text
    number = number_of(page, "Zij lachten.")
    path = laid.newsroom.root / "translations/reports/eins/nl.po"
    path.write_text(path.read_text("utf-8").replace("Zij lachten.", "Zij lachten hard."), "utf-8")
    told = laid.post(HERE, {**hidden(page, number), "action": "change", "text": "Zij zwegen."})
    assert told.status_code == 409
    assert "Zij lachten hard." in path.read_text("utf-8")


def test_a_change_of_the_original_is_shown_word_by_word(laid: Desktop) -> None:
    """And the text is not that of the original any more."""
    laid.newsroom.write(report("eins", body=BODY.replace("lachten", "lachten laut")))
    page = laid.get(HERE).text
    assert "<ins> laut</ins>" in page
    assert "for earlier words of the original" in page


def test_a_version_that_somebody_wrote_is_reviewed_too(laid: Desktop) -> None:
    """Paragraph beside paragraph; its text is changed in the report's form."""
    text = "---\ntitle: Bericht één\nteaser: Kort over één.\n---\nDe eerste alinea van één.\n\nEr kwamen 22 gasten.\n\nZij lachten.\n"
    laid.newsroom.put("content/reports/2024/eins/nl.md", text.encode())
    page = laid.get(HERE).text
    assert "written" in page
    assert 'value="change"' not in page
    laid.post(HERE, {"action": "all"})
    done = laid.post(HERE, {"action": "sign", "reviewer": "Ine", "office": "Pers"})
    assert done.status_code == 303, done.text
    assert '"by": "Ine"' in str(catalogue(laid).metadata)


@pytest.mark.parametrize("path", ["review/de", "review/fr", "review/.."])
def test_only_languages_beside_the_original_are_reviewed(laid: Desktop, path: str) -> None:
    """The original itself is none of them."""
    assert laid.get(f"/desk/reports/eins/{path}").status_code == 404


def test_marks_of_reading_that_were_damaged_are_none(laid: Desktop, tmp_path: Path) -> None:
    """Everything is to be read again."""
    laid.post(HERE, {"action": "all"})
    next((laid.newsroom.root / "cache/desk/read").iterdir()).write_bytes(b'{"pairs": 3')
    assert "0 of 5 read" in laid.get(HERE).text
