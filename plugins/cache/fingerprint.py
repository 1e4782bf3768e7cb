"""The fingerprint of an output: one digest, and the named parts it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from plugins.cache.digest import digest

ENGINE = "engine"
"""The part that stands for code and libraries; ``reasons`` tells a change of it apart."""

_PLAIN = frozenset({str, int, float, bool, type(None)})
_SHOWN = 60
"""Characters of a value that are kept as they are; longer ones are kept as a digest."""

Named = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an output is made of. ``parts`` are (name, as shown); empty where nobody asks for them."""

    digest: str
    parts: tuple[tuple[str, str], ...] = ()


def fingerprint(named: Named) -> Fingerprint:
    """The fingerprint of (name, value) pairs, e.g. engine, template and view; quick.

    Raises ``NotDigestible``.
    """
    return Fingerprint(digest(named))


def explained(named: Named) -> Fingerprint:
    """The same fingerprint with its parts, so that ``why`` can tell what changed.

    A value that is a dataclass is taken apart by one level (``view.title``). Short values are kept
    as they read, long ones as the start of their digest. Costs a few times as much: for an output
    that is rendered anyway.
    """
    return Fingerprint(digest(named), tuple(_parts(named)))


def _parts(named: Named) -> Iterator[tuple[str, str]]:
    for name, value in named:
        if is_dataclass(value) and not isinstance(value, type):
            yield from ((f"{name}.{f.name}", _shown(getattr(value, f.name))) for f in fields(value))
        else:
            yield name, _shown(value)


def _shown(value: Any) -> str:
    if type(value) in _PLAIN and not (type(value) is str and len(value) > _SHOWN):
        return repr(value)
    return "#" + digest(value)[:16]
