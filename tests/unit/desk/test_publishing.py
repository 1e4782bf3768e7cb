"""The page of publishing, without git and with it."""

from __future__ import annotations

import io
import subprocess
import zipfile

from tests.site.newsroom import report
from tests.unit.desk.desks import Desktop


def test_what_goes_out_what_waits_and_what_is_left_out(desk: Desktop) -> None:
    """Each with its reason; where nobody uses git, an archive is offered."""
    held = report("spaeter", more="embargo: 2026-05-02T10:00") + report("warten", more="publish: together")
    desk.newsroom.write(report("eins") + held)
    page = desk.get("/desk/publish").text
    waits = page.split('id="waits-for"')[1].split("</section>")[0]
    assert "Bericht spaeter" in waits
    assert "2 May 2026, 10:00" in waits
    assert "Bericht warten" in waits
    assert "Everything that is public." in page
    assert "/desk/archive.zip" in page


def test_a_problem_that_stops_the_publication_is_told(desk: Desktop) -> None:
    """One of a draft stops nobody."""
    desk.newsroom.write(report("gut") + report("entwurf", status="draft", topic="nichts"))
    assert "stops the publication" not in desk.get("/desk/publish").text
    desk.newsroom.write(report("kaputt", topic="nichts"))
    assert "1 problem stops the publication" in desk.get("/desk/publish").text


def test_the_archive_holds_content_and_translations_and_nothing_hidden(desk: Desktop) -> None:
    """No link out of them is followed."""
    desk.newsroom.write(report("eins")).put("content/.geheim", b"x").put("secret.txt", b"x")
    (desk.newsroom.root / "content/link.txt").symlink_to(desk.newsroom.root / "secret.txt")
    found = desk.get("/desk/archive.zip")
    names = zipfile.ZipFile(io.BytesIO(found.content)).namelist()
    assert "content/reports/2024/eins/de.md" in names
    assert "translations/ui/de.po" in names
    assert not [name for name in names if "geheim" in name or "link" in name]


def test_a_change_is_handed_in_from_the_page(desk: Desktop) -> None:
    """A name is asked for where git has none; without a remote it is recorded here."""
    desk.newsroom.write(report("eins"))
    subprocess.run(["git", "init", "-q", "."], cwd=desk.newsroom.root, check=True)
    assert "not handed in yet" in desk.get("/desk/").text
    form = {"action": "commit", "words": "Neu", "name": "Ine", "email": "ine@newsroom.example"}
    done = desk.post("/desk/publish", form)
    assert done.status_code == 200
    assert "Recorded on this machine" in done.text
    said = subprocess.run(
        ["git", "log", "--format=%s"], cwd=desk.newsroom.root, check=True, capture_output=True, text=True
    )
    assert said.stdout == "Neu\n"
    assert "not handed in yet" not in desk.get("/desk/").text
