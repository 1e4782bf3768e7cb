"""What a source is read into, whatever program wrote it: blocks of text, pictures, changes, comments."""

from __future__ import annotations

from enum import StrEnum

from plugins.newsroom.record import record


class BlockKind(StrEnum):
    """What a piece of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTATION = "quotation"
    CODE = "code"
    PICTURE = "picture"
    RULE = "rule"


class Style(StrEnum):
    """What the source itself says a paragraph is for."""

    NONE = ""
    TITLE = "title"
    SUBTITLE = "subtitle"
    KICKER = "kicker"
    CAPTION = "caption"


class Area(StrEnum):
    """Where in the source a block stands; all but the first are around the text, not of it."""

    TEXT = "text"
    HEADER = "header of the page"
    FOOTER = "footer of the page"
    AROUND = "outside the article"
    HIDDEN = "hidden text"
    CONTENTS = "table of contents"
    MAIL = "mail around the document"


@record
class Block:
    """One piece of a source."""

    kind: BlockKind
    text: str
    """Its words without marks, line by line."""
    markdown: str = ""
    """The same as it stands in an edition."""
    place: str = ""
    """Where somebody finds it: ``paragraph 4``, ``line 12``, ``header of the page``."""
    area: Area = Area.TEXT
    level: int = 0
    """Of a heading, from 1."""
    is_bold: bool = False
    """All of it is bold: often a heading or a teaser."""
    style: Style = Style.NONE
    picture: str = ""
    """Name of one of the source's pictures."""
    caption: str = ""
    """What the source itself marks as the caption of the picture (figcaption)."""
    is_close: bool = False
    """It stands directly below the block before, without a blank line; known of plain text alone."""
    note: str = ""
    """What happened to it on the way, e.g. that a table in a table was taken apart."""


@record
class SourcePicture:
    """A picture as it came."""

    name: str
    """A file name that is safe, and the only one of its kind in this source."""
    data: bytes
    """Empty where the source only names or links it."""
    alt: str = ""
    origin: str = ""
    """Where it is linked from, or its path inside the document."""


@record
class TrackedChanges:
    """Changes that somebody proposed in the document and nobody has decided on."""

    inserted: tuple[str, ...] = ()
    """Passages that were put in. Deleted words stand nowhere."""
    deletions: int = 0
    by: tuple[str, ...] = ()


@record
class Comment:
    """A remark at the margin."""

    text: str
    by: str = ""


@record
class Source:
    """A document, a page, a mail or a pasted text."""

    name: str
    format: str
    """``Word``, ``OpenDocument``, ``web page``, ``Markdown``, ``text``, ``mail``."""
    blocks: tuple[Block, ...]
    pictures: tuple[SourcePicture, ...] = ()
    changes: TrackedChanges = TrackedChanges()
    comments: tuple[Comment, ...] = ()
    title: str = ""
    """What its properties say; a hint, no words of the text."""
    author: str = ""
    date: str = ""
    """Day of publication that the source states (a mail's, a web page's), as 2024-05-02."""
    address: str = ""
    """Where it was fetched from."""
    words: str = ""
    """All words that a reader sees, taken in another way than the blocks: nothing of them may get lost."""
