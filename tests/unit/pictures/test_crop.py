"""Which part of a picture is shown."""

from __future__ import annotations

import pytest

from plugins.pictures.crop import Box, crop, within


@pytest.mark.parametrize(
    ("focus", "left"),
    [((0.0, 0.5), 0), ((0.5, 0.5), 1000), ((1.0, 0.5), 2000), ((0.25, 0.5), 0), ((0.4, 0.0), 600)],
)
def test_focus_is_in_the_middle_as_far_as_can_be(focus: tuple[float, float], left: int) -> None:
    """The part moves with the focus and stops at the edge."""
    assert crop(4000, 2000, (1, 1), focus) == Box(left, 0, left + 2000, 2000)


def test_without_focus() -> None:
    """The middle of a wide picture, the upper third of an upright one."""
    assert crop(4000, 2000, (1, 1)).left == 1000
    assert crop(2000, 4000, (2, 1)).top == 833


def test_same_shape_is_whole() -> None:
    """A picture of that shape loses nothing."""
    assert crop(300, 200, (3, 2)) == Box(0, 0, 300, 200)


def test_focus_within_the_part() -> None:
    """The focus is told for the part, as a style sheet needs it."""
    assert within((0.5, 0.5), 4000, 2000, Box(1000, 0, 3000, 2000)) == (0.5, 0.5)
    assert within((1.0, 0.0), 4000, 2000, Box(1000, 0, 3000, 2000)) == (1.0, 0.0)
    assert within(None, 400, 200, Box(0, 0, 400, 200)) == (0.5, 0.5)
