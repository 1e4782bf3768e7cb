"""What the file system says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from plugins.cache.stamp import Sort, Stamp, look, walk


def test_a_walk_finds_files_folders_and_links(tmp_path: Path) -> None:
    """By their paths with slashes, links not followed."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "f").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    os.mkfifo(tmp_path / "pipe")
    found = {path: seen.sort for path, seen in walk(tmp_path).items()}
    assert found == {
        "a": Sort.FOLDER,
        "a/b": Sort.FOLDER,
        "a/b/f": Sort.FILE,
        "link": Sort.LINK,
        "pipe": Sort.OTHER,
    }


def test_hidden_folders_are_not_entered_unless_named(tmp_path: Path) -> None:
    """``.git`` is not ours, ``.well-known`` may be."""
    for folder in (".git", ".well-known"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "f").write_text("x")
    assert set(walk(tmp_path, frozenset({".well-known"}))) == {".git", ".well-known", ".well-known/f"}


def test_nothing_is_found_where_there_is_no_folder(tmp_path: Path) -> None:
    """Neither a missing folder nor a file in its place is an error."""
    (tmp_path / "file").write_text("x")
    assert walk(tmp_path / "missing") == walk(tmp_path / "file") == {}


def test_looking_gives_the_stamp(tmp_path: Path) -> None:
    """The same that a walk finds."""
    (tmp_path / "f").write_text("abc")
    seen = look(tmp_path / "f")
    assert seen == walk(tmp_path)["f"]
    assert seen is not None
    assert seen.stamp == Stamp.of((tmp_path / "f").stat())
    assert seen.stamp.size == 3
    assert look(tmp_path / "f" / "below") is look(tmp_path / "missing") is None


def test_a_listing_that_tells_no_inode_gives_the_same_stamps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As ``os.scandir`` on Windows: a walk and a look agree on a file that nobody touched."""
    (tmp_path / "f").write_text("x")
    plain = os.scandir

    class Entry:
        """A listing's entry without an inode."""

        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self.path, self.is_dir = entry.name, entry.path, entry.is_dir
            self._entry = entry

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            """The answer with inode 0."""
            status = [*self._entry.stat(follow_symlinks=follow_symlinks)]
            return os.stat_result([status[0], 0, *status[2:]])

    class Listing(AbstractContextManager[object]):
        """A listing of such entries."""

        def __init__(self, folder: str) -> None:
            with plain(folder) as entries:
                self._entries = [Entry(entry) for entry in entries]

        def __iter__(self) -> Iterator[Entry]:
            return iter(self._entries)

        def __exit__(self, *_: object) -> None:
            """Nothing to close."""

    monkeypatch.setattr(os, "scandir", Listing)
    assert walk(tmp_path) == {"f": look(tmp_path / "f")}
