"""Stage: every bundle prepared, those that did not change from memory."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.build.bundle_record import DOCUMENT, PREPARED, BundleSettings, Prepared, SideResults
from plugins.build.catalogues import LAST_GOOD, NO_SPARE, Spare, spare_of
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.embedded_metadata import embedded
from plugins.build.site import Shared
from plugins.build.sources import Bundle, Bundles
from plugins.cache.digest import digest
from plugins.cache.pool import Pool
from plugins.cache.store import Store
from plugins.newsroom.context import Context
from plugins.pages.urls import Urls

FEW = 24
"""Bundles up to which starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Readied:
    """All bundles, prepared, in the order of their folders."""

    ground: str
    """Covers everything a bundle's key depends on, save the bundle."""
    bundles: tuple[Bundle, ...]
    keys: tuple[str, ...]
    prepared: tuple[Prepared, ...]


Work = tuple[bytes, SideResults]
"""(a bundle as it is remembered, what is to be remembered beside it): workers pickle what they made."""


def prepare_all(
    config: Config,
    shared: Shared,
    bundles: Bundles,
    engine: str,
    store: Store,
    pool: Pool,
    console: Console,
    *,
    is_new: bool = False,
) -> Readied:
    """Every bundle, in the order given; only changed ones are loaded and converted.

    Where the store ``is_new``, work on the first begins before the last has been looked at.
    """
    site, people, topics = shared
    context = Context(str(config.content), site.stand_in, people.ids, topics.ids, config.lenient, embedded)
    media = Urls.of(context.site.url, absolute=False).at("media/")
    settings = BundleSettings(str(config.content), str(config.translations), context, media)
    ids = tuple(None if known is None else tuple(sorted(known)) for known in (people.ids, topics.ids))
    ground = digest((engine, context.site, ids, config.lenient, str(config.content)))
    keys: dict[str, Bundle] = {}
    found: dict[str, Prepared] = {}
    sent: deque[str] = deque()

    def keyed() -> Iterator[str]:
        for bundle in bundles:
            key = digest((ground, bundle))
            keys[key] = bundle
            yield key

    def orders() -> Iterator[Bundle]:
        for key in todo:
            sent.append(key)
            yield keys[key]

    todo: Iterable[str] = keyed()
    count = len(bundles)
    if not (config.fresh or is_new):
        found = {key: _read(data) for key, data in store.values.get_many(PREPARED, list(todo))}
        _forget_incomplete(found, store)
        todo = [key for key in keys if key not in found]
        count = len(todo)
    for data, kept in _work(orders(), count, settings, pool, console):
        key, made = sent.popleft(), _read(data)
        if made.broken:
            made, kept = _mended(keys[key], made, kept, settings, store)
        else:
            store.values.put(PREPARED, key, data)
        store.values.put_many(DOCUMENT, kept.documents)
        store.values.put_many(LAST_GOOD, kept.catalogues)
        store.flush_if_full()
        found[key] = made
    store.flush()
    return Readied(ground, tuple(keys.values()), tuple(keys), tuple(found[key] for key in keys))


def _read(data: bytes) -> Prepared:
    found: Prepared = pickle.loads(data)  # noqa: S301 (our own store, or a worker of ours)
    return found


def _mended(
    bundle: Bundle, made: Prepared, kept: SideResults, settings: BundleSettings, store: Store
) -> tuple[Prepared, SideResults]:
    """The bundle with the last good catalogues in the place of broken ones, where the store has any."""
    spare = spare_of(made.broken, store.values)
    return _prepare(bundle, settings, spare) if spare else (made, kept)


def _forget_incomplete(found: dict[str, Prepared], store: Store) -> None:
    """A bundle whose converted texts have been forgotten is prepared anew."""
    wanted = {body.key for made in found.values() for body in made.bodies}
    there = store.values.known(DOCUMENT, wanted)
    for key in [k for k, made in found.items() if any(b.key not in there for b in made.bodies)]:
        del found[key]


def _work(
    bundles: Iterator[Bundle], count: int, settings: BundleSettings, pool: Pool, console: Console
) -> Iterator[Work]:
    with console.stage("Reading reports", count) as meter:
        if count <= FEW:
            yield from map(_Prepare(settings), bundles)
        else:
            yield from pool.map_in_order(_Prepare(settings), bundles, progress=meter)


class _Prepare:
    """``prepare`` with its settings, fit for another process."""

    def __init__(self, settings: BundleSettings) -> None:
        self.settings = settings

    def __call__(self, bundle: Bundle) -> Work:
        made, kept = _prepare(bundle, self.settings)
        return pickle.dumps(made, pickle.HIGHEST_PROTOCOL), kept


def _prepare(bundle: Bundle, settings: BundleSettings, spare: Spare = NO_SPARE) -> tuple[Prepared, SideResults]:
    """``prepare``, imported where a bundle has changed: converters and validators come with it."""
    from plugins.build.bundle import prepare

    return prepare(bundle, settings, spare)
