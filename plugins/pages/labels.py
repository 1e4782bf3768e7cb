"""The theme's words in one language, from ``translations/ui/<lang>.po``."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations

from markupsafe import Markup, escape

from plugins.cache.serialisation import plain_value

_MO = b"\xde\x12\x04\x95"
"""How a compiled catalogue begins (GNU gettext, "The Format of GNU MO Files")."""

_NO_DATE = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands where a catalogue names no day of its making; Babel would write the present minute."""


def compiled(po: bytes) -> bytes:
    """A catalogue as gettext reads it; empty or compiled ones as they are."""
    if not po or po.startswith(_MO):
        return po
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    mo = io.BytesIO()
    catalogue = read_po(io.BytesIO(po))
    catalogue.creation_date = _NO_DATE
    write_mo(mo, catalogue)
    return mo.getvalue()


def _translations(catalogue: bytes) -> NullTranslations:
    return GNUTranslations(io.BytesIO(compiled(catalogue))) if catalogue else NullTranslations()


@plain_value
@dataclass(frozen=True)
class Labels:
    """Callable in templates: ``site.t("Page {number} of {total}", number=2, total=7)``.

    Equal when language and catalogue are equal; pickles as these two.
    """

    lang: str
    po: bytes
    """Its catalogue, compiled or not; empty: none, and all words are as they stand in the theme."""
    _words: NullTranslations = field(init=False, repr=False, compare=False)
    _safe: dict[str, Markup] = field(init=False, repr=False, compare=False)
    """Messages looked up before, escaped: a page asks for some sixty, most of them the same."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_words", _translations(self.po))
        object.__setattr__(self, "_safe", {})

    def __reduce__(self) -> tuple[type[Labels], tuple[str, bytes]]:
        return Labels, (self.lang, self.po)

    def __call__(self, message: str, **values: object) -> Markup:
        """The message in this language, its values escaped; the message itself where it is not translated."""
        text = self._safe.get(message)
        if text is None:
            text = self._safe[message] = Markup(escape(self._words.gettext(message)))  # noqa: S704 (escaped here)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> Markup:
        """The form that this language uses for ``n``; ``{n}`` stands for the number."""
        text = Markup(escape(self._words.ngettext(one, many, n)))  # noqa: S704 (escaped on the spot)
        return text.format(n=n, **values)

    def text(self, message: str, **values: object) -> str:
        """The same as plain text, for feeds, titles and structured data."""
        found = self._words.gettext(message)
        return found.format(**values) if values else found
