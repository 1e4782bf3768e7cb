"""The unit of translation: a block of text with its marks as numbered tags.

The inner form of a segment is plain text, XML-escaped (``&lt;`` ``&gt;`` ``&amp;``), with
``<g id="1">…</g>`` around emphasis and link texts and ``<x id="2"/>`` in place of what must
not change (after XLIFF 1.2, section 2.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TagKind(StrEnum):
    """What a tag stands for."""

    EMPHASIS = "emphasis"
    LINK = "link"
    CODE = "code"
    HTML = "html"
    URL = "url"
    EMAIL = "email"
    PHONE = "phone"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    BREAK = "break"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Tag:
    """One numbered tag of a segment.

    A pair (``<g>``) has ``opening`` and ``closing``; a single (``<x/>``) has its whole source in
    ``opening`` and an empty ``closing``. ``visible`` is what a reader sees of a single (a name,
    an address): engines that keep marked words get it, so that the grammar around it stays right.
    """

    id: int
    kind: TagKind
    opening: str
    closing: str = ""
    visible: str = ""

    @property
    def paired(self) -> bool:
        """Whether the tag surrounds text (``<g>``)."""
        return self.kind in (TagKind.EMPHASIS, TagKind.LINK)


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of an edition, ready for an engine.

    ``key`` is its place (``title``, ``body``, ``photos/stand.jpg/alt``); ``kind`` what it is
    (``title``, ``heading``, ``paragraph``, ``item``, ``cell``, ``alt`` …); ``text`` the inner form.
    """

    key: str
    kind: str
    text: str
    tags: tuple[Tag, ...] = ()
    line: int = 0
