"""Names keep their letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.translation.gate.cognates import skeleton
from plugins.translation.gate.dictionary import Dictionary, dictionary
from plugins.translation.gate.finding import Finding, Level, quote
from plugins.translation.gate.invented import invented
from plugins.translation.gate.lexicon.exonyms import LANGUAGES
from plugins.translation.gate.passage import Passage
from plugins.translation.gate.places import ROOT, Place, geography, places, replaced, roots
from plugins.translation.gate.slips import is_slip
from plugins.translation.gate.surnames import renamed
from plugins.translation.gate.words import Word, words

_OPENING = 7
"""A shorter word that opens both texts has its capital from there: ``Older`` and ``Ouder``."""

_AKIN = 8
"""Shorter words may be names as well: ``Müller`` and ``miller``."""

MANY = 10_000
"""Pairs of words that are compared: in a line with more of them nothing is said."""


def check(
    source: Passage,
    target: Passage,
    source_lang: str,
    target_lang: str,
    names: Sequence[str],
    line: int,
    known: Sequence[str] = (),
) -> Iterator[Finding]:
    """Ask about a given name that is gone, a word with a capital that has a slip in it, and one that is invented.

    ``known``: words that the house uses in the language of the translation.
    """
    gone = [
        name
        for name in names
        if stands(source.text, name) and not stands(target.text, name) and not _abroad(target.text, name, target_lang)
    ]
    for name in gone:
        yield Finding(line, "name", Level.ANSWER, f"{quote(name)} does not stand in the translation")
    written = slips(source.text, target.text, source_lang, target_lang)
    for ours, theirs in written:
        if not any(ours in name for name in gone):
            yield Finding(line, "name", Level.ANSWER, f"{quote(ours)} is written {quote(theirs)}")
    exchanged: list[tuple[Place | Word, Place | Word]] = [
        *replaced(source.text, target.text, source_lang, target_lang),
        *renamed(source.text, target.text),
    ]
    for place, other in exchanged:
        evidence = f"{quote(place.raw)} has become {quote(other.raw)}"
        yield Finding(line, "name", Level.ANSWER, evidence, (place.raw, other.raw))
    for name in dict.fromkeys(invented(source.text, target.text, source_lang, target_lang, known)):
        if name not in {*(theirs for _, theirs in written), *(other.raw for _, other in exchanged)}:
            yield Finding(line, "name", Level.ANSWER, f"{quote(name)} does not stand in the source", (name,))


def stands(text: str, name: str) -> bool:
    """Whether the name stands there, perhaps with a genitive ending."""
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    return bool(re.search(rf"(?<!\w){pattern}(?:s|['’]s?|en|n)?(?!\w)", text))


def _abroad(text: str, name: str, lang: str) -> bool:
    """Whether a place stands there under the name that the language has for it."""
    known = {mark for own in LANGUAGES for place in places(name, own) for mark in place.marks}
    return any(known & place.marks for place in places(text, lang))


def slips(source: str, target: str, source_lang: str, target_lang: str) -> list[tuple[str, str]]:
    """(as in the source, as in the translation) of words with a capital that differ by a slip.

    Countries, languages and places that both languages have a name for are not meant.
    """
    ours, theirs = words(source), words(target)
    here, there = Counter(_bare(w.plain) for w in theirs), Counter(_bare(w.plain) for w in ours)
    lost = [at for at, w in enumerate(ours) if _name(w) and there[_bare(w.plain)] > here[_bare(w.plain)]]
    new = [at for at, w in enumerate(theirs) if _name(w) and here[_bare(w.plain)] > there[_bare(w.plain)]]
    found = []
    if len(lost) * len(new) > MANY:
        return []
    for left in lost:
        for right in new:
            a, b = ours[left], theirs[right]
            if _same_place(a.plain, b.plain, source_lang, target_lang):
                continue
            if left == right == 0 and len(a.raw) < _OPENING:
                continue
            if _are_words(a, b, source_lang, target_lang):
                continue
            near = bool(_neighbours(ours, left) & _neighbours(theirs, right))
            if _slip(a, b, near):
                found.append((a.raw, b.raw))
    return found


def _are_words(one: Word, other: Word, source_lang: str, target_lang: str) -> bool:
    """Whether both are long words of their languages, which are akin: ``Supermärkte`` and ``supermarkets``."""
    if min(len(one.raw), len(other.raw)) < _AKIN:
        return False
    ours, theirs = dictionary(source_lang), dictionary(target_lang)
    return (
        ours is not None
        and theirs is not None
        and _is_word(one.raw, ours, source_lang)
        and _is_word(other.raw, theirs, target_lang)
    )


def _is_word(raw: str, book: Dictionary, lang: str) -> bool:
    """Whether it is a word of the language, and no name: German writes its nouns with a capital too."""
    return book.has(raw) if lang.startswith("de") else book.has_small(raw)


def _same_place(one: str, other: str, source_lang: str, target_lang: str) -> bool:
    """Whether two words for a country or its people differ as their languages do."""
    if one in geography(source_lang) and other in geography(target_lang):
        return True
    if one[:ROOT] not in roots(source_lang) or other[:ROOT] not in roots(target_lang):
        return False
    swapped = len(one) == len(other) and sorted(one) == sorted(other)
    same = [a == b for a, b in zip(one, other, strict=False)]
    return not swapped and (not all(same[:ROOT]) or all(same[:-3]))


def _slip(one: Word, other: Word, near: bool) -> bool:
    acronym, accents = one.raw.isupper() and other.raw.isupper(), not (one.raw + other.raw).isascii()
    forms = {(one.plain, other.plain), (_bare(one.plain), _bare(other.plain))}
    return all(a != b and skeleton(a) != skeleton(b) for a, b in forms) and any(
        is_slip(a, b, acronym=acronym, near=near, accents=accents) for a, b in forms
    )


def _name(word: Word) -> bool:
    return word.raw[0].isupper() and len(word.raw) >= 4


def _bare(word: str) -> str:
    """Without a genitive ending."""
    return re.sub(r"(?:['’]s?|(?<=\w{3})s)$", "", word)


def _neighbours(text: tuple[Word, ...], at: int) -> set[str]:
    """Words with a capital right beside it."""
    beside = [*text[max(0, at - 1) : at], *text[at + 1 : at + 2]]
    return {word.plain for word in beside if word.raw[0].isupper() and len(word.raw) >= 3}
