"""Remembered results."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.memo.store import FLUSH_AT, Store, reader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be."""
    return tmp_path / "store"


def test_a_result_is_remembered_by_the_next_build(path: Path) -> None:
    """Under its namespace and key."""
    with Store(path) as store:
        store.values.put("html", "k", b"one")
        store.flush()
    with Store(path) as store:
        assert store.values.get("html", "k") == b"one"
        assert store.values.get("text", "k") is None
        assert store.values.get("html", "other") is None


def test_what_was_not_flushed_is_not_remembered(path: Path) -> None:
    """A build that dies leaves the state after its last flush."""
    with Store(path) as store:
        store.values.put("html", "k", b"one")
    with Store(path) as store:
        assert store.values.get("html", "k") is None


def test_many_results_are_read_in_few_statements(path: Path) -> None:
    """More than fit into one."""
    expected = {f"{n:040x}": str(n).encode() for n in range(1000)}
    with Store(path) as store:
        store.values.put_many("n", expected.items())
        store.flush()
        found = dict(store.values.get_many("n", [*expected, "unknown"]))
    assert found == expected


def test_a_result_can_be_replaced(path: Path) -> None:
    """The old bytes are not kept."""
    with Store(path) as store:
        for data in (b"one", b"longer than one", b"two"):
            store.values.put("n", "k", data)
            store.values.put("n", "k", data)
            store.flush()
        assert store.values.get("n", "k") == b"two"
        assert store.values.size() == 3
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM blob").fetchone() == (1,)


def test_a_worker_reads_while_the_build_writes(path: Path) -> None:
    """What has been flushed, and cannot write."""
    with Store(path) as store:
        store.values.put("n", "a", b"1")
        store.flush()
        worker = reader(path)
        assert worker.get("n", "a") == b"1"
        store.values.put("n", "b", b"2")
        assert worker.get("n", "b") is None
        store.flush()
        assert worker.get("n", "b") == b"2"
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            worker._connection.execute("DELETE FROM entry")


def test_a_result_whose_bytes_changed_counts_as_unknown(path: Path) -> None:
    """A flipped bit in the file never reaches a page."""
    with Store(path) as store:
        store.values.put("n", "k", b"right")
        store.flush()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE blob SET data = ?", (b"wrong",))
    connection.close()
    with Store(path) as store:
        assert store.values.get("n", "k") is None


def test_what_was_longest_not_used_is_forgotten_first(path: Path) -> None:
    """What was used lately stays, also by a worker who only tells of it."""
    for used in (["old", "told", "kept"], [], [], [], [], ["kept"]):
        with Store(path) as store:
            for key in used:
                if store.values.get("n", key) is None:
                    store.values.put("n", key, b"x" * 100)
            if used == ["kept"]:
                store.values.touch("n", ["told"])
            store.flush()
            gone = store.values.collect(most=200)
    assert gone == 1
    with Store(path) as store:
        assert dict(store.values.get_many("n", ["old", "told", "kept"])).keys() == {"told", "kept"}


def test_nothing_of_this_build_is_forgotten(path: Path) -> None:
    """Even where it alone is too large."""
    with Store(path) as store:
        store.values.put("n", "k", b"x" * 100)
        store.flush()
        assert store.values.collect(most=0) == 0


def test_what_waits_is_written_before_it_grows_large(path: Path) -> None:
    """Memory stays flat."""
    with Store(path) as store:
        store.values.put("n", "small", b"x")
        store.flush_if_full()
        assert store.values.get("n", "small") is None
        store.values.put("n", "large", b"x" * (FLUSH_AT + 1))
        store.flush_if_full()
        assert store.values.get("n", "small") == b"x"
        assert store.values.waiting == 0
