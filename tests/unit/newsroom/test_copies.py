"""Tests of plugins/newsroom/copies.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.newsroom.copies import original_of
from plugins.newsroom.load import load
from tests.bad.archive import write

OURS = ("de.md", "nl.md", "report.yaml", "messe")


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("de (conflicted copy 2026-03-05).md", "de.md"),
        ("de (Mias MacBook's conflicted copy).md", "de.md"),
        ("de (In Konflikt stehende Kopie von Mia 2026-03-05).md", "de.md"),
        ("de-DESKTOP-AB12.md", "de.md"),
        ("de-LAPTOP-7F2K-2.md", "de.md"),
        ("de (1).md", "de.md"),
        ("de(1).md", "de.md"),
        ("de - Kopie.md", "de.md"),
        ("de - Kopie (2).md", "de.md"),
        ("de - Copy.md", "de.md"),
        ("de copy.md", "de.md"),
        ("de 2.md", "de.md"),
        ("Kopie von de.md", "de.md"),
        ("Copy of report.yaml", "report.yaml"),
        ("de.sync-conflict-20260305-101010-ABCDEFG.md", "de.md"),
        ("de.md (Case Conflict)", "de.md"),
        ("DE.md", "de.md"),
        ("de.MD", "de.md"),
        ("messe (conflicted copy)", "messe"),
        ("Messe", "messe"),
        ("Messe 2", "messe"),
    ],
)
def test_a_copy_is_known_by_its_name(name: str, original: str) -> None:
    """As the programs name it that make one."""
    assert original_of(name, OURS) == original


@pytest.mark.parametrize(
    "name", ["de.md", "en.md", "de-AT.md", "messe-2026", "de.md.bak", "reports.yaml", "notes (1).txt"]
)
def test_other_names_are_no_copies(name: str) -> None:
    """Of regions, of years, of the editor's own."""
    assert original_of(name, OURS) == ""


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("nl (1).md", "Rename the file to nl.md."),
        ("nl-BE.md", "Rename the file to nl.md."),
        ("nl_NL.md", "Rename the file to nl.md."),
        ("de-AT.md", "Rename the file, or add the language to “languages” in site.yaml."),
    ],
)
def test_a_file_is_only_given_a_name_that_is_free(name: str, fix: str, tmp_path: Path) -> None:
    """Nobody is told to write over another language version."""
    write(tmp_path)
    (tmp_path / "reports/2024/hannover" / name).write_text("---\ntitle: T\nteaser: T.\n---\nT.\n", "utf-8")
    fixes = [one.fix for one in load(tmp_path).problems if one.file.endswith(name)]
    assert fixes == [fix]
