"""Remembered results."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from plugins.cache.errors import Damaged
from plugins.cache.store import FLUSH_AT, Store, reader


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


@pytest.mark.parametrize("data", ["x'00'", "x''", "'right'", "17"])
def test_a_result_whose_bytes_changed_is_damage(path: Path, data: str) -> None:
    """A flipped bit in the file never reaches a page, nor does it pass in silence."""
    with Store(path) as store:
        store.values.put("n", "k", b"right")
        store.values.put("n", "other", b"right")
        store.flush()
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE blob SET data = {data} WHERE id = 1")
    connection.commit()
    connection.close()
    with pytest.raises(Damaged, match="not as it was written"), Store(path) as store:
        list(store.values.get_many("n", ["k", "other"]))
    assert not path.exists()


def test_what_is_known_can_be_asked_without_reading_it(path: Path) -> None:
    """It counts as use: the build relies on it."""
    with Store(path) as store:
        store.values.put_many("n", [(str(n), b"x") for n in range(600)])
        store.flush()
        assert store.values.known("n", map(str, range(500, 700))) == set(map(str, range(500, 600)))
        assert store.values.known("m", ["1"]) == set()
    for _ in range(4):
        with Store(path) as store:
            store.flush()
    with Store(path) as store:
        store.values.known("n", ["7"])
        store.flush()
        store.values.collect(most=0)
        assert store.values.known("n", map(str, range(600))) == {"7"}


def test_a_namespace_can_be_cut_down_to_one_result(path: Path) -> None:
    """Where only the latest is of use."""
    with Store(path) as store:
        store.values.put_many("n", [("a", b"1"), ("b", b"2"), ("c", b"3")])
        store.values.put("m", "a", b"4")
        store.flush()
        store.values.keep_only("n", "b")
        assert store.values.known("n", "abc") == {"b"}
        assert store.values.get("n", "b") == b"2"
        assert store.values.get("m", "a") == b"4"
        assert store.values.size() == 2


def test_everything_but_one_namespace_can_be_forgotten(path: Path) -> None:
    """At once, with its bytes."""
    with Store(path) as store:
        store.values.put_many("n", [("a", b"1"), ("b", b"2")])
        store.values.put("m", "a", b"4")
        store.flush()
        store.values.keep_namespace("m")
        assert store.values.known("n", "ab") == set()
        assert store.values.get("m", "a") == b"4"
        assert store.values.size() == 1


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
