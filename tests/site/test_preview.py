"""The preview as a person uses it: a server, an edit, a mistake."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from tests.site.newsroom import ROOT, Newsroom, report


@pytest.fixture
def address(newsroom: Newsroom) -> Iterator[str]:
    """A running ``serve`` on a free port."""
    newsroom.write(report("eins") + report("entwurf", status="draft"))
    command = [sys.executable, str(ROOT / "tasks.py"), "serve", "--port", "0"]
    environment = {**os.environ, "DREIKLANG_ENVIRONMENT": "current", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=newsroom.root, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found.group()
                break
        process.terminate()
        process.wait()


def get(address: str) -> str:
    """A page's text."""
    with urllib.request.urlopen(address) as answer:
        return str(answer.read(), "utf-8")


def test_saving_rebuilds_and_reloads_and_mistakes_are_shown_in_the_page(newsroom: Newsroom, address: str) -> None:
    """An edit is seen after the event; a mistake is shown above the last good page."""
    page = f"{address}de/2024/eins/"
    assert "Der erste Absatz von eins." in get(page)
    with urllib.request.urlopen(f"{address}__preview/events", timeout=60) as events:

        def built() -> None:
            while b"event: built" not in events.readline():
                pass

        newsroom.write(report("eins", body="Frisch gespeichert."))
        built()
        assert "Frisch gespeichert." in get(page)
        newsroom.write(report("eins", topic="energy", body="Niemals zu sehen."))
        built()
        shown = get(page)
        assert "Frisch gespeichert." in shown
        assert "Niemals zu sehen." not in shown
        assert 'role="alert"' in shown
        assert "content/reports/2024/eins/report.yaml:3" in shown


def test_a_draft_is_seen_in_the_preview_alone(newsroom: Newsroom, address: str) -> None:
    """With a note that says so; no output folder holds it."""
    shown = get(f"{address}de/2024/entwurf/")
    assert "Der erste Absatz von entwurf." in shown
    assert "Only in this preview: a draft." in shown
    assert "Bericht entwurf" in get(f"{address}de/")
    assert "Only in this preview" not in get(f"{address}de/2024/eins/")
    assert not (newsroom.root / "output").exists()
