"""Opens the file of a store; one that is not exactly as it should be is forgotten."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plugins.cache.errors import Damaged
from plugins.cache.faults import faults_at

APPLICATION = 0x4D656D6F
"""``Memo``, in the header of the file, where ``file`` and SQLite look for it."""

VERSION = 1
"""To be raised whenever the tables, or the meaning of what is in them, change."""

_TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    namespace TEXT NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, size INTEGER NOT NULL,
    sum INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (namespace, key)
) WITHOUT ROWID;
CREATE TABLE blob (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE input (
    path TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, ino INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL, digest TEXT NOT NULL, settled INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE root (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE output (
    root INTEGER NOT NULL, path TEXT NOT NULL, fingerprint TEXT NOT NULL, mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL, ino INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (root, path)
) WITHOUT ROWID;
CREATE TABLE part (
    root INTEGER NOT NULL, path TEXT NOT NULL, parts TEXT NOT NULL, PRIMARY KEY (root, path)
) WITHOUT ROWID;
"""

PATIENCE = 5.0
"""Seconds to wait for another program that has the file locked."""

_SETTINGS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 8192;
PRAGMA cache_size = -16384;
"""


def connect(path: Path) -> tuple[sqlite3.Connection, str]:
    """A connection that may write, and why an older file had to be forgotten (empty: it was not).

    Raises ``Busy``, ``NotWritable``, ``NoSpace``.
    """
    try:
        return _open(path), ""
    except Damaged as found:
        reason = found.sentence
    forget(path)
    return _open(path), reason


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, for workers. Raises ``Damaged``, ``NotWritable``."""
    with faults_at(path):
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=PATIENCE, uri=True, isolation_level=None)


def forget(path: Path) -> None:
    """Removes a store's file with what SQLite keeps beside it. Raises ``NotWritable``."""
    with faults_at(path):
        for suffix in ("-wal", "-shm", "-journal", ""):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection:
    with faults_at(path):
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _settle(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _settle(connection: sqlite3.Connection, path: Path) -> None:
    """Makes the tables of a new file, or makes sure that those of an old one are ours and whole."""
    connection.executescript(_SETTINGS)
    application, version = _number(connection, "application_id"), _number(connection, "user_version")
    tables = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if not tables and not application and not version:
        connection.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {APPLICATION};PRAGMA user_version = {VERSION}; COMMIT;"
        )
        return
    place = str(path)
    if application != APPLICATION:
        raise Damaged(f"{place} is not a store of ours. It was set aside for a new one.", place)
    if version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        raise Damaged(f"{place} was written by {age} version of the program.", place)
    if [f"{sql};" for sql in tables] != _statements():
        raise Damaged(f"{place} is damaged: its tables are not as they should be.", place)


def _statements() -> list[str]:
    return [f"{sql.strip()};" for sql in _TABLES.split(";") if sql.strip()]


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
