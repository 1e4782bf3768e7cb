"""What becomes of a Markdown text: a document of safe HTML with everything that must be looked after."""

from __future__ import annotations

from enum import StrEnum

from plugins.markup.dialect.signs import SignKind
from plugins.newsroom.record import record


@record
class Options:
    """What a conversion depends on beside the text."""

    reserved: frozenset[str] = frozenset({"main"})
    """Ids that the page around the text uses: no heading gets one of them."""
    ids: tuple[str, ...] = ()
    """Ids for the headings in their order: a translation takes those of its original, so that links to them hold.
    Not used where their number is another."""


@record
class Link:
    """A link of the text. ``line`` counts from 1 in the Markdown; 0 where it cannot be told."""

    href: str
    """As it will be followed: an address, ``report:<id>``, ``page:<id>`` or ``#anchor``."""
    text: str
    line: int

    @property
    def is_internal(self) -> bool:
        """Whether it leads to a report or page of the newsroom and must be resolved."""
        return self.href.startswith(INTERNAL)


INTERNAL = ("report:", "page:")
"""What addresses begin with that only the newsroom can resolve."""


@record
class Picture:
    """A picture in the text, written ``![alt](photo:file)``."""

    file: str
    alt: str
    """What stands in the text; empty where the report's own words are meant."""
    line: int


@record
class Heading:
    """A heading of the text; ``level`` from 2 on, without gaps."""

    level: int
    id: str
    text: str


class Refusal(StrEnum):
    """What was taken out of a text, for it could not be published."""

    LINK = "link"
    """An address that is neither on the web nor of the newsroom; its words stay."""
    PICTURE = "picture"
    """A picture that is no ``photo:`` of the report; its alt text stays."""


@record
class Refused:
    """Something that was taken out: its words, and the line where known."""

    what: Refusal
    text: str
    line: int


@record
class TextRemark:
    """Something to be said of the text as it was typed, by its kind; its words, and the line."""

    kind: SignKind
    text: str
    line: int


@record
class Loss:
    """Words of one line that were typed and do not stand on the page."""

    words: str
    line: int


@record
class Document:
    """A converted text.

    ``html`` may be shown once ``resolve`` has put in addresses and figures: it is sanitised, has
    ids on its headings and notes alone, and neither script nor inline style.
    """

    html: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    """Every id in it, sorted: what ``#…`` may lead to."""
    refused: tuple[Refused, ...] = ()
    is_headed: bool = False
    """Whether it begins with a heading."""
    seen: tuple[TextRemark, ...] = ()
    losses: tuple[Loss, ...] = ()
