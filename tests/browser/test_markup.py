"""The Nu Html Checker finds no error and nothing to warn of in any page, neither of the samples nor of the newsroom as it is built."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser import folder
from tests.browser.server import serving
from tools import checkers

NO_JAVA = "Checking the markup needs Java 11 or newer: `apt-get install default-jre-headless`."
DATA = "Inline script violates Content Security Policy"
"""The checker says so of ``application/ld+json`` too, which is data: no browser runs it, so no policy blocks it."""

HEADLESS = "Section lacks heading"
KEPT = re.compile(r'<section class="(?:notice|story)')
"""Boxes that are sections because reader views keep those and drop a div (``test_reader_views``); they need no heading."""

ATTEMPTS = 5
TOO_SLOW = "Idle timeout expired"
"""What the checker says where a page does not come within its five seconds: a machine under load is asked again."""


def checker() -> Path:
    """The checker's jar: another one where VNU_JAR names it, else that of tools/checkers."""
    named = os.environ.get("VNU_JAR")
    if named:
        return Path(named)
    lacking = checkers.install()
    if lacking:
        pytest.fail(lacking, pytrace=False)
    return checkers.JAR


def complaints(place: Path) -> list[str]:
    """What the checker calls an error or a warning in the pages below a folder, read over http as a browser does."""
    java = shutil.which("java")
    if java is None:
        pytest.fail(NO_JAVA, pytrace=False)
    with serving(place) as address:
        pages = [f"{address}/{path.relative_to(place).as_posix()}" for path in sorted(place.rglob("*.html"))]
        assert pages
        command = [
            java,
            "-Xss4m",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            str(checker()),
            "--format",
            "json",
            *pages,
        ]
        for _ in range(ATTEMPTS):
            answer = subprocess.run(command, capture_output=True, text=True, check=False)
            messages = json.loads(answer.stderr)["messages"]
            if not any(TOO_SLOW in message["message"] for message in messages):
                break
    found = [
        m for m in messages if not (m["message"].startswith(DATA) and "application/ld+json" in m.get("extract", ""))
    ]
    found = [m for m in found if not (m["message"].startswith(HEADLESS) and KEPT.search(m.get("extract", "")))]
    return [f"{m.get('url', '')}: {m['message']} {m.get('extract', '')}" for m in found]


def test_samples_give_no_cause_for_complaint(tmp_path: Path) -> None:
    """Every kind of page, with hostile and missing values."""
    folder.write(tmp_path)
    found = complaints(tmp_path)  # the words of a sample stand in other languages too, on purpose
    assert [complaint for complaint in found if "appears to be written in" not in complaint] == []


def test_the_newsroom_gives_no_cause_for_complaint(built: Path) -> None:
    """All pages of the built site."""
    assert complaints(built) == []


def test_the_checker_finds_an_error(tmp_path: Path) -> None:
    """It does look: a page with a picture without alternative text and a stray end tag fails."""
    bad = "<!doctype html><html lang=en><title>T</title><img src=a.png></p></main>"
    (tmp_path / "bad.html").write_text(bad, "utf-8")
    assert len(complaints(tmp_path)) >= 2
