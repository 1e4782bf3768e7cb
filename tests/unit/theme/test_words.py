"""The words that templates use are in every catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "translations" / "ui").glob("*.po"))
_SINGLE = re.compile(r"site\.t\(\s*'((?:[^'\\]|\\.)*)'")
_PLURAL = re.compile(r"site\.t\.plural\(\s*'((?:[^'\\]|\\.)*)',\s*'((?:[^'\\]|\\.)*)'")
TEMPLATES = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "theme" / "templates").rglob("*.html")))
USED = set(_SINGLE.findall(TEMPLATES)) | {one for one, _ in _PLURAL.findall(TEMPLATES)}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_word_of_the_theme_is_translated(catalogue: Path) -> None:
    """No msgid of a template lacks its words in that language."""
    entries = {e.msgid: e for e in polib.pofile(str(catalogue))}
    missing = [m for m in sorted(USED) if m not in entries or not (entries[m].msgstr or entries[m].msgstr_plural)]
    assert missing == []


def test_words_are_written_out() -> None:
    """Every call of ``site.t`` names its words in quotes, so that this test can see them."""
    calls = re.findall(r"site\.t(?:\.plural)?\(\s*(.)", TEMPLATES)
    assert set(calls) == {"'"}


def test_the_newsroom_has_its_catalogues() -> None:
    """German, Dutch and English are there."""
    assert {"de", "en", "nl"} <= {path.stem for path in CATALOGUES}
