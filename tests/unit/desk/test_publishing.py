"""The page of publishing, without git and with it."""

from __future__ import annotations

import io
import subprocess
import zipfile

import pytest

from tests.engines.wire import Loopback, as_json
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


def test_drafts_are_left_out_and_said_to_be(desk: Desktop) -> None:
    """Also where no git knows what has changed."""
    desk.newsroom.write(report("gut") + report("entwurf", status="draft"))
    left = desk.get("/desk/publish").text.split('id="left-out"')[1].split("</section>")[0]
    assert "Bericht entwurf" in left
    assert "Bericht gut" not in left


def test_a_web_server_needs_an_address(desk: Desktop) -> None:
    """Asked for beside its field; nothing is started."""
    desk.newsroom.write(report("gut"))
    found = desk.post("/desk/publish", {"action": "publish", "to": "rsync", "target": " "})
    assert found.status_code == 422
    assert "Please enter the address of the web server." in found.text
    assert '<option value="rsync" selected>' in found.text
    assert desk.get("/desk/work/publish").status_code == 404


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


def test_the_run_of_the_forge_is_followed_until_it_is_over(
    desk: Desktop, server: Loopback, monkeypatch: pytest.MonkeyPatch, no_proxy: None
) -> None:
    """Page and script get the same; without a forge there is nothing to follow, and no key is shown."""
    root, commit = desk.newsroom.root, "a" * 40
    assert desk.get(f"/desk/run/{commit}").status_code == 404
    for words in (("init", "-q", "."), ("remote", "add", "origin", "git@github.com:stadt/newsroom.git")):
        subprocess.run(["git", *words], cwd=root, check=True)
    (root / ".github/workflows").mkdir(parents=True)
    monkeypatch.setenv("GITHUB_API_URL", server.url)
    monkeypatch.setenv("GITHUB_TOKEN", "geheim")
    run = {"status": "in_progress", "conclusion": None, "html_url": "https://github.com/stadt/newsroom/actions/runs/1"}
    server.answer = lambda _seen: as_json({"workflow_runs": [run]})
    page = desk.get(f"/desk/run/{commit}").text
    assert "The site is being checked and published" in page
    assert "geheim" not in page
    run.update(status="completed", conclusion="failure")
    told = desk.get(f"/desk/run/{commit}", headers={"Accept": "application/json"}).json()
    assert (told["state"], told["over"], told["link"]) == ("bad", True, run["html_url"])
    server.answer = lambda _seen: as_json({}, 404)
    assert 'href="https://github.com/stadt/newsroom/actions"' in desk.get(f"/desk/run/{commit}").text
    assert desk.get("/desk/run/HEAD").status_code == 404
