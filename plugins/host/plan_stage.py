"""Stage: which outputs there are, with their fingerprints; from memory for everything whose parts have not changed."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator

from plugins.memo.digest import digest_bytes, digest_pairs
from plugins.memo.store import Store
from plugins.pages.plan import Bodies, Job, Planner

PLAN = "plan"
Row = tuple[str, str]
"""(path of an output, digest of its fingerprint)."""
Rows = tuple[Row, ...]


class Plan:
    """The plan of one output folder.

    Remembered under the planner's ground, which covers everything but bodies: if one body has changed,
    only the outputs of its report are planned anew. Where the ground has changed, all are.
    """

    def __init__(self, planner: Planner, store: Store, root: str) -> None:
        self._planner = planner
        self._store = store
        self._namespace = f"{PLAN} {digest_bytes(root.encode('utf-8', 'surrogatepass'))}"
        self._planned: dict[str, tuple[Job, ...]] = {}

    @property
    def owners(self) -> int:
        """How many there are."""
        return sum(1 for _ in self._planner.owners)

    @property
    def ground(self) -> str:
        """Covers everything that the outputs depend on, save texts."""
        return self._planner.ground

    def outputs(self) -> Iterator[tuple[str, Rows]]:
        """(owner, its outputs) in a fixed order. What was planned anew is remembered at the end."""
        key = self._planner.ground
        data = self._store.values.get(self._namespace, key)
        known: dict[str, tuple[Bodies, Rows]] = marshal.loads(data) if data else {}  # noqa: S302 (our own store)
        now: dict[str, tuple[Bodies, Rows]] = {}
        for owner, bodies in self._planner.owners:
            kept = known.get(owner)
            now[owner] = kept if kept is not None and kept[0] == bodies else (bodies, self._rows(owner))
            yield owner, now[owner][1]
            self._planned.pop(owner, None)
        if now != known:
            self._store.values.keep_only(self._namespace, key)
            self._store.values.put(self._namespace, key, marshal.dumps(now))

    def _rows(self, owner: str) -> Rows:
        jobs = self._planned[owner] = tuple(self._planner.jobs(owner))
        return tuple((job.path, digest_pairs(job.parts)) for job in jobs)

    def jobs(self, owner: str, paths: Iterable[str]) -> Iterator[Job]:
        """The jobs of an owner that make these outputs."""
        chosen = set(paths)
        jobs = self._planned.get(owner)
        return (job for job in (self._planner.jobs(owner) if jobs is None else jobs) if job.path in chosen)
