"""What one bundle has to know of the rest of the newsroom: small, frozen, fit for another process."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.newsroom.model import Lang, Site
from plugins.newsroom.rules import Rules


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a picture file says of itself (IPTC/XMP): its credit line, and alt text per language.

    The tag "" is a text without a language, which counts as the original's.
    """

    credit: str = ""
    alt: tuple[tuple[Lang, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleNames:
    """How the people of the newsroom are called, by their ids."""

    pairs: tuple[tuple[str, str], ...] = ()

    def of(self, ident: str) -> str:
        """The name, or an empty string."""
        return next((name for known, name in self.pairs if known == ident), "")


@dataclass(frozen=True, slots=True)
class Context:
    """The newsroom as a bundle sees it.

    ``people``, ``topics`` are the known ids, or ``None`` where their file could not be read: then nothing
    is said of unknown ones. ``embedded`` (a function of a module, so that it can be pickled) is asked for
    the picture's own words before a missing credit or alt text is reported.
    """

    content: str
    """The content folder as the editor named it."""
    site: Site
    people: Set[str] | None = None
    topics: Set[str] | None = None
    lenient: bool = False
    embedded: Callable[[Path], Embedded] | None = None
    names: PeopleNames = PeopleNames()

    @property
    def rules(self) -> Rules:
        """What values depend on."""
        return Rules(ZoneInfo(self.site.timezone))

    def display_path(self, relative: str) -> str:
        """A path inside the content folder as the editor knows it."""
        return f"{self.content}/{relative}" if relative else self.content
