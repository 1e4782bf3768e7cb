"""Bundles as the store keeps them: each under its files and the parts of the newsroom that it looks at."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.build.bundle_record import CONVERSION, DOCUMENT, PREPARED, Prepared, SideResults
from plugins.build.catalogues import LAST_GOOD
from plugins.build.context_parts import ContextParts, Names
from plugins.build.sources import Bundle
from plugins.cache.digest import digest
from plugins.cache.serialisation import dumps, loads
from plugins.cache.values import Values

PARTS = "bundle parts"
"""Where the store keeps which parts of the newsroom a bundle has looked at."""
TURNS = 3
"""How many such lists are kept of a bundle: a file that is broken and put right makes it look elsewhere and back."""
EXAMINATION = "picture"
"""Where ``plugins.pictures.examination``, which brings Pillow along, keeps what was found in pictures."""


Key = tuple[str, str]
"""(digest under which a bundle is remembered, digest of the parts that it looks at)."""


def key_of(mark: str, parts: str) -> Key:
    """The key of a bundle, from its digest and that of the parts that it looks at."""
    return digest((mark, parts)), parts


def bundle_digest(base: str, bundle: Bundle) -> str:
    """Covers the files of a bundle, and what is the same for all of them."""
    return digest((base, bundle))


def remember_side(values: Values, side: SideResults) -> None:
    """Remembers what came of preparing a bundle besides."""
    for name, pairs in (
        (DOCUMENT, side.documents),
        (CONVERSION, side.conversions),
        (LAST_GOOD, side.catalogues),
        (EXAMINATION, side.examinations),
    ):
        values.put_many(name, pairs)


def remember_parts(values: Values, mark: str, names: Names) -> None:
    """Remembers which parts a bundle looked at, beside the last lists that were others."""
    lists = [names, *(known for known in _lists(values.get(PARTS, mark)) if known != names)]
    values.put(PARTS, mark, dumps(tuple(lists[:TURNS])))


def _lists(data: bytes | None) -> list[Names]:
    return list(loads(data, tuple)) if data else []


def remembered(marks: Iterable[str], parts: ContextParts, values: Values) -> dict[str, Prepared]:
    """The bundles that are remembered with everything they look at as it is now, and with their texts."""
    lists = {mark: _lists(data) for mark, data in values.get_many(PARTS, marks)}
    marks_of = {key_of(mark, parts.digest(names))[0]: mark for mark, some in lists.items() for names in some}
    found = {marks_of[key]: read_bundle(data) for key, data in values.get_many(PREPARED, marks_of)}
    there = values.known(DOCUMENT, {body.key for made in found.values() for body in made.bodies})
    return {mark: made for mark, made in found.items() if all(body.key in there for body in made.bodies)}


def read_bundle(data: bytes) -> Prepared:
    """A bundle from the store, or from a worker."""
    return loads(data, Prepared)
