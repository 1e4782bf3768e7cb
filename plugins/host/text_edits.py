"""The build after which nothing but texts of editions differs: their pages are made again, and nothing else is read.

It is taken where every file of sources, program and output stands as it did after the last build, save editions
whose front matter is as it was. Facts, lists, neighbours and checks are then those of the last build.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator

from plugins.host import standing
from plugins.host.config import Config
from plugins.host.due import Due
from plugins.host.kept_desk import KeptDesk, keep_owners, kept_desk, owner_of
from plugins.host.makers import Shelf
from plugins.host.prepared import DOCUMENT, PREPARED, Prepared
from plugins.host.reread import reread
from plugins.host.scan import Bundle, Bundles, Sources, scan_some
from plugins.host.standing import Difference
from plugins.host.visible import entry_seen
from plugins.memo.digest import digest, digest_pairs
from plugins.memo.few import few
from plugins.memo.stamp import look
from plugins.memo.store import Store
from plugins.memo.values import Values
from plugins.pages.entry import Entry, PageEntry
from plugins.pages.make import Maker
from plugins.pages.plan import PAGE, Job, Planner
from plugins.pages.studio import Studio

MANY = 24
"""Bundles from which on a whole build is quicker."""


def build(config: Config, found: Difference, store: Store) -> int | None:
    """The number of outputs that were made again; ``None``: more must be done than this, and nothing was.

    Raises ``NotWritable``, ``NoSpace``, ``Damaged``.
    """
    edited: dict[str, list[str]] = defaultdict(list)
    for path in found.paths:
        folder = standing.bundle_of(path)
        edited[folder] += [path] if path != folder else []
    if len(edited) > MANY or look(standing.file_of(config.cache, config.output)) != found.mark:
        return None  # another build has ended meanwhile
    try:
        sources = scan_some(store, config.content, config.translations, edited)
        touched = tuple(Bundles(sources, store))
        if {bundle.folder for bundle in touched} != set(edited) or not standing.is_whole(found, sources):
            return None
        return _build(config, found, store, sources, {bundle: edited[bundle.folder] for bundle in touched})
    except (LookupError, OSError):  # something was forgotten, or has gone: a whole build finds out, and says so
        return None


def _build(
    config: Config, found: Difference, store: Store, sources: Sources, edited: dict[Bundle, list[str]]
) -> int | None:
    facts, values = found.last.facts, store.values
    desk = kept_desk(store, config.output, facts["desk"])
    if desk is None:
        return None
    made: dict[str, Prepared] = {}
    for bundle, paths in edited.items():
        owner = owner_of(bundle)
        reread_ = reread(bundle, paths, desk.prepared(owner, values), str(config.content))
        if reread_ is None:
            return None
        made[owner], kept = reread_
        key = desk.owners[owner] = digest((facts["reading"], bundle))
        values.put(PREPARED, key, pickle.dumps(made[owner], pickle.HIGHEST_PROTOCOL))
        values.put_many(DOCUMENT, kept.documents)
    store.flush()
    planner = Planner(Studio(desk.setting, Shelf(values)))
    _seat(desk, made, config, values)
    maker = Maker(planner.studio)
    with few(config.output, store) as outputs:
        for job in (job for owner in made for job in _jobs(planner, owner)):
            due = Due(job, digest_pairs(job.parts))
            if outputs.reason(job.path, due.fingerprint) is not None:
                outputs.write(job.path, maker.make(job), due.fingerprint)
    keep_owners(store, config.output, facts["desk"], desk.owners)
    store.flush()
    standing.amend(config, found, sources, outputs.stamps)
    return len(outputs.stamps)


def _seat(desk: KeptDesk, made: dict[str, Prepared], config: Config, values: Values) -> None:
    """Puts the bundles that were read again into the index, and says how the others are read."""
    index = desk.setting.index

    def load(ident: str) -> Entry:
        entry = entry_seen(desk.prepared(ident, values), config.now, index.site.timezone, drafts=config.drafts)
        if entry is None:
            raise LookupError(f"{ident} was visible and is not")
        return entry

    desk.read_by(load)
    for owner, bundle in made.items():
        entry = entry_seen(bundle, config.now, index.site.timezone, drafts=config.drafts)
        if bundle.page is not None:
            index.page_by_id[bundle.page.id] = PageEntry(bundle.page, bundle.bodies, bundle.digest)
        elif entry is not None and owner in index.by_id:
            index.by_id[owner] = entry


def _jobs(planner: Planner, owner: str) -> Iterator[Job]:
    """The outputs of a bundle, if it may be seen."""
    there = owner.startswith(PAGE) or owner in planner.index.by_id
    return planner.jobs(owner) if there else iter(())
