"""What a form has to ask, made of the shapes that ``check`` holds the files to: a new key is in the form at once."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from plugins.newsroom.forms import Form

_KINDS = {
    "line": "text",
    "block": "block",
    "flag": "flag",
    "day": "day",
    "moment": "moment",
    "event_moment": "moment",
    "instant": "moment",
    "url": "url",
    "email": "email",
    "country": "country",
    "timezone": "text",
    "fraction": "fraction",
    "release": "release",
}
"""Validator of a value -> how it is asked for; any other is a text."""
_NAMED = {
    "topics": "topic",
    "authors": "person",
    "contacts": "person",
    "photographer": "person",
    "source_language": "tongue",
    "successor": "report",
    "hero": "photo",
    "file": "fixed",
}
"""Keys whose text is the name of something, which is chosen and not typed."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One key: how it is asked for."""

    key: str
    kind: str
    """``text``, ``block``, ``flag``, ``day``, ``moment``, ``group``, ``choice``, ``person``, ``point`` …"""
    many: bool = False
    words: bool = False
    """A text per language."""
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple[Shape, ...] = ()


def shapes_of(form: type[Form]) -> tuple[Shape, ...]:
    """The keys of a form, in its order."""
    return tuple(_shape(key, info) for key, info in form.model_fields.items())


def _shape(key: str, info: FieldInfo) -> Shape:
    kind = info.annotation
    if info.metadata:
        kind = Annotated[kind, *info.metadata]  # type: ignore[assignment]
    found = _of(key, kind)
    return Shape(found.key, found.kind, found.many, found.words, info.is_required(), found.choices, found.fields)


def _of(key: str, kind: Any) -> Shape:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _of(key, next(each for each in args if each is not type(None)))
    if origin is Annotated:
        return _annotated(key, args)
    if origin is tuple and args[-1] is not Ellipsis:
        return Shape(key, "point")
    if origin is tuple:
        inner = _of(key, args[0])
        return Shape(key, inner.kind, True, inner.words, False, inner.choices, inner.fields)
    if origin is dict:
        inner = _of(key, args[1])
        return Shape(key, "map" if inner.fields else inner.kind, words=not inner.fields, fields=inner.fields)
    if isinstance(kind, type) and issubclass(kind, Form):
        return Shape(key, "group", fields=shapes_of(kind))
    return Shape(key, _NAMED.get(key, "text"))


def _annotated(key: str, args: tuple[Any, ...]) -> Shape:
    if isinstance(args[0], type) and issubclass(args[0], StrEnum):
        return Shape(key, "choice", choices=tuple(member.value for member in args[0]))
    if get_origin(args[0]) is dict and not any(isinstance(each, PlainValidator) for each in args[1:]):
        return _of(key, args[0])
    name = next(_validators(args), "")
    return Shape(key, _NAMED.get(key, _KINDS.get(name, "text")))


def _validators(args: tuple[Any, ...]) -> Iterator[str]:
    yield from (getattr(each.func, "__name__", "") for each in args if isinstance(each, PlainValidator))
