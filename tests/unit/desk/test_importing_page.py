"""Import in the desk: what was found is shown beside its source; nothing is written before."""

from __future__ import annotations

import re

import pytest

from tests.site.newsroom import jpeg, report
from tests.unit.desk.desks import Desktop

PAGE = """<html><body><article><p>Handel</p><h1>Ein neuer Hafen</h1><p><b>Der Hafen wurde heute eröffnet, kurz gesagt.</b></p>
<p>Es kamen 300 Gäste nach Rotterdam, um den Hafen zu sehen und zu feiern.</p><h2>Was folgt</h2>
<p>Die Arbeiten gehen weiter, sagte die Leiterin des Amtes am Abend vor der Presse.</p>
<script>alert(1)</script></article></body></html>"""


def begin(desk: Desktop, name: str = "hafen.html", data: bytes = PAGE.encode()) -> str:
    """Brings a file; the address of its proposal."""
    found = desk.post("/desk/import", files={"file": (name, data, "")})
    assert found.status_code == 303, found.text
    return str(found.headers["location"])


def test_a_file_is_looked_at_before_anything_is_written(desk: Desktop) -> None:
    """Each thing beside its source, counted."""
    page = desk.get(begin(desk)).text
    assert re.search(r"\d+ things taken, \d+ dropped, \d+ to decide", page)
    assert "Ein neuer Hafen" in page
    assert "<script>alert" not in page
    assert not (desk.newsroom.root / "content/reports").exists()


def test_a_draft_is_made_of_it_under_the_name_given(desk: Desktop) -> None:
    """And the desk goes on to it."""
    place = begin(desk)
    done = desk.post(place, {"action": "write", "id": "hafen", "into": "", "a:language": "de"})
    assert done.headers["location"] == "/desk/reports/hafen/", done.text
    folder = next((desk.newsroom.root / "content/reports").glob("*/hafen"))
    text = (folder / "de.md").read_text("utf-8")
    assert "title: Ein neuer Hafen" in text
    assert "300 Gäste nach Rotterdam" in text
    assert "status: draft" in (folder / "report.yaml").read_text("utf-8")
    assert desk.get(place).status_code == 404


def test_a_name_that_is_taken_is_told_and_the_proposal_stays(desk: Desktop) -> None:
    """Nothing is overwritten."""
    desk.newsroom.write(report("hafen"))
    refused = desk.post(begin(desk), {"action": "write", "id": "hafen", "into": ""})
    assert refused.status_code == 422
    assert "hafen" in refused.text
    assert b"Bericht hafen" in desk.file("reports/2024/hafen/de.md")


def test_a_corrected_file_is_a_difference_to_accept(desk: Desktop) -> None:
    """Facts stay; what is not ticked stays too."""
    desk.post(begin(desk), {"action": "write", "id": "hafen", "into": "", "a:language": "de"})
    place = begin(desk, data=PAGE.replace("300", "400").replace("weiter", "zügig weiter").encode())
    shown = desk.get(f"{place}?into=hafen").text
    keys = re.findall(r'name="change" value="([^"]+)"', shown)
    assert len(keys) == 2
    assert "300 Gäste" in shown
    desk.post(place, {"action": "accept", "into": "hafen", "change": keys[0], "a:language": "de"})
    text = next((desk.newsroom.root / "content/reports").glob("*/hafen/de.md")).read_text("utf-8")
    assert "400 Gäste" in text
    assert "zügig" not in text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),
        ("a.docx", b"PK\x03\x04", "docx"),
        ("leer.txt", b" ", "nothing in it"),
        ("bild.docx", jpeg(), "picture"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(desk: Desktop, name: str, data: bytes, told: str) -> None:
    """On the page of the import, not as a crash."""
    refused = desk.post("/desk/import", files={"file": (name, data, "")})
    assert refused.status_code == 422
    assert told in refused.text


def test_pasted_text_and_pasted_pages_are_taken(desk: Desktop) -> None:
    """The page's marks where there are some."""
    plain = desk.post(
        "/desk/import", {"text": "Ein Titel\n\nEin Absatz mit vielen Worten darin, der etwas sagt.", "html": ""}
    )
    assert plain.status_code == 303
    marked = desk.post("/desk/import", {"text": "x", "html": PAGE})
    assert "Was folgt" in desk.get(marked.headers["location"]).text


def test_paste_into_a_text_becomes_markdown(desk: Desktop) -> None:
    """Headings, lists and links; scripts and styles are none of it."""
    html = '<style>p{}</style><h1 class="MsoTitle">Kopf</h1><p>Mit <b>fett</b> und <a href="https://a.example">Link</a>.</p><ul><li>eins</li><li>zwei</li></ul><script>alert(1)</script>'
    made = desk.post("/desk/paste", {"html": html, "plain": "x"}).text
    assert made == "## Kopf\n\nMit **fett** und [Link](https://a.example).\n\n- eins\n- zwei"
    assert desk.post("/desk/paste", {"html": " ", "plain": "nur Worte"}).text == "nur Worte"


def test_a_source_that_nobody_brought_is_not_there(desk: Desktop) -> None:
    """404."""
    assert desk.get("/desk/import/nichts").status_code == 404
