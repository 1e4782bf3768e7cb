"""The values of a picture's own metadata: words per language and rights."""

from __future__ import annotations

from plugins.newsroom.model import Words
from plugins.newsroom.record import record

_NO_WORDS = Words()


@record
class Entry:
    """One XMP property, kept as it stands: ``kind`` is ``text``, ``lang``, ``seq``, ``bag`` or ``alt``.

    ``values`` holds one text, the items of a list, or language and text by turns.
    """

    key: str
    kind: str
    values: tuple[str, ...]


@record
class Rights:
    """Who made a picture, who holds the rights, and on what terms it may be used.

    These go into every rendition: to take them out is unlawful (§ 95c UrhG, Art. 7 InfoSoc directive).
    """

    creators: tuple[str, ...] = ()
    credit: str = ""
    """The line to be printed (photoshop:Credit, IIM 2:110)."""
    copyright: Words = _NO_WORDS
    usage_terms: Words = _NO_WORDS
    web_statement: str = ""
    """Address of the licence or terms (xmpRights:WebStatement)."""
    licence: str = ""
    """cc:license."""
    source: str = ""
    instructions: str = ""
    digital_source_type: str = ""
    """An address of the IPTC vocabulary *Digital Source Type*."""
    others: tuple[Entry, ...] = ()
    """Further rights properties (PLUS, xmpRights …), kept word for word."""

    @property
    def source_term(self) -> str:
        """The term of the Digital Source Type alone, e.g. ``trainedAlgorithmicMedia``.

        From it comes the label of pictures that no camera took (EU AI Act, Art. 50 (4)).
        """
        return self.digital_source_type.rstrip("/").replace(":", "/").rpartition("/")[2]


_NO_RIGHTS = Rights()


@record
class Description:
    """What the file that journalists download says of the picture besides its rights."""

    headline: str = ""
    """photoshop:Headline: of the report that it belongs to, in the report's own language."""
    caption: Words = _NO_WORDS
    alt: Words = _NO_WORDS
    persons: tuple[str, ...] = ()
    """Iptc4xmpExt:PersonInImage."""
    city: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    taken: str = ""
    """photoshop:DateCreated: a day, or a moment as the camera's clock showed it."""


NO_DESCRIPTION = Description()


@record
class Metadata:
    """What a picture says of itself. All texts are plain and must be escaped where they are shown."""

    caption: Words = _NO_WORDS
    """dc:description; ``common`` is the default language's."""
    alt: Words = _NO_WORDS
    """Iptc4xmpCore:AltTextAccessibility."""
    description: Words = _NO_WORDS
    """Iptc4xmpCore:ExtDescrAccessibility, the long text for those who do not see the picture."""
    rights: Rights = _NO_RIGHTS
    broken: bool = False
    """Some of the metadata could not be read."""
    expires: str = ""
    """Last day of use (IIM 2:37, Expiration Date), as ``2020-01-01``."""
    embargo: str = ""
    """First day of use (IIM 2:30, Release Date)."""
    persons: tuple[str, ...] = ()
    """Iptc4xmpExt:PersonInImage: whom it shows."""
    city: str = ""
    country: str = ""
    """Code of the country, where it is one (Iptc4xmpCore:CountryCode)."""
    taken: str = ""
    """When it was taken, as ``2026-05-01`` or ``2026-05-01T12:34:56+02:00``."""
    refused: tuple[str, ...] = ()
    """Addresses that are none of the web, such as ``javascript:…``: left out of everything."""


NOTHING = Metadata()
