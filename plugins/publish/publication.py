"""Puts a checked site in place, and remembers how it stood then: publishing the same again reads and makes nothing.

A file of the published folder is a hard link to that in the staging folder, and making or removing a link moves the
change time of both. Such a file would look edited to the next build, which would read it to find out. So its stamp is
taken anew, if it stood as it was made until the links were made, and nothing but its change time moved since.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from plugins.build import state
from plugins.cache import snapshot
from plugins.cache.faults import faults_at
from plugins.cache.manifest import OutputManifest
from plugins.cache.outputs import row_of
from plugins.cache.reasons import OutputRow
from plugins.cache.snapshot import Group, Snapshot
from plugins.cache.stamp import FOLDER, FileStatus, Sort, look, walk
from plugins.cache.store import Store
from plugins.publish import retention
from plugins.publish.renewal import SYSTEM, files_of
from plugins.publish.swap import swap_in

STORE = "dreiklang.sqlite"
_MODES = {Sort.FILE: 0o100000, Sort.FOLDER: 0o040000, Sort.LINK: 0o120000}


def is_foreign(cache: Path, live: Path) -> bool:
    """Whether a folder holds what neither a publication nor a build has put there, as far as anybody knows."""
    if not live.is_dir() or OutputManifest(cache / STORE, live).paths or _file_of(cache, live).exists():
        return False
    return any(path.name not in SYSTEM for path in live.iterdir())


def stands(cache: Path, staged: Path, live: Path, now: int) -> bool:
    """Whether ``live`` is what was last published from ``staged``, both untouched, by this same program.

    Not so where something of an older site has stayed for long enough at the moment ``now``.
    """
    if retention.read(cache, live).is_over(now):
        return False
    found = snapshot.read(_file_of(cache, live))
    if found is None or found.facts != {"staged": str(staged), "live": str(live)}:
        return False
    return not any(snapshot.changed(group) for group in found.groups)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is published, and the pictures that lie in the content folder then."""

    now: int
    """Seconds since 1970-01-01, UTC."""
    pictures: retention.Sources


def put_in_place(
    store: Path,
    staged: Path,
    live: Path,
    moment: Moment,
    *,
    wait: float = 0.0,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Swaps ``staged`` in for ``live``. Raises ``OSError`` with ``live`` as it stood, ``MemoError``."""
    stay = _stay(store.parent, staged, live, moment)
    manifest = OutputManifest(store, live)
    manifest.claim(sorted({*files_of(staged), *stay.since}))
    place = state.file_of(store.parent, staged)
    with Store(store, wait=wait, tell=tell) as memory:  # no build may write into the staging folder meanwhile
        rows = memory.outputs(staged)
        every = {path: row_of(raw) for path, raw in rows.all().items()}
        whole = {path: row for path, row in every.items() if _stands(staged, row)}
        known = snapshot.read(place)
        is_known = known is not None and not any(map(snapshot.changed, known.groups))
        swap_in(staged, live, stay.since.keys())
        for path, row in whole.items():
            seen = look(staged / path)
            if seen is not None and seen.stamp._replace(ctime_ns=row.stamp.ctime_ns) == row.stamp:
                rows.record(row._replace(stamp=seen.stamp))
        memory.flush()
    if known is not None and is_known:
        groups = tuple(_moved(group) if group.name == state.OUTPUT else group for group in known.groups)
        snapshot.write(place, known._replace(groups=groups))
    manifest.release(manifest.paths - {*files_of(staged), *stay.since})
    retention.write(store.parent, live, stay)
    with faults_at(live):
        groups = (state.code_group(), _group("staged", staged), _group("live", live))
    facts = {"staged": str(staged), "live": str(live)}
    snapshot.write(_file_of(store.parent, live), Snapshot(facts, groups, ()))


def _stay(cache: Path, staged: Path, live: Path, moment: Moment) -> retention.Memory:
    """What stays of the site that is there now."""
    there = sorted(files_of(live)) if live.is_dir() else []
    return retention.retained(retention.read(cache, live), there, files_of(staged), moment.pictures, moment.now)


def _file_of(cache: Path, live: Path) -> Path:
    name = blake2b(str(live).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return cache / f"dreiklang.{name}.published"


def _stands(root: Path, row: OutputRow) -> bool:
    seen = look(root / row.path)
    return seen is not None and seen == (Sort.FILE, row.stamp)


def _moved(group: Group) -> Group:
    """The group with the change times of now, where nothing else has changed."""
    rows = []
    stamps = memoryview(group.stamps).cast("q")
    for place, path in enumerate(group.paths):
        mode, mtime, size, ino, ctime = stamps[place * 5 : place * 5 + 5].tolist()
        seen = look(f"{group.root}/{path}")
        if seen is not None and (seen.stamp.mtime_ns, seen.stamp.size) == (mtime, size):
            ctime = seen.stamp.ctime_ns
        rows.append((path, (mode, mtime, size, ino, ctime)))
    return snapshot.taken(group.name, group.root, rows)


def _group(name: str, root: Path) -> Group:
    """Everything below a folder as it stands, with the folders."""
    seen = {"": look(root) or FileStatus(Sort.OTHER, FOLDER.stamp), **walk(root, folders=True)}
    return snapshot.taken(name, str(root), ((path, (_MODES.get(s.sort, 0), *s.stamp)) for path, s in seen.items()))
