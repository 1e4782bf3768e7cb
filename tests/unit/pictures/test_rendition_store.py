"""Where the bytes of renditions are kept between builds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.cache.errors import NotWritable
from plugins.pictures.rendition_store import RenditionStore

KEY, OTHER = "ab" * 20, "cd" * 20


def test_gives_back_what_was_put(tmp_path: Path) -> None:
    """Bytes come back under their key, and nothing under another."""
    rendition_store = RenditionStore(tmp_path / "renditions")
    rendition_store.put(KEY, b"picture")
    assert rendition_store.get(KEY) == b"picture"
    assert rendition_store.get(OTHER) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 40])
def test_damage_is_noticed(tmp_path: Path, damage: bytes) -> None:
    """A file that was cut off or overwritten counts as not kept."""
    rendition_store = RenditionStore(tmp_path)
    rendition_store.put(KEY, b"picture")
    (tmp_path / "ab" / KEY).write_bytes(damage)
    assert rendition_store.get(KEY) is None


def test_one_flipped_bit_is_noticed(tmp_path: Path) -> None:
    """The same length is not enough."""
    rendition_store = RenditionStore(tmp_path)
    rendition_store.put(KEY, b"picture")
    file = tmp_path / "ab" / KEY
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert rendition_store.get(KEY) is None


def test_putting_again_fixes(tmp_path: Path) -> None:
    """A damaged file is replaced."""
    rendition_store = RenditionStore(tmp_path)
    rendition_store.put(KEY, b"picture")
    (tmp_path / "ab" / KEY).write_bytes(b"")
    rendition_store.put(KEY, b"picture")
    assert rendition_store.get(KEY) == b"picture"


def test_prune_spares_what_is_needed_and_the_newest(tmp_path: Path) -> None:
    """What no picture needs goes, oldest first, beyond the bytes to spare."""
    rendition_store = RenditionStore(tmp_path)
    keys = [f"{n:02x}" * 20 for n in range(4)]
    for age, key in enumerate(keys):
        rendition_store.put(key, bytes(80))
        os.utime(tmp_path / key[:2] / key, (1_000_000 - age, 1_000_000 - age))
    assert rendition_store.prune({keys[3]}, spare=150) == 2
    assert [rendition_store.get(key) is not None for key in keys] == [True, False, False, True]


def test_prune_removes_what_a_killed_build_left(tmp_path: Path) -> None:
    """A temporary file is nobody's."""
    rendition_store = RenditionStore(tmp_path)
    rendition_store.put(KEY, b"picture")
    leftover = tmp_path / ".memo" / "1-2"
    leftover.write_bytes(b"half")
    assert rendition_store.prune({KEY}) == 0
    assert not leftover.exists() and rendition_store.get(KEY)


def test_no_folder_yet(tmp_path: Path) -> None:
    """Before the first build there is nothing to prune."""
    assert RenditionStore(tmp_path / "none").prune(set()) == 0


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A file in the folder's place is a sentence."""
    (tmp_path / "renditions").write_text("not a folder")
    with pytest.raises(NotWritable, match="renditions"):
        RenditionStore(tmp_path / "renditions").put(KEY, b"picture")
