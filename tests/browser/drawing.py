"""Draws the pictures of the sample pages and writes them in a few widths, as a build would."""

from __future__ import annotations

import colorsys
import random
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from plugins.pages.views import PictureView

WIDTHS = (480, 960, 1600)


def scene(seed: int, width: int, height: int) -> Image.Image:
    """A skyline at some hour of the day; the same for the same seed."""
    chance = random.Random(seed)
    hue = chance.random()
    sky = Image.linear_gradient("L").resize((width, height))
    above, below = (_colour(hue, 0.45, 0.55), _colour(hue + 0.08, 0.25, 0.95))
    picture = Image.composite(Image.new("RGB", (width, height), below), Image.new("RGB", (width, height), above), sky)
    draw = ImageDraw.Draw(picture)
    sun = int(width * chance.uniform(0.2, 0.8)), int(height * chance.uniform(0.25, 0.5))
    radius = int(height * 0.12)
    draw.ellipse((sun[0] - radius, sun[1] - radius, sun[0] + radius, sun[1] + radius), fill=_colour(hue + 0.12, 0.2, 1))
    for depth in range(3):
        left = -20
        while left < width:
            wide = int(width * chance.uniform(0.04, 0.12))
            top = int(height * chance.uniform(0.35 + depth * 0.12, 0.6 + depth * 0.12))
            draw.rectangle((left, top, left + wide, height), fill=_colour(hue + 0.5, 0.35, 0.7 - depth * 0.22))
            left += wide + int(width * 0.008)
    return picture.filter(ImageFilter.GaussianBlur(1))


def _colour(hue: float, saturation: float, value: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return int(red * 255), int(green * 255), int(blue * 255)


def write(folder: Path, url: str, seed: int, width: int = 1600, height: int = 1067) -> PictureView:
    """The picture with this seed in all its widths below ``folder``; ``url`` is that folder's address."""
    original = scene(seed, width, height)
    folder.mkdir(parents=True, exist_ok=True)
    jpeg, avif = [], []
    for wide in (w for w in WIDTHS if w <= width):
        small = original.resize((wide, round(height * wide / width)))
        small.save(folder / f"{seed}-{wide}.jpg", quality=80)
        small.save(folder / f"{seed}-{wide}.avif", quality=50, speed=10)
        jpeg.append(f"{url}{seed}-{wide}.jpg {wide}w")
        avif.append(f"{url}{seed}-{wide}.avif {wide}w")
    largest = max(w for w in WIDTHS if w <= width)
    red, green, blue = original.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    middle = min(960, largest)
    return PictureView(
        src=f"{url}{seed}-{middle}.jpg",
        width=middle,
        height=round(height * middle / width),
        srcset_jpeg=", ".join(jpeg),
        srcset_avif=", ".join(avif),
        large_url=f"{url}{seed}-{largest}.jpg",
        large_width=largest,
        press_url=f"{url}{seed}-{largest}.jpg",
        press_width=largest,
        large_height=round(height * largest / width),
        colour=f"#{red:02x}{green:02x}{blue:02x}",
    )


def focused(picture: PictureView, x: float, y: float) -> PictureView:
    """The same picture with a point of interest."""
    return replace(picture, focus=(x, y))
