"""Gets the bytes of renditions: from the rendition_store, or rendered and put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.cache.digest import digest_bytes
from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures import complaints
from plugins.pictures.examine import read_within
from plugins.pictures.metadata import Rights
from plugins.pictures.picture import LIMITS, Limits, Picture
from plugins.pictures.render import render
from plugins.pictures.rendition_store import RenditionStore
from plugins.pictures.renditions import Rendition, Renditions
from plugins.pictures.segments import with_imprint
from plugins.pictures.writing import imprint


@dataclass(frozen=True, slots=True)
class Job:
    """A picture whose renditions are wanted."""

    path: Path
    picture: Picture
    rights: Rights
    renditions: Renditions
    """Of that picture with those rights."""
    folder: str = ""
    """In the output, with slashes, e.g. ``photos/kanada``."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One rendition with its bytes."""

    item: Rendition
    data: bytes
    rendered: bool
    """It was encoded now, not taken from the rendition_store."""


def fetch(
    job: Job, items: Iterable[Rendition], rendition_store: RenditionStore, limits: Limits = LIMITS
) -> Iterator[Fetched]:
    """The bytes of some of a job's renditions; those that are kept come first.

    Raises ``ContentError`` where the picture is gone, damaged, or not the one that was examined, and
    ``MemoError`` where the rendition_store cannot be written.
    """
    missing = []
    for item in items:
        data = rendition_store.get(item.kept)
        if data is None:
            missing.append(item)
        else:
            yield Fetched(item, described(job, item, data), rendered=False)
    for item, data in draw(job, missing, limits):
        rendition_store.put(item.kept, data)
        yield Fetched(item, described(job, item, data), rendered=True)


def draw(job: Job, items: Iterable[Rendition], limits: Limits = LIMITS) -> Iterator[tuple[Rendition, bytes]]:
    """Some of a job's renditions as they are kept. Raises ``ContentError``."""
    by_spec = {item.spec: item for item in items}
    if by_spec:
        source = _source(job, limits)
        for spec, data in render(source, job.picture.file, by_spec, job.rights, limits):
            yield by_spec[spec], data


def described(job: Job, item: Rendition, data: bytes) -> bytes:
    """The file as it goes out: that of the press says more of the picture than its rights."""
    if item.key == item.kept:
        return data
    return with_imprint(data, imprint(job.rights, job.renditions.description))


def _source(job: Job, limits: Limits) -> bytes:
    """The bytes that were examined."""
    source = read_within(job.path, job.picture.file, limits)
    if isinstance(source, Problem):
        raise ContentError((source,))
    if digest_bytes(source) != job.picture.digest:
        raise ContentError((complaints.changed(job.picture.file),))
    return source
