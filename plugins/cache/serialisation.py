"""Writes remembered values, and reads them so that nothing in them can run.

The bytes are pickle's, read by an unpickler that knows data alone: our frozen dataclasses and enumerations,
dates, and text marked as safe. Whoever can write a cache (a restored one, a shared folder) can put wrong
words into it, and no program: a name of anything else is refused before it is looked up.
"""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import io
import pickle
import re
import sys
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.cache.errors import Damaged

Kind = TypeVar("Kind")
_OURS = re.compile(r"plugins(?:\.[a-z][a-z0-9_]*){2,}")
_CLASS = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_THEIRS = MappingProxyType(
    {
        ("datetime", "date"): dt.date,
        ("datetime", "datetime"): dt.datetime,
        ("datetime", "time"): dt.time,
        ("datetime", "timedelta"): dt.timedelta,
        ("datetime", "timezone"): dt.timezone,
        ("markupsafe", "Markup"): Markup,
        ("zoneinfo", "ZoneInfo"): ZoneInfo,
    }
)
_YAML = frozenset(
    {
        ("yaml.error", "Mark"),
        ("yaml.nodes", "MappingNode"),
        ("yaml.nodes", "ScalarNode"),
        ("yaml.nodes", "SequenceNode"),
    }
)
"""What is remembered of YAML that was read; PyYAML is imported for it and for nothing else."""
_FAULTS = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What bytes that were not written here can raise while they are read."""


def plain_value(kind: type[Kind]) -> type[Kind]:
    """Marks a class that is no frozen dataclass, and yet nothing but data."""
    kind.__remembered__ = True  # type: ignore[attr-defined]
    return kind


def dumps(value: object) -> bytes:
    """The value as it is remembered."""
    out = io.BytesIO()
    DataPickler(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return out.getvalue()


def loads(data: bytes, kind: type[Kind]) -> Kind:
    """A remembered value of that kind. Raises ``Damaged`` for bytes that ``dumps`` did not write."""
    try:
        found = _DataUnpickler(io.BytesIO(data)).load()
    except _FAULTS as fault:
        raise Damaged(f"The cache holds something that this program did not write ({fault}).") from None
    if type(found) is not kind:
        raise Damaged(f"The cache holds a {type(found).__name__} in the place of a {kind.__name__}.")
    return found


def _zone(zone: ZoneInfo) -> tuple[type[ZoneInfo], tuple[str]]:
    return ZoneInfo, (zone.key,)


def _mark(mark: Any) -> tuple[type, tuple[object, ...]]:
    from yaml.error import Mark

    return Mark, (mark.name, mark.index, mark.line, mark.column, None, None)


class DataPickler(pickle.Pickler):
    """Writes time zones and places in YAML as what they are made of: pickle itself would name functions."""

    def __init__(self, file: io.BytesIO, protocol: int) -> None:
        super().__init__(file, protocol)
        reader = sys.modules.get("yaml._yaml")
        own = {} if reader is None else {reader.Mark: _mark}
        self.dispatch_table = MappingProxyType({ZoneInfo: _zone, **own})


class _DataUnpickler(pickle.Unpickler):
    """Knows the classes that are data, and no function."""

    def find_class(self, module_name: str, name: str) -> Any:
        return _data_class(module_name, name)


@cache
def _data_class(module: str, name: str) -> Any:
    """The class of that name. Raises ``UnpicklingError`` for everything that is not data."""
    if (module, name) in _THEIRS:
        return _THEIRS[module, name]
    if (module, name) in _YAML:
        return getattr(importlib.import_module(module), name)
    if _OURS.fullmatch(module) and _CLASS.fullmatch(name):
        found = getattr(importlib.import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module and _is_data(found):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no kind of value that is remembered")


def _is_data(kind: type) -> bool:
    """An enumeration, or a frozen dataclass whose values cannot be called."""
    if vars(kind).get("__remembered__"):
        return True
    if issubclass(kind, enum.Enum):
        return True
    parameters = vars(kind).get("__dataclass_params__")
    callable_values = any("__call__" in vars(base) for base in kind.__mro__)
    return bool(parameters and parameters.frozen) and not callable_values
