"""The build after which nothing but texts of editions differs: their pages are made again, and nothing else is read.

It is taken where every file of sources, program and output stands as it did after the last build, save editions
whose front matter is as it was. Facts, lists, neighbours and checks are then those of the last build.
"""

from __future__ import annotations

from collections import defaultdict

from plugins.build import state
from plugins.build.bundle_record import PREPARED, Prepared
from plugins.build.bundle_store import bundle_digest, key_of, remember_parts, remember_side
from plugins.build.config import Config
from plugins.build.edition_edit import reread
from plugins.build.plan import Memory, amend_plan, mark_of, row_of
from plugins.build.recall import KeptDesk, keep_owners, owner_of, recall
from plugins.build.sources import Bundle, Bundles, Sources, scan_some
from plugins.build.stale import Due
from plugins.build.state import Difference
from plugins.build.visibility import entry_seen
from plugins.build.workers import DocumentReader
from plugins.cache.partial import few
from plugins.cache.serialisation import dumps
from plugins.cache.store import Store
from plugins.pages.entry import PageEntry
from plugins.pages.index import Index
from plugins.pages.make import Maker
from plugins.pages.plan import Planner, bodies_of
from plugins.pages.renderer import Renderer

MANY = 24
"""Bundles from which on a whole build is quicker."""


def build(config: Config, found: Difference, store: Store) -> int | None:
    """The number of outputs that were made again; ``None``: more must be done than this, and nothing was.

    Raises ``NotWritable``, ``NoSpace``, ``Damaged``.
    """
    edited: dict[str, list[str]] = defaultdict(list)
    for path in found.paths[state.CONTENT]:
        folder = state.bundle_of(path)
        edited[folder] += [path] if path != folder else []
    if len(edited) > MANY or not state.is_current(config, found):
        return None
    try:
        sources = scan_some(store, config.content, config.translations, edited)
        touched = tuple(Bundles(sources, store))
        if {bundle.folder for bundle in touched} != set(edited) or not state.is_whole(found, sources.walks):
            return None
        return _build(config, found, store, sources, {bundle: edited[bundle.folder] for bundle in touched})
    except (LookupError, OSError):  # something was forgotten, or has gone: a whole build finds out, and says so
        return None


def _build(
    config: Config, found: Difference, store: Store, sources: Sources, edited: dict[Bundle, list[str]]
) -> int | None:
    facts, values = found.last.facts, store.values
    templates = tuple((name, closure) for name, closure in facts["templates"])
    recalled = recall(store, config, facts["desk"], templates)
    if recalled is None:
        return None
    desk = recalled.open(values)
    if desk.setting.search:  # an index knows the texts of all reports
        return None
    made: dict[str, Prepared] = {}
    for bundle, paths in edited.items():
        owner = owner_of(bundle)
        answer = reread(bundle, paths, desk.prepared(owner), str(config.content), desk.setting.engine)
        if answer is None:
            return None
        if _in_feeds(owner, desk.setting.index):
            return None
        made[owner], side = answer
        mark = bundle_digest(facts["reading"], bundle)
        key = desk.owners[owner] = key_of(mark, desk.owners[owner][1])
        values.put(PREPARED, key[0], dumps(made[owner]))
        remember_parts(values, mark, made[owner].parts)
        remember_side(values, side)
    store.flush()
    renderer = Renderer(desk.setting, DocumentReader(values))
    planner, maker = Planner(renderer), Maker(renderer)
    names = {closure: name for name, closure in templates}
    planned: Memory = {}
    with few(config.output, store) as outputs:
        for owner, bundle_ in made.items():
            jobs = tuple(planner.jobs(owner)) if _seat(desk, owner, bundle_, config) else ()
            planned[owner] = bodies_of(bundle_), tuple(row_of(job, names) for job in jobs)
            for job in jobs:
                due = Due(job, mark_of(job.parts))
                if outputs.reason(job.path, due.fingerprint) is not None:
                    outputs.write(job.path, maker.make(job), due.fingerprint)
    keep_owners(store, config.output, facts["desk"], desk.owners)
    amend_plan(store, config.output, facts["desk"], {owner: kept for owner, kept in planned.items() if kept[1]})
    store.flush()
    state.amend(config, found, sources, outputs.stamps)
    return len(outputs.stamps)


def _in_feeds(owner: str, index: Index) -> bool:
    """Whether a feed carries the report's text: then more than its own page is to be made."""
    return any(entry.report.id == owner for topic in ("", *index.by_topic) for entry in index.news(topic))


def _seat(desk: KeptDesk, owner: str, bundle: Prepared, config: Config) -> bool:
    """Puts a bundle that was read again into the index; whether it may be seen."""
    index = desk.setting.index
    if bundle.page is not None:
        index.page_by_id[bundle.page.id] = PageEntry(bundle.page, bundle.bodies, bundle.digest)
        return True
    entry = entry_seen(bundle, config.now, index.site.timezone, drafts=config.drafts)
    if entry is not None:
        index.by_id[owner] = entry
    return entry is not None
