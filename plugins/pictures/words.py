"""Finds the alt text and caption of a picture in a language, and says where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.newsroom.model import Lang, PhotoWords, Words
from plugins.pictures.metadata import Metadata


class Origin(StrEnum):
    """Where a text about a picture came from."""

    EDITION = "edition"
    PICTURE = "picture"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The words, each with its origin, so that ``status`` can tell which nobody of the newsroom wrote."""

    words: PhotoWords
    alt_from: Origin
    caption_from: Origin


def words_for(given: PhotoWords, metadata: Metadata, lang: Lang, default_lang: Lang = "") -> FoundWords:
    """The edition's words; what it lacks is taken from the picture's own in that language.

    ``default_lang`` is the language that a picture's texts without a language count as: the report's
    source language. Without it they count as none.
    """
    alt, alt_from = _first(given.alt, metadata.alt, lang, default_lang)
    caption, caption_from = _first(given.caption, metadata.caption, lang, default_lang)
    return FoundWords(PhotoWords(given.file, alt, caption), alt_from, caption_from)


def in_language(words: Words, lang: Lang, default_lang: Lang = "") -> str:
    """The text in a language: ``de-AT`` serves ``de``; one without a language serves the default language."""
    wanted = lang.lower()
    for tag, text in words.by_lang:
        if tag == wanted:
            return text
    for tag, text in words.by_lang:
        if tag.partition("-")[0] == wanted.partition("-")[0]:
            return text
    return words.common if lang == default_lang else ""


def _first(given: str, own: Words, lang: Lang, default_lang: Lang) -> tuple[str, Origin]:
    if given.strip():
        return given, Origin.EDITION
    found = in_language(own, lang, default_lang)
    return found, Origin.PICTURE if found else Origin.NOWHERE
