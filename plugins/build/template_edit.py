"""The build after which nothing but templates of the theme differs: their pages are made again, nothing else is read.

It is taken where every file of content, translations, program and output stands as it did after the last build.
What there is to make is then what it was; workers read the reports they look at.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain, islice

from plugins.build import state
from plugins.build.assets import engine, templates
from plugins.build.bundle_record import DOCUMENT, PREPARED
from plugins.build.config import WORKERS, Config, cores
from plugins.build.console import Console
from plugins.build.plan import TEMPLATE, Memory, known_plan, mark
from plugins.build.recall import Recalled, Templates, recall
from plugins.build.render import FEW, STAGE, make_few, make_many
from plugins.build.sources import Sources, walked
from plugins.build.stale import Due, shown
from plugins.build.state import Difference
from plugins.build.workers import DocumentReader
from plugins.cache.fingerprint import Fingerprint
from plugins.cache.output import Output
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.cache.values import Values
from plugins.pages.make import Maker
from plugins.pages.plan import Job
from plugins.pages.renderer import Renderer


def build(config: Config, found: Difference, store: Store, console: Console) -> int | None:
    """The number of outputs that were made again; ``None``: more must be done than this, and nothing was.

    Raises ``MemoError``.
    """
    if config.executor or not state.is_current(config, found):
        return None
    now = time.time_ns()
    walk = walked(state.THEME, config.theme)
    facts = found.last.facts
    plan = known_plan(store, config.output, facts["desk"])
    if not plan or not state.is_whole(found, (walk,)):
        return None
    sources = Sources({}, {}, store.inputs.digests(walk.root, walk.seen, now), (walk,), now)
    with Pool(config.jobs or cores(), preload=WORKERS, lock=str(store.workers)) as pool:
        closures = templates(config, sources, engine(), store, pool.warm)
        recalled = recall(store, config, facts["desk"], closures)
        if recalled is None or not _is_complete(recalled, plan, store.values):
            return None
        output = Output(config.output, store)
        due = _due(plan, closures, output)
        first = list(islice(due, FEW + 1))
        if len(first) <= FEW:
            make_few(first, Maker(Renderer(recalled.open(store.values).setting, DocumentReader(store.values))), output)
        else:
            store.flush()
            with console.stage(STAGE, len(plan)) as meter:
                for one in make_many(chain(first, due), recalled, output, store, pool):
                    meter.advance(one.steps)
        tally = output.settle()
    before = dict(facts["templates"])
    for name, closure in closures:
        if before[name] != closure:
            store.outputs(config.output).replace_part(TEMPLATE, shown(before[name]), shown(closure))
    state.amend(config, found, sources, output.stamps(), templates=closures)
    return tally.rendered


def _is_complete(recalled: Recalled, plan: Memory, values: Values) -> bool:
    """Whether every bundle is still remembered, and every text."""
    bundles = {key for key, _ in recalled.owners.values()}
    texts = {key for bodies, _ in plan.values() for _, key in bodies}
    return values.known(PREPARED, bundles) == bundles and values.known(DOCUMENT, texts) == texts


def _due(plan: Memory, closures: Templates, output: Output) -> Iterator[Due]:
    """The outputs whose fingerprints are others with the templates as they are now."""
    known, steps = dict(closures), 0
    for _, rows in plan.values():
        steps += 1
        for path, rest, template, kind, args in rows:
            wanted = mark(rest, known.get(template, ""))
            if output.reason(path, Fingerprint(wanted)) is not None:
                yield Due(Job(path, kind, args, ()), wanted, steps)
                steps = 0
