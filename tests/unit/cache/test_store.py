"""The store as a whole, and what can befall its file."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from plugins.cache import schema
from plugins.cache.errors import Busy, Damaged, MemoError, NoSpace, NotWritable
from plugins.cache.store import Store, with_store

ROOT = Path(__file__).parents[3]
NOBODY = 65534
Space = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that holds one result of 100,000 bytes."""
    file = tmp_path / "store"
    with Store(file) as store:
        store.values.put("n", "k", b"x" * 100_000)
        store.flush()
    return file


def change(path: Path, statement: str) -> None:
    """Does something to the file behind the store's back."""
    connection = sqlite3.connect(path)
    connection.executescript(statement)
    connection.close()


def scramble(path: Path, seed: int) -> None:
    """Writes random bytes over a part of the file."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at : at + 2000] = chance.randbytes(len(data[at : at + 2000]))
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (lambda p: p.write_bytes(b"no database at all" * 100), "damaged"),
        (lambda p: p.write_bytes(p.read_bytes()[:5000]), "damaged"),
        (lambda p: p.write_bytes(p.read_bytes()[:-4096]), "damaged"),
        (lambda p: p.write_bytes(p.read_bytes()[:50]), "damaged"),
        (lambda p: change(p, "PRAGMA application_id = 7"), "not a store of ours"),
        (lambda p: change(p, f"PRAGMA user_version = {schema.VERSION - 1}"), "older version"),
        (lambda p: change(p, f"PRAGMA user_version = {schema.VERSION + 1}"), "newer version"),
        (lambda p: change(p, "DROP TABLE part"), "tables"),
        (lambda p: change(p, "ALTER TABLE part ADD COLUMN more TEXT"), "tables"),
        (lambda p: (p.unlink(), change(p, "CREATE TABLE theirs (x)")), "not a store of ours"),
    ],
    ids=[
        "text",
        "cut",
        "last-page-missing",
        "cut-in-header",
        "other-program",
        "older",
        "newer",
        "less",
        "more",
        "theirs",
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_forgotten(path: Path, harm: Callable[[Path], object], word: str) -> None:
    """With the reason, and a new one is in its place at once."""
    harm(path)
    with Store(path) as store:
        assert word in store.forgotten
        assert store.values.get("n", "k") is None
        store.values.put("n", "k", b"new")
        store.flush()
    with Store(path) as store:
        assert store.forgotten == ""
        assert store.values.get("n", "k") == b"new"


@pytest.mark.parametrize("harm", [Path.unlink, lambda p: p.write_bytes(b"")], ids=["deleted", "emptied"])
def test_a_missing_store_is_made_without_a_word(path: Path, harm: Callable[[Path], object]) -> None:
    """As on the first day."""
    harm(path)
    with Store(path) as store:
        assert store.forgotten == ""
        assert store.values.get("n", "k") is None


@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_gives_a_wrong_result(path: Path, seed: int) -> None:
    """Right, unknown, or forgotten; found at the start or on the way."""
    scramble(path, seed)
    told: list[str] = []

    def work(store: Store) -> bytes | None:
        found = store.values.get("n", "k")
        store.inputs.below("")
        store.outputs(path.parent).all()
        store.values.put("n", "k", b"y" * 10)
        store.flush()
        return found

    assert with_store(path, work, tell=told.append) in (b"x" * 100_000, None)
    with Store(path) as store:
        assert store.values.get("n", "k") == b"y" * 10


def test_damage_found_on_the_way_starts_the_work_anew(path: Path) -> None:
    """Once, with a new store; the reason is told."""
    told: list[str] = []
    stores: list[Store] = []

    def work(store: Store) -> bytes | None:
        stores.append(store)
        if len(stores) == 1:
            raise Damaged("It is damaged.", str(path))
        return store.values.get("n", "k")

    assert with_store(path, work, tell=told.append) is None
    assert told == ["It is damaged."]
    assert len(stores) == 2


def test_damage_found_twice_is_an_error(path: Path) -> None:
    """No endless round."""

    def work(store: Store) -> None:
        raise Damaged("It is damaged.", str(path))

    with pytest.raises(Damaged):
        with_store(path, work)


def test_a_second_build_at_once_is_told_to_wait(path: Path) -> None:
    """With the process that is in the way."""
    with Store(path), pytest.raises(Busy, match=rf"process {os.getpid()}.*Wait"):
        Store(path)
    with Store(path) as store:
        assert store.values.get("n", "k") is not None


def test_another_program_at_the_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For example a viewer in the middle of a transaction."""
    monkeypatch.setattr(schema, "_SETTINGS", schema._SETTINGS.replace("5000", "0"))
    viewer = sqlite3.connect(path, isolation_level=None)
    viewer.execute("BEGIN IMMEDIATE")
    with Store(path) as store:
        store.values.put("n", "k", b"new")
        with pytest.raises(Busy, match="Another program"):
            store.flush()
        viewer.execute("ROLLBACK")
        viewer.close()
        store.flush()
        assert store.values.get("n", "k") == b"new"


def test_a_folder_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    """It is not removed."""
    (tmp_path / "store").mkdir()
    with pytest.raises(NotWritable):
        Store(tmp_path / "store")
    assert (tmp_path / "store").is_dir()


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder nobody may write to, seen by a user who is not the superuser."""
    folder = Path(tempfile.mkdtemp())
    with Store(folder / "store") as store:
        store.values.put("n", "k", b"x")
        store.flush()
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    yield folder
    if superuser:
        os.seteuid(0)
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


@pytest.mark.parametrize("name", ["store", "new", "below/new"])
def test_a_folder_that_cannot_be_written_is_told(as_nobody: Path, name: str) -> None:
    """With what to do about it."""
    with pytest.raises(NotWritable, match="Give the right to write there, or another folder"):
        Store(as_nobody / name)


def test_no_space_in_the_middle_is_told_and_harms_nothing(path: Path, little_space: Space) -> None:
    """What was remembered before still is, and the flush works once there is space again."""
    with Store(path) as store:
        store.values.put("n", "large", b"y" * 1_000_000)
        with little_space(200_000), pytest.raises(NoSpace, match="no space left"):
            store.flush()
        assert store.values.get("n", "k") == b"x" * 100_000
        store.flush()
    with Store(path) as store:
        assert store.values.get("n", "large") == b"y" * 1_000_000


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_no_space_for_a_new_store_is_told(tmp_path: Path, little_space: Space, size: int) -> None:
    """However early it comes."""
    with little_space(size), pytest.raises(NoSpace):
        Store(tmp_path / "store")


SCRIPT = """
import os, sys
from pathlib import Path
from plugins.cache.stamp import Stamp
from plugins.cache.store import Store

with Store(Path(sys.argv[1])) as store:
    for n in range(100_000):
        for k in range(20):
            store.values.put("n", str(k), (b"%d " % n) * 2000)
            store.inputs.record(str(k), Stamp(n, n, n, n), str(n), 0)
        store.flush()
        print(n, flush=True)
"""


@pytest.mark.parametrize("rounds", [0, 1, 2, 5, 9, 14])
def test_a_writer_killed_at_any_moment_leaves_whole_transactions(tmp_path: Path, rounds: int) -> None:
    """All results and stamps are of one flush."""
    path = tmp_path / "store"
    writer = subprocess.Popen([sys.executable, "-c", SCRIPT, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(rounds):
        assert writer.stdout.readline()
    writer.kill()
    writer.communicate()
    with Store(path) as store:
        assert store.forgotten == ""
        values = {data.split()[0] for _, data in store.values.get_many("n", map(str, range(20)))}
        stamps = {row.digest.encode() for row in store.inputs.below("").values()}
    assert values == stamps
    assert len(values) == 1 if rounds else len(values) < 2


def test_the_generation_grows_with_each_build_that_writes(path: Path) -> None:
    """It orders what was used when."""
    seen = []
    for _ in range(2):
        with Store(path) as store:
            seen.append(store.generation)
            store.flush()
    assert seen == [2, 3]


def test_every_error_is_a_sentence() -> None:
    """Each kind can be caught as one."""
    assert issubclass(Busy, MemoError)
    assert MemoError("It failed.", "here").sentence == "It failed."
