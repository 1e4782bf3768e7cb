"""The list of what is ours."""

from __future__ import annotations

import os
from pathlib import Path
from zlib import crc32

import pytest

from plugins.cache.manifest import OutputManifest


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where a store may be."""
    return tmp_path / "store"


def reopened(store: Path) -> set[str]:
    """What the next build finds on the list."""
    return OutputManifest(store, store.parent / "output").paths


def ledger_file(store: Path) -> Path:
    """The file of the list."""
    return store.parent / ".output.files"


def test_claims_are_kept(store: Path) -> None:
    """All of them, in as many blocks as there were claims."""
    ledger = OutputManifest(store, store.parent / "output")
    ledger.claim(["a", "b/c"])
    ledger.claim(["b/c", "d\u2028e"])
    assert reopened(store) == {"a", "b/c", "d\u2028e"}


def test_released_paths_are_gone(store: Path) -> None:
    """The others stay."""
    ledger = OutputManifest(store, store.parent / "output")
    ledger.claim(["a", "b"])
    ledger.release(["a", "unknown"])
    assert reopened(store) == {"b"}


def test_each_output_folder_has_its_own(store: Path) -> None:
    """A second folder with the same store is not taken for the first."""
    OutputManifest(store, store.parent / "output").claim(["a"])
    assert OutputManifest(store, store.parent / "other").paths == set()


def test_a_list_cut_anywhere_holds_whole_blocks_only(store: Path) -> None:
    """A kill in the middle of a write leaves the blocks before it; later claims are read again."""
    OutputManifest(store, store.parent / "output").claim(["first", "second"])
    whole = ledger_file(store).stat().st_size
    OutputManifest(store, store.parent / "output").claim(["third"])
    data = ledger_file(store).read_bytes()
    for end in range(len(data)):
        ledger_file(store).write_bytes(data[:end])
        ledger = OutputManifest(store, store.parent / "output")
        assert ledger.paths == ({"first", "second"} if end >= whole else set())
        ledger.claim(["new"])
        assert reopened(store) == ledger.paths


def test_a_damaged_block_ends_the_list(store: Path) -> None:
    """A path that is not quite right must not be removed."""
    OutputManifest(store, store.parent / "output").claim(["first"])
    whole = ledger_file(store).stat().st_size
    OutputManifest(store, store.parent / "output").claim(["third"])
    data = ledger_file(store).read_bytes()
    for at in range(whole, len(data)):
        ledger_file(store).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert reopened(store) == {"first"}


def test_nothing_is_written_for_what_is_known(store: Path) -> None:
    """A build with nothing new leaves the file alone."""
    ledger = OutputManifest(store, store.parent / "output")
    ledger.claim(["a"])
    before = ledger_file(store).stat()
    ledger.claim(["a"])
    ledger.release([])
    assert ledger_file(store).stat().st_mtime_ns == before.st_mtime_ns


def test_a_path_that_leads_out_is_not_ours(store: Path) -> None:
    """Whoever can write the list has no other file removed by it."""
    for path in ("../up", "/etc/passwd", "a/../../b", "c:/x"):
        body = f"good\n{path}\n".encode()
        ledger_file(store).write_bytes(f"{crc32(body):08x} {len(body):x}\n".encode() + body)
        assert reopened(store) == {"good"}


@pytest.mark.parametrize("name", ["output", "site with blanks"])
def test_where_nothing_can_be_written_beside_the_output_it_lies_with_the_store(
    store: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """As for an output that is mounted into a container."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    OutputManifest(store, store.parent / name).claim(["a"])
    assert [path.name for path in store.parent.iterdir()] == [OutputManifest(store, store.parent / name).path.name]
    assert OutputManifest(store, store.parent / name).paths == {"a"}
