"""What the desk remembers: on this machine, from one start to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.settings import Settings, read_settings, remember, settings_path
from plugins.newsroom.problem import Level, Problem
from tests.site.newsroom import report
from tests.unit.desk.desks import Desktop


def test_what_was_said_last_stands_and_nothing_said_forgets_nothing(tmp_path: Path) -> None:
    """On one line each, whatever was typed."""
    remember(tmp_path, name="Ine\r\n de Vries ", language="nl")
    assert remember(tmp_path, name=" ", email="ine@newsroom.example") == read_settings(tmp_path)
    assert read_settings(tmp_path) == Settings("nl", "Ine de Vries", "ine@newsroom.example")


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"name": 3, "colour": "red"}', b"\xff\xfe"])
def test_a_damaged_file_is_no_file(tmp_path: Path, damaged: bytes) -> None:
    """And is written anew."""
    path = settings_path(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(damaged)
    assert read_settings(tmp_path) == Settings()
    assert remember(tmp_path, office="Presse").office == "Presse"


def test_desk_and_preview_speak_one_language(outside: Callable[..., Desktop]) -> None:
    """That of `--language` until another is chosen in the desk, which also counts in later starts without the option."""
    opened = outside("en")
    opened.newsroom.put("output/de/index.html", b"<html><head></head><body></body></html>")
    opened.get(f"/desk/?token={opened.token}")
    wrong = Problem(
        "content/site.yaml", 1, 1, "unknown-key", "“colour”", "a known key", "Delete the line.", Level.ERROR
    )
    opened.state.built((wrong,), ())
    assert ' lang="en"' in opened.get("/de/", headers={"Accept-Language": "nl"}).text
    opened.post("/desk/language", {"language": "de", "back": "/desk/"})
    assert ' lang="de"' in opened.get("/de/", headers={"Accept-Language": "nl"}).text
    later = outside("")
    later.get(f"/desk/?token={later.token}")
    assert '<html lang="de">' in later.get("/desk/", headers={"Accept-Language": "nl"}).text
    later = outside("nl")
    later.get(f"/desk/?token={later.token}")
    assert '<html lang="nl">' in later.get("/desk/").text


def test_names_are_asked_for_once(desk: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a change that is handed in; and nothing of it stands in the repository."""
    import subprocess

    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    subprocess.run(["git", "init", "-q", str(desk.newsroom.root)], check=True)
    desk.newsroom.write(report("eins"))
    assert "In whose name" in desk.get("/desk/publish").text
    desk.post("/desk/publish", {"action": "commit", "words": "Neu", "name": "Ine", "email": "ine@newsroom.example"})
    desk.newsroom.write(report("zwei"))
    page = desk.get("/desk/publish").text
    assert "In the name of Ine (ine@newsroom.example)" in page
    assert 'value="ine@newsroom.example"' in page
    config = (desk.newsroom.root / ".git" / "config").read_text()
    assert "ine@newsroom.example" not in config
