"""A bundle as the build keeps it: what is known of a report without its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.cache.serialisation import loads
from plugins.newsroom.context import Context
from plugins.newsroom.heads import Head
from plugins.newsroom.model import Lang, Report, TextPage
from plugins.newsroom.problem import Problem
from plugins.newsroom.record import record
from plugins.pages.entry import Body, Shot
from plugins.pages.parts import PictureView
from plugins.pages.urls import Urls
from plugins.pictures.metadata import Rights
from plugins.pictures.picture import Picture
from plugins.pictures.renditions import PictureSources, Renditions

if TYPE_CHECKING:
    from plugins.markup.document import Document


PREPARED, DOCUMENT, CONVERSION = "prepared", "document", "conversion"
"""Where the store keeps bundles, converted texts, and under which digest the text of an edition stands there."""


@record
class PictureWork:
    """A picture whose renditions are wanted: where it lies, what to make, whose rights to write in."""

    source: str
    """Path relative to the content folder."""
    picture: Picture
    renditions: Renditions
    rights: Rights


@record
class Prepared:
    """A bundle as the build keeps it: no bodies. ``report`` or ``page`` is absent where it has an error."""

    report: Report | None
    page: TextPage | None
    head: Head | None
    bodies: tuple[Body, ...]
    shots: tuple[Shot, ...]
    pictures: tuple[PictureWork, ...]
    problems: tuple[Problem, ...]
    digest: str
    """Covers report (or page) and shots, not the bodies."""
    broken: tuple[str, ...] = ()
    """Catalogues in whose place the last good one is wanted."""
    fronts: tuple[tuple[Lang, str], ...] = ()
    """(language, digest of the front matter) of each edition that somebody wrote."""
    parts: tuple[str, ...] = ()
    """Names of the parts of the newsroom that were looked at (``context_parts``)."""


@record
class BundleSettings:
    """What a worker needs to prepare bundles; hashable and small."""

    content: str
    translations: str
    context: Context
    engine: str = ""
    """Digest of the program."""

    @property
    def media(self) -> str:
        """Address of the folder of renditions, with a slash at its end."""
        return Urls.of(self.context.site.url, absolute=False).at("media/")


Pairs = tuple[tuple[str, bytes], ...]


@record
class SideResults:
    """What is to be remembered besides: converted texts and conversions by their keys, good catalogues by their path,
    what was found in pictures by its key.
    """

    documents: Pairs = ()
    catalogues: Pairs = ()
    conversions: Pairs = ()
    examinations: Pairs = ()


def document_of(data: bytes) -> Document:
    """The remembered document (written by ``prepare`` alone, into a store of ours)."""
    from plugins.markup.document import Document

    return loads(data, Document)


def picture_view(shown: PictureSources) -> PictureView:
    """A picture as templates see it."""
    return PictureView(
        src=shown.src,
        width=shown.width,
        height=shown.height,
        srcset_jpeg=shown.srcset_jpeg,
        srcset_avif=shown.srcset_avif,
        large_url=shown.large_url,
        large_width=shown.large_width,
        large_height=shown.large_height,
        press_url=shown.press_url,
        press_width=shown.press_width,
        press_height=shown.press_height,
        colour=shown.colour,
        focus=shown.focus,
    )
