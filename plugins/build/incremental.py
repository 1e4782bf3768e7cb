"""The build that follows from what changed: the parts that differ, the outputs that read them, and nothing else.

It is taken where every file of sources, program and output stands as it did after the last build, save words of
reports, texts of static pages, templates, and what all reports share (``plugins.build.shared_edit``). Order, addresses,
pictures and checks are then those of the last build, and the plan that it remembered tells which outputs read what
differs (``plugins.pages.outputs.part``).
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from plugins.build import state
from plugins.build.assets import engine, templates
from plugins.build.bundle_record import DOCUMENT, PREPARED
from plugins.build.config import WORKERS, Config, cores
from plugins.build.console import Console
from plugins.build.edits import Edits, edits_of
from plugins.build.plan import TEMPLATE, Memory, Planned, Row, amend_plan, known_plan, mark, mark_of, row_of
from plugins.build.recall import LastSetting, Recalled, Templates, keep_owners, keep_setting, packed, recall
from plugins.build.render import STAGE, make_few, make_many
from plugins.build.search import make_search
from plugins.build.sources import Bundles, Sources, Walk, scan_some, walked
from plugins.build.stale import StaleOutput, part_label
from plugins.build.state import Difference
from plugins.build.workers import DocumentReader
from plugins.cache.digest import digest
from plugins.cache.fingerprint import Fingerprint
from plugins.cache.output import Output, Tally
from plugins.cache.pool import Pool
from plugins.cache.stamp import Sort, look
from plugins.cache.store import Store
from plugins.cache.values import Values
from plugins.pages.make import Maker
from plugins.pages.outputs.part import ANYTHING, HEAD
from plugins.pages.plan import MOVED, PAGE, Job, Planner
from plugins.pages.renderer import Renderer

if TYPE_CHECKING:
    from plugins.build.shared_edit import SharedEdit

MANY = 24
"""Edited bundles from which on a whole build is quicker."""
FEW = 800
"""Outputs up to which starting workers costs more than it saves: half a second. A whole build has them already."""
NOTHING = Edits({}, frozenset())


def build(config: Config, found: Difference, store: Store, console: Console) -> Tally | None:
    """What was done; ``None``: more must be done than this. Raises ``MemoError``."""
    edited: dict[str, list[str]] = defaultdict(list)
    paths = found.paths.get(state.CONTENT, ())
    files = [path for path in paths if state.SHARED.fullmatch(path)]
    for path in paths:
        if path not in files:
            folder = state.bundle_of(path)
            edited[folder] += [path] if path != folder else []
    themed = state.THEME in found.paths
    if len(edited) > MANY or (files and (edited or themed)):
        return None
    if config.executor or not state.is_current(config, found):
        return None
    try:
        sources = _scan_shared(config, store, files) if files else _scan(config, store, edited, themed=themed)
        bundles = {bundle: edited[bundle.folder] for bundle in Bundles(sources, store)}
        if {bundle.folder for bundle in bundles} != set(edited) or not state.is_whole(found, sources.walks):
            return None
        with Pool(config.jobs or cores(), preload=WORKERS, lock=str(store.workers)) as pool:
            facts = found.last.facts
            before: Templates = tuple((name, closure) for name, closure in facts["templates"])
            closures = templates(config, sources, engine(), store, pool.warm) if themed else before
            recalled = recall(store, config, facts["setting"], facts["edits"], closures)
            plan = known_plan(store, config.output, facts["plan"], facts["edits"])
            if recalled is None or not plan or (themed and not _is_complete(recalled, plan, store.values)):
                return None
            last = recalled.open(store.values)
            shared = None
            if files:
                from plugins.build.shared_edit import shared_edit  # brings what reads YAML along

                shared = shared_edit(config, facts, last, store, {name: sources.content[f"{name}/"] for name in files})
                if shared is None:
                    return None
                last = replace(last, setting=shared.setting)
                recalled = replace(recalled, data=packed(shared.setting))
            edits = edits_of(config, facts, last, store, bundles) if bundles else NOTHING
            if edits is None:
                return None
            if shared is not None:
                edits = replace(edits, parts=shared.parts)
            work = _Work(
                config, plan, edits, shared, dict(before), dict(closures), replace(recalled, owners=last.owners)
            )
            tally = work.run(last, store, pool, console)
    except (LookupError, OSError):  # something was forgotten, or has gone: a whole build finds out, and says so
        return None
    return None if tally is None else work.remember(found, sources, store, tally)


def _scan(config: Config, store: Store, edited: Mapping[str, object], *, themed: bool) -> Sources:
    """The folders of what was edited, as they stand."""
    sources = scan_some(store, config.content, config.translations, edited)
    if not themed:
        return sources
    walk = walked(state.THEME, config.theme)
    theme = store.inputs.digests(walk.root, walk.seen, sources.now_ns)
    return replace(sources, theme=theme, walks=(*sources.walks, walk))


def _scan_shared(config: Config, store: Store, files: Sequence[str]) -> Sources:
    """Files that all reports share, as they stand. Raises ``LookupError`` where one is none any more."""
    now_ns = time.time_ns()
    walks, digests = [], {}
    for name in files:
        path = config.content / name
        seen = look(path)
        found = store.inputs.digest_anew(path.absolute().as_posix(), seen, now_ns) if seen else None
        if seen is None or seen.sort is not Sort.FILE or found is None:
            raise LookupError(f"{path} is no file")
        walks.append(Walk(state.CONTENT, path, seen, {}))
        digests[f"{name}/"] = found
    return Sources(digests, {}, {}, tuple(walks), now_ns)


def _is_complete(recalled: Recalled, plan: Memory, values: Values) -> bool:
    """Whether every bundle is still remembered, and every text: workers have no whole build to fall back on."""
    bundles = {key for key, _ in recalled.owners.values()}
    texts = {key for bodies, _ in plan.values() for _, key in bodies}
    return values.known(PREPARED, bundles) == bundles and values.known(DOCUMENT, texts) == texts


@dataclass(slots=True)
class _Work:
    """From the parts that differ to the outputs of today."""

    config: Config
    plan: Memory
    edits: Edits
    shared: SharedEdit | None
    before: dict[str, str]
    """Template -> digest of it and all it includes, as it was planned."""
    closures: dict[str, str]
    """The same as they are now."""
    recalled: Recalled
    planned: dict[str, Planned] = field(default_factory=dict)
    """Owners whose outputs were planned anew."""

    def run(self, last: LastSetting, store: Store, pool: Pool, console: Console) -> tuple[Output, Tally] | None:
        """Makes what must be made, or ``None`` where addresses would have to be planned."""
        maker = Maker(Renderer(last.setting, DocumentReader(store.values)))
        if any(self._reads(row) for row in self.plan.get(MOVED, ((), ()))[1]):
            return None
        output = Output(self.config.output, store)
        due = self._stale_outputs(Planner(maker.renderer), output)
        first = list(islice(due, FEW + 1))
        awaited = [one for one in first if one.job.path in self.config.awaited]
        if awaited:
            make_few(awaited, maker, output)
            console.made([one.job.path for one in awaited])
            first = [one for one in first if one.job.path not in self.config.awaited]
        if len(first) + len(awaited) <= FEW:
            make_few(first, maker, output)
        else:
            store.flush()
            with console.stage(STAGE, len(self.plan)) as meter:
                for one in make_many(chain(first, due), self.recalled, output, store, pool):
                    meter.advance(one.steps)
        if all(owner.startswith(PAGE) for owner in self.edits.prepared):
            return output, output.settle()
        with console.timed("make the search"):
            return output, output.settle(make_search(last.setting, output, store))

    def _reads(self, row: Row) -> bool:
        """Whether an output reads something that differs."""
        names = self.edits.parts
        return bool(names) and (ANYTHING in row[5] or not names.isdisjoint(row[5]))

    def _stale_outputs(self, planner: Planner, output: Output) -> Iterator[StaleOutput]:
        """The outputs whose fingerprints are others now."""
        steps = 0
        for owner, (bodies, rows) in self._in_order():
            steps += 1
            for job, wanted in self._wanted(planner, owner, (bodies, rows)):
                if output.reason(job.path, Fingerprint(wanted)) is not None:
                    yield StaleOutput(job, wanted, steps)
                    steps = 0

    def _in_order(self) -> Iterable[tuple[str, Planned]]:
        """The owners with their outputs, those first that somebody waits for."""
        awaited = self.config.awaited
        if not awaited:
            return self.plan.items()
        return sorted(self.plan.items(), key=lambda planned: awaited.isdisjoint(row[0] for row in planned[1][1]))

    def _wanted(self, planner: Planner, owner: str, planned: Planned) -> Iterator[tuple[Job, str]]:
        """(job, digest of its fingerprint) of each output of an owner that may have to be made."""
        rows = planned[1]
        again = {row[0] for row in rows if owner in self.edits.prepared or self._reads(row)}
        jobs = {job.path: job for job in planner.jobs(owner) if job.path in again} if again else {}
        if jobs.keys() != again:
            raise LookupError(f"{owner or 'the newsroom'} has other outputs than were planned")
        for path, rest, template, kind, args, _ in sorted(rows, key=lambda row: row[0] not in self.config.awaited):
            if path in jobs:
                yield jobs[path], mark_of(jobs[path].parts)
            elif template and self.closures.get(template, "") != self.before[template]:
                yield Job(path, kind, args, ()), mark(rest, self.closures.get(template, ""))
        if again:
            self._replan(owner, planned, jobs)

    def _replan(self, owner: str, planned: Planned, jobs: Mapping[str, Job]) -> None:
        names = {closure: name for name, closure in self.closures.items()}
        bodies, rows = planned
        texts = self.edits.texts
        own = "" if not owner else f"{owner}/"
        bodies = tuple((name, texts.get(f"{own}{name}", key)) for name, key in bodies)
        fresh = tuple(row_of(owner, jobs[row[0]], names) if row[0] in jobs else row for row in rows)
        self.planned[owner] = bodies, fresh

    def remember(self, found: Difference, sources: Sources, store: Store, done: tuple[Output, Tally]) -> Tally:
        """Keeps how things stand now; what was done, beside all outputs that there are."""
        facts, output = found.last.facts, self.config.output
        made, tally = done
        after, more = facts["edits"], dict[str, object]()
        if any(name.startswith(HEAD) for name in self.edits.parts):  # the base covers heads, and no texts
            heads = tuple(sorted((owner, one.digest) for owner, one in self.edits.prepared.items()))
            after = digest((facts["edits"], heads))
        if self.shared is not None:
            after = digest((facts["edits"], self.shared.key))
            keep_setting(store, output, after, self.recalled.data)
            more = {"setting": after, "shared": self.shared.key}
        if self.edits.prepared or self.shared is not None:
            keep_owners(store, output, after, self.recalled.owners)
            amend_plan(store, output, facts["edits"], after, self.planned)
        for name, closure in self.closures.items():
            if self.before.get(name) != closure:
                store.outputs(output).replace_part(TEMPLATE, part_label(self.before[name]), part_label(closure))
        store.flush()
        names = {name for one in self.edits.prepared.values() for name in one.parts}
        if names.difference(facts["names"]):
            more["names"] = sorted(names.union(facts["names"]))
        more |= {"templates": tuple(self.closures.items()), "edits": after}
        count = state.amend(self.config, found, sources, made, tally.removed, **more)
        return replace(tally, reused=count - tally.rendered)
