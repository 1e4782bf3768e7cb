"""Stage: the newsroom, its people and its topics; from memory where their files have not changed."""

from __future__ import annotations

from dataclasses import replace

from plugins.build.config import Config
from plugins.build.sources import Sources
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps, loads
from plugins.cache.stamp import Sort
from plugins.cache.store import Store
from plugins.newsroom.loaded import PeopleReading, SiteReading, TopicsReading
from plugins.newsroom.model import Site

SHARED = "shared"
Shared = tuple[SiteReading, PeopleReading, TopicsReading]
_BUNDLES = ("reports/", "pages/")


def shared_of(config: Config, sources: Sources, engine: str, store: Store) -> Shared:
    """What all bundles share. Reading it anew takes longer than anything else in a build with little to do."""
    key = shared_key(config, sources, engine)
    known = remembered_shared(store, key)
    if known is not None:
        return known
    from plugins.newsroom.shared import load_shared

    shared = load_shared(config.content)
    if key:
        store.values.put(SHARED, key, dumps(shared))
    return shared


def moved(shared: Shared, folder: str) -> Shared:
    """The same for a newsroom that stands in a folder of its address; as it is without one."""
    if not folder:
        return shared
    site, people, topics = shared

    def there(one: Site) -> Site:
        return replace(one, url=f"{one.url}/{folder}")

    whole = there(site.site) if site.site is not None else None
    return replace(site, site=whole, stand_in=there(site.stand_in)), people, topics


def shared_key(config: Config, sources: Sources, engine: str) -> str:
    """Under what it is remembered; nothing where it is not."""
    files = tuple(sorted(item for item in sources.content.items() if not item[0].startswith(_BUNDLES)))
    return "" if _has_links(sources) else digest((engine, str(config.content), files))


def remembered_shared(store: Store, key: str) -> Shared | None:
    """What is remembered of it."""
    known = store.values.get(SHARED, key) if key else None
    if known is None:
        return None
    site, people, topics = loads(known, tuple)
    return site, people, topics


def _has_links(sources: Sources) -> bool:
    """Whether a file of these is a link: where it leads is told apart from what it holds."""
    content = next(walk for walk in sources.walks if walk.name == "content")
    return any(s.sort is Sort.LINK for path, s in content.seen.items() if not path.startswith(_BUNDLES))
