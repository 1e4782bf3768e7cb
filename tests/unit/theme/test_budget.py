"""What the theme weighs, in bytes as served without compression."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

THEME = Path(__file__).parents[3] / "theme"
STATIC = THEME / "static"


def test_style_is_within_its_budget() -> None:
    """The one sheet that pages of reports load stays below 20 KB, and so does the other one of all other pages."""
    assert (STATIC / "css" / "site.css").stat().st_size <= 20_000
    assert (STATIC / "css" / "lists.css").stat().st_size <= 20_000


def test_script_before_the_first_click_is_within_its_budget() -> None:
    """The one script that pages load stays far below 25 KB, and imports nothing on loading."""
    script = (STATIC / "js" / "site.js").read_text("utf-8")
    assert len(script.encode()) <= 2_000
    assert re.findall(r"^import\b", script, flags=re.MULTILINE) == []


def test_templates_load_no_other_script_or_style() -> None:
    """Pages name one script and two sheets of the theme, beside the brand's."""
    named = {
        found
        for template in (THEME / "templates").rglob("*.html")
        for found in re.findall(r"site\.assets \}\}([\w./-]+\.(?:js|css))", template.read_text("utf-8"))
    }
    assert named == {"css/site.css", "css/lists.css", "js/site.js"}


def test_vendored_files_are_what_was_recorded() -> None:
    """Every file below static/vendor and press/fonts is listed in vendor.json with its SHA-256, and the other way round."""
    listed = {
        f"{entry['folder']}/{name}": digest
        for entry in json.loads((THEME / "vendor.json").read_text("utf-8")).values()
        for name, digest in entry["files"].items()
    }
    found = {
        path.relative_to(THEME).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (STATIC / "vendor", THEME / "press" / "fonts")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found == listed


def test_vendored_code_carries_its_licence() -> None:
    """Each vendored folder has its LICENSE beside it, and its version in its name."""
    for name, entry in json.loads((THEME / "vendor.json").read_text("utf-8")).items():
        assert (THEME / entry["folder"] / "LICENSE").is_file()
        assert entry["folder"].endswith(f"{name}-{entry['version']}")
