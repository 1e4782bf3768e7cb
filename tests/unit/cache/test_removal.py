"""Removing files while work goes on."""

from __future__ import annotations

import time
from pathlib import Path
from unittest import mock

from plugins.cache import removal
from plugins.cache.removal import Remover


def _gone(path: Path) -> bool:
    """Whether it goes, given some time."""
    for _ in range(500):
        if not path.exists():
            return True
        time.sleep(0.01)
    return False


def test_a_file_goes_soon(tmp_path: Path) -> None:
    """One that is already gone is no error, and ends nothing."""
    sweeper = Remover()
    sweeper.take(str(tmp_path / "absent"))
    (tmp_path / "f").write_bytes(b"x")
    sweeper.take(str(tmp_path / "f"))
    assert _gone(tmp_path / "f")


def test_what_cannot_be_removed_is_left(tmp_path: Path) -> None:
    """The next ones go all the same."""
    sweeper = Remover()
    (tmp_path / "folder").mkdir()
    (tmp_path / "f").write_bytes(b"x")
    sweeper.take(str(tmp_path / "folder"))
    sweeper.take(str(tmp_path / "f"))
    assert _gone(tmp_path / "f")
    assert (tmp_path / "folder").is_dir()


def test_no_more_wait_than_may(tmp_path: Path) -> None:
    """With a full queue a file goes at once."""
    with mock.patch.object(removal, "BACKLOG", 1), mock.patch.object(Remover, "_sweep", lambda _: None):
        sweeper = Remover()
        for name in ("a", "b", "c"):
            (tmp_path / name).write_bytes(b"x")
            sweeper.take(str(tmp_path / name))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
