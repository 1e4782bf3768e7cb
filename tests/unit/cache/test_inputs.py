"""Remembered files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.cache.digest import digest_bytes
from plugins.cache.inputs import InputRow, trusted
from plugins.cache.stamp import RACY_NS, Stamp, is_settled, walk
from plugins.cache.store import Store

STAMP = Stamp(mtime_ns=10, size=2, ino=3, ctime_ns=4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with Store(tmp_path / "cache" / "store") as opened:
        yield opened


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with two files."""
    folder = tmp_path / "content"
    (folder / "sub").mkdir(parents=True)
    (folder / "a").write_text("one")
    (folder / "sub" / "b").write_text("two")
    return folder


def later(folder: Path) -> int:
    """A moment long after every change in a folder."""
    stamps = [seen.stamp for seen in walk(folder).values()]
    return max(max(stamp.mtime_ns, stamp.ctime_ns) for stamp in stamps) + 2 * RACY_NS


@pytest.mark.parametrize(
    ("row", "stamp", "answer"),
    [
        (InputRow(STAMP, "d", True), STAMP, True),
        (InputRow(STAMP, "d", False), STAMP, False),
        (InputRow(STAMP, "d", True), STAMP._replace(ctime_ns=5), False),
        (InputRow(STAMP, "d", True), STAMP._replace(ino=5), False),
        (None, STAMP, False),
    ],
)
def test_only_a_settled_and_equal_stamp_is_trusted(row: InputRow | None, stamp: Stamp, answer: bool) -> None:
    """One row of the table."""
    assert trusted(row, stamp) is answer


def test_a_file_settles_two_seconds_after_its_last_change() -> None:
    """Of its bytes or of its metadata, whichever is later."""
    assert not is_settled(STAMP, 10 + RACY_NS)
    assert is_settled(STAMP, 11 + RACY_NS)
    assert not is_settled(STAMP._replace(ctime_ns=11), 11 + RACY_NS)


def test_files_are_digested(store: Store, content: Path) -> None:
    """Each by its bytes."""
    found = store.inputs.digests(content, walk(content), later(content))
    assert found == {"a": digest_bytes(b"one"), "sub/b": digest_bytes(b"two")}


def test_a_settled_file_is_not_read_again(store: Store, content: Path) -> None:
    """Its stamp is enough: that it could not be read goes unnoticed."""
    seen = walk(content)
    first = store.inputs.digests(content, seen, later(content))
    store.flush()
    for name in first:
        (content / name).unlink()
    assert store.inputs.digests(content, seen, later(content)) == first


def test_a_file_just_written_is_read_again(store: Store, content: Path) -> None:
    """It could change once more within a tick of the clock and keep its stamp."""
    seen = walk(content)
    just_now = seen["a"].stamp.mtime_ns
    store.inputs.digests(content, seen, just_now)
    store.flush()
    stamp = seen["a"].stamp
    (content / "a").write_text("ONE")
    os.utime(content / "a", ns=(stamp.mtime_ns, stamp.mtime_ns))
    assert store.inputs.digests(content, seen, just_now)["a"] == digest_bytes(b"ONE")


def test_a_change_that_keeps_size_and_time_is_noticed(store: Store, content: Path) -> None:
    """The change time cannot be set back."""
    store.inputs.digests(content, walk(content), later(content))
    store.flush()
    status = (content / "a").stat()
    while (content / "a").stat().st_ctime_ns == status.st_ctime_ns:
        (content / "a").write_text("eno")
        os.utime(content / "a", ns=(status.st_mtime_ns, status.st_mtime_ns))
    assert store.inputs.digests(content, walk(content), later(content))["a"] == digest_bytes(b"eno")


def test_files_that_are_gone_are_forgotten(store: Store, content: Path) -> None:
    """Only those under the folder that was looked at."""
    other = content.parent / "other"
    other.mkdir()
    (other / "c").write_text("three")
    for folder in (content, other):
        store.inputs.digests(folder, walk(folder), later(folder))
    store.flush()
    (content / "a").unlink()
    store.inputs.digests(content, walk(content), later(content))
    store.flush()
    assert {Path(path).name for path in store.inputs.below("")} == {"b", "c"}


def test_a_file_that_vanishes_on_the_way_is_left_out(store: Store, content: Path) -> None:
    """Editors save by renaming."""
    seen = walk(content)
    (content / "a").unlink()
    assert set(store.inputs.digests(content, seen, later(content))) == {"sub/b"}
