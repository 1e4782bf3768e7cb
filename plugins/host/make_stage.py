"""Stage: outputs whose parts changed are made again, here or in workers, and put in their places."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.host.console import Console
from plugins.host.ground import Copy
from plugins.host.makers import Far, Near, Order, Shelf, far_orders
from plugins.host.plan_stage import Plan
from plugins.memo.digest import digest, digest_bytes
from plugins.memo.faults import told
from plugins.memo.fingerprint import Fingerprint, fingerprint
from plugins.memo.output import Output
from plugins.memo.pool import Pool
from plugins.memo.progress import Progress
from plugins.memo.store import Store
from plugins.pages.make import Maker
from plugins.pages.plan import Job
from plugins.pages.studio import Setting, Studio

FEW = 60
"""Outputs up to which starting workers costs more than it saves."""
CHUNK = 32
"""Jobs a worker is sent at a time."""


def mark(job: Job) -> Fingerprint:
    """The fingerprint of a job, with its parts for ``why``."""
    return Fingerprint(digest(job.parts), job.parts)


def changed(plan: Plan, output: Output) -> list[Job]:
    """The outputs that must be made; everything else is kept as it stands."""
    todo: dict[str, list[str]] = {}
    for owner, rows in plan.outputs():
        for path, found in rows:
            if output.reason(path, Fingerprint(found)) is None:
                output.keep(path)
            else:
                todo.setdefault(owner, []).append(path)
    return [job for owner, paths in todo.items() for job in plan.jobs(owner, paths)]


def make_all(setting: Setting, todo: list[Job], output: Output, store: Store, pool: Pool, console: Console) -> None:
    """Makes these outputs, here or in workers."""
    with console.stage("Making pages", len(todo)) as meter:
        shelf = Shelf(store.values)
        if len(todo) <= FEW:
            maker = Maker(Studio(setting, shelf))
            for job in todo:
                output.write(job.path, maker.make(job), mark(job))
                meter.advance()
            return
        store.flush()
        output.prepare(job.path for job in todo)
        with _laid_out(setting, store) as file:
            if pool.is_far:
                _make_far(file, todo, output, shelf, pool, meter)
            else:
                _make_near(file, todo, output, store, pool, meter)


@contextmanager
def _laid_out(setting: Setting, store: Store) -> Iterator[str]:
    """A file with the setting, for workers to read; its name tells what is in it.

    Raises ``NotWritable``, ``NoSpace``.
    """
    data = pickle.dumps(setting, pickle.HIGHEST_PROTOCOL)
    file = store.path.with_name(f"{store.path.name}.{digest_bytes(data)}.setting")
    with told(file):
        for left in store.path.parent.glob(f"{store.path.name}.*.setting"):
            left.unlink(missing_ok=True)  # by a build that was killed
        file.write_bytes(data)
    del data
    try:
        yield str(file)
    finally:
        file.unlink(missing_ok=True)


def _make_near(file: str, todo: list[Job], output: Output, store: Store, pool: Pool, meter: Progress) -> None:
    """By workers that put each output in its place."""
    orders = (Order(job, output.seen(job.path)) for job in todo)
    made = pool.map_in_order(Near(file, str(store.path), str(output.root)), orders, chunk=CHUNK, progress=meter)
    for job, (stamp, found, changed) in zip(todo, made, strict=True):
        output.record(job.path, mark(job), stamp, found, changed=changed)


def _make_far(file: str, todo: list[Job], output: Output, shelf: Shelf, pool: Pool, meter: Progress) -> None:
    """By workers that may be on other machines: they send what they made, and it is put in its place here."""
    made = pool.map_in_order(Far(file), far_orders(todo, shelf), chunk=CHUNK, progress=meter)
    for job, data in zip(todo, made, strict=True):
        output.write(job.path, data, mark(job))


def copy_all(copies: Iterable[Copy], output: Output) -> None:
    """Static files, as they stand."""
    for copy in copies:
        found = fingerprint((("file", copy.digest),))
        if output.reason(copy.path, found) is None:
            output.keep(copy.path)
        else:
            output.write(copy.path, Path(copy.source).read_bytes(), found)
