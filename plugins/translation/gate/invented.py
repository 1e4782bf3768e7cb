"""Names that stand in a translation and nowhere in its source.

A word with a capital that the dictionary of the language does not know, and that shares no beginning with any
word of the source, is a name from elsewhere. Known names are judged by what is known of them abroad: who is
called Jansen in one language is called so in all, so the source would have the name too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.dates import calendar
from plugins.translation.gate.dictionary import Dictionary, dictionary
from plugins.translation.gate.lexicon import lexicon
from plugins.translation.gate.lexicon.entry import pairs
from plugins.translation.gate.places import geography, places, roots
from plugins.translation.gate.roman import roman
from plugins.translation.gate.words import Word, plain, words

MANY = 200_000
"""Pairs of words that are compared: in a text with more of them nothing is said."""
_VOWEL_PAIRS = re.compile(r"([aou])e")
_SHORTEST = 4
_LONGEST_GERMAN = 12
"""A longer German word with a capital is a compound."""
_OF_A_PEOPLE = re.compile(
    r"(?:se|sche|ische|ië|iër|iërs|land|landse|landen|aan|anen|ees|ezen|isme|zee|oceaan|gebergte|eilanden|tijd|oorlog)$"
)
"""Endings of Dutch words with a capital that are no names of persons: peoples, countries, seas, ages."""
_NOUN = re.compile(
    r"(?:ungen|heiten|keiten|ismus|ung|heit|keit|schaft|tion|tionen|ität|chen|lein|isch|ische|ischen|ischer|isches"
    r"|ler|lern|typ|effekt|graph)$"
)
"""Endings of German nouns and adjectives."""
_SPELLINGS = pairs("isation=ization; ise=ize; ising=izing; our=or; ll=l; tre=ter; mme=m; yse=yze; ence=ense; ogue=og")
"""British and American spellings."""
_VOWELS = str.maketrans("", "", "aeiouy")
_OTHERS = ("de", "nl", "en")


def invented(source: str, target: str, source_lang: str, target_lang: str, known: Iterable[str] = ()) -> Iterator[str]:
    """The invented names, as they stand in the translation; ``known`` are words that the house uses."""
    book = dictionary(target_lang)
    ours, theirs = words(source), words(target)
    if book is None or len(ours) * len(theirs) > MANY:
        return
    context = _Source(ours, known)
    strange = [word for word in theirs if _has_capital(word) and not context.explains(_bare(word.plain))]
    german = target_lang.startswith("de")
    if german and strange and not _one_is_gone(ours, theirs, source_lang, target_lang):
        return
    judge = {"de": _is_german, "nl": _is_dutch}.get(target_lang.split("-")[0].lower(), _is_known)
    agreed = _agreed(source, target, source_lang, target_lang)
    dated = {name for name, _ in (*calendar(target_lang).months, *calendar(target_lang).weekdays)} | _units(target_lang)
    for word in strange:
        if word.start in agreed or word.plain in dated or roman(word.raw):
            continue
        raw = re.sub(r"['’]\w*$", "", word.raw)
        if _bare(word.plain) not in geography(target_lang) and not judge(raw, book, target_lang):
            yield word.raw


@functools.cache
def _units(lang: str) -> frozenset[str]:
    """The words of units and currencies: *Celsius* for *°C*."""
    return frozenset(part for name, _ in lexicon(lang).units for part in name.split())


def _agreed(source: str, target: str, source_lang: str, target_lang: str) -> set[int]:
    """Where words begin that belong to the name of a place that the source names in its own language."""
    marks = {mark for place in places(source, source_lang) for mark in place.marks}
    return {word.start for place in places(target, target_lang) if place.marks & marks for word in place.parts}


class _Source:
    """What of a source may stand behind a name in its translation."""

    def __init__(self, found: tuple[Word, ...], known: Iterable[str]) -> None:
        plains = {form for word in found for form in (word.plain, _bare(word.plain))}
        self._all = plains | {_bare(word.plain) for text in known for word in words(text)}
        self._sounds = {skeleton(form) for form in self._all}
        self._begins = {
            begin for word in found if word.raw[0].isupper() for begin in (_sound(word.plain), _bones(word.plain))
        }

    def explains(self, name: str) -> bool:
        """Whether a word of the source looks or begins like the name, or holds it."""
        if name in self._all or skeleton(name) in self._sounds or _sound(name) in self._begins:
            return True
        if skeleton(_VOWEL_PAIRS.sub(r"\1", name)) in self._sounds:
            return True  # *Joerg* for *Jörg*
        if len(name) >= 6 and _bones(name) in self._begins:
            return True
        return any(
            (len(name) >= 5 and name[:5] in word) or (len(word) > len(name) + 2 and name in word) for word in self._all
        )


@functools.lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    return skeleton(word)[:3]


@functools.lru_cache(maxsize=20_000)
def _bones(word: str) -> str:
    """The first consonants: ``Tutankhamun`` and ``Toetanchamon`` have the same."""
    return skeleton(word).translate(_VOWELS)[:3]


def _has_capital(word: Word) -> bool:
    acronym = word.raw.isupper() or (word.raw.endswith("s") and word.raw[:-1].isupper())
    return word.raw[0].isupper() and len(word.raw) >= _SHORTEST and not acronym


def _bare(word: str) -> str:
    """Without a genitive ending."""
    return re.sub(r"(?:['’]s?|(?<=\w{3})s)$", "", word)


def _is_known(raw: str, book: Dictionary, lang: str) -> bool:
    """Whether it is a word, or a name that this language alone has, such as *Britain*."""
    if any(map(book.has_small, (raw, *_american(raw)))):
        return True
    return book.has_name(raw) and not _is_name_abroad(raw, lang)


def _american(raw: str) -> Iterator[str]:
    """How an English word is written in the United States, as in the dictionary: *Councillor*, *Programme*."""
    for british, american in _SPELLINGS:
        if british in raw:
            yield raw.replace(british, american)


def _is_name_abroad(raw: str, lang: str) -> bool:
    books = (dictionary(other) for other in _OTHERS if not lang.startswith(other))
    return any(book is not None and book.has_name(raw) for book in books)


def _is_dutch(raw: str, book: Dictionary, lang: str) -> bool:
    small, forms = raw.lower(), (raw, raw.removesuffix("s"))
    if any(map(book.has_small, forms)) or _is_english(raw):
        return True
    if any(map(book.has_name, forms)):
        return bool(_OF_A_PEOPLE.search(small)) or plain(raw)[:4] in {root[:4] for root in roots(lang)}
    return book.has_parts(raw, nouns=False)


def _is_german(raw: str, book: Dictionary, lang: str) -> bool:
    del lang
    if len(raw) > _LONGEST_GERMAN or _NOUN.search(raw.lower()):
        return True
    forms = (raw, raw.removesuffix("s"))
    known = any(map(book.has, forms)) or any(map(book.has_small, forms)) or _is_english(raw)
    return known or book.has_parts(raw, nouns=True)


def _is_english(raw: str) -> bool:
    """English words stand in the names of bodies everywhere."""
    english = dictionary("en")
    return english is not None and english.has_small(raw)


def _one_is_gone(ours: tuple[Word, ...], theirs: tuple[Word, ...], source_lang: str, target_lang: str) -> bool:
    """Whether a name of the source is nowhere in the translation, in no spelling."""
    sounds = {skeleton(_bare(word.plain)) for word in theirs}
    begins = {sound[:5] for sound in sounds}
    kept = {word.raw for word in theirs}
    book = dictionary(source_lang)
    for at, word in enumerate(ours):
        name = _bare(word.plain)
        sound = skeleton(name)
        if not _has_capital(word) or sound in sounds or sound[:5] in begins:
            continue
        if book and book.has_small(word.raw) and name not in geography(target_lang) and not _is_beside(ours, at, kept):
            continue
        if not _is_named_otherwise(name, source_lang, target_lang):
            return True
    return False


def _is_beside(text: tuple[Word, ...], at: int, kept: set[str]) -> bool:
    """Whether a word with a capital right beside it is kept: the other half of its name."""
    beside = (*text[max(0, at - 1) : at], *text[at + 1 : at + 2])
    return any(word.raw[0].isupper() and len(word.raw) >= _SHORTEST and word.raw in kept for word in beside)


def _is_named_otherwise(name: str, source_lang: str, target_lang: str) -> bool:
    """Whether it is a country, its people or its language, under another name in the other language."""
    if name in geography(target_lang):
        return False
    return name in geography(source_lang) or name[:5] in roots(source_lang)
