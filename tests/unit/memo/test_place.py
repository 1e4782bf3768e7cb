"""Putting one file in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.memo.errors import LeavesRoot, NotWritable
from plugins.memo.place import inside, is_leftover, place, remove
from plugins.memo.stamp import Stamp, look


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    file = tmp_path / "f"
    stamp, changed = place(str(file), b"abc", None)
    assert file.read_bytes() == b"abc"
    assert changed
    assert stamp == Stamp.of(file.stat())
    assert [file.name for file in tmp_path.iterdir()] == ["f"]


def test_a_file_of_the_same_bytes_is_left_alone(tmp_path: Path) -> None:
    """It is compared, not written: its stamp stays."""
    file = tmp_path / "f"
    file.write_bytes(b"abc")
    before = Stamp.of(file.stat())
    assert place(str(file), b"abc", look(file)) == (before, False)
    assert Stamp.of(file.stat()) == before


@pytest.mark.parametrize("data", [b"abd", b"", b"abcd"])
def test_a_file_of_other_bytes_is_replaced(tmp_path: Path, data: bytes) -> None:
    """Who has the old one open reads on in it."""
    file = tmp_path / "f"
    file.write_bytes(b"abc")
    with file.open("rb") as reader:
        assert place(str(file), data, look(file))[1]
        assert reader.read() == b"abc"
    assert file.read_bytes() == data


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    """Nothing is written through a link."""
    (tmp_path / "elsewhere").write_bytes(b"kept")
    (tmp_path / "f").symlink_to(tmp_path / "elsewhere")
    place(str(tmp_path / "f"), b"kept", look(tmp_path / "f"))
    assert not (tmp_path / "f").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == b"kept"


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    """And no half file beside it."""
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "inner").write_text("x")
    with pytest.raises(NotWritable):
        place(str(tmp_path / "f"), b"abc", None)
    assert [file.name for file in tmp_path.iterdir()] == ["f"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "..",
        ".",
        "a\\b",
        "a\nb",
        "a\x00b",
        "C:/x",
        "a\udc80",
    ],
)
def test_paths_that_leave_the_folder_are_refused(path: str) -> None:
    """Or that mean something else on another system."""
    with pytest.raises(LeavesRoot, match="inside the output folder"):
        inside(path)


@pytest.mark.parametrize(
    "path", ["a", "a/b.html", "..a/b..", ".well-known/x", "de/2024/grüße/index.html", "a b"]
)
def test_paths_of_files_inside_are_accepted(path: str) -> None:
    """Dots inside a name are no steps upwards."""
    assert inside(path) == path


def test_leftovers_are_known_by_name() -> None:
    """And nothing else is taken for one."""
    assert is_leftover("a/.memo-12-34.part")
    assert not any(map(is_leftover, ["a.part", ".memo-x.part", "memo-1-2.part", ".memo-1-2.part/x"]))


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    """Somebody else was quicker; but a folder is not removed."""
    remove(str(tmp_path / "missing"))
    with pytest.raises(NotWritable):
        remove(str(tmp_path))
