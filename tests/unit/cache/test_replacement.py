"""Putting one file in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.cache.errors import LeavesRoot, NotWritable
from plugins.cache.replacement import WORKSHOP, inside, place, remove
from plugins.cache.stamp import Stamp, look


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An output folder with its workshop."""
    (tmp_path / "out" / WORKSHOP).mkdir(parents=True)
    return tmp_path / "out"


def test_a_new_file_is_written(root: Path) -> None:
    """Nothing is left in the workshop."""
    stamp, changed = place(str(root), "f", b"abc", None)
    assert (root / "f").read_bytes() == b"abc"
    assert changed
    assert stamp == Stamp.of((root / "f").stat())
    assert not list((root / WORKSHOP).iterdir())


def test_a_file_of_the_same_bytes_is_left_alone(root: Path) -> None:
    """It is compared, not written: its stamp stays."""
    (root / "f").write_bytes(b"abc")
    before = Stamp.of((root / "f").stat())
    assert place(str(root), "f", b"abc", look(root / "f")) == (before, False)
    assert Stamp.of((root / "f").stat()) == before


@pytest.mark.parametrize("data", [b"abd", b"", b"abcd"])
def test_a_file_of_other_bytes_is_replaced(root: Path, data: bytes) -> None:
    """Who has the old one open reads on in it."""
    (root / "f").write_bytes(b"abc")
    with (root / "f").open("rb") as reader:
        assert place(str(root), "f", data, look(root / "f"))[1]
        assert reader.read() == b"abc"
    assert (root / "f").read_bytes() == data


def test_a_link_is_replaced_and_what_it_points_to_stays(root: Path) -> None:
    """Nothing is written through a link."""
    (root / "elsewhere").write_bytes(b"kept")
    (root / "f").symlink_to(root / "elsewhere")
    place(str(root), "f", b"kept", look(root / "f"))
    assert not (root / "f").is_symlink()
    assert (root / "elsewhere").read_bytes() == b"kept"


def test_a_failed_write_leaves_what_was_there(root: Path) -> None:
    """And no half file in the workshop."""
    (root / "f").mkdir()
    (root / "f" / "inner").write_text("x")
    with pytest.raises(NotWritable):
        place(str(root), "f", b"abc", None)
    assert (root / "f" / "inner").read_text() == "x"
    assert not list((root / WORKSHOP).iterdir())


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
        ".memo/x",
        ".memo",
    ],
)
def test_paths_that_leave_the_folder_are_refused(path: str) -> None:
    """Or that mean something else on another system."""
    with pytest.raises(LeavesRoot, match="inside the output folder"):
        inside(path)


@pytest.mark.parametrize("path", ["a", "a/b.html", "..a/b..", ".well-known/x", "de/2024/grüße/index.html", "a b"])
def test_paths_of_files_inside_are_accepted(path: str) -> None:
    """Dots inside a name are no steps upwards."""
    assert inside(path) == path


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    """Somebody else was quicker; but a folder is not removed."""
    remove(str(tmp_path / "missing"))
    with pytest.raises(NotWritable):
        remove(str(tmp_path))


def test_a_bench_of_ones_own(root: Path) -> None:
    """What was replaced is handed over, under a name there that is not used twice."""
    (root / WORKSHOP / "7").mkdir()
    handed: list[str] = []
    for data in (b"a", b"b", b"c"):
        place(str(root), "f", data, look(root / "f"), handed.append, "7/")
    assert [Path(path).read_bytes() for path in handed] == [b"a", b"b"]
    assert {Path(path).parent for path in handed} == {root / WORKSHOP / "7"}
