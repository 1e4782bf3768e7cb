"""Describes all renditions of a picture, by name and size, before any of them is made."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from plugins.cache.digest import digest, digest_bytes
from plugins.newsroom.record import record
from plugins.pictures.crop import Point, within
from plugins.pictures.metadata import Rights
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
    """Digest of the picture, the rights, the spec and the encoder."""
    spec: RenditionSpec


@record
class Shown:
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

    def of(self, use: Use, format_: Format) -> tuple[Rendition, ...]:
        """Those for a use in a format, smallest first."""
        return tuple(item for item in self.items if item.spec.use is use and item.spec.format is format_)

    def shown(self, use: Use, prefix: str) -> Shown | None:
        """The picture for ``figure``, ``card``, ``portrait`` or ``logo``; ``None`` where it was not planned.

        ``prefix`` is the address of the folder the files lie in, with the slash.
        """
        fallback = self.of(use, Format.PNG if use is Use.LOGO else Format.JPEG)
        if not fallback:
            return None
        ordinary = max((i for i in fallback if i.spec.width <= _ORDINARY), key=_width, default=fallback[0])
        large = self.large
        return Shown(
            src=prefix + ordinary.name,
            width=ordinary.spec.width,
            height=ordinary.spec.height,
            srcset_jpeg=_srcset(fallback, prefix),
            srcset_avif=_srcset(self.of(use, Format.AVIF), prefix),
            large_url=prefix + large.name if large else "",
            large_width=large.spec.width if large else 0,
            large_height=large.spec.height if large else 0,
            colour=self.colour,
            focus=within(self.focus, self.width, self.height, ordinary.spec.part),
        )

    @property
    def large(self) -> Rendition | None:
        """The picture to download, which is also what a press kit holds."""
        return next(iter(self.of(Use.LARGE, Format.JPEG)), None)

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
) -> Renditions:
    """The renditions that such a picture will have; nothing is decoded or encoded."""
    from plugins.pictures.encode import encoder_version  # brings Pillow along

    stem = _stem(picture.file)
    ground = digest((picture.digest, rights, encoder_version()))
    items = []
    for spec in _planned(picture.width, picture.height, uses, focus, recipe):
        key = digest_bytes(f"{ground}{_spec_digest(spec)}".encode())
        items.append(Rendition(f"{stem}-{_label(spec)}.{key[:8]}.{spec.format}", key, spec))
    return Renditions(
        file=picture.file,
        width=picture.width,
        height=picture.height,
        colour=picture.colour,
        focus=focus,
        source_term=rights.source_term,
        items=tuple(items),
    )


_planned = cache(plan)
"""Most photographs of a newsroom share a few sizes; there are thousands of them in each build."""
_spec_digest = cache(digest)


def _label(spec: RenditionSpec) -> str:
    if spec.use is Use.FIGURE:
        return str(spec.width)
    return spec.use.value if spec.use in {Use.LARGE, Use.SOCIAL, *SHAPES} else f"{spec.use}-{spec.width}"


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
