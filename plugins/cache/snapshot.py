"""Remembers how many files stood, and tells quickly which have changed since.

Only stamps are compared: one ``lstat`` for each path, nothing is listed or read. A folder's stamp
changes when something in it is added, removed or renamed, so that new files are noticed too. What
cannot be told by a stamp (a file that was changed a moment before, a link) is looked at each time.
"""

from __future__ import annotations

import json
import os
import stat
from array import array
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

_MAGIC = b"memo-snapshot-1\n"
_FIELDS = 5
_BYTES = _FIELDS * 8
_SIGNED = (1 << 63) - 1
"""Numbers of files may use 64 bits; an array holds 63 and a sign."""


class Group(NamedTuple):
    """Some paths below one folder, and their stamps one after the other."""

    name: str
    root: str
    paths: tuple[str, ...]
    """Relative to ``root``, with slashes; the empty one is the root itself."""
    stamps: bytes


class Snapshot(NamedTuple):
    """How files stood. ``facts`` are JSON and belong to whoever took it."""

    facts: dict[str, Any]
    groups: tuple[Group, ...]
    doubts: tuple[tuple[str, str], ...]
    """(full path, mark) of what no stamp can tell."""

    def group(self, name: str) -> Group:
        """The group of that name. Raises ``KeyError``."""
        for group in self.groups:
            if group.name == name:
                return group
        raise KeyError(name)


def stamped(paths: Iterable[str]) -> bytes:
    """The stamps of what stands at some full paths now; zeros for what is not there."""
    found = array("q")
    put, look, sort, nothing = found.extend, os.lstat, stat.S_IFMT, (0,) * _FIELDS
    for path in paths:
        try:
            seen = look(path)
        except OSError:
            put(nothing)
            continue
        put((sort(seen.st_mode), seen.st_mtime_ns, seen.st_size, seen.st_ino & _SIGNED, seen.st_ctime_ns))
    return found.tobytes()


Row = tuple[int, int, int, int, int]
"""(sort as in ``st_mode``, mtime, size, ino, ctime)."""


def taken(name: str, root: str, rows: Iterable[tuple[str, Row]]) -> Group:
    """A group of (relative path, row) pairs."""
    ordered = list(rows)
    found = array("q")
    for _, (sort, mtime, size, ino, ctime) in ordered:
        found.extend((sort, mtime, size, ino & _SIGNED, ctime))
    return Group(name, root, tuple(path for path, _ in ordered), found.tobytes())


def full(group: Group) -> Iterator[str]:
    """The full paths of a group."""
    prefix = f"{group.root}/"
    return (prefix + path if path else group.root for path in group.paths)


def changed(group: Group) -> tuple[str, ...]:
    """The relative paths of a group that do not stand as they did."""
    now = stamped(full(group))
    if now == group.stamps:
        return ()
    before = group.stamps
    return tuple(
        path
        for path, at in zip(group.paths, range(0, len(before), _BYTES), strict=True)
        if now[at : at + _BYTES] != before[at : at + _BYTES]
    )


def restamped(group: Group, rows: Mapping[str, Row]) -> Group:
    """The group with other stamps for some of its paths. Raises ``KeyError`` for a path it does not have."""
    places = {path: place for place, path in enumerate(group.paths)}
    stamps = bytearray(group.stamps)
    for path, (sort, mtime, size, ino, ctime) in rows.items():
        at = places[path] * _BYTES
        stamps[at : at + _BYTES] = array("q", (sort, mtime, size, ino & _SIGNED, ctime)).tobytes()
    return group._replace(stamps=bytes(stamps))


def exchanged(group: Group, rows: Mapping[str, Row], gone: Iterable[str]) -> Group:
    """The group with other stamps for some paths, which it may not have had, and without those that are gone."""
    before, left = set(group.paths), frozenset(gone)
    more = [(path, row) for path, row in rows.items() if path not in before]
    whole = restamped(group, {path: row for path, row in rows.items() if path in before})
    kept = [(path, at * _BYTES) for at, path in enumerate(whole.paths) if path not in left]
    added = taken(group.name, group.root, more)
    stamps = b"".join(whole.stamps[at : at + _BYTES] for _, at in kept) + added.stamps
    return group._replace(paths=(*(path for path, _ in kept), *added.paths), stamps=stamps)


def mark(path: str) -> str:
    """What a path holds, looked at thoroughly: bytes of a file, names in a folder, where a link leads.

    That of a file is the digest of its bytes (``digest_bytes``).
    """
    try:
        leads = f"{Path(path).readlink()}\n" if stat.S_ISLNK(os.lstat(path).st_mode) else ""
        if Path(path).is_dir():
            return leads + folder_mark(below.name for below in Path(path).iterdir())
        return leads + blake2b(Path(path).read_bytes(), digest_size=20).hexdigest()
    except OSError:
        return "nothing"


def folder_mark(names: Iterable[str]) -> str:
    """The mark of a folder with these names in it; what Python compiles for itself does not count."""
    own = sorted(name for name in names if name != "__pycache__")
    return blake2b(os.fsencode("\0".join(own)), digest_size=20).hexdigest()


def write(path: Path, snapshot: Snapshot) -> None:
    """Puts a snapshot into a file, whole or not at all. Raises ``NotWritable``, ``NoSpace``."""
    from plugins.cache.faults import faults_at  # brings SQLite along, which reading does without
    from plugins.cache.retry import retry

    texts = [(group, os.fsencode("".join(f"{path}\0" for path in group.paths))) for group in snapshot.groups]
    head = {
        "facts": snapshot.facts,
        "doubts": snapshot.doubts,
        "groups": [(group.name, group.root, len(text)) for group, text in texts],
    }
    parts = [json.dumps(head).encode() + b"\n"]
    for group, text in texts:
        parts += [text, group.stamps]
    body = b"".join(parts)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    with faults_at(path):
        try:
            fresh.write_bytes(_MAGIC + f"{crc32(body):08x}\n".encode() + body)
            retry(fresh.replace, path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise


def read(path: Path) -> Snapshot | None:
    """The snapshot in a file; ``None`` where there is none that can be relied on."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + 9
    if not data.startswith(_MAGIC) or data[len(_MAGIC) : start] != f"{crc32(data[start:]):08x}\n".encode():
        return None
    end = data.index(b"\n", start) + 1
    head = json.loads(data[start:end])
    groups = []
    for name, root, size in head["groups"]:
        paths = tuple(os.fsdecode(data[end : end + size]).split("\0")[:-1])
        end += size
        groups.append(Group(name, root, paths, data[end : end + len(paths) * _BYTES]))
        end += len(paths) * _BYTES
    return Snapshot(head["facts"], tuple(groups), tuple((place, found) for place, found in head["doubts"]))
