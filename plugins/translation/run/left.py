"""Marks what a machine could not do and a person must: in the catalogue, so that it is not paid for again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from plugins.translation.catalogue import Catalogue, Entry, Origin
from plugins.translation.engines.base import EngineInfo
from plugins.translation.gate import Level

_BLOCKED = f"{Level.BLOCK.value}: "


def is_left(entry: Entry, engine: str) -> bool:
    """Whether that engine has tried already and the gate said no."""
    return entry.engine == engine and any(finding.startswith(_BLOCKED) for finding in entry.findings)


def with_left(
    catalogue: Catalogue, remarks: Mapping[tuple[str, str], tuple[str, ...]], info: EngineInfo, day: dt.date
) -> Catalogue:
    """The catalogue with what the gate said of each refused answer, by (key, text).

    Entries that have words of their own by now are left alone.
    """

    def marked(entry: Entry) -> Entry:
        found = remarks.get((entry.key, entry.source))
        if found is None or entry.origin not in (Origin.NOBODY, Origin.STALE):
            return entry
        return replace(entry, findings=found, engine=info.name, model=info.model, date=day.isoformat())

    return replace(catalogue, entries=tuple(map(marked, catalogue.entries)))


def with_former_remarks(catalogue: Catalogue, former: Catalogue) -> Catalogue:
    """The rebased catalogue with the remarks that stale entries had before."""
    said = {(entry.key, entry.source): entry for entry in former.entries if entry.stale and entry.findings}

    def kept(entry: Entry) -> Entry:
        before = said.get((entry.key, entry.source))
        if before is None or not entry.stale:
            return entry
        return replace(entry, findings=before.findings, engine=before.engine, model=before.model, date=before.date)

    return replace(catalogue, entries=tuple(map(kept, catalogue.entries)))
