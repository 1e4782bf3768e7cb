"""Saves that lose nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.versions import Outcome, Versions, digest_of


def test_a_save_over_what_was_read_is_written(tmp_path: Path) -> None:
    """And can be undone, step by step."""
    file, versions = tmp_path / "de.md", Versions(tmp_path / "cache")
    file.write_bytes(b"eins")
    assert versions.save(file, versions.keep(b"eins"), b"zwei").outcome is Outcome.SAVED
    assert versions.save(file, digest_of(b"zwei"), b"drei").outcome is Outcome.SAVED
    assert versions.can_undo(file)
    assert versions.undo(file) == b"zwei"
    assert versions.undo(file) == b"eins"
    assert file.read_bytes() == b"eins"
    assert not versions.can_undo(file)
    assert versions.undo(file) is None


def test_what_somebody_else_wrote_is_never_overwritten(tmp_path: Path) -> None:
    """Changes at other places go together; at the same place nothing is written, and both versions are there."""
    file, versions = tmp_path / "de.md", Versions(tmp_path / "cache")
    base = versions.keep(b"a\n\nb\n\nc\n")
    file.write_bytes(b"A\n\nb\n\nc\n")
    both = versions.save(file, base, b"a\n\nb\n\nC\n")
    assert both.outcome is Outcome.MERGED
    assert file.read_bytes() == b"A\n\nb\n\nC\n"
    refused = versions.save(file, base, b"X\n\nb\n\nc\n")
    assert refused.outcome is Outcome.CONFLICT
    assert file.read_bytes() == b"A\n\nb\n\nC\n"
    assert versions.get(digest_of(b"X\n\nb\n\nc\n")) == b"X\n\nb\n\nc\n"


def test_an_undo_does_not_take_back_what_somebody_else_wrote(tmp_path: Path) -> None:
    """Since the last save of the desk."""
    file, versions = tmp_path / "de.md", Versions(tmp_path / "cache")
    file.write_bytes(b"eins")
    versions.save(file, digest_of(b"eins"), b"zwei")
    file.write_bytes(b"fremd")
    assert not versions.can_undo(file)
    assert versions.undo(file) is None
    assert file.read_bytes() == b"fremd"


def test_a_log_cut_off_where_the_machine_died_is_read(tmp_path: Path) -> None:
    """The versions before it are still there."""
    file, versions = tmp_path / "de.md", Versions(tmp_path / "cache")
    file.write_bytes(b"eins")
    versions.save(file, digest_of(b"eins"), b"zwei")
    log = next((tmp_path / "cache/desk/logs").iterdir())
    log.write_bytes(log.read_bytes() + b'{"at": 1')
    assert versions.undo(file) == b"eins"


def test_names_of_versions_lead_nowhere_else(tmp_path: Path) -> None:
    """A name is letters and digits."""
    (tmp_path / "geheim").write_bytes(b"x")
    assert Versions(tmp_path / "cache").get("../../../geheim") is None


def test_undoing_goes_on_behind_a_long_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was taken back is known by its number in all of the log, of which only the newest lines are read."""
    monkeypatch.setattr("plugins.desk.versions.MOST", 6)
    file, versions = tmp_path / "de.md", Versions(tmp_path / "cache")
    file.write_bytes(b"0")
    versions.keep(b"0")
    for number in range(1, 9):
        versions.save(file, digest_of(file.read_bytes()), f"{number}".encode())
    assert [versions.undo(file) for _ in range(2)] == [b"7", b"6"]
    versions.save(file, digest_of(b"6"), b"neu")
    assert versions.undo(file) == b"6"
