"""The values that describe pictures."""

from __future__ import annotations

from plugins.pictures.picture import LIMITS, Limits


def test_limits_hold_the_largest_cameras() -> None:
    """A hundred million pixels pass, and no decoded picture takes more than half a gigabyte."""
    assert LIMITS.pixels >= 11_648 * 8_736
    assert LIMITS.pixels * 4 <= 500_000_000


def test_limits_are_values() -> None:
    """A newsroom may set its own, and equal ones are equal."""
    assert Limits(pixels=10) == Limits(pixels=10) != LIMITS
