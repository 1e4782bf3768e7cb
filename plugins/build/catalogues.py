"""Reads the catalogues of a bundle, and falls back on the last good ones where site.yaml says so."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from plugins.build.sources import Bundle
from plugins.cache.values import Values
from plugins.newsroom.model import TranslationPolicy
from plugins.newsroom.problem import Problem

if TYPE_CHECKING:
    from plugins.translation.catalogue import Catalogue

LAST_GOOD = "catalogue"
"""Where the store keeps the last good state of each catalogue, by its path."""
Spare = Mapping[str, bytes]
"""Path below the translations -> the last good state of that catalogue, packed."""
NO_SPARE: Spare = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """The catalogues of one bundle."""

    catalogues: tuple[Catalogue, ...]
    problems: tuple[Problem, ...]
    good: tuple[tuple[str, bytes], ...]
    """(path, packed bytes) of those without a problem, to be remembered."""
    broken: tuple[str, ...]
    """Paths of those that were wanted and cannot be used as they stand."""


EMPTY = CatalogueReading((), (), (), ())
"""No catalogues."""


def read_catalogues(
    paths: tuple[str, ...], translations: Path, policy: TranslationPolicy, spare: Spare
) -> CatalogueReading:
    """The catalogues at those paths. Pure but for reading the files."""
    if not paths:
        return EMPTY
    from plugins.translation.fill import usable
    from plugins.translation.po_read import read_catalogue
    from plugins.translation.waiting import waiting

    found: list[Catalogue] = []
    problems: list[Problem] = []
    good: list[tuple[str, bytes]] = []
    broken: list[str] = []
    for path in paths:
        file = translations / path
        data = file.read_bytes()
        reading = read_catalogue(data, f"{translations}/{path}", file.stem)
        problems += reading.problems
        if not reading.problems:
            good.append((path, zlib.compress(data, 1)))
        elif policy.on_broken == "keep":
            broken.append(path)
        catalogue = usable(reading, _unpacked(path, spare), policy)
        if catalogue is not None:
            found.append(catalogue)
            problems += waiting(catalogue, f"{translations}/{path}")
    return CatalogueReading(tuple(found), tuple(problems), tuple(good), tuple(broken))


def _unpacked(path: str, spare: Spare) -> Catalogue | None:
    from plugins.translation.po_read import read_catalogue

    data = spare.get(path)
    return read_catalogue(zlib.decompress(data), path, Path(path).stem).catalogue if data else None


def spare_of(paths: tuple[str, ...], values: Values) -> Spare:
    """What the store remembers of those catalogues."""
    return dict(values.get_many(LAST_GOOD, paths)) if paths else {}


def paths_of(bundle: Bundle) -> tuple[str, ...]:
    """The catalogues of a bundle, below the translations."""
    return tuple(path for path, _ in bundle.catalogues)
