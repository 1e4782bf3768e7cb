"""Finds the alt text and caption of a picture in a language."""

from __future__ import annotations

from plugins.newsroom.model import Lang, PhotoWords, Words
from plugins.pictures.metadata import Metadata


def words_for(given: PhotoWords, metadata: Metadata, lang: Lang, default_lang: Lang = "") -> PhotoWords:
    """The edition's words; what it lacks is taken from the picture's own in that language.

    ``default_lang`` is the language that a picture's texts without a language count as: the report's
    source language. Without it they count as none.
    """
    alt = _first(given.alt, metadata.alt, lang, default_lang)
    return PhotoWords(given.file, alt, _first(given.caption, metadata.caption, lang, default_lang))


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


def _first(given: str, own: Words, lang: Lang, default_lang: Lang) -> str:
    return given if given.strip() else in_language(own, lang, default_lang)
