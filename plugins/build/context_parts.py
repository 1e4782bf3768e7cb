"""Which parts of the newsroom a bundle looks at while it is prepared, each by a name with a digest of its own.

``site.<key>``, ``person:<id>``, ``topic:<id>`` (also of one that does not exist), ``name:<id>`` of a person, and
``people``, ``topics`` for sentences that list them all. A bundle is prepared anew where one of
these differs, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Any, cast

from plugins.cache.digest import digest
from plugins.newsroom.context import Context, PeopleNames
from plugins.newsroom.model import Site, TranslationPolicy

Names = tuple[str, ...]
"""Names of parts, sorted."""
SITE = "site."


def recording(context: Context, names: set[str]) -> Context:
    """The same context; whatever is looked at in it is added to ``names``."""
    return replace(
        context,
        site=cast("Site", _RecordedSite(context.site, SITE, names)),
        people=_recorded(context.people, "person:", "people", names),
        topics=_recorded(context.topics, "topic:", "topics", names),
        names=cast("PeopleNames", _RecordedNames(context.names, names)),
    )


class ContextParts:
    """The parts of one context, by their names."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._values: dict[str, object] = {}
        self._digests: dict[Names, str] = {}

    def digest(self, names: Names) -> str:
        """Covers the parts of these names, and nothing else."""
        known = self._digests.get(names)
        if known is None:
            known = self._digests[names] = digest(tuple((name, self._value(name)) for name in names))
        return known

    def _value(self, name: str) -> object:
        if name not in self._values:
            self._values[name] = self._looked_up(name)
        return self._values[name]

    def _looked_up(self, name: str) -> object:
        if name.startswith(SITE):
            value: Any = self._context.site
            for key in name.removeprefix(SITE).split("."):
                value = getattr(value, key)
            return value
        sort, colon, ident = name.partition(":")
        if sort == "name":
            return self._context.names.of(ident)
        ids = self._context.people if sort in ("person", "people") else self._context.topics
        if ids is None:
            return None
        return ident in ids if colon else tuple(sorted(ids))


class _RecordedSite:
    """Stands for a site, or a part of it, and writes down which keys are read."""

    def __init__(self, value: Site | TranslationPolicy, prefix: str, names: set[str]) -> None:
        self._value = value
        self._prefix = prefix
        self._names = names

    def __getattr__(self, key: str) -> Any:
        found = getattr(self._value, key)
        if isinstance(found, TranslationPolicy):
            return _RecordedSite(found, f"{self._prefix}{key}.", self._names)
        self._names.add(f"{self._prefix}{key}")
        return found


class _RecordedNames:
    """Stands for the names of people, and writes down whose are asked for."""

    def __init__(self, value: PeopleNames, names: set[str]) -> None:
        self._value = value
        self._names = names

    def of(self, ident: str) -> str:
        """The name, or an empty string."""
        if ident:
            self._names.add(f"name:{ident}")
        return self._value.of(ident)


def _recorded(ids: Set[str] | None, one: str, whole: str, names: set[str]) -> Set[str] | None:
    if ids is None:
        names.add(whole)
        return None
    return _RecordedIds(ids, one, whole, names)


class _RecordedIds(Set[str]):
    """Stands for known ids, and writes down which are asked for, or that all are looked at."""

    def __init__(self, ids: Set[str], one: str, whole: str, names: set[str]) -> None:
        self._ids = ids
        self._one = one
        self._whole = whole
        self._names = names

    def __contains__(self, ident: object) -> bool:
        self._names.add(f"{self._one}{ident}")
        return ident in self._ids

    def __iter__(self) -> Iterator[str]:
        self._names.add(self._whole)
        return iter(self._ids)

    def __len__(self) -> int:
        self._names.add(self._whole)
        return len(self._ids)
