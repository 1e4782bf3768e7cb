"""What a build of some texts needs of the last one: its setting, with reports that are read when they are looked at."""

from __future__ import annotations

import io
import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.host.prepared import PREPARED, Prepared
from plugins.host.scan import Bundle
from plugins.memo.digest import digest_bytes
from plugins.memo.store import Store
from plugins.memo.values import Values
from plugins.pages.entry import Entry
from plugins.pages.plan import PAGE
from plugins.pages.studio import Setting

SETTING = "setting"
OWNERS = "owners"
Load = Callable[[str], Entry]


class Lazy:
    """An entry that is read when something of it is looked at."""

    __slots__ = ("_entry", "_ident", "load")

    def __init__(self, ident: str) -> None:
        self._ident = ident
        self._entry: Entry | None = None
        self.load: Load

    def __getattr__(self, name: str) -> Any:
        if self._entry is None:
            self._entry = self.load(self._ident)
        return getattr(self._entry, name)


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        return (Lazy, (value.report.id,)) if type(value) is Entry else NotImplemented


@dataclass(frozen=True, slots=True)
class KeptDesk:
    """The setting of the last build, and where the store keeps its bundles."""

    setting: Setting
    owners: dict[str, str]
    """Report's id, or page's with ``page:`` before it -> key of the prepared bundle."""

    def read_by(self, load: Load) -> None:
        """Says how reports are read when something of them is looked at."""
        reports: tuple[Any, ...] = self.setting.index.entries
        for lazy in reports:
            lazy.load = load

    def prepared(self, owner: str, values: Values) -> Prepared:
        """A bundle as it was prepared. Raises ``LookupError`` where it has been forgotten."""
        data = values.get(PREPARED, self.owners[owner])
        if data is None:
            raise LookupError(f"{owner} has been forgotten")
        found: Prepared = pickle.loads(data)  # noqa: S301 (our own store, checked by a sum)
        return found


def owner_of(bundle: Bundle) -> str:
    """The name under which a bundle's outputs are planned."""
    return bundle.id if bundle.kind == "reports" else f"{PAGE}{bundle.id}"


def keep(store: Store, root: Path, ground: str, setting: Setting, owners: Mapping[str, str]) -> None:
    """Remembers a setting under the digest of everything it depends on; the entries in it are not kept again."""
    values = store.values
    if not values.known(_name(SETTING, root), [ground]):
        setting.index.complete()
        out = io.BytesIO()
        _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(setting)
        values.put(_name(SETTING, root), ground, out.getvalue())
        for name in (SETTING, OWNERS):
            values.keep_only(_name(name, root), ground)
    keep_owners(store, root, ground, owners)


def keep_owners(store: Store, root: Path, ground: str, owners: Mapping[str, str]) -> None:
    """Remembers which bundles belong to a setting."""
    store.values.put(_name(OWNERS, root), ground, marshal.dumps(dict(owners)))


def kept_desk(store: Store, root: Path, ground: str) -> KeptDesk | None:
    """What is remembered of a setting; whoever looks at its reports must give them a ``load`` first."""
    setting = store.values.get(_name(SETTING, root), ground)
    owners = store.values.get(_name(OWNERS, root), ground)
    if setting is None or owners is None:
        return None
    return KeptDesk(pickle.loads(setting), marshal.loads(owners))  # noqa: S301, S302 (our own store, checked by a sum)


def _name(what: str, root: Path) -> str:
    return f"{what} {digest_bytes(str(root).encode('utf-8', 'surrogatepass'))}"
