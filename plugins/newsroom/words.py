"""A text in some languages."""

from __future__ import annotations

from plugins.newsroom.record import record

Lang = str
"""A BCP 47 language tag as written in site.yaml, such as ``de``."""


@record
class Words:
    """A text in some languages; ``common`` stands in where a language has none of its own.

    ``by_lang`` holds (language, text) pairs in the order of site.yaml.
    """

    by_lang: tuple[tuple[Lang, str], ...] = ()
    common: str = ""

    def get(self, lang: Lang) -> str:
        """The text in that language, or the common one, or an empty string."""
        for tag, text in self.by_lang:
            if tag == lang:
                return text
        return self.common

    def nearest(self, lang: Lang, order: tuple[Lang, ...]) -> tuple[Lang, str]:
        """(language, text): its own, else the common one, else the first in ``order``."""
        own = self.get(lang)
        if own:
            return lang, own
        for tag in order:
            other = self.get(tag)
            if other:
                return tag, other
        return lang, ""

    def __bool__(self) -> bool:
        return bool(self.common or self.by_lang)
