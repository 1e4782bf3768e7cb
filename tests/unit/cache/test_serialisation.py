"""What is remembered comes back as it was, and nothing in it can run."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.cache.errors import Damaged
from plugins.cache.serialisation import dumps, loads
from plugins.newsroom.problem import Level, Problem

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates(),
    lambda inner: st.tuples(inner, inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(PLAIN)
def test_plain_values_come_back(value: object) -> None:
    """Of every kind, nested."""
    assert loads(dumps((value,)), tuple) == (value,)


def test_our_values_come_back() -> None:
    """Frozen dataclasses, enumerations, safe text, moments with a zone."""
    problem = Problem(file="a", line=1, column=2, code="c", found="f", expected="e", fix="m", level=Level.WARNING)
    moment = dt.datetime(2024, 5, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    value = (problem, Markup("<b>"), moment, dt.datetime(2024, 5, 2, tzinfo=dt.UTC), frozenset({1}))
    again = loads(dumps(value), tuple)
    assert again == value
    assert type(again[1]) is Markup
    assert isinstance(again[2].tzinfo, ZoneInfo)
    assert again[2].tzinfo.key == "Europe/Berlin"


class Runs:
    """Pickles as a call."""

    def __init__(self, function: Callable[..., object], *words: object) -> None:
        self._call = (function, words)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call


def in_protocol(protocol: int, value: object) -> bytes:
    """Pickled in that protocol, whose opcodes for names differ."""
    return pickle.dumps((value,), protocol)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_call_is_refused(protocol: int, tmp_path: Path) -> None:
    """Of the system, of builtins, of a function of ours that opens files."""
    proof = tmp_path / "proof"
    calls = (
        Runs(os.system, f"touch {proof}"),
        Runs(eval, f"open({str(proof)!r}, 'w')"),
        Runs(getattr, os, "system") if protocol > 3 else Runs(getattr, "", "upper"),
        Runs(Path, str(proof)),
    )
    for call in calls:
        try:
            data = in_protocol(protocol, call)
        except TypeError:  # a module does not pickle: by name it does, below
            continue
        with pytest.raises(Damaged, match="did not write"):
            loads(data, tuple)
    assert not proof.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"(S'true'\nios\nsystem\n.",
        b"\x80\x04\x8c\x13plugins.cache.store\x8c\x0fPath.write_text\x93.",
        b"\x80\x04\x8c\x02os\x8c\x06system\x93.",
        b"\x80\x04\x8c\x17plugins.pages.templates\x8c\x04Path\x93.",
        b"\x80\x04\x8c\x15plugins.build.workers\x8c\x04Near\x93.",
        b"\x80\x02\x82\x01.",
        b"Pid\n.",
        b"",
        b"\x80\x05",
        b"no pickle at all",
    ],
)
def test_names_of_anything_but_data_are_refused(data: bytes) -> None:
    """Old and new opcodes, dotted names, imports of our modules, values that can be called, garbage."""
    with pytest.raises(Damaged):
        loads(data, tuple)


def test_another_kind_is_refused() -> None:
    """Where one kind of value is expected, another is damage."""
    with pytest.raises(Damaged, match="a dict in the place of a tuple"):
        loads(dumps({}), tuple)


@given(st.binary())
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    """Whatever stands there."""
    with contextlib.suppress(Damaged):
        loads(data, tuple)
