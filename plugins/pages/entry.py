"""A report as the rest of the site sees it: facts, heads of its editions, digests of its bodies."""

from __future__ import annotations

from unicodedata import normalize

from plugins.newsroom.model import Lang, Report, TextPage
from plugins.newsroom.record import record
from plugins.pages.views import PictureView

SOCIAL = (1200, 630)
"""Width and height of the picture that previews of links show."""


@record
class Body:
    """What is known of a converted body without holding it."""

    lang: Lang
    key: str
    """Digest under which the converted document is remembered."""
    links: tuple[str, ...] = ()
    """``report:``, ``page:`` targets in it."""
    pictures: tuple[str, ...] = ()
    """Files of the report's pictures that stand in the text."""


@record
class Shot:
    """A picture of the report with its renditions, and what its own metadata say of it."""

    file: str
    view: PictureView
    card: PictureView | None = None
    """Crop for lists."""
    social: str = ""
    """Address of the 1200 × 630 crop."""
    shapes: tuple[PictureView, ...] = ()
    """Crops of the lead picture for search engines: 16 to 9, 4 to 3, square."""
    generated: str = ""
    """The IPTC term for how it came to be (Digital Source Type), empty where it is not said."""


@record
class Entry:
    """A report without its bodies. ``digest`` covers ``report`` and ``shots``, not the bodies."""

    report: Report
    bodies: tuple[Body, ...]
    shots: tuple[Shot, ...]
    digest: str

    def body(self, lang: Lang) -> Body | None:
        """The body in that language, if there is one."""
        return next((b for b in self.bodies if b.lang == lang), None)

    def shot(self, file: str) -> Shot | None:
        """The renditions of one picture, if it may be shown."""
        return next((s for s in self.shots if normalize("NFC", s.file) == normalize("NFC", file)), None)

    @property
    def lead(self) -> Shot | None:
        """The picture that stands for the report elsewhere: the hero, else the first that may be shown."""
        return self.shot(self.report.hero) or next(iter(self.shots), None)


@record
class PageEntry:
    """A static page without its bodies."""

    page: TextPage
    bodies: tuple[Body, ...]
    digest: str

    def body(self, lang: Lang) -> Body | None:
        """The body in that language, if there is one."""
        return next((b for b in self.bodies if b.lang == lang), None)
