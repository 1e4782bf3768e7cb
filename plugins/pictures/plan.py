"""Decides which renditions of a picture are made: their sizes, shapes and formats."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from plugins.newsroom.record import record
from plugins.pictures.crop import Box, Point, crop


class Use(StrEnum):
    """What a rendition is for."""

    FIGURE = "figure"
    """The whole picture in a text or gallery."""
    LARGE = "large"
    """What a gallery's link leads to."""
    PRESS = "press"
    """What journalists download, where the picture is larger than the gallery shows it."""
    CARD = "card"
    """3:2, in lists."""
    PORTRAIT = "portrait"
    """Square, of a person."""
    SOCIAL = "social"
    """1200 x 630, for previews of links."""
    WIDE = "wide"
    """16:9, for search engines (Google, Article structured data)."""
    STANDARD = "standard"
    """4:3, for the same."""
    SQUARE = "square"
    """1:1, for the same."""
    LOGO = "logo"
    """Whole, lossless, transparent where it is."""


class Format(StrEnum):
    """The formats renditions are made in; the value is the file's ending."""

    JPEG = "jpg"
    AVIF = "avif"
    PNG = "png"

    @property
    def mime(self) -> str:
        """The media type, for ``<source type>``."""
        return "image/jpeg" if self is Format.JPEG else f"image/{self.value}"


GALLERY = frozenset({Use.FIGURE, Use.LARGE, Use.PRESS})
SHAPES = {Use.WIDE: (16, 9), Use.STANDARD: (4, 3), Use.SQUARE: (1, 1)}
"""The crops that search engines ask for beside the picture itself."""
HERO = frozenset({*GALLERY, Use.CARD, Use.SOCIAL, *SHAPES})
PERSON = frozenset({Use.PORTRAIT})
LOGO = frozenset({Use.LOGO})


@record
class Recipe:
    """Sizes in pixels and qualities; a change gives new renditions new names."""

    widths: tuple[int, ...] = (480, 960, 1600)
    card_widths: tuple[int, ...] = (480, 960)
    card_shape: tuple[int, int] = (3, 2)
    portrait_sides: tuple[int, ...] = (160, 320)
    logo_widths: tuple[int, ...] = (240, 480)
    large: int = 2560
    """Of the longer side."""
    press: int = 4096
    """Of the longer side: a page of A4 at 300 dots an inch is 3,508 pixels high, and print desks cut."""
    social: tuple[int, int] = (1200, 630)
    shape: int = 1200
    """Width of the crops for search engines, or less where the picture is smaller."""
    smallest_social: int = 200
    """Of the shorter side: the least that services show a preview of."""
    jpeg: int = 78
    large_jpeg: int = 85
    """Of the large renditions; newspapers print from the one for the press."""
    avif: int = 55
    """Structural similarity 0.98 at two thirds of the JPEG's size on a grainy photograph."""


RECIPE = Recipe()


@record
class RenditionSpec:
    """One rendition: a part of the upright picture, at a size, in a format."""

    use: Use
    format: Format
    width: int
    height: int
    part: Box
    quality: int
    padded: bool = False
    """The part is too small for the size and is set, unscaled, upon a blurred ground."""


def plan(
    width: int,
    height: int,
    uses: frozenset[Use] = GALLERY,
    focus: Point | None = None,
    recipe: Recipe = RECIPE,
) -> tuple[RenditionSpec, ...]:
    """The renditions of an upright picture of that size, none larger than the picture itself.

    The same arguments give the same plan, in a fixed order: by use, smallest first, JPEG before AVIF.
    """
    return tuple(_planned(width, height, uses, focus, recipe))


def _planned(
    width: int, height: int, uses: frozenset[Use], focus: Point | None, recipe: Recipe
) -> Iterator[RenditionSpec]:
    whole = Box(0, 0, width, height)
    if Use.FIGURE in uses:
        yield from _pairs(Use.FIGURE, whole, recipe.widths, recipe)
    if Use.LARGE in uses:
        scale = min(1.0, recipe.large / max(width, height))
        yield RenditionSpec(Use.LARGE, Format.JPEG, *_scaled(whole, scale), whole, recipe.large_jpeg)
    if Use.PRESS in uses and max(width, height) > recipe.large:
        scale = min(1.0, recipe.press / max(width, height))
        yield RenditionSpec(Use.PRESS, Format.JPEG, *_scaled(whole, scale), whole, recipe.large_jpeg)
    if Use.CARD in uses:
        yield from _pairs(Use.CARD, crop(width, height, recipe.card_shape, focus), recipe.card_widths, recipe)
    if Use.PORTRAIT in uses:
        yield from _pairs(Use.PORTRAIT, crop(width, height, (1, 1), focus), recipe.portrait_sides, recipe)
    if Use.SOCIAL in uses and min(width, height) >= recipe.smallest_social:
        yield _social(width, height, focus, recipe)
    for use, shape in SHAPES.items():
        if use in uses:
            part = crop(width, height, shape, focus)
            scale = min(1.0, recipe.shape / part.width)
            yield RenditionSpec(use, Format.JPEG, *_scaled(part, scale), part, recipe.jpeg)
    if Use.LOGO in uses:
        yield from _pairs(Use.LOGO, whole, recipe.logo_widths, recipe, Format.PNG)


def _pairs(
    use: Use, part: Box, widths: tuple[int, ...], recipe: Recipe, fallback: Format = Format.JPEG
) -> Iterator[RenditionSpec]:
    """Each width in the format every browser shows, and as AVIF."""
    for wide in _fitting(part, widths, recipe.large):
        high = max(1, round(wide * part.height / part.width))
        yield RenditionSpec(use, fallback, wide, high, part, recipe.jpeg)
        yield RenditionSpec(use, Format.AVIF, wide, high, part, recipe.avif)


def _fitting(part: Box, widths: tuple[int, ...], tallest: int) -> tuple[int, ...]:
    """The widths that do not enlarge the part, its own in place of the first that would.

    A very tall picture is bounded by its height. Two widths of nearly the same size would be waste.
    """
    bound = max(1, min(part.width, round(tallest * part.width / part.height)))
    largest = min(bound, max(widths))
    smaller = [width for width in widths if width * 1.1 < largest]
    return (*smaller, largest)


def _scaled(part: Box, scale: float) -> tuple[int, int]:
    return max(1, round(part.width * scale)), max(1, round(part.height * scale))


def _social(width: int, height: int, focus: Point | None, recipe: Recipe) -> RenditionSpec:
    wide, high = recipe.social
    part = crop(width, height, recipe.social, focus)
    padded = part.width < wide
    if padded:
        part = crop(width, height, (min(width, wide), min(height, high)), focus)
    return RenditionSpec(Use.SOCIAL, Format.JPEG, wide, high, part, recipe.jpeg, padded)
