"""Digests of single values."""

from __future__ import annotations

import datetime as dt
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum, Flag
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.cache.digest import digest, digest_bytes
from plugins.cache.errors import NotDigestible

Point = namedtuple("Point", "x y")


@dataclass
class Loose:
    """A dataclass that is not frozen."""

    x: int


@dataclass(frozen=True)
class Card:
    """A frozen value."""

    title: str
    tags: Any


class Sub(Card):
    """A subclass that is no dataclass of its own."""


class Html(str):
    """A string that means something else; nothing but its characters."""

    __slots__ = ()


class Noted(str):
    """A string that may carry something more."""


class Odd(Enum):
    """An enum with a member that cannot be digested."""

    PATH = PurePosixPath("x")


class Rights(Flag):
    """Members that can be combined."""

    READ = 1
    WRITE = 2


def test_a_digest_is_forty_hexadecimal_characters() -> None:
    """Blake2b of twenty bytes."""
    assert len(digest("x")) == 40
    assert int(digest("x"), 16)


def test_types_count() -> None:
    """What Python calls equal may look different on a page."""
    values: tuple[object, ...] = (1, 1.0, True, "1", b"1", None, "", (), [], frozenset(), {})
    assert len({digest(value) for value in values}) == 11


def test_the_class_of_a_value_counts() -> None:
    """A dataclass is neither a tuple nor another dataclass of the same fields."""

    @dataclass(frozen=True)
    class Card:
        title: str
        tags: Any

    assert digest(Card("a", 1)) != digest(globals()["Card"]("a", 1))
    assert digest(globals()["Card"]("a", 1)) != digest(("a", 1))


def test_zones_count() -> None:
    """Two zones that share their offset differ, since a page may name them."""
    berlin, amsterdam = (dt.datetime(2024, 5, 2, tzinfo=ZoneInfo(z)) for z in ("Europe/Berlin", "Europe/Amsterdam"))
    assert digest(berlin) != digest(amsterdam)


def test_combined_flags_are_digested() -> None:
    """A combination of members is no member of its own."""
    assert digest(Rights.READ | Rights.WRITE) != digest(Rights.READ)


@pytest.mark.parametrize(
    ("value", "place", "word"),
    [
        (object(), "value", "object"),
        ({1, 2}, "value", "set"),
        (bytearray(b"x"), "value", "bytearray"),
        ((1, [2, {3}]), "value[1][1]", "set"),
        ({"a": {"b": object()}}, "value['a']['b']", "object"),
        ({PurePosixPath("k"): 1}, "key PurePosixPath('k') of value", "PurePosixPath"),
        (Card("t", (1, Loose(1))), "value.tags[1]", "frozen=True"),
        (Point(1, 2), "value", "Point"),
        (Sub("t", 1), "value", "Sub"),
        (Odd.PATH, "value.value", "PurePosixPath"),
        (frozenset([PurePosixPath("a")]), "value{PurePosixPath('a')}", "PurePosixPath"),
        (Card("t", dt.datetime.fromisoformat("2024-05-02")), "value.tags", "tzinfo"),
        (Noted("x"), "value", "Noted"),
        (dt.timedelta(1), "value", "timedelta"),
        (lambda: 1, "value", "function"),
    ],
)
def test_what_has_no_canonical_form_is_refused_by_its_place(value: Any, place: str, word: str) -> None:
    """Nothing is guessed from ``repr``: the place that must be fixed is named."""
    with pytest.raises(NotDigestible) as caught:
        digest(value)
    assert caught.value.place == place
    assert word in caught.value.sentence


def test_strings_of_a_kind_differ_from_plain_ones() -> None:
    """A template escapes the one and not the other."""
    assert digest(Html("<b>")) == digest(Html("<b>"))
    assert len({digest(v) for v in (Html("<b>"), "<b>", Html("<i>"))}) == 3


def test_a_value_that_contains_itself_is_refused() -> None:
    """It ends with a sentence, not with a full stack."""
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(NotDigestible, match="contains itself"):
        digest(loop)


def test_a_type_stays_refused_after_the_first_time() -> None:
    """What is remembered of a type does not turn a refusal into an answer."""
    for _ in range(2):
        with pytest.raises(NotDigestible):
            digest((Loose(1),))


def test_bytes_are_digested_as_they_stand() -> None:
    """The digest of bytes is that of a file which holds them, not of the value ``bytes``."""
    assert digest_bytes(b"x") != digest(b"x")
