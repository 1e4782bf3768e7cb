"""Stage: every bundle prepared, those that did not change from memory."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from plugins.host.catalogues import LAST_GOOD, NO_SPARE, Spare, spare_of
from plugins.host.config import Config
from plugins.host.console import Console
from plugins.host.embedded import embedded
from plugins.host.prepared import Bench, Kept, Prepared
from plugins.host.scan import Bundle
from plugins.host.shared_stage import Shared
from plugins.memo.digest import digest
from plugins.memo.pool import Pool
from plugins.memo.store import Store
from plugins.newsroom.context import Context
from plugins.pages.urls import Urls

PREPARED = "prepared"
DOCUMENT = "document"
FEW = 24
"""Bundles up to which starting workers costs more than it saves."""

Work = tuple[Prepared, Kept]


def prepare_all(
    config: Config,
    shared: Shared,
    bundles: tuple[Bundle, ...],
    engine: str,
    store: Store,
    pool: Pool,
    console: Console,
) -> tuple[Prepared, ...]:
    """Every bundle, in the order given; only changed ones are loaded and converted."""
    site, people, topics = shared
    context = Context(str(config.content), site.stand_in, people.ids, topics.ids, config.lenient, embedded)
    media = Urls.of(context.site.url, absolute=False).at("media/")
    bench = Bench(str(config.content), str(config.translations), context, media)
    ids = tuple(None if known is None else tuple(sorted(known)) for known in (people.ids, topics.ids))
    ground = digest((engine, context.site, ids, config.lenient, str(config.content)))
    keys = {digest((ground, bundle)): bundle for bundle in bundles}
    found: dict[str, Prepared] = {}
    if not config.fresh:
        found = {key: pickle.loads(data) for key, data in store.values.get_many(PREPARED, keys)}  # noqa: S301
        _forget_incomplete(found, store)
    todo = [key for key in keys if key not in found]
    for key, work in zip(todo, _work(keys, todo, bench, pool, console), strict=True):
        made, kept = _mended(keys[key], work, bench, store)
        if not made.broken:
            store.values.put(PREPARED, key, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        store.values.put_many(DOCUMENT, kept.documents)
        store.values.put_many(LAST_GOOD, kept.catalogues)
        store.flush_if_full()
        found[key] = made
    store.flush()
    return tuple(found[key] for key in keys)


def _mended(bundle: Bundle, work: Work, bench: Bench, store: Store) -> Work:
    """The bundle with the last good catalogues in the place of broken ones, where the store has any."""
    spare = spare_of(work[0].broken, store.values)
    return _prepare(bundle, bench, spare) if spare else work


def _forget_incomplete(found: dict[str, Prepared], store: Store) -> None:
    """A bundle whose converted texts have been forgotten is prepared anew."""
    wanted = {body.key for made in found.values() for body in made.bodies}
    there = store.values.known(DOCUMENT, wanted)
    for key in [k for k, made in found.items() if any(b.key not in there for b in made.bodies)]:
        del found[key]


def _work(keys: dict[str, Bundle], todo: list[str], bench: Bench, pool: Pool, console: Console) -> Iterator[Work]:
    items = [keys[key] for key in todo]
    with console.stage("Reading reports", len(items)) as meter:
        if len(items) <= FEW:
            yield from (_prepare(item, bench) for item in items)
        else:
            yield from pool.map_in_order(_Prepare(bench), items, progress=meter)


class _Prepare:
    """``prepare`` with its bench, fit for another process."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def __call__(self, bundle: Bundle) -> Work:
        return _prepare(bundle, self.bench)


def _prepare(bundle: Bundle, bench: Bench, spare: Spare = NO_SPARE) -> Work:
    """``prepare``, imported where a bundle has changed: converters and validators come with it."""
    from plugins.host.prepare import prepare

    return prepare(bundle, bench, spare)
