"""Everything a build knows before it makes anything: what there is, what may be seen, which outputs it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from plugins.build import state
from plugins.build.addresses import with_addresses
from plugins.build.ahead import with_embargoes
from plugins.build.assets import Copy, assets, engine, templates, words
from plugins.build.brand_images import brand_images
from plugins.build.bundle_record import PictureWork
from plugins.build.bundle_store import Key
from plugins.build.bundles import prepare_all
from plugins.build.check import Gathered, gather, refuse, without_clashes
from plugins.build.config import Config
from plugins.build.console import Console
from plugins.build.documents import copies_of
from plugins.build.logo_files import logo_files
from plugins.build.outside import links_out
from plugins.build.plan import Plan
from plugins.build.press import typesetting
from plugins.build.recall import owner_of
from plugins.build.record import record_of
from plugins.build.renditions import works_of
from plugins.build.search import is_wanted
from plugins.build.site import moved, shared_key, shared_of
from plugins.build.site_pictures import Looked, SharedPictures, look, plan_shared
from plugins.build.sources import Bundles, Sources, scan
from plugins.build.visibility import make_index
from plugins.build.words import with_words
from plugins.cache.pool import Pool
from plugins.cache.snapshot import Group
from plugins.cache.store import Store
from plugins.pages.index import Index
from plugins.pages.plan import Planner
from plugins.pages.renderer import Renderer, Setting
from plugins.pages.urls import Urls


@dataclass(frozen=True, slots=True)
class Layout:
    """A newsroom at one moment, with all outputs that it gives."""

    sources: Sources
    code: Group
    """The program, as it stood before anything was read."""
    found: Gathered
    setting: Setting
    plan: Plan
    """Of the outputs made of texts."""
    copies: tuple[Copy, ...]
    pictures: tuple[tuple[str, PictureWork], ...]
    """(Folder in the output, picture whose renditions stand there)."""
    reading: str
    """Covers what is the same for all bundles: program and folders."""
    shared: str
    """Under what the newsroom, its people and topics are remembered."""
    owners: Mapping[str, Key]
    """Owner of outputs -> key under which its bundle is remembered as it is used."""


def lay_out(config: Config, store: Store, pool: Pool, console: Console) -> Layout:
    """Reads what changed, checks everything, and plans. Writes nothing but the store.

    Raises ``ContentError`` with every problem, ``MemoError``.
    """
    is_new = store.generation == 1
    if is_new:
        pool.warm()
    with console.timed("look at the sources"):
        code, mark = state.code_group(), engine()
        sources = scan(store, config.content, config.translations, config.theme, put_off=is_new)
        closures = templates(config, sources, mark, store, pool.warm)
    with console.timed("read site, people, topics"):
        key = shared_key(config, sources, mark)
        shared = moved(shared_of(config, sources, mark, store), config.ahead)
    with console.timed("read, fill and convert reports"):
        readied = prepare_all(config, shared, Bundles(sources, store), mark, store, pool, console, is_new=is_new)
    with console.timed("examine portraits and logos"):
        looked = look(config, shared, sources, store, pool)
    with console.timed("check"):
        others = (*looked.problems, *links_out(sources))
        found = with_words(gather(config, shared, readied.prepared, others), config, sources, mark, store)
        found = with_addresses(found, config.translations)
        if config.ahead:
            found = with_embargoes(found, words(config, sources, found.site, store))
        index = make_index(found, config.now, drafts=config.drafts, ahead=bool(config.ahead))
        record, problems = ((), ()) if config.ahead else record_of(config.content, found, index)
        found = replace(found, problems=tuple(sorted({*found.problems, *problems})))
        refuse(found, config)
        if config.drafts:
            found = without_clashes(found, config)
            index = make_index(found, config.now, drafts=True)
    with console.timed("set the pages up"):
        setting, common, copies = _setting(config, found, index, sources, looked, closures, mark, store, pool, console)
        plan = Plan(Planner(Renderer(setting, _nothing)), store, config.output, record)
        pictures = tuple(works_of(found, common, index))
        copies = (*copies, *copies_of(config, sources, index))
    rows = zip(readied.bundles, readied.keys, readied.prepared, found.prepared, strict=True)
    owners = {owner_of(bundle): key for bundle, key, made, used in rows if made is used and not made.broken}
    return Layout(sources, code, found, setting, plan, copies, pictures, readied.base, key, owners)


def _setting(
    config: Config,
    found: Gathered,
    index: Index,
    sources: Sources,
    looked: Looked,
    closures: tuple[tuple[str, str], ...],
    mark: str,
    store: Store,
    pool: Pool,
    console: Console,
) -> tuple[Setting, SharedPictures, tuple[Copy, ...]]:
    """(what is the same for every page, portraits and logos, files that are copied)."""
    site = found.site
    urls = Urls.of(site.url, absolute=config.publish)
    static = assets(config, sources, site, urls)
    common = plan_shared(config, looked, index.people, site, sources, urls)
    made = brand_images(config, sources, site, urls)
    logos, logo_copies = logo_files(config, sources, site, looked, urls)
    setting = Setting(
        index=index,
        urls=urls,
        labels=words(config, sources, site, store),
        theme=str(config.theme),
        assets=static.prefix,
        brand=static.brand,
        logo=common.logo,
        logo_files=logos,
        programmes=common.logos,
        search=is_wanted(site, console, drafts=config.drafts or bool(config.ahead)),
        portraits=common.portraits,
        socials=made.socials,
        icons=made.icons,
        engine=mark,
        templates=closures,
        code="" if pool.is_far else str(config.code),
        output=str(config.output),
        typesetting=typesetting(config, sources, site),
        ahead=bool(config.ahead),
    )
    return setting, common, (*static.copies, *common.copies, *made.copies, *logo_copies)


def _nothing(key: str) -> NoReturn:
    raise LookupError(f"planning reads no text ({key})")
