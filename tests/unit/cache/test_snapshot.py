"""How files stood, and which have changed since."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cache import snapshot
from plugins.cache.digest import digest_bytes
from plugins.cache.snapshot import Group, Row, Snapshot, changed, exchanged, folder_mark, full, mark, stamped, taken


@pytest.fixture
def group(tmp_path: Path) -> Group:
    """Two files in a folder, the folder itself, and a file that is not there."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("a", "ü"):
        (folder / name).write_text(name)
    made = Group("name", str(folder), ("", "a", "ü", "gone"), b"")
    return made._replace(stamps=stamped(full(made)))


def test_nothing_has_changed_at_first(group: Group) -> None:
    """Nor when it is asked twice."""
    assert changed(group) == changed(group) == ()


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda root: (root / "a").write_text("longer"), {"a"}),
        (lambda root: os.utime(root / "a", ns=(1, 1)), {"a"}),
        (lambda root: (root / "a").chmod(0o600), {"a"}),
        (lambda root: (root / "a").unlink(), {"", "a"}),
        (lambda root: (root / "new").write_text("x"), {""}),
        (lambda root: (root / "gone").write_text("x"), {"", "gone"}),
        (lambda root: (root / "a").rename(root / "ü"), {"", "a", "ü"}),
    ],
)
def test_every_change_is_seen(group: Group, edit: object, expected: set[str]) -> None:
    """Of a file by its stamp, of a folder's list of names by the folder's."""
    root = Path(group.root)
    os.utime(root / "a", ns=(5, 5))
    os.utime(root, ns=(5, 5))
    before = group._replace(stamps=stamped(full(group)))
    edit(root)  # type: ignore[operator]
    assert set(changed(before)) == expected


def test_a_file_of_the_same_size_in_place_of_another_is_seen(group: Group) -> None:
    """Its number and the time of its change give it away, whatever its date says."""
    path = Path(group.root, "a")
    status = path.stat()
    other = Path(group.root, "ü")
    other.write_text("b")
    other.replace(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "a" in changed(group)


def test_a_snapshot_is_read_as_it_was_written(group: Group, tmp_path: Path) -> None:
    """With its facts and with names of any bytes."""
    odd = group._replace(name="odd", paths=("", os.fsdecode(b"\xff"), "ü", "gone"))
    written = Snapshot({"format": 1, "list": [None, "ä"]}, (group, odd), (("/some/path", "mark"),))
    snapshot.write(tmp_path / "standing", written)
    assert snapshot.read(tmp_path / "standing") == written
    assert written.group("odd") is odd
    with pytest.raises(KeyError):
        written.group("other")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["standing"]


def test_what_is_damaged_is_not_relied_on(group: Group, tmp_path: Path) -> None:
    """At whichever byte."""
    path = tmp_path / "standing"
    snapshot.write(path, Snapshot({}, (group,), ()))
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert snapshot.read(path) is None
        path.write_bytes(whole[:place])
        assert snapshot.read(path) is None
    path.unlink()
    assert snapshot.read(path) is None


def test_a_mark_is_what_a_stamp_cannot_tell(tmp_path: Path) -> None:
    """Bytes of a file, names in a folder, where a link leads and what is there."""
    (tmp_path / "a").write_text("x")
    (tmp_path / "link").symlink_to("a")
    assert mark(str(tmp_path / "a")) == digest_bytes(b"x")
    assert mark(str(tmp_path)) == folder_mark(["link", "a"])
    through = mark(str(tmp_path / "link"))
    assert through.endswith(digest_bytes(b"x"))
    assert through != mark(str(tmp_path / "a"))
    (tmp_path / "a").write_text("y")
    assert mark(str(tmp_path / "link")) != through
    (tmp_path / "a").unlink()
    assert mark(str(tmp_path / "link")) == mark(str(tmp_path / "missing")) == "nothing"


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9)),
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9)),
    st.sets(st.sampled_from("abcdefgh")),
)
def test_a_group_with_other_paths_is_as_if_it_were_taken_anew(
    before: dict[str, int], rows: dict[str, int], gone: set[str]
) -> None:
    """Whatever is added, has changed, or is gone, also all at once."""

    def row(mark: int) -> Row:
        return (mark, mark, mark, mark, mark)

    fresh = {path: row(mark) for path, mark in rows.items() if path not in gone}
    group = taken("output", "/x", ((path, row(mark)) for path, mark in before.items()))
    left = {**before, **{path: rows[path] for path in fresh}}
    wanted = taken("output", "/x", ((path, row(mark)) for path, mark in left.items() if path not in gone))
    assert exchanged(group, fresh, gone) == wanted
