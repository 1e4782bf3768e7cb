"""Stage: every bundle prepared, those that did not change from memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.build.bundle_record import PREPARED, BundleSettings, Prepared, SideResults
from plugins.build.bundle_store import (
    Key,
    bundle_digest,
    key_of,
    read_bundle,
    remember_parts,
    remember_side,
    remembered,
)
from plugins.build.catalogues import NO_SPARE, Spare, spare_of
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.context_parts import ContextParts
from plugins.build.embedded_metadata import embedded
from plugins.build.site import Shared
from plugins.build.sources import Bundle, Bundles
from plugins.cache.digest import digest
from plugins.cache.pool import Pool
from plugins.cache.serialisation import dumps
from plugins.cache.store import Store, reader
from plugins.cache.values import Reader
from plugins.newsroom.context import Context, PeopleNames

FEW = 24
"""Bundles up to which starting workers costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Readied:
    """All bundles, prepared, in the order of their folders."""

    base: str
    """Covers what is the same for all bundles: program and folders, not the newsroom's people, topics and settings."""
    bundles: tuple[Bundle, ...]
    keys: tuple[Key, ...]
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
    settings = settings_of(config, shared, engine)
    base = digest((engine, config.lenient, str(config.content), str(config.translations)))
    parts = ContextParts(settings.context)
    has_memory = not (config.fresh or is_new)
    of: dict[str, Bundle] = {}
    found: dict[str, Prepared] = {}
    sent: deque[str] = deque()

    def marked() -> Iterator[str]:
        for bundle in bundles:
            mark = bundle_digest(base, bundle)
            of[mark] = bundle
            yield mark

    def orders() -> Iterator[Bundle]:
        for mark in todo:
            sent.append(mark)
            yield of[mark]

    todo: Iterable[str] = marked()
    count = len(bundles)
    if has_memory:
        found = remembered(list(todo), parts, store.values)
        todo = [mark for mark in of if mark not in found]
        count = len(todo)
    for data, side in _work(orders(), count, settings, pool, console, store if has_memory else None):
        mark, made = sent.popleft(), read_bundle(data)
        if made.broken:
            made, side = _fixed(of[mark], made, side, settings, store)
        else:
            store.values.put(PREPARED, key_of(mark, parts.digest(made.parts))[0], data)
            remember_parts(store.values, mark, made.parts)
        remember_side(store.values, side)
        store.flush_if_full()
        found[mark] = made
    store.flush()
    keys = tuple(key_of(mark, parts.digest(found[mark].parts)) for mark in of)
    return Readied(base, tuple(of.values()), keys, tuple(found[mark] for mark in of))


def settings_of(config: Config, shared: Shared, engine: str) -> BundleSettings:
    """What preparing a bundle takes."""
    site, people, topics = shared
    names = PeopleNames(tuple((person.id, person.name) for person in people.people))
    context = Context(str(config.content), site.stand_in, people.ids, topics.ids, config.lenient, embedded, names)
    return BundleSettings(str(config.content), str(config.translations), context, engine)


def _fixed(
    bundle: Bundle, made: Prepared, side: SideResults, settings: BundleSettings, store: Store
) -> tuple[Prepared, SideResults]:
    """The bundle with the last good catalogues in the place of broken ones, where the store has any."""
    spare = spare_of(made.broken, store.values)
    return _prepare(bundle, settings, spare, store.values) if spare else (made, side)


def _work(
    bundles: Iterator[Bundle],
    count: int,
    settings: BundleSettings,
    pool: Pool,
    console: Console,
    store: Store | None,
) -> Iterator[Work]:
    """Prepares bundles; ``store`` is where what was made before is looked up, if anywhere."""
    with console.stage("Reading reports", count) as meter:
        if count <= FEW or (pool.jobs == 1 and not pool.is_far):
            values = store.values if store else None
            yield from (_work_of(bundle, settings, values) for bundle in bundles)
        else:
            path = "" if store is None or pool.is_far else str(store.path)
            yield from pool.map_in_order(_Prepare(settings, path), bundles, progress=meter)


@dataclass(frozen=True, slots=True)
class _Prepare:
    """``prepare`` with its settings, fit for another process."""

    settings: BundleSettings
    store: str
    """The store in which to look up what was made before; empty: there is none."""

    def __call__(self, bundle: Bundle) -> Work:
        return _work_of(bundle, self.settings, _reader(self.store) if self.store else None)


@lru_cache(maxsize=1)
def _reader(store: str) -> Reader:
    return reader(Path(store))


def _work_of(bundle: Bundle, settings: BundleSettings, memory: Reader | None) -> Work:
    made, side = _prepare(bundle, settings, NO_SPARE, memory)
    return dumps(made), side


def _prepare(
    bundle: Bundle, settings: BundleSettings, spare: Spare, memory: Reader | None
) -> tuple[Prepared, SideResults]:
    """``prepare``, imported where a bundle has changed: converters and validators come with it."""
    from plugins.build.bundle import prepare

    return prepare(bundle, settings, spare, memory)
