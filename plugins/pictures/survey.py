"""Examines all pictures of a newsroom over the workers, and remembers what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import exiv2
import PIL
from pydantic import TypeAdapter

from plugins.cache.code import source_digest
from plugins.cache.digest import digest
from plugins.cache.pool import Pool
from plugins.cache.progress import Progress
from plugins.cache.store import Store
from plugins.pictures.examine import examine
from plugins.pictures.picture import LIMITS, Examined, Limits

_NAMESPACE = "picture"
_STEPS = ("examine", "reading", "metadata", "sniff", "decoding", "colours", "picture", "complaints")
"""Our modules that examine: where one is edited, pictures are examined anew."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file to be examined."""

    path: Path
    name: str
    """As the editor knows it; results are found by it."""
    digest: str
    """Of its bytes, as the store's inputs give it."""


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
    keys = {file.name: _key(file, limits) for file in files}
    by_name = {file.name: file for file in files}
    remembered = dict(store.values.get_many(_NAMESPACE, keys.values()))
    found: dict[str, Examined] = {}
    new = []
    for name, key in keys.items():
        known = _parsed(remembered.get(key))
        if known is None:
            new.append(by_name[name])
        else:
            found[name] = known
    tasks = ((str(file.path), file.name, limits) for file in new)
    for file, examined in zip(new, pool.map_in_order(_examine, tasks, chunk=2, progress=progress), strict=True):
        found[file.name] = examined
        if examined.picture is not None and examined.picture.digest == file.digest:
            store.values.put(_NAMESPACE, keys[file.name], _codec().dump_json(examined))
            store.flush_if_full()
    return Survey({name: found[name] for name in keys}, len(new))


def _examine(task: tuple[str, str, Limits]) -> Examined:
    path, name, limits = task
    return examine(Path(path), name, limits)


def _key(file: PictureFile, limits: Limits) -> str:
    """What the result depends on; the name is part of its sentences."""
    return digest((file.digest, file.name, limits, _program()))


@cache
def _program() -> str:
    code = source_digest(f"plugins.pictures.{step}" for step in _STEPS)
    return f"{code}, pillow {PIL.__version__}, exiv2 {exiv2.version()}"


def _parsed(remembered: bytes | None) -> Examined | None:
    return None if remembered is None else _codec().validate_json(remembered)


@cache
def _codec() -> TypeAdapter[Examined]:
    return TypeAdapter(Examined)
