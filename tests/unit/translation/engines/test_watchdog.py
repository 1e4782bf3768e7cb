"""A time-out for code that has none."""

from __future__ import annotations

import threading

import pytest

from plugins.translation.engines.watchdog import within


def test_a_result_in_time() -> None:
    """Is handed on."""
    assert within(30, lambda: 42) == 42


def test_a_fault_in_time() -> None:
    """Is handed on."""
    with pytest.raises(ZeroDivisionError):
        within(30, lambda: 1 / 0)


def test_no_result_in_time() -> None:
    """The caller goes on while the action still hangs; its late result reaches nobody."""
    release = threading.Event()
    with pytest.raises(TimeoutError):
        within(0.01, release.wait)
    release.set()
