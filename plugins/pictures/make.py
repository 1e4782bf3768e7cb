"""Makes the renditions of a newsroom over the workers: only those that are not there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.memo.digest import digest_bytes
from plugins.memo.fingerprint import Fingerprint
from plugins.memo.output import Output
from plugins.memo.place import place
from plugins.memo.pool import Pool
from plugins.memo.progress import Progress
from plugins.memo.stamp import Seen, Stamp
from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures import complaints
from plugins.pictures.cabinet import Cabinet
from plugins.pictures.examine import read_within
from plugins.pictures.metadata import Rights
from plugins.pictures.picture import LIMITS, Limits, Picture
from plugins.pictures.plan import RenditionSpec
from plugins.pictures.render import render
from plugins.pictures.renditions import Renditions


@dataclass(frozen=True, slots=True)
class Job:
    """A picture whose renditions belong into the output."""

    path: Path
    picture: Picture
    rights: Rights
    renditions: Renditions
    """Of that picture with those rights."""
    folder: str
    """In the output, with slashes, e.g. ``photos/kanada``."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was done, in files."""

    rendered: int
    """Encoded now."""
    restored: int
    """Taken from the cabinet."""
    kept: int
    """Stood in the output as they should."""
    problems: tuple[Problem, ...]
    """Of pictures that could not be rendered; the output must then not be committed."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    spec: RenditionSpec
    path: str
    seen: Seen | None


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is sent for one picture."""

    job: Job
    wanted: tuple[_Wanted, ...]
    root: str
    """Of the output."""
    cabinet: Cabinet
    limits: Limits


@dataclass(frozen=True, slots=True)
class _Placed:
    wanted: _Wanted
    stamp: Stamp
    digest: str
    changed: bool
    rendered: bool


@dataclass(frozen=True, slots=True)
class _Done:
    placed: tuple[_Placed, ...]
    problems: tuple[Problem, ...] = ()


def make(
    jobs: Iterable[Job],
    output: Output,
    cabinet: Cabinet,
    pool: Pool,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Made:
    """Sees to it that every rendition of the jobs stands in the output; commits nothing.

    One that stands there is kept, one that was ever made is copied from the cabinet, the rest is
    rendered, one picture a worker. ``progress`` hears of pictures. Raises ``MemoError``.
    """
    tasks, kept, keys = _outstanding(jobs, output, cabinet, limits)
    output.prepare(wanted.path for task in tasks for wanted in task.wanted)
    rendered = restored = 0
    problems: list[Problem] = []
    for done in pool.map_in_order(_do, tasks, chunk=1, progress=progress):
        problems.extend(done.problems)
        for one in done.placed:
            mark = Fingerprint(one.wanted.key)
            output.record(one.wanted.path, mark, one.stamp, one.digest, changed=one.changed)
            rendered += one.rendered
            restored += not one.rendered
    if rendered:
        cabinet.prune(keys)
    return Made(rendered, restored, kept, tuple(problems))


def _outstanding(
    jobs: Iterable[Job], output: Output, cabinet: Cabinet, limits: Limits
) -> tuple[list[_Task], int, set[str]]:
    """What is to be done, how many files stand already, and the keys of all."""
    tasks, kept, paths, keys = [], 0, set[str](), set[str]()
    for job in jobs:
        wanted = []
        for item in job.renditions.items:
            path = f"{job.folder}/{item.name}"
            if path in paths:
                continue
            paths.add(path)
            keys.add(item.key)
            if output.reason(path, Fingerprint(item.key)) is None:
                output.keep(path)
                kept += 1
            else:
                wanted.append(_Wanted(item.key, item.spec, path, output.seen(path)))
        if wanted:
            tasks.append(_Task(job, tuple(wanted), str(output.root), cabinet, limits))
    return tasks, kept, keys


def _do(task: _Task) -> _Done:
    """One picture, in a worker."""
    placed, missing = [], []
    for wanted in task.wanted:
        data = task.cabinet.get(wanted.key)
        if data is None:
            missing.append(wanted)
        else:
            placed.append(_placed(task, wanted, data, rendered=False))
    try:
        for wanted, data in _rendered(task, missing):
            placed.append(_placed(task, wanted, data, rendered=True))
    except ContentError as refusal:
        return _Done(tuple(placed), refusal.problems)
    return _Done(tuple(placed))


def _rendered(task: _Task, missing: list[_Wanted]) -> Iterator[tuple[_Wanted, bytes]]:
    """The renditions the cabinet lacks, put there. Raises ``ContentError``."""
    if not missing:
        return
    job, by_spec = task.job, {wanted.spec: wanted for wanted in missing}
    source = read_within(job.path, job.picture.file, task.limits)
    if isinstance(source, Problem):
        raise ContentError((source,))
    if digest_bytes(source) != job.picture.digest:
        raise ContentError((complaints.changed(job.picture.file),))
    for spec, data in render(source, job.picture.file, by_spec, job.rights, task.limits):
        task.cabinet.put(by_spec[spec].key, data)
        yield by_spec[spec], data


def _placed(task: _Task, wanted: _Wanted, data: bytes, *, rendered: bool) -> _Placed:
    stamp, changed = place(task.root, wanted.path, data, wanted.seen)
    return _Placed(wanted, stamp, digest_bytes(data), changed, rendered)
