"""Gives every value of ours one digest, the same on every machine and in every run.

A value is lowered to nested tuples of plain values, each tuple led by a tag, and the tuples are
encoded by marshal's format 2: a type byte, a length, the bytes. That format knows neither identity
nor interning (format 3 does), so equal values give equal bytes, and since it is written in C it
costs about a sixth of an encoder in Python. It is only ever written here, never read.
"""

from __future__ import annotations

import datetime as dt
import enum
import marshal
from collections.abc import Callable
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter, itemgetter
from typing import Any

from plugins.cache.errors import NotDigestible

SIZE = 20
"""Bytes of a digest; 160 bits leave no chance of two values meeting by accident."""

_FORMAT = 2
_ATOMS = frozenset({type(None), bool, int, float, str, bytes})
_TUPLE, _LIST, _SET, _DICT, _DATE, _MOMENT, _ENUM, _WORDS = range(8)

Lower = Callable[[Any], object]


def digest(value: object) -> str:
    """The digest of a value, as 40 hexadecimal characters.

    Digestible are None, bool, int, float, str, bytes, dates, datetimes with a zone, enum members,
    frozen dataclasses, strings of a kind (``Markup``), and tuples, lists, dicts and frozensets of
    these. Types count: ``1``, ``1.0``,
    ``True`` and ``"1"`` differ. Raises ``NotDigestible`` for everything else, naming its place.
    """
    return blake2b(encode(value), digest_size=SIZE).hexdigest()


def digest_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """The digest of pairs of strings, quicker; another than ``digest`` gives."""
    return blake2b(marshal.dumps(pairs, _FORMAT), digest_size=SIZE).hexdigest()


def encode(value: Any) -> bytes:
    """The canonical bytes of a value; different values have different bytes."""
    try:
        if type(value) in _ATOMS:
            return _plain(value)
        return _plain(_LOWERINGS[type(value)](value))
    except (_UnknownError, RecursionError, ValueError) as error:
        raise _explain(value, error) from None


def digest_bytes(data: bytes) -> str:
    """The digest of some bytes as they stand, e.g. of a file; 40 hexadecimal characters."""
    return blake2b(data, digest_size=SIZE).hexdigest()


class _UnknownError(Exception):
    """Raised on the quick way; the slow way finds out where the value lies."""


class _Lowerings(dict[type, Lower]):
    """How values of each type are lowered; worked out when a type is first met, and only then."""

    def __missing__(self, kind: type) -> Lower:
        lower = self[kind] = _lowering(kind)
        return lower


def _lowering(kind: type[Any]) -> Lower:
    """How values of exactly this type are lowered; a subclass may mean something else."""
    if issubclass(kind, enum.Enum):
        return _lower_enum(kind)
    if "__dataclass_fields__" in vars(kind) and kind.__dataclass_params__.frozen:
        return _lower_dataclass(kind)
    if issubclass(kind, str) and kind.__basicsize__ == str.__basicsize__:
        return _lower_words(kind)  # its instances have room for nothing but their characters
    raise _UnknownError


def _plain(lowered: Any) -> bytes:
    return marshal.dumps(lowered, _FORMAT)


def _lower(value: Any) -> object:
    return value if type(value) in _ATOMS else _LOWERINGS[type(value)](value)


def _lower_dataclass(kind: type[Any]) -> Lower:
    names = tuple(field.name for field in fields(kind))
    tag = f"{kind.__module__}.{kind.__qualname__}({','.join(names)})"
    if len(names) < 2:
        return lambda value: (tag, *[_lower(getattr(value, name)) for name in names])
    take = attrgetter(*names)
    return lambda value: (
        tag,
        *[x if type(x) in _ATOMS else _LOWERINGS[type(x)](x) for x in take(value)],
    )


def _lower_enum(kind: type[enum.Enum]) -> Lower:
    tag = f"{kind.__module__}.{kind.__qualname__}"

    def lower(member: enum.Enum) -> object:
        # The value as str, int … itself: a member of a StrEnum is not exactly a str.
        return (_ENUM, tag, member.name, _lower(member.value))

    known = {member: lower(member) for member in kind}
    return lambda member: known.get(member) or lower(member)


def _lower_words(kind: type[str]) -> Lower:
    tag = f"{kind.__module__}.{kind.__qualname__}"
    return lambda value: (_WORDS, tag, str.__str__(value))


def _lower_items(tag: int) -> Lower:
    return lambda value: (tag, *[x if type(x) in _ATOMS else _LOWERINGS[type(x)](x) for x in value])


def _lower_set(value: frozenset[object]) -> object:
    return (_SET, *sorted([_plain(_lower(x)) for x in value]))


def _lower_dict(value: dict[object, object]) -> object:
    pairs = [(_plain(_lower(key)), _lower(item)) for key, item in value.items()]
    return (_DICT, *sorted(pairs, key=itemgetter(0)))


def _lower_date(value: dt.date) -> object:
    return (_DATE, value.isoformat())


def _lower_moment(value: dt.datetime) -> object:
    if value.utcoffset() is None:
        raise _UnknownError
    # Berlin and Amsterdam share their offsets, yet a page may name the zone.
    return (_MOMENT, value.isoformat(), value.fold, str(value.tzinfo))


_LOWERINGS = _Lowerings(
    {
        tuple: _lower_items(_TUPLE),
        list: _lower_items(_LIST),
        frozenset: _lower_set,
        dict: _lower_dict,
        dt.date: _lower_date,
        dt.datetime: _lower_moment,
    }
)


def _explain(value: object, error: Exception) -> NotDigestible:
    """Finds the part of ``value`` that has no canonical form."""
    if isinstance(error, RecursionError | ValueError):
        return NotDigestible("the value is nested too deeply, or contains itself", "value")
    place, part = _find(value, "value")
    kind = type(part)
    why = "has no canonical form"
    if isinstance(part, dt.datetime):
        why = "has no zone: give it a tzinfo"
    elif "__dataclass_fields__" in vars(kind):
        why = "is a dataclass that is not frozen: write @dataclass(frozen=True)"
    return NotDigestible(f"{place} of type {kind.__module__}.{kind.__qualname__} {why}", place)


def _find(value: object, place: str) -> tuple[str, object]:
    for name, part in _parts(value, place):
        try:
            _lower(part)
        except _UnknownError:
            return _find(part, name)
    return place, value


def _parts(value: Any, place: str) -> list[tuple[str, object]]:
    """The parts of a value that can itself be digested, each with its place."""
    kind = type(value)
    if kind in (tuple, list):
        return [(f"{place}[{at}]", part) for at, part in enumerate(value)]
    if kind is frozenset:
        return [(f"{place}{{{part!r}}}", part) for part in value]
    if kind is dict:
        keys = [(f"key {key!r} of {place}", key) for key in value]
        return keys + [(f"{place}[{key!r}]", part) for key, part in value.items()]
    if isinstance(value, enum.Enum):
        return [(f"{place}.value", value.value)]
    if "__dataclass_fields__" in vars(kind):
        return [(f"{place}.{field.name}", getattr(value, field.name)) for field in fields(kind)]
    return []
