"""Turns errors of the system and of SQLite into sentences."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.cache.errors import Busy, Damaged, MemoError, NoSpace, NotWritable
from plugins.cache.retry import is_open_elsewhere

SYSTEM = os.name
LONGEST = 260
"""Letters of a path on Windows, the end included (MAX_PATH)."""
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_WRONG = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_TOO_SMALL = frozenset({sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE})
_TWICE = frozenset(
    {sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID, sqlite3.SQLITE_CONSTRAINT_UNIQUE}
)
"""We only ever replace rows, or add one behind the last: what is there twice has been damaged."""
_READ_BACK = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})


@contextmanager
def faults_at(place: str | os.PathLike[str]) -> Iterator[None]:
    """Within it, an ``OSError`` or an error of SQLite becomes a ``MemoError`` about ``place``.

    Wrong use of SQLite (``ProgrammingError``, other breaches of constraints) is a fault of ours and passes.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode not in _TWICE:
            raise
        raise _damaged(error, os.fspath(place)) from error
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except UnicodeDecodeError as error:  # a damaged schema, which stands in SQLite's own message
        raise _damaged(error, os.fspath(place)) from error
    except sqlite3.DatabaseError as error:
        raise of_sqlite(error, os.fspath(place)) from error
    except OSError as error:
        raise of_system(error, os.fspath(place)) from error


def of_system(error: OSError, place: str) -> MemoError:
    """The sentence for an error of the operating system."""
    where = error.filename if isinstance(error.filename, str) else place
    if error.errno in _FULL:
        return NoSpace(f"There is no space left to write {where}. Free some and start again.", where)
    if is_open_elsewhere(error):
        return NotWritable(
            f"{where} is open in another program (an editor, a viewer, a virus scanner)."
            " Close it there and start again.",
            where,
        )
    if SYSTEM == "nt" and len(str(Path(where).absolute())) >= LONGEST:
        return NotWritable(
            f"{where} is longer than the {LONGEST} letters that Windows takes. Move the newsroom into a folder with a"
            " short name, such as C:\\newsroom, or switch long paths on (LongPathsEnabled in the registry).",
            where,
        )
    said = error.strerror or str(error)
    return NotWritable(
        f"{where} could not be written ({said}). Give the right to write there, or another folder.", where
    )


def of_sqlite(error: sqlite3.DatabaseError, place: str) -> MemoError:
    """The sentence for an error of SQLite, by its code (https://www.sqlite.org/rescode.html)."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(f"Another program is using {place}. Wait until it has ended and start again.", place)
    if code == sqlite3.SQLITE_FULL or extended in _TOO_SMALL:
        return NoSpace(f"There is no space left to write {place}. Free some and start again.", place)
    if code in _WRONG or extended in _READ_BACK:
        return _damaged(error, place)
    return NotWritable(
        f"{place} could not be written ({error}). Give the right to write there, or another folder.", place
    )


def _damaged(error: Exception, place: str) -> Damaged:
    return Damaged(f"{place} is damaged ({error}). It holds nothing that cannot be made again.", place)
