"""Describes all renditions of a picture, by name and size, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

from plugins.cache.digest import digest, digest_bytes
from plugins.newsroom.record import record
from plugins.pictures.crop import Point, within
from plugins.pictures.metadata import NO_DESCRIPTION, Description, Rights
from plugins.pictures.picture import Picture
from plugins.pictures.plan import GALLERY, RECIPE, SHAPES, Format, Recipe, RenditionSpec, Use, plan

_ORDINARY = 960
"""Width of the rendition that ``src`` names, for browsers without ``srcset``."""


@record
class Rendition:
    """One file to be: its name, and what it is made by."""

    name: str
    """E.g. ``stand-960.1a2b3c4d.avif``. Different bytes have different names: cache it for ever."""
    key: str
    """Digest of the picture, the rights, the spec and the encoder, and of the description where it holds one."""
    spec: RenditionSpec
    kept: str
    """Digest of the same without the description: under it the file is kept, so that another caption draws nothing."""


@record
class PictureSources:
    """A picture for one use, with addresses: what a page's ``<picture>`` needs."""

    src: str
    width: int
    height: int
    srcset_jpeg: str
    """PNG for a logo."""
    srcset_avif: str
    large_url: str
    large_width: int
    large_height: int
    press_url: str
    """Of what journalists download."""
    press_width: int
    press_height: int
    colour: str
    focus: Point


@record
class Renditions:
    """All renditions of one picture, known from its header and digest."""

    file: str
    width: int
    """Of the original, upright."""
    height: int
    colour: str
    """``#rrggbb``, to paint before the picture is there."""
    focus: Point | None
    source_term: str
    """The IPTC's term for how the picture came to be, empty where it is not said."""
    items: tuple[Rendition, ...]
    description: Description = NO_DESCRIPTION
    """What the one for the press says of the picture."""

    def of(self, use: Use, format_: Format) -> tuple[Rendition, ...]:
        """Those for a use in a format, smallest first."""
        return tuple(item for item in self.items if item.spec.use is use and item.spec.format is format_)

    def sources(self, use: Use, prefix: str) -> PictureSources | None:
        """The picture for ``figure``, ``card``, ``portrait`` or ``logo``; ``None`` where it was not planned.

        ``prefix`` is the address of the folder the files lie in, with the slash.
        """
        fallback = self.of(use, Format.PNG if use is Use.LOGO else Format.JPEG)
        if not fallback:
            return None
        ordinary = max((i for i in fallback if i.spec.width <= _ORDINARY), key=_width, default=fallback[0])
        large, press = self.large, self.press
        return PictureSources(
            src=prefix + ordinary.name,
            width=ordinary.spec.width,
            height=ordinary.spec.height,
            srcset_jpeg=_srcset(fallback, prefix),
            srcset_avif=_srcset(self.of(use, Format.AVIF), prefix),
            large_url=prefix + large.name if large else "",
            large_width=large.spec.width if large else 0,
            large_height=large.spec.height if large else 0,
            press_url=prefix + press.name if press else "",
            press_width=press.spec.width if press else 0,
            press_height=press.spec.height if press else 0,
            colour=self.colour,
            focus=within(self.focus, self.width, self.height, ordinary.spec.part),
        )

    @property
    def large(self) -> Rendition | None:
        """What a gallery's link leads to."""
        return next(iter(self.of(Use.LARGE, Format.JPEG)), None)

    @property
    def press(self) -> Rendition | None:
        """What journalists download, which a press kit holds too: with all that is known of the picture in it."""
        return next(iter(self.of(Use.PRESS, Format.JPEG)), self.large)

    @property
    def social(self) -> Rendition | None:
        """The picture for previews of links; ``None`` where it is too small or was not planned."""
        return next(iter(self.of(Use.SOCIAL, Format.JPEG)), None)


def renditions(
    picture: Picture,
    rights: Rights,
    uses: frozenset[Use] = GALLERY,
    focus: Point | None = None,
    recipe: Recipe = RECIPE,
    description: Description = NO_DESCRIPTION,
) -> Renditions:
    """The renditions that such a picture will have; nothing is decoded or encoded.

    ``description`` goes into the one for the press alone: another caption changes the name of no other.
    """
    from plugins.pictures.encode import encoder_version  # brings Pillow along

    stem = _stem(picture.file)
    ground = digest((picture.digest, rights, encoder_version()))
    items = []
    specs = _planned(picture.width, picture.height, uses, focus, recipe)
    described = press_spec(specs)
    for spec in specs:
        key = kept = digest_bytes(f"{ground}{_spec_digest(spec)}".encode())
        if spec == described and description != NO_DESCRIPTION:
            key = digest_bytes(f"{kept}{digest(description)}".encode())
        items.append(Rendition(f"{stem}-{_label(spec)}.{key[:8]}.{spec.format}", key, spec, kept))
    return Renditions(
        file=picture.file,
        width=picture.width,
        height=picture.height,
        colour=picture.colour,
        focus=focus,
        source_term=rights.source_term,
        items=tuple(items),
        description=description,
    )


def press_spec(specs: Iterable[RenditionSpec]) -> RenditionSpec | None:
    """The one that journalists download: the largest there is of the whole picture."""
    found = {spec.use: spec for spec in specs}
    return found.get(Use.PRESS) or found.get(Use.LARGE)


_planned = cache(plan)
"""Most photographs of a newsroom share a few sizes; there are thousands of them in each build."""
_spec_digest = cache(digest)


def _label(spec: RenditionSpec) -> str:
    if spec.use is Use.FIGURE:
        return str(spec.width)
    return spec.use.value if spec.use in {Use.LARGE, Use.PRESS, Use.SOCIAL, *SHAPES} else f"{spec.use}-{spec.width}"


def _stem(file: str) -> str:
    """A readable beginning of the name that every system and address can hold."""
    from slugify import slugify

    name = PurePath(file.replace("\\", "/")).stem
    umlauts = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")]
    return slugify(name, max_length=60, replacements=umlauts) or "picture"


def _width(item: Rendition) -> int:
    return item.spec.width


def _srcset(items: tuple[Rendition, ...], prefix: str) -> str:
    return ", ".join(f"{prefix}{item.name} {item.spec.width}w" for item in items)
