"""Stage: outputs whose parts changed are made again, here or in workers, and put in their places."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.build.assets import Copy, engine
from plugins.build.console import Console
from plugins.build.plan import Plan
from plugins.build.recall import Recalled
from plugins.build.stale import StaleOutput
from plugins.build.workers import DocumentReader, Far, FarOrder, Near, Order, far_order
from plugins.cache.digest import digest_bytes
from plugins.cache.faults import faults_at
from plugins.cache.fingerprint import Fingerprint, fingerprint
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.pages.make import Maker
from plugins.pages.outputs.registry import KINDS
from plugins.pages.renderer import Renderer, Setting

if TYPE_CHECKING:
    from plugins.build.layout import Layout

FEW = 256
"""Outputs up to which starting workers costs more than it saves: about a quarter of a second."""
STAGE = "Making pages of reports"
CHUNK = 32
"""Jobs a worker is sent at a time."""
BATCH = 256
"""Outputs for which room is made at a time."""


def changed(plan: Plan, output: Output) -> Iterator[StaleOutput]:
    """The outputs that must be made, as they are found; everything else is kept as it stands."""
    steps = 0
    for owner, rows in plan.outputs():
        due = {path: mark for path, mark in rows if output.reason(path, Fingerprint(mark)) is not None}
        for path, _ in rows:
            if path not in due:
                output.keep(path)
        steps += 1
        for job in plan.jobs(owner, due) if due else ():
            yield StaleOutput(job, due[job.path], steps)
            steps = 0


def make_all(site: Layout, output: Output, store: Store, pool: Pool, console: Console) -> None:
    """Makes what must be made, here or, if it is much, in workers, which begin while the rest is still looked at."""
    due = changed(site.plan, output)
    first = list(islice(due, FEW + 1))
    if len(first) <= FEW or (pool.jobs == 1 and not pool.is_far):
        make_few(chain(first, due), Maker(Renderer(site.setting, DocumentReader(store.values))), output)
        return
    store.flush()
    with console.stage(STAGE, site.plan.owners) as meter:
        for one in make_many(chain(first, due), site.setting, output, store, pool):
            meter.advance(one.steps)


def make_few(due: Iterable[StaleOutput], maker: Maker, output: Output) -> None:
    """Makes outputs here, one after the other."""
    for one in due:
        output.write(one.job.path, maker.make(one.job), one.fingerprint)


def make_many(
    due: Iterator[StaleOutput], setting: Setting | Recalled, output: Output, store: Store, pool: Pool
) -> Iterator[StaleOutput]:
    """The same in workers, which work on the setting given; what is in its place comes back, in order."""
    with _laid_out(setting, store) as file:
        roomed = _roomed(due, output)
        if pool.is_far and isinstance(setting, Setting):
            yield from _make_far(file, setting, roomed, output, store, pool)
        else:
            yield from _make_near(file, roomed, output, store, pool)


def _roomed(due: Iterator[StaleOutput], output: Output) -> Iterator[StaleOutput]:
    """The same, once there is room for them in the output folder."""
    while batch := list(islice(due, BATCH)):
        output.prepare(one.job.path for one in batch)
        yield from batch


@contextmanager
def _laid_out(setting: Setting | Recalled, store: Store) -> Iterator[str]:
    """A file with the setting, for workers to read; its name tells what is in it.

    Raises ``NotWritable``, ``NoSpace``.
    """
    data = pickle.dumps(setting, pickle.HIGHEST_PROTOCOL)
    file = store.path.with_name(f"{store.path.name}.{digest_bytes(data)}.setting")
    with faults_at(file):
        for left in store.path.parent.glob(f"{store.path.name}.*.setting"):
            left.unlink(missing_ok=True)  # by a build that was killed
        file.write_bytes(data)
    del data
    try:
        yield str(file)
    finally:
        file.unlink(missing_ok=True)


def _make_near(
    file: str, due: Iterator[StaleOutput], output: Output, store: Store, pool: Pool
) -> Iterator[StaleOutput]:
    """By workers that put each output in its place."""
    sent: deque[StaleOutput] = deque()

    def orders() -> Iterator[Order]:
        for one in due:
            sent.append(one)
            job = one.job
            yield job.path, job.kind, job.args, output.status(job.path)

    for stamp, found, changed in pool.map_in_order(
        Near(file, str(store.path), str(output.root)), orders(), chunk=CHUNK
    ):
        one = sent.popleft()
        output.record(one.job.path, one.fingerprint, stamp, found, changed=changed)
        yield one


def _make_far(
    file: str, setting: Setting, due: Iterator[StaleOutput], output: Output, store: Store, pool: Pool
) -> Iterator[StaleOutput]:
    """By workers that may be on other machines: they send what they made, and it is put in its place here.

    What shows the texts of many reports is made here, where they are.
    """
    sent: deque[StaleOutput] = deque()
    documents = DocumentReader(store.values)
    files = setting.typesetting is not None or setting.index.site.press.kit
    here = {kind.name for kind in KINDS if kind.reads_texts or kind.reads_portraits or (files and kind.reads_files)}
    maker = Maker(Renderer(setting, documents))

    def orders() -> Iterator[FarOrder]:
        for one in due:
            if one.job.kind in here:
                output.write(one.job.path, maker.make(one.job), one.fingerprint)
                continue
            sent.append(one)
            yield far_order(one.job, documents)

    for data in pool.map_in_order(Far(file, engine()), orders(), chunk=CHUNK):
        one = sent.popleft()
        output.write(one.job.path, data, one.fingerprint)
        yield one


def copy_all(copies: Iterable[Copy], output: Output) -> None:
    """Static files, as they stand."""
    for copy in copies:
        found = fingerprint((("file", copy.digest),))
        if output.reason(copy.path, found) is None:
            output.keep(copy.path)
        else:
            output.write(copy.path, Path(copy.source).read_bytes(), found)
