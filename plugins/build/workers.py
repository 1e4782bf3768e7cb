"""What makes pages in another process: on this machine with the store at hand, or on one that can only read."""

from __future__ import annotations

import os
import pickle
from dataclasses import dataclass
from functools import cache, lru_cache
from multiprocessing import parent_process
from pathlib import Path
from socket import gethostname

from plugins.build.assets import engine
from plugins.build.bundle_record import DOCUMENT, document_of
from plugins.build.recall import Recalled
from plugins.cache.digest import digest_bytes
from plugins.cache.errors import Damaged, WorkerDied
from plugins.cache.faults import faults_at
from plugins.cache.removal import remover
from plugins.cache.replacement import WORKSHOP, place
from plugins.cache.stamp import FileStatus, Stamp
from plugins.cache.store import reader
from plugins.cache.values import Reader
from plugins.markup.document import Document
from plugins.pages.make import Maker
from plugins.pages.plan import Job
from plugins.pages.renderer import Renderer, Setting

TEXT = "text"
"""The part of a job that is the digest of its converted text."""
Order = tuple[str, str, tuple[str, ...], FileStatus | None]
"""(path, kind, arguments, what stands there): what a worker must know of a job."""
Placed = tuple[Stamp, str, bool]
"""(stamp, digest of the bytes, whether they changed)."""


class DocumentReader:
    """Converted texts by their digest, from the store."""

    def __init__(self, values: Reader) -> None:
        self._values = values
        self._ahead: dict[str, bytes] = {}

    def look_ahead(self, keys: tuple[str, ...]) -> None:
        """Reads texts that will be asked for one after the other, in half the time. Raises ``Damaged``."""
        if any(key not in self._ahead for key in keys):
            self._ahead = dict(self._values.get_many(DOCUMENT, keys))

    def data(self, key: str) -> bytes:
        """A text as it is remembered. Raises ``Damaged``."""
        found = self._ahead.get(key) or self._values.get(DOCUMENT, key)
        if found is None:
            raise Damaged(f"The converted text {key} is no longer remembered.")
        return found

    def __call__(self, key: str) -> Document:
        """The text itself."""
        return document_of(self.data(key))


@dataclass(frozen=True, slots=True)
class Near:
    """Makes one output and puts it in its place: for workers that share this machine's store and output."""

    setting: str
    """File with the setting of the run."""
    store: str
    output: str

    def __call__(self, order: Order) -> Placed:
        """Makes it, in a worker."""
        path, kind, args, seen = order
        maker, documents, bench = _near(self.setting, self.store, self.output)
        if kind == "report":
            documents.look_ahead(tuple(body.key for body in maker.index.by_id[args[1]].bodies))
        data = maker.make_kind(kind, args)
        stamp, changed = place(self.output, path, data, seen, remover().take, bench)
        return stamp, digest_bytes(data), changed


@dataclass(frozen=True, slots=True)
class FarOrder:
    """A job for a worker elsewhere, with the converted text it needs."""

    job: Job
    text: bytes


def far_order(job: Job, documents: DocumentReader) -> FarOrder:
    """A job with its text."""
    key = dict(job.parts).get(TEXT, "")
    return FarOrder(job, documents.data(key) if key else b"")


@dataclass(frozen=True, slots=True)
class Far:
    """Makes the bytes of one output: for workers that read the newsroom's folders and write nothing."""

    setting: str
    engine: str
    """Digest of the program that the worker must be, too."""

    def __call__(self, order: FarOrder) -> bytes:
        """Makes it, in a worker. Raises ``WorkerDied`` for one that has another program."""
        if _program() != self.engine:
            raise WorkerDied(
                f"A worker on {gethostname()} runs another version of the program or its libraries."
                " Bring it up to date, and start it again.",
                "Far",
            )
        maker = _far(self.setting)
        maker.renderer.documents = lambda _: document_of(order.text)
        return maker.make(order.job)


@cache
def _program() -> str:
    """What this worker is: asked once, since it goes on with what it has loaded."""
    return engine()


@lru_cache(maxsize=1)
def _near(setting: str, store: str, output: str) -> tuple[Maker, DocumentReader, str]:
    """One maker per worker and run, where its texts are read, and its bench in the workshop."""
    values, bench = reader(Path(store)), ""
    if parent_process() is not None:  # which ends with the run, unlike one that goes on to build
        bench = f"{os.getpid()}/"
        with faults_at(output):
            Path(output, WORKSHOP, bench).mkdir(exist_ok=True)
    documents, found = DocumentReader(values), _laid_out(setting)
    return (
        Maker(Renderer(found.open(values).setting if isinstance(found, Recalled) else found, documents)),
        documents,
        bench,
    )


@lru_cache(maxsize=1)
def _far(setting: str) -> Maker:
    found = _laid_out(setting)
    if isinstance(found, Recalled):
        raise LookupError("a worker elsewhere has no store to read reports from")
    return Maker(Renderer(found, _no_text))


def _laid_out(file: str) -> Setting | Recalled:
    found: Setting | Recalled = pickle.loads(Path(file).read_bytes())  # noqa: S301 (written by this build)
    return found


def _no_text(key: str) -> Document:
    raise LookupError(f"the text {key} did not come with its job")
