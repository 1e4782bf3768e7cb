"""Makes the renditions of a newsroom over the workers: only those that are not there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plugins.cache.digest import digest_bytes
from plugins.cache.fingerprint import Fingerprint
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.cache.progress import Progress
from plugins.cache.replacement import place
from plugins.cache.stamp import FileStatus, Stamp
from plugins.newsroom.problem import ContentError, Problem
from plugins.pictures.fetch import Job, draw, fetch
from plugins.pictures.picture import LIMITS, Limits
from plugins.pictures.rendition_store import RenditionStore
from plugins.pictures.renditions import Rendition


@dataclass(frozen=True, slots=True)
class RenditionTally:
    """What was done, in files."""

    rendered: int
    """Encoded now."""
    restored: int
    """Taken from the store of renditions."""
    kept: int
    """Stood in the output as they should."""
    problems: tuple[Problem, ...]
    """Of pictures that could not be rendered; the output must then not be committed."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is sent for one picture."""

    job: Job
    wanted: tuple[tuple[Rendition, FileStatus | None], ...]
    """What is to be put in its place, and what stands there."""
    root: str
    """Of the output."""
    rendition_store: RenditionStore
    limits: Limits


@dataclass(frozen=True, slots=True)
class _Placed:
    path: str
    key: str
    stamp: Stamp
    digest: str
    changed: bool
    rendered: bool


@dataclass(frozen=True, slots=True)
class _Done:
    placed: tuple[_Placed, ...]
    problems: tuple[Problem, ...] = ()


_Rendered = tuple[tuple[tuple[str, bytes], ...], tuple[Problem, ...]]
"""(key, bytes) of renditions, and what is wrong with the picture."""


def make(
    jobs: Iterable[Job],
    output: Output,
    rendition_store: RenditionStore,
    pool: Pool,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> RenditionTally:
    """Sees to it that every rendition of the jobs stands in the output; commits nothing.

    One that stands there is kept, one that was ever made is copied from the rendition_store, the rest is
    rendered, one picture a worker. ``progress`` hears of pictures. Raises ``MemoError``.
    """
    tasks, kept, keys = _outstanding(jobs, output, rendition_store, limits)
    output.prepare(_path(task.job, item) for task in tasks for item, _ in task.wanted)
    rendered = restored = 0
    problems: list[Problem] = []
    work = _far(tasks, pool, progress) if pool.is_far else pool.map_in_order(_do, tasks, chunk=1, progress=progress)
    for done in work:
        problems.extend(done.problems)
        for one in done.placed:
            output.record(one.path, Fingerprint(one.key), one.stamp, one.digest, changed=one.changed)
            rendered += one.rendered
            restored += not one.rendered
    if rendered:
        rendition_store.prune(keys)
    return RenditionTally(rendered, restored, kept, tuple(problems))


def _outstanding(
    jobs: Iterable[Job], output: Output, rendition_store: RenditionStore, limits: Limits
) -> tuple[list[_Task], int, set[str]]:
    """What is to be done, how many files stand already, and the keys of all."""
    tasks, kept, paths, keys = [], 0, set[str](), set[str]()
    for job in jobs:
        wanted = []
        for item in job.renditions.items:
            path = _path(job, item)
            if path in paths:
                continue
            paths.add(path)
            keys.add(item.kept)
            if output.reason(path, Fingerprint(item.key)) is None:
                output.keep(path)
                kept += 1
            else:
                wanted.append((item, output.status(path)))
        if wanted:
            tasks.append(_Task(job, tuple(wanted), str(output.root), rendition_store, limits))
    return tasks, kept, keys


def _path(job: Job, item: Rendition) -> str:
    return f"{job.folder}/{item.name}" if job.folder else item.name


def _far(tasks: list[_Task], pool: Pool, progress: Progress | None) -> Iterator[_Done]:
    """By workers that may be on other machines: they send the bytes, which are kept and put in their places here."""
    missing = [_missing(task) for task in tasks]
    made = pool.map_in_order(_render, [task for task in missing if task.wanted], chunk=1, progress=progress)
    for task, part in zip(tasks, missing, strict=True):
        found, refusal = next(made) if part.wanted else ((), ())
        for key, data in found:
            task.rendition_store.put(key, data)
        new = {item.key for item, _ in part.wanted}
        done = _Done((), refusal) if refusal else _do(task)
        yield replace(done, placed=tuple(replace(one, rendered=one.key in new) for one in done.placed))


def _missing(task: _Task) -> _Task:
    """The task without what the rendition_store has."""
    wanted = tuple((item, seen) for item, seen in task.wanted if task.rendition_store.get(item.kept) is None)
    return replace(task, wanted=wanted)


def _render(task: _Task) -> _Rendered:
    """Everything that is wanted of one picture, in a worker that keeps nothing."""
    items = [item for item, _ in task.wanted]
    try:
        return tuple((item.kept, data) for item, data in draw(task.job, items, task.limits)), ()
    except ContentError as refusal:
        return (), refusal.problems


def _do(task: _Task) -> _Done:
    """One picture, in a worker; what was placed before it failed stays and is told."""
    seen = dict(task.wanted)
    placed = []
    try:
        for got in fetch(task.job, seen, task.rendition_store, task.limits):
            path = _path(task.job, got.item)
            stamp, changed = place(task.root, path, got.data, seen[got.item])
            placed.append(_Placed(path, got.item.key, stamp, digest_bytes(got.data), changed, got.rendered))
    except ContentError as refusal:
        return _Done(tuple(placed), refusal.problems)
    return _Done(tuple(placed))
