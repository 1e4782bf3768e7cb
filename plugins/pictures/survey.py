"""Examines all pictures of a newsroom over the workers, and remembers what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.pool import Pool
from plugins.cache.progress import Progress
from plugins.cache.store import Store
from plugins.pictures.examination import EXAMINATION, PictureFile, key_of, packed, unpacked
from plugins.pictures.examine import examine
from plugins.pictures.picture import LIMITS, Examined, Limits


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found, by the name of the file, and how many files were opened for it."""

    found: dict[str, Examined]
    opened: int


def survey(
    files: Iterable[PictureFile],
    store: Store,
    pool: Pool,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Survey:
    """Examines the files, each only when its bytes, its name or the limits are new to the store.

    Raises ``MemoError`` where the store or a worker fails.
    """
    keys = {file.name: key_of(file, limits) for file in files}
    by_name = {file.name: file for file in files}
    remembered = dict(store.values.get_many(EXAMINATION, keys.values()))
    found: dict[str, Examined] = {}
    new = []
    for name, key in keys.items():
        data = remembered.get(key)
        if data is None:
            new.append(by_name[name])
        else:
            found[name] = unpacked(data)
    tasks = ((str(file.path), file.name, limits) for file in new)
    for file, examined in zip(new, pool.map_in_order(_examine, tasks, chunk=2, progress=progress), strict=True):
        found[file.name] = examined
        if examined.picture is not None and examined.picture.digest == file.digest:
            store.values.put(EXAMINATION, keys[file.name], packed(examined))
            store.flush_if_full()
    return Survey({name: found[name] for name in keys}, len(new))


def _examine(task: tuple[str, str, Limits]) -> Examined:
    path, name, limits = task
    return examine(Path(path), name, limits)
