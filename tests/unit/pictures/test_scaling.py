"""Scaling a picture down, step by step."""

from __future__ import annotations

import pytest
from PIL import Image

from plugins.pictures.picture import LIMITS
from plugins.pictures.scaling import Scaler
from plugins.pictures.sniff import Kind
from tests.unit.pictures import samples


def scaler(width: int, height: int, orientation: int = 1) -> Scaler:
    """A scaler over a picture that is upright at that size."""
    pixels = samples.stored(Image.new("RGB", (width, height)), orientation)
    data = samples.saved(pixels, exif=samples.exif(orientation), quality=20)
    return Scaler(data, "a.jpg", Kind.JPEG, LIMITS)


@pytest.mark.parametrize(
    ("wanted", "step"), [(100, 480), (480, 480), (481, 960), (1000, 1600), (1600, 1600), (1601, 2560), (2560, 2560)]
)
def test_the_smallest_step_that_is_large_enough(wanted: int, step: int) -> None:
    """A rendition is drawn from the nearest step above its size."""
    assert scaler(4000, 3000).at_least(wanted / 4000).width == step


def test_beyond_the_base_the_original_is_decoded() -> None:
    """What needs more than the base is drawn from all pixels."""
    assert scaler(6000, 1000).at_least(0.9).size == (6000, 1000)


def test_small_pictures_have_one_step() -> None:
    """A picture below the first step is its own."""
    assert scaler(300, 200).at_least(0.1).size == (300, 200)


@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_steps_are_upright(orientation: int) -> None:
    """Sizes are those of the picture as people see it."""
    steps = scaler(1500, 3000, orientation)
    assert steps.size == (1500, 3000)
    assert steps.at_least(1.0 * 2560 / 3000).size == (1280, 2560)
    assert steps.at_least(0.2).size == (480, 960)
