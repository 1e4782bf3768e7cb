"""The pictures that belong to no report: logos, emblem, portraits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.newsroom.model import Lang
from plugins.pages.views import PictureView

EMBLEM = "img/eu-emblem.svg"
"""The emblem of the European Union among the theme's files; also a path below ``theme/static/``."""


@dataclass(frozen=True, slots=True)
class LogoFile:
    """The publisher's logo as a file to download."""

    url: str
    kind: str
    """How files of its sort are called: ``PNG``."""
    size: int
    """Bytes."""
    pixels: tuple[int, int] | None = None
    """Width and height; a drawing has none."""


@dataclass(frozen=True)
class Marks:
    """What a run has of them; an address is empty, or left out, where there is none."""

    logo: str = ""
    """The publisher's."""
    portraits: Mapping[str, PictureView] = field(default_factory=dict)
    """By person."""
    emblem: str = ""
    programmes: Mapping[str, str] = field(default_factory=dict)
    """Logo of the programme, by project with funding."""
    socials: Mapping[Lang, str] = field(default_factory=dict)
    """What previews of links show where a page has no picture, by language."""
    logo_files: tuple[LogoFile, ...] = ()
