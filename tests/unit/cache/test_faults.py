"""Errors of the system as sentences."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from plugins.cache.errors import Busy, Damaged, MemoError, NoSpace, NotWritable
from plugins.cache.faults import faults_at, of_sqlite, of_system


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EDQUOT, NoSpace),
        (errno.EFBIG, NoSpace),
        (errno.EROFS, NotWritable),
        (errno.EACCES, NotWritable),
        (errno.EIO, NotWritable),
    ],
)
def test_errors_of_the_system_are_told(number: int, kind: type[MemoError]) -> None:
    """By kind, with the file concerned."""
    with pytest.raises(kind, match="/some/file") as caught, faults_at("/folder"):
        raise OSError(number, "words", "/some/file")
    assert caught.value.place == "/some/file"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Busy),
        (sqlite3.SQLITE_LOCKED, Busy),
        (sqlite3.SQLITE_FULL, NoSpace),
        (sqlite3.SQLITE_IOERR_WRITE, NoSpace),
        (sqlite3.SQLITE_READONLY_DIRECTORY, NotWritable),
        (sqlite3.SQLITE_CANTOPEN, NotWritable),
        (sqlite3.SQLITE_CORRUPT_VTAB, Damaged),
        (sqlite3.SQLITE_NOTADB, Damaged),
        (sqlite3.SQLITE_IOERR_SHORT_READ, Damaged),
    ],
)
def test_errors_of_sqlite_are_told(code: int, kind: type[MemoError]) -> None:
    """By their extended codes."""
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    assert type(of_sqlite(error, "store")) is kind


def test_text_that_cannot_be_decoded_is_damage() -> None:
    """Python raises that without a code."""
    assert type(of_sqlite(sqlite3.OperationalError("Could not decode"), "store")) is Damaged


def test_a_message_of_sqlite_that_cannot_be_decoded_is_damage() -> None:
    """It quotes the damaged text of a table."""
    with pytest.raises(Damaged, match="store is damaged"), faults_at("store"):
        b"\xfa".decode("utf-8")


def test_a_row_that_is_there_twice_is_damage() -> None:
    """Nothing of ours can put it there twice."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x NOT NULL)")
    with pytest.raises(Damaged, match="store is damaged"), faults_at("store"):
        connection.executemany("INSERT INTO t VALUES (?, 1)", [(1,), (1,)])
    with pytest.raises(sqlite3.IntegrityError), faults_at("store"):
        connection.execute("INSERT INTO t VALUES (2, NULL)")


def test_our_own_faults_pass() -> None:
    """They are for us to see."""
    with pytest.raises(sqlite3.ProgrammingError), faults_at("store"):
        sqlite3.connect(":memory:").execute("SELECT ?", ())


def test_a_path_too_long_for_windows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows says that there is no such file; the sentence says why."""
    monkeypatch.setattr("plugins.cache.faults.SYSTEM", "nt")
    place = "/" + "x" * 270
    assert "longer than the 260 letters" in of_system(FileNotFoundError(2, "No such file", place), place).sentence
    assert "could not be written" in of_system(FileNotFoundError(2, "No such file", "/x"), "/x").sentence
