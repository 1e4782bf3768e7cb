"""Digests: different values differ, equal values agree, in every process."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.cache.digest import digest, encode

ROOT = Path(__file__).parents[2]


class Colour(StrEnum):
    """An enum whose members are strings too."""

    RED = "red"
    BLUE = "blue"


class Number(Enum):
    """An enum with a value that ``Colour`` has as well."""

    ONE = 1
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with one field."""

    name: Any


@dataclass(frozen=True)
class Pair:
    """A value with the same shape as a tuple of two."""

    left: Any
    right: Any


def _deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.builds(Leaf, inner),
        st.builds(Pair, inner, inner),
        st.dictionaries(KEYS, inner, max_size=3),
        st.frozensets(KEYS, max_size=3),
    )


KEYS = st.one_of(
    st.none(),
    st.text(max_size=4),
    st.binary(max_size=4),
    st.integers(-9, 9),
    st.sampled_from([*Colour, *Number]),
)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=2)), dt.timezone(dt.timedelta(hours=2), "here")])
ATOMS = st.one_of(KEYS, st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(timezones=ZONES))
VALUES = st.recursive(ATOMS, _deeper, max_leaves=12)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in type and content throughout; written without any digest."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return bool(one.hex() == other.hex())
    if isinstance(one, Enum):
        return one is other
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return len(one) == len(other) and all(
            any(same(key, k) and same(value, v) for k, v in other.items()) for key, value in one.items()
        )
    if isinstance(one, frozenset):
        return len(one) == len(other) and all(any(same(x, y) for y in other) for x in one)
    if isinstance(one, Leaf):
        return same(one.name, other.name)
    if isinstance(one, Pair):
        return same(one.left, other.left) and same(one.right, other.right)
    if isinstance(one, dt.datetime):
        return (one.isoformat(), str(one.tzinfo)) == (other.isoformat(), str(other.tzinfo))
    return bool(one == other)


@given(VALUES, VALUES)
def test_two_values_share_a_digest_only_if_they_are_the_same(one: Any, other: Any) -> None:
    """The encoding is injective: not one bit of a value is lost."""
    assert (encode(one) == encode(other)) == same(one, other)


@given(VALUES, st.data())
def test_a_small_change_anywhere_changes_the_digest(value: Any, data: st.DataObject) -> None:
    """Neighbours of a value, which random pairs seldom are, have other digests."""
    for near in ([value], (value,), Leaf(value), Pair(value, None), Pair(None, value), {"": value}):
        assert digest(near) != digest(value)
    other = data.draw(VALUES)
    assert (digest((value, other)) == digest((other, value))) == same(value, other)


@given(st.dictionaries(KEYS, ATOMS), st.randoms())
def test_the_order_in_which_a_dict_was_filled_does_not_count(value: dict[Any, Any], random: Any) -> None:
    """Equal dicts have one digest."""
    pairs = list(value.items())
    random.shuffle(pairs)
    assert digest(dict(pairs)) == digest(value)


SCRIPT = """
import datetime as dt, sys
from plugins.cache.digest import digest
from plugins.newsroom.model import Kind, Link, State
names = [f"name {n}" for n in range(50)]
made = "".join(["built", " at run time"])
print(digest((frozenset(names), {n: made for n in names}, made, sys.intern("kept"), Kind.REPORT, State.STALE,
              Link("a", "b"), dt.date(2024, 5, 2), 1.5, -0.0, 2**70)))
"""


def test_the_digest_is_the_same_in_every_process() -> None:
    """Neither the hash seed nor interned strings show through."""
    found = set()
    for seed in ("0", "1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
