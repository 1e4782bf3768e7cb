"""What a build of some texts needs of the last one: its setting, with reports that are read when they are looked at."""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.build.bundle_record import PREPARED, Prepared
from plugins.build.bundle_store import Key
from plugins.build.config import Config
from plugins.build.sources import Bundle
from plugins.build.visibility import entry_seen
from plugins.cache.serialisation import DataPickler, dumps, loads, plain_value
from plugins.cache.store import Store
from plugins.cache.values import Reader, namespace
from plugins.pages.entry import Entry, PageEntry
from plugins.pages.plan import PAGE
from plugins.pages.renderer import Setting

SETTING = "setting"
OWNERS = "owners"
Load = Callable[[str], Entry | PageEntry]
Templates = tuple[tuple[str, str], ...]


@plain_value
class Lazy:
    """An entry that is read when something of it is looked at."""

    __slots__ = ("_entry", "_ident", "load")

    def __init__(self, ident: str) -> None:
        self._ident = ident
        self._entry: Entry | PageEntry | None = None
        self.load: Load

    def __getattr__(self, name: str) -> Any:
        if self._entry is None:
            self._entry = self.load(self._ident)
        return getattr(self._entry, name)


class _Pickler(DataPickler):
    def reducer_override(self, value: Any) -> Any:
        if type(value) is Lazy:
            return Lazy, (value._ident,)
        if type(value) is Entry:
            return Lazy, (value.report.id,)
        return (Lazy, (f"{PAGE}{value.page.id}",)) if type(value) is PageEntry else NotImplemented


@dataclass(frozen=True, slots=True)
class LastSetting:
    """The setting of the last build, whose reports and pages are read from the store when they are looked at."""

    setting: Setting
    owners: dict[str, Key]
    """Report's id, or page's with ``page:`` before it -> key of the prepared bundle."""
    values: Reader

    def prepared(self, owner: str) -> Prepared:
        """A bundle as it was prepared. Raises ``LookupError`` where it has been forgotten."""
        data = self.values.get(PREPARED, self.owners[owner][0])
        if data is None:
            raise LookupError(f"{owner} has been forgotten")
        return loads(data, Prepared)


@dataclass(frozen=True, slots=True)
class Recalled:
    """The same as it is remembered, and as it is sent to workers."""

    data: bytes
    owners: dict[str, Key]
    templates: Templates
    """(template, digest of it and all it includes), as they are now."""
    theme: str
    """The folder of templates: what is read from the store may not name another, since templates are programs."""
    code: str
    now: dt.datetime
    drafts: bool

    def open(self, values: Reader) -> LastSetting:
        """The setting, with a store to read reports from."""
        setting = loads(self.data, Setting)
        setting = replace(setting, templates=self.templates, theme=self.theme, code=self.code)
        last = LastSetting(setting, self.owners, values)
        zone = setting.index.site.timezone

        def load(ident: str) -> Entry | PageEntry:
            made = last.prepared(ident)
            if made.page is not None:
                return PageEntry(made.page, made.bodies, made.digest)
            entry = entry_seen(made, self.now, zone, drafts=self.drafts)
            if entry is None:
                raise LookupError(f"{ident} was visible and is not")
            return entry

        everything: tuple[Any, ...] = (*setting.index.entries, *setting.index.pages)
        for lazy in everything:
            lazy.load = load
        return last


def owner_of(bundle: Bundle) -> str:
    """The name under which a bundle's outputs are planned."""
    return bundle.id if bundle.kind == "reports" else f"{PAGE}{bundle.id}"


def keep(store: Store, root: Path, base: str, setting: Setting, owners: Mapping[str, Key]) -> None:
    """Remembers a setting under the digest of everything it depends on; the entries in it are not kept again."""
    values = store.values
    if not values.known(namespace(SETTING, root), [base]):
        setting.index.complete()
        keep_setting(store, root, base, packed(setting))
        for name in (SETTING, OWNERS):
            values.keep_only(namespace(name, root), base)
    keep_owners(store, root, base, owners)


def packed(setting: Setting) -> bytes:
    """A setting without its reports and pages."""
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(setting)
    return out.getvalue()


def keep_setting(store: Store, root: Path, base: str, data: bytes) -> None:
    """Remembers a packed setting."""
    store.values.put(namespace(SETTING, root), base, data)


def keep_owners(store: Store, root: Path, base: str, owners: Mapping[str, Key]) -> None:
    """Remembers which bundles belong to a setting."""
    store.values.put(namespace(OWNERS, root), base, dumps(dict(owners)))


def recall(store: Store, config: Config, base: str, state: str, templates: Templates) -> Recalled | None:
    """What is remembered of a setting, with the bundles as they are after some edits; ``None`` where nothing is."""
    setting = store.values.get(namespace(SETTING, config.output), base)
    owners = store.values.get(namespace(OWNERS, config.output), state)
    if setting is None or owners is None:
        return None
    theme, code = str(config.theme), str(config.code)
    return Recalled(setting, loads(owners, dict), templates, theme, code, config.now, config.drafts)
