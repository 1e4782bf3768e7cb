"""Stage: outputs whose parts changed are made again, here or in workers, and put in their places."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.host.console import Console
from plugins.host.ground import Copy
from plugins.host.plan_stage import Plan
from plugins.host.prepare_stage import DOCUMENT
from plugins.host.prepared import document_of
from plugins.markup.document import Document
from plugins.memo.digest import digest, digest_bytes
from plugins.memo.errors import Damaged
from plugins.memo.fingerprint import Fingerprint, fingerprint
from plugins.memo.output import Output
from plugins.memo.place import place
from plugins.memo.pool import Pool
from plugins.memo.stamp import Seen, Stamp
from plugins.memo.store import Store, reader
from plugins.memo.values import Reader
from plugins.pages.make import Maker
from plugins.pages.plan import Job
from plugins.pages.studio import Setting, Studio

SETTING = "setting"
FEW = 60
"""Outputs up to which starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Order:
    """A job for a worker, with what stands in its place."""

    job: Job
    seen: Seen | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a worker finds what it needs: the store, the setting in it, the output folder."""

    store: str
    setting: str
    output: str


Placed = tuple[Stamp, str, bool]
"""(stamp, digest of the bytes, whether they changed)."""


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
        if len(todo) <= FEW:
            maker = Maker(Studio(setting, _documents(store.values)))
            for job in todo:
                output.write(job.path, maker.make(job), mark(job))
                meter.advance()
            return
        data = pickle.dumps(setting, pickle.HIGHEST_PROTOCOL)
        key = digest_bytes(data)
        store.values.put(SETTING, key, data)
        store.flush()
        store.values.keep_only(SETTING, key)
        output.prepare(job.path for job in todo)
        desk = Desk(str(store.path), key, str(output.root))
        orders = (Order(job, output.seen(job.path)) for job in todo)
        made = pool.map_in_order(_Make(desk), orders, progress=meter)
        for job, (stamp, found, changed) in zip(todo, made, strict=True):
            output.record(job.path, mark(job), stamp, found, changed=changed)


def _documents(values: Reader) -> _Shelf:
    return _Shelf(values)


class _Shelf:
    """Converted texts by their digest."""

    def __init__(self, values: Reader) -> None:
        self._values = values

    def __call__(self, key: str) -> Document:
        data = self._values.get(DOCUMENT, key)
        if data is None:
            raise Damaged(f"The converted text {key} is no longer remembered.")
        return document_of(data)


class _Make:
    """Makes one output in a worker."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self, order: Order) -> Placed:
        data = _maker(self.desk).make(order.job)
        stamp, changed = place(self.desk.output, order.job.path, data, order.seen)
        return stamp, digest_bytes(data), changed


@lru_cache(maxsize=1)
def _maker(desk: Desk) -> Maker:
    """One maker per worker and run."""
    values = reader(Path(desk.store))
    data = values.get(SETTING, desk.setting)
    if data is None:
        raise Damaged("What this build is about is no longer remembered.")
    return Maker(Studio(pickle.loads(data), _Shelf(values)))  # noqa: S301 (our own store, checked by a sum)


def copy_all(copies: Iterable[Copy], output: Output) -> None:
    """Static files, as they stand."""
    for copy in copies:
        found = fingerprint((("file", copy.digest),))
        if output.reason(copy.path, found) is None:
            output.keep(copy.path)
        else:
            output.write(copy.path, Path(copy.source).read_bytes(), found)
