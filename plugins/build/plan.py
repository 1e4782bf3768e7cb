"""Stage: which outputs there are, with their fingerprints; from memory for everything whose parts have not changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.cache.digest import digest_pairs
from plugins.cache.serialisation import dumps, loads
from plugins.cache.store import Store
from plugins.cache.values import namespace
from plugins.newsroom.address_record import PublishedAddress
from plugins.pages.outputs.part import reads_of
from plugins.pages.plan import MOVED, Bodies, Job, Parts, Planner

PLAN = "plan"
AMENDED = "amended plan"
TEMPLATE = "template"

Row = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]
"""(path of an output, digest of its parts but the template, template or nothing, how it is made, of what, and the names
of what its parts cover: ``plugins.pages.outputs.part``)."""
Planned = tuple[Bodies, tuple[Row, ...]]
Memory = dict[str, Planned]
"""The outputs of each owner, and the bodies it had when they were planned."""


def mark(rest: str, closure: str) -> str:
    """The digest of a fingerprint, from those of the template (if there is one) and of all other parts."""
    return digest_pairs((("rest", rest), (TEMPLATE, closure))) if closure else rest


def mark_of(parts: Parts) -> str:
    """The same, from the parts."""
    return mark(_rest(parts), dict(parts).get(TEMPLATE, ""))


def _rest(parts: Parts) -> str:
    return digest_pairs(tuple((name, str(value)) for name, value in parts if name != TEMPLATE))


def row_of(owner: str, job: Job, names: Mapping[str, str]) -> Row:
    """An output as it is remembered; ``names`` are the templates by their digests."""
    closure = dict(job.parts).get(TEMPLATE, "")
    reads = reads_of(job.parts, own=owner not in ("", MOVED))
    return job.path, _rest(job.parts), names[closure] if closure else "", job.kind, job.args, reads


def known_plan(store: Store, root: Path, base: str, state: str = "") -> Memory:
    """What is remembered of the plan of an output folder under a planner’s base; empty where nothing is.

    ``state``: the name of the edits since, if it is another than the base's own.
    """
    found: Memory = {}
    for name, key in ((PLAN, base), (AMENDED, state or base)):
        data = store.values.get(namespace(name, root), key)
        found |= loads(data, dict) if data else {}
    return found


def amend_plan(store: Store, root: Path, state: str, after: str, planned: Memory) -> None:
    """Remembers some owners' outputs anew, beside the plan and the edits before; seen after the store's ``flush``."""
    place = namespace(AMENDED, root)
    data = store.values.get(place, state)
    before: Memory = loads(data, dict) if data else {}
    store.values.put(place, after, dumps({**before, **planned}))


class Plan:
    """The plan of one output folder.

    Remembered under the planner's base, which covers everything but bodies and templates: if one body has
    changed, only the outputs of its report are planned anew. Where the base has changed, all are.
    """

    def __init__(self, planner: Planner, store: Store, root: Path, record: tuple[PublishedAddress, ...] = ()) -> None:
        """``record``: the addresses that were published, each of which something answers."""
        self._planner = planner
        self._record = record
        self._store = store
        self._root = root
        self._planned: dict[str, tuple[Job, ...]] = {}
        self.paths: dict[str, str] = {}
        """Output -> its owner, of all that ``outputs`` has given, save what answers old addresses."""
        self._closures = dict(planner.renderer.setting.templates)

    @property
    def owners(self) -> int:
        """How many there are."""
        return sum(1 for _ in self._planner.owners)

    @property
    def base_digest(self) -> str:
        """Covers everything that the outputs depend on, save texts and templates."""
        return self._planner.base_digest

    def outputs(self) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """(owner, (path, digest of the fingerprint) of its outputs) in a fixed order.

        What was planned anew is remembered at the end.
        """
        known = known_plan(self._store, self._root, self.base_digest)
        names = {closure: name for name, closure in self._closures.items()}
        now: Memory = {}
        paths: dict[str, str] = {}
        self.paths = paths
        for owner, bodies in self._planner.owners:
            kept = known.get(owner)
            now[owner] = kept if kept is not None and kept[0] == bodies else (bodies, self._rows(owner, names))
            paths.update((row[0], owner) for row in now[owner][1])
            yield owner, self._marks(now[owner][1])
            self._planned.pop(owner, None)
        if self._record:  # which addresses have lost their pages is known now
            jobs = self._planned[MOVED] = tuple(self._planner.moved(self._record, paths))
            now[MOVED] = (), tuple(row_of(MOVED, job, names) for job in jobs)
            yield MOVED, self._marks(now[MOVED][1])
        if now != known:
            for name in (PLAN, AMENDED):
                self._store.values.keep_only(namespace(name, self._root), self.base_digest)
            self._store.values.put(namespace(PLAN, self._root), self.base_digest, dumps(now))
            self._store.values.put(namespace(AMENDED, self._root), self.base_digest, dumps({}))

    def _marks(self, rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
        return tuple((row[0], mark(row[1], self._closures.get(row[2], ""))) for row in rows)

    def _rows(self, owner: str, names: Mapping[str, str]) -> tuple[Row, ...]:
        jobs = self._planned[owner] = tuple(self._planner.jobs(owner))
        return tuple(row_of(owner, job, names) for job in jobs)

    def jobs(self, owner: str, paths: Iterable[str]) -> Iterator[Job]:
        """The jobs of an owner that make these outputs."""
        chosen = set(paths)
        jobs = self._planned.get(owner)
        return (job for job in (self._planner.jobs(owner) if jobs is None else jobs) if job.path in chosen)
